"""The numbers of steadiness: of a period, its months and its halves, and how sure they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.how_sure import differ
from resilience_desktop.insights.mean import Interval
from resilience_desktop.insights.series import DaySeries
from resilience_desktop.insights.spread import Spread, Swing
from resilience_desktop.services.views.months import parts_by_month

if TYPE_CHECKING:
    from resilience_desktop.domain.period import Period
    from resilience_desktop.insights.how_sure import HowSure
    from resilience_desktop.services.views.view import Found

_MOST_SPREAD, _MOST_SWING = 5.0, 10.0
"""What there can be on a scale from -5 to +5; a range that goes further says nothing."""


@dataclass(frozen=True, slots=True)
class Number:
    """A spread or a swing as it is shown."""

    of: int
    """Days, or steps."""
    value: float | None = field(repr=False)
    sure: HowSure | None = field(repr=False)
    most: float
    middle: float | None = field(default=None, repr=False)
    """The same by the median, of a spread."""

    @property
    def reach(self) -> Interval | None:
        """Between what it likely lies; None where the days do not carry that."""
        interval = self.sure.interval if self.sure else None
        if self.value is None or interval is None or interval.high > self.most:
            return None
        return Interval(min(self.value, interval.low), max(self.value, interval.high))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month, or all days, and what was worked out of it."""

    month: dt.date | None
    name: str
    spread: Spread = field(repr=False)
    swing: Swing = field(repr=False)

    @classmethod
    def of(cls, series: DaySeries, month: dt.date | None = None) -> Stretch:
        """Return what these days come to."""
        name = i18n.month(month) if month else i18n.period(series.first, series.last)
        return cls(month, name, Spread.of(series), Swing.of(series))


def spread_of(one: Stretch) -> Number:
    """Return how much its days differ."""
    spread = one.spread
    return Number(spread.enough.days, spread.deviation, spread.sure, _MOST_SPREAD, spread.robust)


def swing_of(one: Stretch) -> Number:
    """Return how far the mood moved from one day to the next."""
    swing = one.swing
    return Number(swing.enough.pairs, swing.points, swing.sure, _MOST_SWING)


def series_of(found: Found, period: Period) -> DaySeries:
    """Return the mood of each day of a period."""
    return DaySeries.of_moods(DayMoods.of(found.within(period), period.first, period.last))


def months_of(series: DaySeries, period: Period) -> list[Stretch]:
    """Return the months from the first to the last that has a mood."""
    days = list(series.by_day())
    if not days:
        return []
    return [
        Stretch.of(series.between(first, last), month)
        for month, first, last in parts_by_month(period)
        if first <= days[-1] and last >= days[0]
    ]


def halves_of(series: DaySeries) -> tuple[Stretch, Stretch] | None:
    """Return the days with a mood in two parts, the earlier half and the later half of them."""
    days = list(series.by_day())
    if len(days) < 2:
        return None
    middle = days[len(days) // 2]
    earlier = series.between(days[0], middle - dt.timedelta(days=1))
    return Stretch.of(earlier), Stretch.of(series.between(middle, days[-1]))


def apart(earlier: Number, later: Number) -> bool | None:
    """Return whether two are apart by more than chance; None where that cannot be told."""
    if earlier.sure is None or later.sure is None:
        return None
    return differ(earlier.sure, later.sure)
