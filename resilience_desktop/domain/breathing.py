"""Paced breathing: which part of which breath it is after some seconds."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate


class Breath(StrEnum):
    """What the breath does."""

    IN = "in"
    HOLD = "hold"
    """Full, after breathing in."""
    OUT = "out"
    REST = "rest"
    """Empty, after breathing out."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a breath, and how many seconds it takes."""

    breath: Breath
    seconds: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.seconds) and self.seconds > 0):
            message = "A phase takes some time."
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is who breathes along."""

    phase: Phase
    fraction: float
    """How much of the phase is over, 0 to 1."""
    cycle: int
    """How many whole breaths are over."""

    @property
    def seconds_left(self) -> float:
        """How long the phase still takes."""
        return self.phase.seconds * (1 - self.fraction)

    @property
    def fullness(self) -> float:
        """How full the lungs are, 0 to 1."""
        return {
            Breath.IN: self.fraction,
            Breath.HOLD: 1.0,
            Breath.OUT: 1 - self.fraction,
            Breath.REST: 0.0,
        }[self.phase.breath]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One whole breath, to be repeated; all times in seconds."""

    phases: tuple[Phase, ...] = field(repr=False)

    def __post_init__(self) -> None:
        if not self.phases:
            message = "A breath has at least one phase."
            raise ValueError(message)

    @property
    def seconds(self) -> float:
        """How long one breath takes."""
        return sum(phase.seconds for phase in self.phases)

    def at(self, elapsed: float) -> Place:
        """Return the place after this many seconds; raise ``ValueError`` before the start."""
        if elapsed < 0:
            message = "The first breath has not begun."
            raise ValueError(message)
        *starts, whole = accumulate((phase.seconds for phase in self.phases), initial=0.0)
        cycle, within = divmod(elapsed, whole)
        number = bisect_right(starts, within) - 1
        phase = self.phases[number]
        return Place(phase, min(1.0, (within - starts[number]) / phase.seconds), int(cycle))

    def whole_breaths(self, seconds: float, *, least: int = 1) -> float:
        """Return the time nearest to ``seconds`` at which a breath ends."""
        return max(least, round(seconds / self.seconds)) * self.seconds
