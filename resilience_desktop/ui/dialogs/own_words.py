"""Somebody's coping cards in Help now: their own words, large, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.coping_card import CopingCard
    from resilience_desktop.ui.theme import LookKeeper

_ABOVE = 24
"""Pixels between the people and these words."""


class OwnWords(QWidget):
    """Nothing is to be seen while there is no card."""

    change_requested = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("help.words")
        self._look = look
        self._change = buttons.link(look, text("Change"), name="help.change_words")
        self._change.setAccessibleName(text("Change the words for a hard moment"))
        self._change.clicked.connect(self.change_requested)
        head = QHBoxLayout()
        head.addWidget(labels.label(look, text("Your own words")), 1)
        head.addWidget(self._change)
        holder = QWidget()
        self._words = column_in(holder, 16)
        column = column_in(self, 8)
        set_margins(column, 0, _ABOVE, 0, 0)
        column.addLayout(head)
        column.addWidget(holder)
        self.hide()

    def show_cards(self, cards: Iterable[CopingCard]) -> None:
        """Show these cards."""
        empty(self._words)
        for card in cards:
            words = labels.own_words(self._look, card.words.strip(), "quote", selectable=True)
            self._words.addWidget(words)
        self.setVisible(self._words.count() > 0)

    def take_keyboard(self) -> None:
        """Give the keyboard to what leads to changing them."""
        if self.isVisible():
            self._change.setFocus()
