"""A difference between days, with an interval that knows that each day is like the one before."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from resilience_desktop.insights.mean import Interval

if TYPE_CHECKING:
    from resilience_desktop.insights.series import Numbers


@dataclass(frozen=True, slots=True)
class Difference:
    """How much higher days with something are, or by how much for each unit more of it."""

    points: float = field(repr=False)
    """Points of mood; below 0 when they are lower."""
    lower: float = field(repr=False)
    """Roughly the 95 % interval: it held the true value in 91 to 94 of 100 made-up journals with 60
    to 150 days, and in 90 or 91 where only 12 days have it, or few of very many."""
    upper: float = field(repr=False)

    @classmethod
    def of(cls, mood: Numbers, factor: Numbers, groups: int) -> Self:
        """Return the difference in mood that goes with one unit of the factor.

        ``mood`` and ``factor`` are residuals after the means of ``groups`` groups of days were
        taken away, so this is the coefficient b of the factor in a regression on the factor and
        those groups. b = sum(a m) / sum(a^2); e = m - b a; u = a e; s_l = sum of u_i u_(i-l). Its
        variance is n / (n - k) (s_0 + 2 sum_l (1 - l / (L + 1)) s_l) / sum(a^2)^2, with l from 1
        to L = floor(n^(1/3)) + 1 and k = groups + 1 (Newey and West 1987, Econometrica 55,
        Bartlett weights); the interval takes t with n - k degrees of freedom (REFERENCE 5.5).

        Lags are places among the days that are there, whatever lies between them, so that the
        variance cannot come out below 0. Gate: ``going_with.LEAST_DAYS``; a factor that is the same
        on all days of each group has no difference and must not come here.
        """
        n, parameters = len(mood), groups + 1
        size = float(factor @ factor)
        points = float(factor @ mood) / size
        scores = factor * (mood - points * factor)
        total = float(scores @ scores)
        lags = lags_of(n)
        for lag in range(1, lags + 1):
            total += 2 * (1 - lag / (lags + 1)) * float(scores[lag:] @ scores[:-lag])
        error = math.sqrt(max(total, 0) * n / (n - parameters)) / size
        reach = Interval.around(points, error, n - parameters)
        return cls(points, reach.low, reach.high)


def lags_of(n: int) -> int:
    """Return floor(n^(1/3)) + 1: 5 for 64 days, where a plain power would give 4."""
    root = round(math.cbrt(n))
    return root + (root**3 <= n)
