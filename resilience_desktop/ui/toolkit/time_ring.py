"""How much of a time is over, as a thin arc round a word and a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from resilience_desktop.ui.widgets.spoken import Graphic

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_LARGEST, _SMALLEST = 280, 100
_TRACK, _ARC = 2, 4
_INSIDE = 0.82
"""How much of the width of the circle words may take."""
_STYLES = ("title", "heading", "body", "small")


class TimeRing(Graphic):
    """As calm as the pacer's arc; what stands still has the words and numbers only."""

    def __init__(self, look: LookKeeper, *, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._look = look
        self._words = self._number = ""
        self._over: float | None = None
        self._still = False
        look.look_changed.connect(self.updateGeometry)

    def words(self) -> tuple[str, str]:
        """Return what it says: a word, and a number below it, if any."""
        return self._words, self._number

    def tell(self, words: str, number: str = "", *, over: float | None = None) -> None:
        """Say this; ``over`` is how much of the time is, 0 to 1, or None where that is open."""
        if (words, number) != (self._words, self._number):
            self._words, self._number = words, number
            self.setAccessibleDescription(" ".join(filter(None, (words, number))))
        self._over = over
        self.update()

    def set_still(self, *, still: bool) -> None:
        """Show words and numbers only."""
        self._still = still
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the smallest room in which the words can be read; it takes what there is."""
        side = self._look.px(_SMALLEST)
        return QSize(side, 3 * self._look.line_height("title") if self._still else side)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle of the whole time, what is over of it, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        room = float(self.width())
        if not self._still:
            side = min(self.width(), self.height(), self._look.px(_LARGEST))
            radius = (side - _ARC) / 2 - 1
            self._paint_time(painter, middle, radius)
            room = 2 * radius * _INSIDE
        self._paint_words(painter, middle, room)

    def _paint_time(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        painter.setPen(QPen(self._look.color("rule_strong"), _TRACK))
        painter.drawEllipse(middle, radius, radius)
        if self._over:
            painter.setPen(QPen(self._look.color("accent"), _ARC, c=Qt.PenCapStyle.RoundCap))
            around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            painter.drawArc(around, 90 * 16, -round(min(1.0, self._over) * 360 * 16))

    def _paint_words(self, painter: QPainter, middle: QPointF, room: float) -> None:
        painter.setPen(self._look.color("text"))
        style = self._fitting(room)
        line = self._look.line_height(style)
        top = middle.y() - (line if self._number else line / 2)
        for weight, shown in ((600, self._words), (400, self._number)):
            painter.setFont(self._look.font(style, weight=weight, tabular=True))
            place = QRectF(0, top, self.width(), line)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
            top += line

    def _fitting(self, room: float) -> str:
        for style in _STYLES:
            measure = QFontMetricsF(self._look.font(style, weight=600))
            if measure.horizontalAdvance(self._words) <= room:
                break
        return style
