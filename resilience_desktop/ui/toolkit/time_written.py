"""For how long somebody worked on something in writing, roughly."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_PAUSE_S = 90.0
"""Who changes nothing for longer was somewhere else."""


class TimeWritten:
    """Adds up the time from one change to the next, without long pauses."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last: float | None = None
        self._seconds = 0.0

    def touch(self) -> None:
        """Note a change."""
        now = self._clock()
        gap = now - self._last if self._last is not None else 0.0
        self._last = now
        if gap <= LONGEST_PAUSE_S:
            self._seconds += gap

    def take(self) -> int:
        """Return the whole seconds since they were taken last."""
        whole = int(self._seconds)
        self._seconds -= whole
        return whole
