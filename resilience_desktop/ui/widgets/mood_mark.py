"""The mark of a mood: a square below zero, a diamond at zero, a circle above."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from resilience_desktop import content, i18n, themes
from resilience_desktop.ui.widgets.spoken import Graphic

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

DIAMOND = 1.16
"""A diamond reaches this much further than a square, so that it looks as large."""


def mark_path(middle: QPointF, side: float, value: float) -> QPainterPath:
    """Return the outline of a mark as wide as ``side``."""
    path, half = QPainterPath(), side / 2
    step = themes.nearest_step(value)
    if step > 0:
        path.addEllipse(middle, half, half)
    elif step < 0:
        corner = max(2.0, side * 0.2)
        path.addRoundedRect(
            QRectF(middle.x() - half, middle.y() - half, side, side), corner, corner
        )
    else:
        _add_diamond(path, middle, half * DIAMOND, max(1.5, side * 0.08))
    return path


def paint_mark(
    painter: QPainter,
    look: LookKeeper,
    middle: QPointF,
    side: float,
    value: float,
    *,
    words: str = "",
    style: str = "small",
    neutral: bool = False,
) -> None:
    """Paint one mark, with its number when ``words`` are given.

    A neutral mark belongs to another scale than mood and is a plain circle.
    """
    fill = look.color("accent_soft" if words else "surface") if neutral else look.mood_fill(value)
    ink = look.color("on_accent_soft") if neutral else look.mood_text(value)
    edge = look.color("accent" if neutral and words else "stroke")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    painter.setPen(QPen(edge, 1))
    painter.drawPath(mark_path(middle, side - 1, 1 if neutral else value))
    if words:
        painter.setPen(QColor(ink))
        painter.setFont(look.font(style, weight=600, tabular=True))
        around = QRectF(middle.x() - side, middle.y() - side, 2 * side, 2 * side)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the sign stays before it
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


class MoodMark(Graphic):
    """One mood, with its number, as it stands in a list."""

    def __init__(
        self,
        look: LookKeeper,
        value: float,
        *,
        name: str = "",
        side: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._look, self._value, self._side = look, value, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        step = themes.nearest_step(value)
        self.setAccessibleName(f"{i18n.spoken(step)}, {content.mood_word(step)}")
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        side = self._look.px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a picture is not cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        middle = QPointF(self.width() / 2, self.height() / 2)
        words = i18n.signed(self._value)
        side = float(min(self.width(), self.height()))
        if themes.nearest_step(self._value) == 0:
            side /= DIAMOND
        paint_mark(painter, self._look, middle, side, self._value, words=words)


def _add_diamond(path: QPainterPath, middle: QPointF, reach: float, corner: float) -> None:
    """Add a square on its tip, the tips rounded a little."""
    cut = corner / math.sqrt(2)
    tips = [(0, -1), (1, 0), (0, 1), (-1, 0)]
    for number, (x, y) in enumerate(tips):
        tip = QPointF(middle.x() + x * reach, middle.y() + y * reach)
        before, after = tips[number - 1], tips[(number + 1) % 4]
        start = tip + QPointF(before[0] - x, before[1] - y) * cut
        end = tip + QPointF(after[0] - x, after[1] - y) * cut
        if number:
            path.lineTo(start)
        else:
            path.moveTo(start)
        path.quadTo(tip, end)
    path.closeSubpath()
