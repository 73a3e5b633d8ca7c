"""How much days differ, and how far the mood moves from one day to the next.

Neither is good or bad: between people, variable (-.18) and changeable (-.21) moods go with low
well-being only weakly (Houben et al. 2015, Psychological Bulletin 141), and beside the mean they
add little (Dejonckheere et al. 2019, Nature Human Behaviour 3).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import numpy as np

from resilience_desktop.insights.enough import Enough
from resilience_desktop.insights.how_sure import HowSure
from resilience_desktop.insights.mean import LEAST_DEVIATION

if TYPE_CHECKING:
    from resilience_desktop.insights.series import DaySeries

DAYS_FOR_SPREAD = 21
PAIRS_FOR_SWING = 20
MAD_TO_DEVIATION = 1.4826
"""Makes the median distance comparable with a standard deviation (R's ``mad`` does so too)."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How much the days of a period differ from each other, in their unit.

    Gate: 21 days, and half of the days of the period.
    """

    enough: Enough
    deviation: float | None = field(repr=False)
    """The standard deviation, over n - 1."""
    robust: float | None = field(repr=False)
    """1.4826 times the median distance from the median: single unusual days hardly move it."""
    sure: HowSure | None = field(default=None, repr=False)
    """Between what the deviation likely lies."""

    @classmethod
    def of(cls, series: DaySeries) -> Self:
        """Return the spread of a period."""
        enough = Enough.of(series, DAYS_FOR_SPREAD)
        if not enough:
            return cls(enough, None, None)
        distance = np.abs(series.values - np.median(series.values))
        robust = MAD_TO_DEVIATION * float(np.median(distance))
        return cls(enough, float(series.values.std(ddof=1)), robust, HowSure.of_spread(series))

    @property
    def is_nearly_flat(self) -> bool:
        """Whether days differ by less than rounding to whole steps does: no chart shows much."""
        return self.deviation is not None and self.deviation < LEAST_DEVIATION


@dataclass(frozen=True, slots=True)
class Swing:
    """How far the mood typically moved from one day to the next (RMSSD), in the unit of the days.

    sqrt(mean of (x_(i+1) - x_i)^2 over the pairs of days in a row). A pair counts only where both
    days are there, and the sum is divided by the number of such pairs. (von Neumann et al. 1941,
    Annals of Mathematical Statistics 12; Jahng et al. 2008, Psychological Methods 13.)

    R's ``psych::mssd`` (2.2.9) sums the same squares but divides them by the number of days with a
    value minus one, whatever gaps there are: for 5, 7, -, 4, 3, 5, -, -, 6, 5 it gives 10 / 6, and
    10 / 4 is meant here. Without gaps both are the same.

    With 90 made-up days in whole steps, carry-over .2 to .6, and 20 or 40 % of the days missing at
    random, this is .99 to 1.00 of the true swing; ``psych::rmssd`` is .89 and .77 of it, and taking
    the days on both sides of a gap for neighbours gives 1.02 to 1.06 and 1.04 to 1.13.

    Gate: 20 pairs, and half of the days of the period.
    """

    enough: Enough
    points: float | None = field(repr=False)
    sure: HowSure | None = field(default=None, repr=False)

    @classmethod
    def of(cls, series: DaySeries) -> Self:
        """Return the day-to-day swing of a period."""
        enough = Enough.of(series, 0, PAIRS_FOR_SWING)
        if not enough:
            return cls(enough, None)
        return cls(enough, swing(series), HowSure.of_swing(series))


def swing(series: DaySeries) -> float:
    """Return the RMSSD of a series with at least one pair of days in a row, without a gate."""
    earlier, later = series.pairs()
    return float(np.sqrt(np.square(later - earlier).mean()))
