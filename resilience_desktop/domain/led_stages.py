"""Being led by the clock: stages that follow each other, each with a name and its seconds."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class LedStage:
    """Something to do for some seconds."""

    name: str = field(repr=False)
    seconds: float
    group: int = 0
    """Stages of the same number belong together and follow each other."""

    def __post_init__(self) -> None:
        if not (math.isfinite(self.seconds) and self.seconds > 0):
            message = "A stage takes some time."
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class LedPlace:
    """Where somebody is who is led."""

    number: int
    """Which stage it is, from 0."""
    stage: LedStage
    seconds_left: float
    """How long the stage still takes."""


@dataclass(frozen=True, slots=True)
class LedStages:
    """A whole exercise; all times in seconds since its beginning."""

    stages: tuple[LedStage, ...] = field(repr=False)

    def __post_init__(self) -> None:
        if not self.stages:
            message = "An exercise has at least one stage."
            raise ValueError(message)

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return self._ends()[-1]

    def at(self, elapsed: float) -> LedPlace | None:
        """Return the place after this long; None when it is over.

        Raises ``ValueError`` before the start.
        """
        if elapsed < 0:
            message = "The first stage has not begun."
            raise ValueError(message)
        ends = self._ends()
        number = bisect_right(ends, elapsed)
        if number == len(ends):
            return None
        return LedPlace(number, self.stages[number], ends[number] - elapsed)

    def end_of_group(self, elapsed: float) -> float:
        """Return when the stages that belong together with the present one are over."""
        place = self.at(elapsed)
        if place is None:
            return elapsed
        later = range(place.number, len(self.stages))
        own = (n for n in later if self.stages[n].group == place.stage.group)
        return self._ends()[max(own)]

    def _ends(self) -> list[float]:
        return list(accumulate(stage.seconds for stage in self.stages))
