"""Moods of people who are not: steady but for chance, each day a little like the one before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from resilience_desktop.insights.series import DaySeries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.random import Generator

FIRST = dt.date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Steady:
    """A mood that never changes in truth."""

    carry_over: float
    mean: float = 0.0
    deviation: float = 1.0
    in_steps: bool = False
    """Whether days are whole points from -5 to +5."""
    missing: float = 0.0
    """Share of days without a number."""

    def series(
        self, chance: Generator, number: int, days: int, *, whole: int = 0, drop: float = 0.0
    ) -> Iterator[DaySeries]:
        """Yield so many series of so many days.

        None of the first ``whole`` days is missing; the others are ``drop`` deviations lower.
        """
        moods = chance.standard_normal((number, days))
        moods[:, 1:] *= (1 - self.carry_over**2) ** 0.5
        for day in range(1, days):
            moods[:, day] += self.carry_over * moods[:, day - 1]
        moods[:, whole:] -= drop
        moods = self.mean + self.deviation * moods
        if self.in_steps:
            moods = np.clip(np.rint(moods), -5, 5)
        written = chance.random(moods.shape) >= self.missing
        written[:, :whole] = True
        last = FIRST + dt.timedelta(days=days - 1)
        for values, there in zip(moods, written, strict=True):
            yield DaySeries(FIRST, last, np.flatnonzero(there) + FIRST.toordinal(), values[there])
