"""Series and entries for tests, with days as numbers from the first one on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.insights.series import DaySeries

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = dt.date(2026, 6, 1)
"""A Monday."""


def day(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number)


def series(values: Sequence[float | None], first: dt.date = FIRST) -> DaySeries:
    """Return a series with a value a day; None is a day without one."""
    days = {first + dt.timedelta(days=n): v for n, v in enumerate(values) if v is not None}
    return DaySeries.of(days, first, first + dt.timedelta(days=len(values) - 1))


def entry(number: int, mood: int | None = None, *, hour: int = 12, **fields) -> Entry:
    wall = dt.datetime.combine(day(number), dt.time(hour))
    return Entry(at=Moment.from_wall(wall, "Europe/London"), mood=mood, **fields)
