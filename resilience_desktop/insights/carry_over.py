"""How much of one day is left in the next, and how many days a period is worth for that.

Days that resemble the day before tell less than as many days apart would. Intervals that forget it
are too narrow: made for 95 of 100 periods, they hold in 68 to 89 (see ``PeriodMean``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt
from typing import TYPE_CHECKING, Self

import numpy as np

from resilience_desktop.insights.enough import Enough

if TYPE_CHECKING:
    from resilience_desktop.insights.series import DaySeries, Ordinals

MOST = 0.9
"""No carry-over is taken to be larger: a short period cannot tell it from a trend."""
DAYS_FOR_CARRY_OVER, PAIRS_FOR_CARRY_OVER = 60, 20
_USUAL, _DAYS_OF_USUAL = 0.5, 14
"""What days are taken to carry over that seem to do it less, and for how many days it counts."""


def autocorrelation(*parts: DaySeries) -> float:
    """Return r, the lag-1 autocorrelation over pairs of days in a row; -1 to 1, no unit.

    r = (sum of d_i d_(i+1) over the m pairs / (m + 1)) / (sum of d_i^2 over the n days / n), where
    d is a day minus the mean. Days that follow a gap are in no pair. Without gaps m + 1 is n, and
    this is the usual estimate; with gaps it is what R's ``acf(x, na.action = na.pass)`` gives.
    Several parts are pooled, each about its own mean and without a pair between them. It is 0
    where all days are the same, or none follows another.
    """
    days = sum(map(len, parts))
    squares = products = divisor = 0.0
    for part in parts:
        earlier, later = part.pairs()
        divisor += len(earlier) + 1
        if not part.is_flat:
            mean = part.values.mean()
            squares += float(np.square(part.values - mean).sum())
            products += float(((earlier - mean) * (later - mean)).sum())
    return products / divisor / (squares / days) if squares else 0.0


def corrected(*parts: DaySeries) -> float:
    """Return r*, the carry-over from day to day that intervals reckon with; 0 to 0.9, no unit.

    r* = clip(r + (1 + 3 r) / n, 0, 0.9), since r is too low in short periods (Marriott and Pope
    1954, Biometrika 41, 390; Kendall 1954, ibid. 403); n is the number of days a mean was taken
    over, so of several parts their average.
    """
    days = sum(map(len, parts))
    r = autocorrelation(*parts)
    return min(max(r + (1 + 3 * r) * len(parts) / days, 0.0), MOST) if days else 0.0


def cautious(*parts: DaySeries) -> float:
    """Return the carry-over that a shown range is reckoned with; 0 to 0.9, no unit.

    r* of ``corrected`` or, where it is more, (n r* + 14 * .5) / (n + 14), as if two weeks of usual
    days had been there too. Ranges are only shown where days seem to carry over little, and a few
    days often seem to by chance: of the ranges shown for 21 and 30 days with a carry-over of .6, 86
    and 90 of 100 held with r* alone, and 89 and 92 do with this.
    """
    days = sum(map(len, parts)) / len(parts)
    r = corrected(*parts)
    return max(r, (days * r + _DAYS_OF_USUAL * _USUAL) / (days + _DAYS_OF_USUAL))


def effective_days(days: float, carry_over: float) -> float:
    """Return how many days apart a mean over ``days`` in a row is worth: n (1 - r*) / (1 + r*).

    (Bayley and Hammersley 1946, Supplement to the JRSS 8, 184.) Right for days without gaps; with
    gaps it is a little too few, so that intervals err to the wide side.
    """
    return days * (1 - carry_over) / (1 + carry_over)


def effective_days_of(ordinals: Ordinals, carry_over: float) -> float:
    """Return the same for days that lie as they do in the calendar: n^2 / sum of r*^|t_i - t_j|.

    For days of one sort, such as Mondays, which a week or a year parts from the next ones.
    """
    double = before = 0.0
    for gap in np.diff(ordinals).tolist():
        before = (before + 1) * carry_over**gap
        double += before
    return len(ordinals) ** 2 / (len(ordinals) + 2 * double)


@dataclass(frozen=True, slots=True)
class CarryOver:
    """How much of a day's mood was still there on the next; for the advanced view only.

    r* of ``corrected``, with a standard error of about sqrt((1 - r^2) / m) over the m pairs of days
    in a row. Gate: 60 days, 20 pairs. In people low well-being goes with more of it, but weakly
    (-.15; Houben et al. 2015, Psychological Bulletin 141), so it says nothing about one person.

    Of made-up moods in whole steps with .4, r* was .38 on average, with a deviation of .13 in 60
    days (mean error .12), .10 in 90 (.10), and .13 in 180 of which 40 % were missing (.12). Over
    the number of days in place of pairs, the last would have been .09.
    """

    enough: Enough
    value: float | None = field(repr=False)
    """0 to 0.9; None until there is enough."""
    error: float | None = field(repr=False)

    @classmethod
    def of(cls, series: DaySeries) -> Self:
        """Return the carry-over of a period."""
        enough = Enough.of(series, DAYS_FOR_CARRY_OVER, PAIRS_FOR_CARRY_OVER)
        if not enough:
            return cls(enough, None, None)
        r = autocorrelation(series)
        return cls(enough, corrected(series), sqrt(max(0.0, 1 - r * r) / enough.pairs))
