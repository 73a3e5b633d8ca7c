"""Whether stress has been high on most days for two weeks or more."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from resilience_desktop.domain.own_scale import OwnScale
    from resilience_desktop.insights.series import DaySeries

LOGGED_DAYS = 14
HIGH_DAYS = 10
REACH = dt.timedelta(days=2 * LOGGED_DAYS)
"""The logged days must be within this time, so that at least half of its days are logged."""
RECENT = dt.timedelta(days=LOGGED_DAYS)
LEAST_RECENT = 7
"""With fewer logged days in the last two weeks nothing is said of the present."""
_HIGH = 0.7
"""Where on a scale "high" begins unless the person says otherwise, as a share of its length."""


@dataclass(frozen=True, slots=True)
class LastingStress:
    """Stress that was high on at least 10 of the last 14 logged days.

    Unit: the steps of the person's own scale for stress or distress; a day's number is the mean of
    its entries. Gates: 14 logged days within the last 28, 7 of them within the last 14. It is no
    test and no forecast: it says back what was noted (McEwen 1998, New England Journal of Medicine
    338, on what stress does when it does not let up).
    """

    logged: int
    """Of how many logged days, the last ones."""
    high: int
    """On how many of these it was at or above the threshold."""
    threshold: float = field(repr=False)
    first: dt.date
    """The first and the last of these days."""
    last: dt.date

    @classmethod
    def of(cls, stress: DaySeries, threshold: float, today: dt.date) -> Self | None:
        """Return what there is to say on this day; None is silence."""
        one = dt.timedelta(days=1)
        near = stress.between(today - REACH + one, today)
        if len(near) < LOGGED_DAYS:
            return None
        if len(near.between(today - RECENT + one, today)) < LEAST_RECENT:
            return None
        high = int((near.values[-LOGGED_DAYS:] >= threshold).sum())
        if high < HIGH_DAYS:
            return None
        days = list(near.by_day())[-LOGGED_DAYS:]
        return cls(LOGGED_DAYS, high, threshold, days[0], days[-1])


def usual_threshold(scale: OwnScale) -> int:
    """Return the step from which a scale is high: 7 of 0 to 10."""
    return ceil(scale.low + _HIGH * (scale.high - scale.low))
