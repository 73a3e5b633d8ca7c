"""What the guides that lead by the clock have in common."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from resilience_desktop.ui.toolkit.guide import GuidePane
from resilience_desktop.ui.widgets.stopwatch import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_MS = 100


class TimedGuide(GuidePane):
    """Counts the seconds, without pauses; who inherits shows where they have got to."""

    def __init__(self, *, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__()
        self.setObjectName("toolkit.guide")
        self._watch = Stopwatch(clock, self)
        self._watch.look_every(_LOOK_MS)
        self._watch.moved.connect(self._follow)

    @property
    def can_pause(self) -> bool:
        """It leads in time."""
        return True

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return self._watch.is_running

    @property
    def seconds(self) -> float:
        """For how long it was done, without pauses."""
        return self._watch.seconds

    def pause(self) -> None:
        """Keep the place."""
        self._watch.pause()
        self._follow()

    def go_on(self) -> None:
        """Go on from there."""
        self._watch.go_on()
        self._follow()

    def stand_at(self, seconds: float) -> None:
        """Stand at a second, with the time going on from there; for pictures of it."""
        self._watch.start(seconds)
        self._follow()

    def _follow(self) -> None:
        """Show where the time has got to, and end when it is over."""
        raise NotImplementedError

    def _end(self) -> None:
        """Be over; the time stands still."""
        self._watch.pause()
        self.turned.emit()
        self.finished.emit()


def whole_seconds(left: float) -> str:
    """Return seconds that are left as they are counted down: never none."""
    return str(max(1, math.ceil(left - 1e-6)))
