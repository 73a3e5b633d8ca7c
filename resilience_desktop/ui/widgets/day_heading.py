"""The name of a day, and a hairline from it to the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from resilience_desktop.ui.sides import turned
from resilience_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

_GAP = 12


class DayHeading(Label):
    """A heading with a line."""

    def __init__(
        self, look: LookKeeper, words: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, words, "heading", name=name, wraps=False, parent=parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the line."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("rule"), 1))
        left, middle = self.sizeHint().width() + _GAP, self.height() // 2 + 0.5
        if left < self.width():
            line = turned(self, QRectF(left, middle, self.width() - left, 0))
            painter.drawLine(line.topLeft(), line.topRight())
