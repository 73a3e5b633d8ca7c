"""A thought kept in view: a bar in the accent, what it is, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from resilience_desktop.ui.sides import set_margins, turned
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.text_block import without_empty_ends

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_BAR = 3


class KeptInView(QWidget):
    """A person's own words, with what they are above and, at the side or below, a remark."""

    def __init__(
        self,
        look: LookKeeper,
        title: str,
        words: str = "",
        *,
        name: str = "",
        aside: str = "",
        below: str = "",
        most_lines: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._look = look
        self.title = Label(look, title, "small", "text_muted", name=f"{name}.title")
        shown = without_empty_ends(words)
        self.words = Label(look, shown, "quote", name=f"{name}.words", most_lines=most_lines)
        self.aside = Label(look, aside, "label", "text_muted", name=f"{name}.aside", wraps=False)
        self.below = Label(look, below, "small", "text_muted", name=f"{name}.below")
        grid = QGridLayout(self)
        set_margins(grid, _BAR + 20, 2, 0, 2)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.words, 1, 0)
        grid.addWidget(self.aside, 1, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.below, 2, 0)
        grid.setColumnStretch(0, 1)
        self.set_aside(aside)
        self.set_below(below)
        look.look_changed.connect(self.update)

    def set_words(self, words: str) -> None:
        """Keep other words in view."""
        self.words.setText(without_empty_ends(words))

    def set_aside(self, aside: str) -> None:
        """Say something beside the words, such as how far they are believed."""
        self.aside.setText(aside)
        self.aside.setVisible(bool(aside))

    def set_below(self, below: str) -> None:
        """Say something below the words."""
        self.below.setText(below)
        self.below.setVisible(bool(below))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        bar = turned(self, QRectF(0, 0, _BAR, self.height()))
        QPainter(self).fillRect(bar, self._look.color("accent"))
