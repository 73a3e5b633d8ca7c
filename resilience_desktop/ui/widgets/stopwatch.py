"""The seconds of an exercise: they can be paused, and time away does not count."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_GAP = 5.0
"""After so many seconds without a look at the clock the computer was asleep, or hung."""


class Stopwatch(QObject):
    """Tells how many seconds have passed, by the clock and not by how often it looked."""

    moved = Signal()
    """Time has passed, or it paused itself after a long gap."""

    def __init__(
        self, clock: Callable[[], float] = time.perf_counter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen = 0.0
        self.seconds = 0.0
        """How many there were at the last look; less than none before the start."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return self._timer.isActive()

    def look_every(self, milliseconds: int) -> None:
        """Choose how often to look at the clock."""
        self._timer.setInterval(milliseconds)

    def start(self, at: float = 0.0) -> None:
        """Count from here."""
        self.seconds = at
        self._go_on()

    def go_on(self) -> None:
        """Count on from where it stands; nothing new while it counts."""
        if not self.is_running:
            self._go_on()

    def pause(self) -> None:
        """Keep the place, to the moment of this call; no work is done until it goes on."""
        if self.is_running:
            self._count()
            self._timer.stop()

    def _go_on(self) -> None:
        self._seen = self._clock()
        self._timer.start()

    def _look(self) -> None:
        if not self._count():
            self._timer.stop()
        self.moved.emit()

    def _count(self) -> bool:
        """Count what has passed since the last look; return whether somebody was there for it."""
        now = self._clock()
        gap, self._seen = now - self._seen, now
        was_there = gap <= LONGEST_GAP
        if was_there:
            self.seconds += gap
        return was_there


def time_of(seconds: float, whole: float | None) -> str:
    """Return how much of a time is over, as ``2:10 of 5:00``; without an end only ``2:10``."""
    over = minutes_and_seconds(seconds)
    if whole is None:
        return over
    return text("{time} of {whole}").format(time=over, whole=minutes_and_seconds(whole))


def minutes_and_seconds(seconds: float) -> str:
    """Return a length of time as ``2:05``."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
