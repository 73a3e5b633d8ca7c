"""The seconds of an exercise: they can be paused, and time away does not count."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

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
        self.go_on()

    def go_on(self) -> None:
        """Count on from where it stands."""
        self._seen = self._clock()
        self._timer.start()

    def pause(self) -> None:
        """Keep the place; no work is done until it goes on."""
        self._timer.stop()

    def _look(self) -> None:
        now = self._clock()
        gap, self._seen = now - self._seen, now
        if gap > LONGEST_GAP:
            self.pause()
        else:
            self.seconds += gap
        self.moved.emit()
