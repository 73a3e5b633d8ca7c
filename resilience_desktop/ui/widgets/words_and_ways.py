"""A quiet sentence with a few ways on below it; hidden until there is something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.later import Later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper

_WIDTH = 704


class WordsAndWays(Later):
    """The words in the width of a paragraph, the ways in as many rows as they need.

    Those it is the base of say in ``make`` which ways there are.
    """

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self.hide()

    def make(self) -> None:
        """Make the words, and room for the ways."""
        self.words = labels.muted(self._look, "", name=f"{self.objectName()}.words")
        ways = QWidget()
        self._ways = FlowLayout(ways, gap=16)
        column = QVBoxLayout(self)
        set_margins(column, 0, 4, 0, 8)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(ways)
        self._look.follow(self._dress)

    def add_ways(self, ways: Sequence[buttons.Button]) -> None:
        """Put these below the words."""
        for way in ways:
            self._ways.addWidget(way)

    def show_if(self, is_there: bool, aloud: str = "") -> None:
        """Be there or not; a screen reader is told once, when it is free.

        ``aloud`` is what it is told where there are words of the person in it.
        """
        is_new = is_there and self.isHidden()
        self.setVisible(is_there)
        if is_new and self.isVisible():
            announce(self, aloud or self.words.text())

    def _dress(self) -> None:
        self.words.setMaximumWidth(self._look.px(_WIDTH))
