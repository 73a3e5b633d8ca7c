"""How strong an urge was, drawn as the wave it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from resilience_desktop.domain.practice import LEAST, MOST
from resilience_desktop.i18n import plural, text
from resilience_desktop.services import wave_in_words
from resilience_desktop.ui.widgets.spoken import Graphic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.practice import Rating
    from resilience_desktop.ui.theme import LookKeeper

_LOWEST, _USUAL, _HIGHEST, _NARROWEST = 132, 160, 320, 240
_DOT = 4.5
_GAP = 8
_TICK_MINUTES = 5
_FEWEST_MINUTES = 10


class WavePicture(Graphic):
    """One dot for each rating and a smooth line through them, over the minutes.

    The line bends without rising above or falling below the ratings that it joins, so nothing is
    drawn that nobody said.
    """

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(text("How strong the urge was"))
        # As everywhere, time and numbers grow to the right in every writing.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._look = look
        self._wave: tuple[Rating, ...] = ()
        self._minutes = _FEWEST_MINUTES
        self.show_wave(())
        look.follow(self._dress)

    def show_wave(self, wave: Sequence[Rating], until: float = 0.0) -> None:
        """Show these ratings; ``until`` is how many seconds there should be room for at least."""
        self._wave = tuple(wave)
        last = max(until, wave[-1].seconds if wave else 0.0)
        whole = -int(-last // (60 * _TICK_MINUTES)) * _TICK_MINUTES
        self._minutes = max(_FEWEST_MINUTES, whole)
        said = wave_in_words.aloud(wave) or text("not rated yet")
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which the wave can be read."""
        return QSize(self._look.px(_NARROWEST), self._look.px(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return the least of it."""
        return QSize(self._look.px(_NARROWEST), self._look.px(_LOWEST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scale, the line and the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())  # Qt would take the app's
        place = self._place()
        look, points = self._look, [self._point(one, place) for one in self._wave]
        line = smooth(points) if len(points) > 1 else QPainterPath()
        if not line.isEmpty():
            under = QPainterPath(line)
            under.lineTo(points[-1].x(), place.bottom())
            under.lineTo(points[0].x(), place.bottom())
            painter.fillPath(under, look.color("accent_soft"))
        self._paint_scale(painter, place)
        if not line.isEmpty():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(line)
        painter.setPen(QPen(look.color("window"), 1.5))
        painter.setBrush(look.color("accent"))
        for point in points:
            painter.drawEllipse(point, look.px(_DOT), look.px(_DOT))

    def _dress(self) -> None:
        self.setMaximumHeight(self._look.px(_HIGHEST))
        self.updateGeometry()

    def _place(self) -> QRectF:
        """Return where the wave itself goes, between its numbers."""
        look = self._look
        line = look.line_height("small")
        measure = QFontMetricsF(look.font("small", tabular=True))
        side = measure.horizontalAdvance(str(MOST)) + _GAP
        end = look.px(_DOT) + 1
        return QRectF(self.rect()).adjusted(side, line / 2, -end, -line - _GAP)

    def _paint_scale(self, painter: QPainter, place: QRectF) -> None:
        look = self._look
        painter.setFont(look.font("small", tabular=True))
        line = look.line_height("small")
        for value in (LEAST, (LEAST + MOST) // 2, MOST):
            y = round(self._y(value, place)) + 0.5
            painter.setPen(QPen(look.color("rule"), 1))
            painter.drawLine(QLineF(place.left(), y, place.right(), y))
            painter.setPen(look.color("text_faint"))
            words = QRectF(0, y - line / 2, place.left() - _GAP, line)
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, end, str(value))
        step = _TICK_MINUTES if self._minutes <= 6 * _TICK_MINUTES else 2 * _TICK_MINUTES
        for minute in range(0, self._minutes + 1, step):
            is_end = minute == self._minutes
            said = plural("{n} minute", "{n} minutes", minute) if is_end else str(minute)
            width = QFontMetricsF(painter.font()).horizontalAdvance(said) + 2
            middle = place.left() + place.width() * minute / self._minutes
            left = place.right() - width if is_end else middle - width / 2
            words = QRectF(left, place.bottom() + _GAP, width, line)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, said)

    def _point(self, one: Rating, place: QRectF) -> QPointF:
        x = place.left() + place.width() * one.seconds / (60 * self._minutes)
        return QPointF(x, self._y(one.strength, place))

    def _y(self, strength: float, place: QRectF) -> float:
        return place.bottom() - place.height() * (strength - LEAST) / (MOST - LEAST)


def smooth(points: Sequence[QPointF]) -> QPainterPath:
    """Return a line through points that go right, and beyond none of two neighbours in between.

    Cubic pieces whose slopes are the harmonic mean of those of the neighbouring straight lines,
    and level at a peak or a trough (F. N. Fritsch and J. Butland, 1984).
    """
    straight = [_slope(one, two) for one, two in pairwise(points)]
    slopes = [
        0.0 if one * two <= 0 else 2 * one * two / (one + two) for one, two in pairwise(straight)
    ]
    slopes = [straight[0], *slopes, straight[-1]]
    path = QPainterPath(points[0])
    for place, (one, two) in enumerate(pairwise(points)):
        third = (two.x() - one.x()) / 3
        path.cubicTo(
            QPointF(one.x() + third, one.y() + third * slopes[place]),
            QPointF(two.x() - third, two.y() - third * slopes[place + 1]),
            two,
        )
    return path


def _slope(one: QPointF, two: QPointF) -> float:
    width = two.x() - one.x()
    return (two.y() - one.y()) / width if width else 0.0
