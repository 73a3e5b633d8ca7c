"""Two periods side by side: how far their means are apart, and whether that is clear of chance."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt
from typing import TYPE_CHECKING, Self

from resilience_desktop.insights.carry_over import cautious, effective_days
from resilience_desktop.insights.mean import (
    FEWEST_EFFECTIVE,
    MOOD,
    Interval,
    PeriodMean,
    Scale,
    deviation,
)

if TYPE_CHECKING:
    from resilience_desktop.insights.series import DaySeries

_NARROW = 0.1
"""An interval that reaches further than this part of the scale to either side is a wide one: a
difference of one in ten steps is one that people notice."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The later mean minus the earlier one, in the unit of the days, with its 95 % interval.

    d = m2 - m1; s_d = sqrt(s1^2 / e1 + s2^2 / e2) with e = n (1 - r) / (1 + r) of each period and
    the cautious carry-over r of both together, each about its own mean; d +- t(.975, e1 + e2 - 2)
    s_d. For periods of the same length s_d is the sqrt((s1^2 + s2^2) / n_eff) of the usual table.
    Gate: 21 days each, 7 pairs of days in a row each, at least half of the days of each, and an e
    of 5 each. The two must not share days.

    How often it held the true difference, of 100 that were shown, between two periods of so many
    days each, with moods in whole steps from -5 to +5 and days missing at random (3,000 series
    each, so +-0.8; tests/promises/interval_coverage.py):

    missing      none             20 %             40 %
    carry-over   .2   .4   .6     .2   .4   .6     .2   .4   .6
    21 days    97.3 95.6 89.6
    30 days    97.7 96.4 94.1   97.8 96.8 93.8
    60 days    95.8 95.1 94.2   96.8 96.5 95.9   97.5 97.0 95.9
    90 days    96.1 95.5 94.4   96.5 96.1 95.4   96.9 97.0 97.0

    Unrounded normal moods give 89.2 to 97.8; days that carry over .8 give 81 of 30 days, 88 of 44
    and 93 of 60.

    Source: clinical reference 5.1.
    """

    earlier: PeriodMean
    later: PeriodMean
    difference: float | None = field(repr=False)
    interval: Interval | None = field(repr=False)
    scale: Scale = MOOD

    @classmethod
    def of(cls, earlier: DaySeries, later: DaySeries, scale: Scale = MOOD) -> Self:
        """Compare two periods; they need not be equally long, nor follow each other."""
        means = PeriodMean.of(earlier, scale), PeriodMean.of(later, scale)
        carry_over = cautious(earlier, later)
        worth = [effective_days(len(one), carry_over) for one in (earlier, later)]
        if not all(mean.enough_for_interval for mean in means) or min(worth) < FEWEST_EFFECTIVE:
            return cls(*means, None, None, scale)
        difference = float(later.values.mean() - earlier.values.mean())
        deviations = deviation(earlier.values), deviation(later.values)
        error = sqrt(sum(one**2 / days for one, days in zip(deviations, worth, strict=True)))
        return cls(*means, difference, Interval.around(difference, error, sum(worth) - 2), scale)

    @property
    def is_clear(self) -> bool:
        """Whether the difference is clear of zero."""
        return self.interval is not None and self.interval.is_clear_of_zero

    @property
    def is_wide(self) -> bool:
        """Whether the difference is known so badly that no difference cannot be told from one."""
        if self.interval is None:
            return False
        return self.interval.high - self.interval.low > 2 * _NARROW * self.scale.width
