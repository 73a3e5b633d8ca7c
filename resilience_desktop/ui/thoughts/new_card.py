"""A coping card before it is kept: its words, to read and to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.keys import press_on_ctrl_enter
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper


class NewCard(SmallDialog):
    """One field; the button that keeps the card has the keyboard."""

    kept = Signal(str)
    """The words of the card."""
    put_off = Signal(str)
    """The words as they were left, for another time."""

    def __init__(self, look: LookKeeper, parent: QWidget, words: str) -> None:
        super().__init__(look, parent, "new_card", text("Make a card"))
        what = text("What the card says")
        self.words = WordsEdit(look, name="new_card.words", title=what, growing=True, lines=3)
        self.words.set_words(words)
        where = text(
            "Change the words as you like; the record stays as it is. The card will be in Help "
            "now, to read when it gets hard."
        )
        self.column.addWidget(labels.muted(look, where, name="new_card.where"))
        self.column.addWidget(self.above(what, self.words))
        self.column.addStretch()
        not_now = buttons.plain(look, text("Not now"), name="new_card.not_now")
        self._keep = buttons.primary(look, text("Keep it"), name="new_card.keep")
        self.foot.addStretch()
        self.foot.addWidget(not_now)
        self.foot.addWidget(self._keep)
        not_now.clicked.connect(self.reject)
        self._keep.clicked.connect(self._take)
        self.words.words_changed.connect(self._tell)
        self.rejected.connect(lambda: self.put_off.emit(self.words.words()))
        press_on_ctrl_enter(self, self._keep)
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self._keep.setEnabled(bool(self.words.words().strip()))
        self.fit()

    def _take(self) -> None:
        self.kept.emit(self.words.words())
        self.accept()
