"""Pictures of calendar months that several views draw: small lines that break where one is thin."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.services.views.view import Drawing, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.views.view import Place

    Mark = tuple[Hashable, dt.date]
    """The key of a line, and a month named by its first day."""

LEAST_MONTHS = 2
"""Months with a number that a line takes."""
_BAND, _ONE_BAND, _WITH_REACH, _FOOT = 52, 116, 148, 28
"""Height of one of several lines, of a single one, without and with ranges, and of the months."""
_SHARES: tuple[tuple[float, Callable[[], str]], ...] = (
    (0.1, lambda: text("1 day in 10")),
    (0.2, lambda: text("1 day in 5")),
    (0.25, lambda: text("1 day in 4")),
    (0.5, lambda: text("1 day in 2")),
    (0.75, lambda: text("3 days in 4")),
    (1.0, lambda: text("every day")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """A thing and its number in each month that has one."""

    key: Hashable = field(repr=False)
    name: str = field(repr=False)
    """Empty where there is only one."""
    numbers: Mapping[dt.date, float] = field(repr=False)
    told: Mapping[dt.date, str] = field(repr=False)
    """The same in words; a month that is not here has too few days."""
    written: Mapping[dt.date, str] = field(default_factory=dict, repr=False)
    """What is written at the points."""
    reach: Mapping[dt.date, tuple[float, float]] = field(default_factory=dict, repr=False)
    """Between which two numbers that of a month likely lies."""
    has_ranges: bool = False
    """Whether months can have ranges: there is room for them, and points are not joined."""


def months_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the first day of each month that has one of these days."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [dt.date(number // 12, number % 12 + 1, 1) for number in numbers]


def parts_by_month(period: Period) -> Iterator[tuple[dt.date, dt.date, dt.date]]:
    """Yield each month of a period, and the first and last of its days that lie in the period."""
    for month in months_between(period.first, period.last):
        after = (month + dt.timedelta(days=31)).replace(day=1)
        end = after - dt.timedelta(days=1)
        yield month, max(month, period.first), min(end, period.last)


def top_of_shares(shares: Sequence[float]) -> tuple[float, str]:
    """Return a round share that is no smaller than any of these, and how it is called."""
    most = max(shares)
    return next((top, words()) for top, words in _SHARES if top >= most)


def by_month(
    name: str,
    title: str,
    description: str,
    rows: Sequence[MonthRow],
    months: Sequence[dt.date],
    top: tuple[float, str],
    *,
    too_few: str,
) -> Drawing:
    """Return a picture of these months; ``too_few`` says why one has no number."""
    by_key = {row.key: row for row in rows}

    def tell(mark: Mark) -> Told:
        key, month = mark
        row = by_key[key]
        of = i18n.month(month)
        if row.name:
            of = text("{name}, {month}").format(name=row.name, month=of)
        words = row.told.get(month, too_few)
        return Told(text("{name}: {words}").format(name=of, words=words))

    least = _WITH_REACH if any(row.has_ranges for row in rows) else _ONE_BAND
    return Drawing(
        name=name,
        title=title,
        description=description,
        draw=partial(_draw, tuple(rows), tuple(months), top),
        tell=tell,
        height=lambda scale: (max(len(rows) * _BAND, least) + _FOOT) * scale,
        row=len(months),
    )


def _draw(
    rows: Sequence[MonthRow],
    months: Sequence[dt.date],
    top: tuple[float, str],
    figure: Figure,
    *,
    style: ChartStyle,
) -> Mapping[Mark, Place]:
    from resilience_desktop.charts.by_month import MonthLine, Top, draw_by_month

    lines = [MonthLine(r.key, r.name, r.numbers, r.written, r.reach, r.has_ranges) for r in rows]
    return draw_by_month(figure, months, lines, Top(*top), style=style)
