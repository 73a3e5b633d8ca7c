"""Opening a journal that is there: with the passphrase, or with the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.door import OneColumn
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.code_font import code_font
from resilience_desktop.ui.widgets.keys import TOOLKIT_KEY
from resilience_desktop.ui.widgets.reveal_field import RevealField

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class UnlockPage(OneColumn):
    """One field, and one thing to do with what is typed there; usually that is to open."""

    passphrase_given = Signal(str)
    code_given = Signal(str)
    other_journal_requested = Signal()
    backups_requested = Signal()
    toolkit_requested = Signal()

    def __init__(
        self,
        look: LookKeeper,
        *,
        title: str = "",
        action: str = "",
        only_code: bool = False,
        why: str = "",
        backups: bool = False,
        toolkit: bool = False,
    ) -> None:
        super().__init__(look, "unlock", title or text("Resilience is locked"), 480)
        self._only_code, self._action = only_code, action or text("Open")
        self.passphrase = RevealField(look, name="unlock.passphrase", title=text("Passphrase"))
        self.code = QLineEdit()
        self.code.setObjectName("unlock.code")
        self.code.setAccessibleName(text("Recovery code"))
        self.open = buttons.primary(look, self._action, name="unlock.open")
        self._label = labels.label(look, "")
        self._why = labels.body(look, why, name="unlock.why")
        self._why.setVisible(bool(why))
        self._remark = labels.small(look, "", "text_muted", name="unlock.remark")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._caps = labels.small(look, text("Caps Lock is on"), "text_muted", name="unlock.caps")
        self._switch = buttons.muted(look, "", name="unlock.switch")
        self._other = buttons.muted(
            look, text("Open another journal"), name="unlock.other", flush=True
        )
        self._backups = buttons.muted(
            look, text("Use a backup instead ..."), name="unlock.backups", flush=True
        )
        if not backups:
            self._backups.hide()
        if toolkit:
            self._offer_toolkit()
        self._with_code = only_code
        self._is_refused = False
        self._lay_out()
        self.passphrase.returnPressed.connect(self._open)
        self.code.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        self._switch.clicked.connect(self._change_way)
        self._other.clicked.connect(self.other_journal_requested)
        self._backups.clicked.connect(self.backups_requested)
        self.passphrase.caps_lock_noticed.connect(self._caps.setVisible)
        self._caps.hide()
        self.passphrase.textEdited.connect(self._typed)
        self.code.textEdited.connect(self._typed)
        look.follow(self._fit_code)
        self._tell()
        if why:  # no mistake of whoever sits here
            announce(self, why)

    def start(self) -> None:
        """Put the keyboard where it is needed."""
        self._field().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why the journal did not open; what was typed stays and is selected."""
        self._set_busy(busy=False)
        self._is_refused = True
        self._remark.set_role("danger")
        self._remark.setText(sentence)
        announce(self, sentence)
        self._field().selectAll()
        self.start()

    def _offer_toolkit(self) -> None:
        """Offer the skills that somebody lets be seen here, beside Help now."""
        skills = buttons.quiet(self.look, text("My toolkit"), name="unlock.toolkit", drawing="wind")
        skills.setToolTip(TOOLKIT_KEY)
        skills.clicked.connect(self.toolkit_requested)
        self.offer_beside_help(skills)

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
        for part in (self._switch, self._other, self._backups):
            part.setEnabled(not busy)
        self.open.setText(text("Opening ...") if busy else self._action)

    def _typed(self) -> None:
        """Let go of what was said about another try."""
        if self._is_refused:
            self._tell()

    def _change_way(self) -> None:
        self._field().clear()
        self._with_code = not self._with_code
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
        self._is_refused = False
        self._remark.set_role("text_muted")
        hint = text("Seven groups of four from your recovery sheet. Capitals do not matter.")
        self._remark.setText(hint if code else "")

    def _fit_code(self) -> None:
        """Let the code be seen as on its sheet, and keep room for what is said below."""
        self.code.setFont(code_font(self.look))
        self._remark.setMinimumHeight(2 * self.look.line_height("small"))

    def _lay_out(self) -> None:
        column = self.column
        column.addSpacing(8)
        column.addWidget(self._why)
        column.addSpacing(16)
        column.addWidget(self._label)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.code, 1)
        row.addWidget(self.open)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self._remark)
        column.addWidget(self._caps)
        column.addSpacing(8)
        below = QHBoxLayout()
        below.addWidget(self._other)
        below.addStretch()
        below.addWidget(self._switch)
        column.addLayout(below)
        column.addWidget(self._backups, 0, Qt.AlignmentFlag.AlignLeft)
