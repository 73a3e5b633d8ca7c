"""When a journal that nobody uses is locked.

Two clocks are asked and the one that moved further counts: the steady one stands still while the
computer sleeps, and the one on the wall can be put back.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clocks:
    """What both clocks say, in seconds."""

    steady: float
    """Since some beginning; never goes back, but may stand still during sleep."""
    wall: float
    """Since 1970; goes on during sleep, and anybody can set it."""


def idle_seconds(last: Clocks, now: Clocks) -> float:
    """Return how long nothing was done since ``last``; never less than nothing."""
    return max(now.steady - last.steady, now.wall - last.wall, 0.0)


def is_time_to_lock(last: Clocks, now: Clocks, minutes: int) -> bool:
    """Whether nothing was done for so many minutes; 0 never locks."""
    return minutes > 0 and idle_seconds(last, now) >= minutes * 60
