"""Between what a spread or a swing likely lies, and whether two of them differ."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import exp, hypot, log, sqrt
from typing import TYPE_CHECKING, Self

import numpy as np

from resilience_desktop.insights.carry_over import corrected, effective_days
from resilience_desktop.insights.mean import LEAST_DEVIATION, Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.insights.series import DaySeries, Numbers

FEWEST_EFFECTIVE = 6.0
"""Days apart from which on a range is given: fewer cannot carry one."""
_SHARED = 0.6
_FEWEST_OF_MEAN = 3.0


@dataclass(frozen=True, slots=True)
class HowSure:
    """The root mean square of some numbers y, in the unit of the days, and how sure it is.

    q is the mean of y: of the squared distances from the mean over 1 - 1 / n_eff for a spread,
    since the mean of days that resemble each other takes some of their spread away, and of the
    squared steps for a swing. With e days apart, log(sqrt(q)) has the error c / sqrt(e), where c is
    the larger one of sd(y) / (2 mean(y)) and, as for normal moods, sqrt(1 / 2). For a spread e is
    the smaller one of n (1 - a) / (1 + a), with the carry-over a of y, and n (1 - b) / (1 + b) with
    b = r*^2 of the days; for a swing of the first of these and 0.6 n, since two steps in a row
    share a day. Moods that all but stand still are taken to differ by what rounding does.

    Of made-up moods in whole steps with carry-over .2 to .6 and none to 40 % of the days missing
    (600 of each), the range held the true number in 90 to 99 of 100, and in 85 to 96 where days
    below the usual were pulled 2 points further down; least with strong carry-over in a month.
    """

    number: int
    mean: float = field(repr=False)
    """Of y."""
    deviation: float = field(repr=False)
    left: float
    """What share of q is in the mean of y."""
    effective: float
    """e, in days or steps that have nothing to do with each other."""

    @classmethod
    def of_spread(cls, series: DaySeries) -> Self:
        """Return how sure the standard deviation of these days is; there have to be two."""
        days, carry_over = len(series), corrected(series)
        squares = np.square(series.values - series.values.mean())
        effective = min(
            effective_days(days, corrected(replace(series, values=squares))),
            effective_days(days, carry_over**2),
        )
        worth = max(effective_days(days, carry_over), _FEWEST_OF_MEAN)
        return cls._of(squares, 1 - 1 / worth, effective)

    @classmethod
    def of_swing(cls, series: DaySeries) -> Self:
        """Return how sure the RMSSD of these days is; there have to be two steps."""
        earlier, later = series.pairs()
        squares = np.square(later - earlier)
        begun = series.where(np.isin(series.ordinals + 1, series.ordinals))
        carried = corrected(replace(begun, values=squares))
        steps = len(squares)
        return cls._of(squares, 1.0, min(effective_days(steps, carried), _SHARED * steps))

    @classmethod
    def _of(cls, squares: Numbers, left: float, effective: float) -> Self:
        mean = max(float(squares.mean()), LEAST_DEVIATION**2)
        return cls(len(squares), mean, float(squares.std()), left, effective)

    @property
    def is_enough(self) -> bool:
        """Whether the days carry a range."""
        return self.effective >= FEWEST_EFFECTIVE

    @property
    def logarithm(self) -> float:
        """log(sqrt(q))."""
        return log(self.mean / self.left) / 2

    @property
    def interval(self) -> Interval | None:
        """Between what the number likely lies, in the unit of the days; None with too few."""
        if not self.is_enough:
            return None
        error = _one_error([self]) / sqrt(self.effective)
        reach = Interval.around(self.logarithm, error, self.effective - 1)
        return Interval(exp(reach.low), exp(reach.high))


def differ(earlier: HowSure, later: HowSure) -> bool | None:
    """Return whether two are apart by more than chance; None where nobody can tell.

    t = (l_1 - l_2) / (c sqrt(1 / e_1 + 1 / e_2)) with e_1 + e_2 - 2 degrees of freedom. c is taken
    over both, as in Layard 1973 (Journal of the American Statistical Association 68): by itself, a
    period without a low day would look far too sure.

    Two periods that differ by chance alone were told apart in 0 to 5 of 100 with the moods in whole
    steps of ``HowSure``, and with skewed ones in 1 to 7 (60 or 90 days each) and 3 to 13 (22 to
    30). Of several months at once it would be up to 38, so no such verdict is given.
    """
    if not (earlier.is_enough and later.is_enough):
        return None
    error = _one_error([earlier, later]) * hypot(earlier.effective**-0.5, later.effective**-0.5)
    freedom = earlier.effective + later.effective - 2
    return Interval.around(later.logarithm - earlier.logarithm, error, freedom).is_clear_of_zero


def _one_error(several: Sequence[HowSure]) -> float:
    """Return c over several, with the y of all of them together."""
    numbers = [one.number for one in several]
    mean = float(np.average([one.mean for one in several], weights=numbers))
    second = [one.mean**2 + one.deviation**2 for one in several]
    variance = float(np.average(second, weights=numbers)) - mean**2
    return max(sqrt(max(variance, 0.0)) / mean / 2, sqrt(0.5))
