"""The setting of what opens the journal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services import keys
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings import passphrase_changes as changes
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.settings.passphrase_changes import Change


_TICK = 30


class PassphraseSetting(QWidget):
    """Offers what can be done with the passphrase that there is, or is not."""

    changed = Signal()

    def __init__(
        self,
        context: UiContext,
        folder: Path,
        has_keyring: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__()
        self._context, self._folder = context, folder
        self._look_for_keyring = has_keyring or keys.keyring_is_available
        look = context.look
        self._how = labels.small(look, "", "text", name="settings.door")
        self._set = buttons.plain(
            look, text("Set a passphrase ..."), name="settings.passphrase_set"
        )
        self._change = buttons.plain(look, text("Change ..."), name="settings.passphrase_change")
        self._remove = buttons.plain(look, text("Remove ..."), name="settings.passphrase_remove")
        self._new_key = buttons.plain(
            look, text("New key and recovery code ..."), name="settings.new_key"
        )
        self._sheet = buttons.plain(
            look, text("Recovery sheet ..."), name="settings.recovery_sheet"
        )
        self._keyring = QCheckBox(text("Also open with this computer’s keyring"))
        self._keyring.setObjectName("settings.keyring")
        self._keyring_means = labels.small(
            look,
            text(
                "Whoever can use your session can then open the journal when the app starts. "
                "After a lock, the passphrase is asked for."
            ),
            "text_muted",
            name="settings.keyring_means",
        )
        self._keyring_means.setContentsMargins(_TICK, 0, 0, 0)
        self._has_keyring = False
        self._said = labels.small(look, "", "text_muted", name="settings.passphrase_said")
        self._said.hide()
        ways = FlowLayout()
        for way in (self._set, self._change, self._remove, self._new_key, self._sheet):
            ways.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._how)
        column.addLayout(ways)
        keyring = QVBoxLayout()
        keyring.setSpacing(0)
        keyring.addWidget(self._keyring)
        keyring.addWidget(self._keyring_means)
        column.addLayout(keyring)
        column.addWidget(self._said)
        self._set.clicked.connect(lambda: self._ask(changes.set_one()))
        self._change.clicked.connect(
            lambda: self._ask(changes.change(only_code=self._door is Door.RECOVERY_CODE))
        )
        self._remove.clicked.connect(lambda: self._ask(changes.remove()))
        self._new_key.clicked.connect(lambda: self._ask(changes.new_key()))
        self._sheet.clicked.connect(self._show_sheet)
        self._keyring.clicked.connect(self._turn_keyring)
        self._look_again()
        if self._door is Door.PASSPHRASE:
            self._ask_for_keyring()

    def _look_again(self) -> None:
        """Show what fits the way the journal opens now."""
        self._door, how = _how_it_opens(self._folder)
        self._how.setText(how)
        closed = self._door is Door.PASSPHRASE
        self._set.setVisible(self._door is Door.OPEN)
        self._change.setVisible(closed or self._door is Door.RECOVERY_CODE)
        self._remove.setVisible(closed)
        self._new_key.setVisible(closed)
        self._sheet.setVisible(closed or self._door is Door.OPEN)
        self._keyring.setVisible(closed and self._has_keyring)
        self._keyring_means.setVisible(closed and self._has_keyring)
        self._keyring.setChecked(closed and keys.opens_with_keyring(self._folder))

    def _ask_for_keyring(self) -> None:
        """Ask the computer, which may take its time, where nobody waits for it."""

        def tell(there: bool) -> None:
            self._has_keyring = there
            self._look_again()

        self._context.tasks.compute(self._look_for_keyring, tell, owner=self)

    def _turn_keyring(self, on: bool) -> None:
        if on:
            self._ask(changes.keyring())
            return
        self._context.tasks.read(
            keys.stop_using_keyring,
            lambda _none: self._say(text("The keyring does not open the journal any more.")),
            owner=self,
            failed=self._keyring_stays,
        )

    def _keyring_stays(self, error: BaseException) -> None:
        if isinstance(error, ResilienceError):
            self._say(str(error))
        else:
            self._look_again()
            self._context.tasks.work_failed.emit(error)

    def _show_sheet(self) -> None:
        if self._door is not Door.OPEN:
            self._ask(changes.sheet())
            return
        self._context.tasks.read(
            lambda journal: keys.recovery_groups(journal, None),
            partial(self._show_code, is_new=False),
            owner=self,
        )

    def _ask(self, change: Change) -> None:
        from resilience_desktop.ui.settings.passphrase_dialog import PassphraseDialog

        dialog = PassphraseDialog(self._context, self.window(), change)
        dialog.changed.connect(partial(self._changed, change))
        dialog.rejected.connect(self._look_again)
        dialog.open()

    def _changed(self, change: Change, groups: tuple[str, ...]) -> None:
        self._say(change.done)
        if not self._has_keyring:  # there may be a passphrase only now
            self._ask_for_keyring()
        if groups:
            self._show_code(groups, is_new=change.code_is_new)
        self.changed.emit()

    def _say(self, sentence: str) -> None:
        self._look_again()
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        if sentence:
            announce(self._said, sentence)

    def _show_code(self, groups: tuple[str, ...], *, is_new: bool) -> None:
        from resilience_desktop.ui.settings.recovery_dialog import RecoveryDialog

        RecoveryDialog(self._context, self.window(), groups, is_new=is_new).open()


def _how_it_opens(folder: Path) -> tuple[Door | None, str]:
    try:
        door = Journal.door(folder)
    except ResilienceError as error:
        return None, str(error)
    if door is Door.OPEN:
        return door, text("Without a passphrase. Anyone who can open your files can read it.")
    if door is Door.RECOVERY_CODE:
        return door, text("With the recovery code. The key file is missing or damaged.")
    return door, text("With your passphrase, or with the recovery code.")
