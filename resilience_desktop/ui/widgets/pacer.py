"""The pacer: a disc that leads the breath, or the same in words and numbers only."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from resilience_desktop.domain.breathing import Breath
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets.spoken import Graphic
from resilience_desktop.ui.widgets.stopwatch import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.breathing import Pattern, Phase, Place
    from resilience_desktop.ui.theme import LookKeeper

LEAD_IN = 3
"""Seconds to get comfortable."""
_MOVING_MS, _STILL_MS = 33, 50
_LARGEST, _SMALLEST = 368, 150
_TRACK, _ARC, _EDGE, _DOT = 2, 4, 2, 2
_DOTS = [0.1, 4]  # in widths of the pen, whose round ends make dots of the short dashes
_BESIDE = 5
"""The dotted limits lie so far beside the disc, whose edge would make teeth of them."""
_LARGE, _SMALL = 154 / 188, 70 / 154
"""The largest disc in the circle of the whole time, and the smallest disc in the largest."""
_MOST_SMALL = 0.85
"""However long the words are, the disc keeps some way to go."""
_STYLES = ("title", "heading", "body", "small")


class Pacer(Graphic):
    """Leads through breaths of one pattern for some time.

    It never plays a sound and needs no colour. A screen reader hears each phase once, politely:
    who cannot see the disc has no other way to follow it, and for everybody else it is silent, so
    there is nothing to choose. After the first breath the seconds are left out, which keeps the
    speech shorter than the phase. When the pacer is hidden or its window minimised, it pauses.
    """

    told = Signal()
    """What it says in words and numbers, or how much time is over, has changed."""
    turned = Signal()
    """A phase begins."""
    finished = Signal()

    def __init__(
        self,
        look: LookKeeper,
        pattern: Pattern,
        *,
        name: str,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(text("Breathing"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._look, self._pattern = look, pattern
        self._since, self._before = 0.0, 0
        """When breaths of this pattern began, and how many there were before, of other ones."""
        self._total = pattern.seconds
        self._still = False
        self._said: tuple[str, str, int] | None = None
        self._phase: tuple[int, Phase] | None = None
        self._easing = QEasingCurve(QEasingCurve.Type.InOutSine)
        self._stopwatch = Stopwatch(clock, self)
        self._stopwatch.look_every(_MOVING_MS)
        self._stopwatch.moved.connect(self._move)
        look.look_changed.connect(self.updateGeometry)

    @property
    def pattern(self) -> Pattern:
        """The breath it leads through."""
        return self._pattern

    @property
    def elapsed(self) -> float:
        """How many seconds of breathing are over."""
        return max(0.0, self._stopwatch.seconds)

    @property
    def total(self) -> float:
        """How many seconds of breathing there are."""
        return self._total

    @property
    def is_running(self) -> bool:
        """Whether it leads at present; if not it is paused, over or not begun."""
        return self._stopwatch.is_running

    @property
    def is_over(self) -> bool:
        """Whether all the time is over."""
        return self.elapsed >= self._total

    def start(self, seconds: float, at: float = -LEAD_IN) -> None:
        """Lead through whole breaths for about so long, after a moment to get comfortable."""
        self._total = self._pattern.whole_breaths(seconds)
        self._phase = None
        self._since, self._before = 0.0, 0
        self._stopwatch.start(at)
        self._tell()

    def pause(self) -> None:
        """Keep the place."""
        was_running = self.is_running
        self._stopwatch.pause()
        self._tell()
        if was_running and self.is_over:
            self.finished.emit()

    def go_on(self) -> None:
        """Go on from the same place."""
        self._stopwatch.go_on()
        self._tell()

    def set_total(self, seconds: float) -> None:
        """Make it longer or shorter while it runs; the breath that has begun is finished."""
        begun = self._place().cycle + 1
        left = self._pattern.whole_breaths(seconds - self._since, least=begun)
        self._total = self._since + left
        self.update()
        self.told.emit()

    def set_rounds(self, rounds: int) -> None:
        """Do the same, for so many breaths from the beginning."""
        self.set_total(self._since + (rounds - self._before) * self._pattern.seconds)

    def set_pattern(self, pattern: Pattern) -> None:
        """Begin a breath of another kind; the time that is over stays over.

        Whoever calls this says next how long it lasts.
        """
        if self.elapsed:
            self._before += self._place().cycle
            self._since = self.elapsed
        self._pattern, self._phase = pattern, None
        self._tell()

    def set_still(self, *, still: bool) -> None:
        """Show words and numbers only, without anything that moves."""
        self._still = still
        self._stopwatch.look_every(_STILL_MS if still else _MOVING_MS)
        self.update()

    def words(self) -> tuple[str, str]:
        """Return what it says: a phase or a state, and the whole seconds left of it, if any."""
        seconds = self._stopwatch.seconds
        if self.is_over:
            return text("Finished"), ""
        if not self.is_running:
            return text("Paused"), ""
        if seconds < 0:
            return text("Starts in"), _whole(-seconds)
        place = self._place()
        return _name(place.phase), _whole(place.seconds_left)

    def sizeHint(self) -> QSize:
        """Return the smallest square in which the words can be read.

        It takes what room there is; a wish for more would make a page scroll that need not.
        """
        return QSize(self._look.px(_SMALLEST), self._look.px(_SMALLEST))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause: nobody can follow what cannot be seen."""
        super().hideEvent(event)
        if self.is_running:
            self.pause()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc between its limits, the whole time round it, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        if self._still:
            self._paint_words(painter, middle, "display", "text")
            return
        side = min(self.width(), self.height(), self._look.px(_LARGEST))
        outer = (side - _ARC) / 2 - 1
        self._paint_time(painter, middle, outer)
        large = outer * _LARGE
        small, style = self._small(large)
        radius = small + (large - small) * self._easing.valueForProgress(self._fullness())
        painter.setBrush(self._look.color("accent_soft"))
        painter.setPen(QPen(self._look.color("accent"), _EDGE))
        painter.drawEllipse(middle, radius, radius)
        dots = QPen(self._look.color("rule_strong"), _DOT, c=Qt.PenCapStyle.RoundCap)
        dots.setDashPattern(_DOTS)
        painter.setPen(dots)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for limit in (small - _BESIDE, large + _BESIDE):
            painter.drawEllipse(middle, limit, limit)
        self._paint_words(painter, middle, style, "on_accent_soft")

    def _move(self) -> None:
        over = self.is_over
        if over:
            self._stopwatch.pause()
        if not self._still:
            self.update()
        self._tell()
        if over:
            self.finished.emit()

    def _tell(self) -> None:
        """Say what is new, to the eye and to the ear."""
        said = (*self.words(), int(self.elapsed))
        if said == self._said:
            return
        state_is_new = self._said is None or said[0] != self._said[0]
        self._said = said
        self.update()
        if self.is_running and self._stopwatch.seconds >= 0:
            self._tell_phase()
        elif state_is_new:
            self.setAccessibleDescription(" ".join(said[:2]).strip())
        self.told.emit()

    def _tell_phase(self) -> None:
        place = self._place()
        name, seconds = _name(place.phase), place.phase.seconds
        counted = int(seconds) if seconds == int(seconds) else seconds
        full = text("{phase}, {time}").format(
            phase=name, time=plural("{n} second", "{n} seconds", counted)
        )
        self.setAccessibleDescription(full)
        if (place.cycle, place.phase) != self._phase:
            self._phase = (place.cycle, place.phase)
            announce(self, name if place.cycle else full)
            self.turned.emit()

    def _place(self) -> Place:
        return self._pattern.at(self.elapsed - self._since)

    def _fullness(self) -> float:
        return 0.0 if self.is_over else self._place().fullness

    def _small(self, large: float) -> tuple[float, str]:
        """Return the smallest disc, which holds all words, and the type that makes it possible."""
        said = [_name(phase) for phase in self._pattern.phases]
        said += [text("Starts in"), text("Paused"), text("Finished")]
        for style in _STYLES:
            measure = QFontMetricsF(self._look.font(style, weight=600))
            width = max(measure.horizontalAdvance(words) for words in said)
            reach = math.hypot(width / 2, measure.ascent()) + 2.5 * _BESIDE
            if reach <= large * _MOST_SMALL:
                break
        return min(max(large * _SMALL, reach), large * _MOST_SMALL), style

    def _paint_time(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.color("rule_strong"), _TRACK))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(self._look.color("accent"), _ARC, c=Qt.PenCapStyle.RoundCap))
        around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        over = min(1.0, self.elapsed / self._total)
        if over:
            painter.drawArc(around, 90 * 16, -round(over * 360 * 16))

    def _paint_words(self, painter: QPainter, middle: QPointF, style: str, role: str) -> None:
        """Paint the phase, and the seconds below it."""
        words, number = self.words()
        painter.setPen(self._look.color(role))
        line = self._look.line_height(style)
        top = middle.y() - (line if number else line / 2)
        for weight, shown in ((600, words), (400, number)):
            painter.setFont(self._look.font(style, weight=weight, tabular=True))
            place = QRectF(0, top, self.width(), line)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
            top += line


def _name(phase: Phase) -> str:
    return {
        Breath.IN: text("Breathe in"),
        Breath.HOLD: text("Hold"),
        Breath.OUT: text("Breathe out"),
        Breath.REST: text("Rest"),
    }[phase.breath]


def _whole(seconds: float) -> str:
    """Return seconds that are left as they are counted down: never none."""
    return str(max(1, math.ceil(seconds - 1e-6)))
