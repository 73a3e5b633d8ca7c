"""What stands in front of the journal: the first start, or the lock."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from resilience_desktop.errors import ResilienceError, WrongPassphraseError
from resilience_desktop.i18n import text
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.ui import files
from resilience_desktop.ui.problems import show_problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from resilience_desktop.ui.context import UiContext


class Entrance(QStackedWidget):
    """Shows one page at a time until a journal is open."""

    opened = Signal()
    """A journal is open, and everything a first start asks has been asked."""
    help_requested = Signal()
    demo_requested = Signal()

    def __init__(self, context: UiContext, folder: Path) -> None:
        super().__init__()
        self._context = context
        self.folder = folder

    def start(self) -> None:
        """Show what comes first: a new journal or a locked one; or open one that has no lock."""
        try:
            door = Journal.door(self.folder)
        except ResilienceError as error:
            self._show_unlock(only_code=False, why=str(error))
            return
        if door is Door.NONE:
            self._show_first_run()
        elif door is Door.OPEN:
            self._open(lambda: Journal.open(self.folder))
        elif door is Door.RECOVERY_CODE:
            why = text(
                "The key file is missing or damaged, so the passphrase cannot be tried. "
                "The recovery code opens the journal."
            )
            self._show_unlock(only_code=True, why=why)
        else:
            self._show_unlock(only_code=False, why="")

    def clear(self) -> None:
        """Take the present page away; nothing of what was typed there stays."""
        page = self.currentWidget()
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()

    # The pages

    def _show_first_run(self) -> None:
        from resilience_desktop.ui.dialogs.first_run import FirstRunPage

        page = FirstRunPage(self._context.look, self.folder)
        page.help_requested.connect(self.help_requested)
        page.create_requested.connect(self._create)
        page.other_journal_requested.connect(self._choose_other)
        page.demo_requested.connect(self.demo_requested)
        self._show(page)
        page.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_recovery(self, groups: tuple[str, ...], *, has_passphrase: bool) -> None:
        from resilience_desktop.ui.dialogs.recovery import RecoveryPage

        page = RecoveryPage(
            self._context.look, self._context.tasks, groups, has_passphrase=has_passphrase
        )
        page.help_requested.connect(self.help_requested)
        page.done.connect(self._show_beginning)
        self._show(page)
        page.start()

    def _show_beginning(self) -> None:
        from resilience_desktop.ui.dialogs.beginning import BeginningPage

        page = BeginningPage(self._context.look, self._context.preferences)
        page.help_requested.connect(self.help_requested)
        page.done.connect(self.opened)
        self._show(page)
        page.start()

    def _show_unlock(self, *, only_code: bool, why: str) -> None:
        from resilience_desktop.ui.dialogs.unlock import UnlockPage

        page = UnlockPage(self._context.look, only_code=only_code, why=why)
        page.help_requested.connect(self.help_requested)
        page.passphrase_given.connect(
            lambda words: self._open(lambda: Journal.open(self.folder, words))
        )
        page.code_given.connect(
            lambda code: self._open(lambda: Journal.open_with_code(self.folder, code))
        )
        page.other_journal_requested.connect(self._choose_other)
        self._show(page)
        page.start()

    def _show(self, page: QWidget) -> None:
        self.clear()
        self.addWidget(page)
        self.setCurrentWidget(page)

    # What they lead to

    def _create(self, passphrase: str | None) -> None:
        self._context.tasks.open(
            lambda: Journal.create(self.folder, passphrase),
            partial(self._show_recovery, has_passphrase=passphrase is not None),
            self._not_opened,
            owner=self,
        )

    def _open(self, work: Callable[[], Journal]) -> None:
        self._context.tasks.open(
            lambda: (work(), None),
            lambda _none: self.opened.emit(),
            self._not_opened,
            owner=self,
        )

    def _not_opened(self, error: BaseException) -> None:
        if not isinstance(error, ResilienceError):
            show_problem(self, error)
            return
        tell = getattr(self.currentWidget(), "show_problem", None)
        if tell is not None:
            tell(str(error))
        else:
            only_code = not isinstance(error, WrongPassphraseError)
            self._show_unlock(only_code=only_code, why=str(error))

    def _choose_other(self) -> None:
        folder = files.ask_for_folder(self, text("The folder of the journal"))
        if folder is not None:
            self.folder = folder
            self.start()
