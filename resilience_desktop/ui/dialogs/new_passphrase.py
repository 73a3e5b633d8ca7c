"""A new passphrase, offered to whoever opened the journal with the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from resilience_desktop.i18n import text
from resilience_desktop.services import passphrases
from resilience_desktop.ui.dialogs.door import OneColumn
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.passphrase_strength import not_the_same, strength_words, too_short
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.reveal_field import RevealField

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class NewPassphrasePage(OneColumn):
    """Two fields, and a way past them."""

    chosen = Signal(str)
    skipped = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, "new_passphrase", text("Choose a new passphrase"), 448)
        self.new = RevealField(look, name="new_passphrase.new", title=text("New passphrase"))
        self.again = RevealField(look, name="new_passphrase.again", title=text("The same again"))
        self._strength = labels.small(look, "", "text_muted", name="new_passphrase.strength")
        self._suggest = buttons.quiet(
            look, text("Suggest five words"), name="new_passphrase.suggest"
        )
        self._problem = labels.small(look, "", "danger", name="new_passphrase.problem")
        self._problem.hide()
        self._keep = buttons.primary(
            look, text("Use this passphrase"), name="new_passphrase.keep", large=True
        )
        self._not_now = buttons.quiet(look, text("Not now"), name="new_passphrase.not_now")
        self._lay_out()
        for field in (self.new, self.again):
            field.textChanged.connect(self._typed)
        self.new.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._try)
        self._suggest.clicked.connect(self._offer_words)
        self._keep.clicked.connect(self._try)
        self._not_now.clicked.connect(self.skipped)

    def start(self) -> None:
        """Put the keyboard where it is needed."""
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why the passphrase is not in use yet; everything typed stays."""
        self._set_busy(busy=False)
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            announce(self._problem, sentence)

    def _typed(self) -> None:
        self._strength.setText(strength_words(self.new.text()))
        self.show_problem("")

    def _offer_words(self) -> None:
        self.new.set_revealed(revealed=True)
        self.new.setText(passphrases.suggest())
        self.again.clear()
        self.again.setFocus()

    def _try(self) -> None:
        words = self.new.text()
        if why := too_short(words):
            self.new.setFocus()
            self.show_problem(why)
        elif why := not_the_same(words, self.again.text()):
            self.again.setFocus()
            self.show_problem(why)
        else:
            self._set_busy(busy=True)
            self.chosen.emit(words)

    def _set_busy(self, *, busy: bool) -> None:
        for part in (self._keep, self._not_now, self._suggest):
            part.setEnabled(not busy)
        self._keep.setText(text("One moment ...") if busy else text("Use this passphrase"))

    def _lay_out(self) -> None:
        column, look = self.column, self.look
        column.addSpacing(4)
        column.addWidget(
            labels.muted(
                look,
                text(
                    "The journal is open. If the passphrase is forgotten, you can choose another "
                    "one here. The recovery code stays as it is."
                ),
            )
        )
        column.addSpacing(24)
        column.addWidget(self.above(self.new.accessibleName(), self.new))
        below = QHBoxLayout()
        below.addWidget(self._strength, 1)
        below.addWidget(self._suggest)
        column.addLayout(below)
        column.addSpacing(8)
        column.addWidget(self.above(self.again.accessibleName(), self.again))
        column.addSpacing(8)
        column.addWidget(self._problem)
        column.addSpacing(16)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addWidget(self._keep)
        actions.addWidget(self._not_now)
        actions.addStretch()
        column.addLayout(actions)
        column.addSpacing(12)
        column.addWidget(
            labels.small(
                look,
                text("Not now leaves everything as it was. Settings, Safety can do it later."),
                "text_muted",
            )
        )
