"""Opening a journal that is there: with the passphrase, or with the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.door import DoorPage
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.return_line import ReturnLine
from resilience_desktop.ui.widgets.reveal_field import RevealField

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class UnlockPage(DoorPage):
    """One field, and Open."""

    passphrase_given = Signal(str)
    code_given = Signal(str)
    other_journal_requested = Signal()

    def __init__(self, look: LookKeeper, *, only_code: bool = False, why: str = "") -> None:
        super().__init__(look, "unlock")
        self._only_code = only_code
        self.passphrase = RevealField(look, name="unlock.passphrase", title=text("Passphrase"))
        self.code = QLineEdit()
        self.code.setObjectName("unlock.code")
        self.code.setAccessibleName(text("Recovery code"))
        self.open = buttons.primary(look, text("Open"), name="unlock.open")
        self._title = labels.title(look, text("Resilience is locked"))
        self._label = labels.label(look, "")
        self._remark = labels.small(look, "", "text_muted", name="unlock.remark")
        self._caps = labels.small(look, text("Caps Lock is on"), "text_muted", name="unlock.caps")
        self._switch = buttons.muted(look, "", name="unlock.switch")
        self._other = buttons.muted(
            look, text("Open another journal"), name="unlock.other", flush=True
        )
        self._with_code = only_code
        self._lay_out()
        self.passphrase.returnPressed.connect(self._open)
        self.code.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        self._switch.clicked.connect(self._change_way)
        self._other.clicked.connect(self.other_journal_requested)
        self.passphrase.caps_lock_noticed.connect(self._caps.setVisible)
        self._caps.hide()
        self._tell()
        if why:
            self.show_problem(why)

    def start(self) -> None:
        """Put the keyboard where it is needed."""
        self._field().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why the journal did not open; what was typed stays and is selected."""
        self._set_busy(busy=False)
        self._remark.set_role("danger")
        self._remark.setText(sentence)
        announce(self, sentence)
        self._field().selectAll()
        self.start()

    def _field(self) -> QLineEdit:
        return self.code if self._with_code else self.passphrase

    def _open(self) -> None:
        typed = self._field().text()
        if not typed.strip():
            self.start()
            return
        self._set_busy(busy=True)
        self._remark.setText("")
        (self.code_given if self._with_code else self.passphrase_given).emit(typed)

    def _set_busy(self, *, busy: bool) -> None:
        self.open.setEnabled(not busy)
        self._switch.setEnabled(not busy)
        self.open.setText(text("Opening ...") if busy else text("Open"))

    def _change_way(self) -> None:
        self._with_code = not self._with_code
        self._remark.setText("")
        self._tell()
        self.start()

    def _tell(self) -> None:
        code = self._with_code
        self.passphrase.setVisible(not code)
        self.code.setVisible(code)
        self._label.setText(text("Recovery code") if code else text("Passphrase"))
        self._label.setBuddy(self._field())
        self._switch.setText(text("Use the passphrase") if code else text("I forgot it"))
        self._switch.setVisible(not self._only_code)
        if code:
            self._remark.set_role("text_muted")
            self._remark.setText(
                text("Seven groups of four from your recovery sheet. Capitals do not matter.")
            )

    def _lay_out(self) -> None:
        look = self.look
        block = QWidget()
        block.setFixedWidth(look.px(384))
        column = QVBoxLayout(block)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        column.addWidget(ReturnLine(look, 132))
        column.addSpacing(32)
        column.addWidget(self._title)
        column.addSpacing(24)
        column.addWidget(self._label)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.code, 1)
        row.addWidget(self.open)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self._caps)
        column.addWidget(self._remark)
        below = QHBoxLayout()
        below.addWidget(self._other)
        below.addStretch()
        below.addWidget(self._switch)
        column.addLayout(below)
        # Stretches and no alignment: an aligned widget is not asked how high its words become.
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(block)
        row.addStretch()
        around = QVBoxLayout(self.inside)
        around.addStretch(2)
        around.addLayout(row)
        around.addStretch(3)
