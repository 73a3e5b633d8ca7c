"""Dates along the foot of a chart: as many as fit, from every day to every thousand years."""

from __future__ import annotations

import datetime as dt
from operator import le
from typing import TYPE_CHECKING, NamedTuple

from resilience_desktop import i18n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EVERY_DAY = 16
"""Up to so many days each is named where there is room."""
SPACE = 10
"""Least room between two dates, in the unit of the chart."""


class Tick(NamedTuple):
    """A day to name, and the words under it."""

    day: dt.date
    label: str


def fitting(
    first: dt.date,
    last: dt.date,
    place: Callable[[dt.date], float],
    width: Callable[[str], float],
    edge: float,
) -> list[Tick]:
    """Return the finest dates that fit side by side, each starting at ``place`` of its day.

    A last date that would reach past ``edge`` ends there where every day is named, so that the
    last day has its name too (``start`` says where); else it is left out. Empty when nothing fits.
    """
    days = (last - first).days + 1
    for ticks in _choices(first, last):
        if len(ticks) * SPACE > edge:
            continue
        places = [place(tick.day) for tick in ticks]
        if len(ticks) == days > 1:
            moved = [*places[:-1], start(ticks[-1], place, width, edge)]
            if _have_room(ticks, moved, width, edge):
                return ticks
        if ticks and places[-1] + width(ticks[-1].label) > edge:
            ticks.pop()
            places.pop()
        if _have_room(ticks, places, width, edge):
            return ticks
    return []


def _have_room(
    ticks: list[Tick], starts: list[float], width: Callable[[str], float], edge: float
) -> bool:
    ends = [begin + width(tick.label) for begin, tick in zip(starts, ticks, strict=True)]
    limits = [*(begin - SPACE for begin in starts[1:]), edge]
    return bool(ticks) and all(map(le, ends, limits))


def start(
    tick: Tick,
    place: Callable[[dt.date], float],
    width: Callable[[str], float],
    edge: float,
) -> float:
    """Return where the words of a date begin: at its day, or so that they end at the edge."""
    return min(place(tick.day), edge - width(tick.label))


def _choices(first: dt.date, last: dt.date) -> Iterator[list[Tick]]:
    """Yield the dates that could be shown, finest first, wordiest first."""
    days = (last - first).days + 1
    if days <= EVERY_DAY:
        every = [first + dt.timedelta(days=step) for step in range(days)]
        yield from _named(every)
    if days <= 75:
        monday = first + dt.timedelta(days=-first.weekday() % 7)
        weeks = [monday + dt.timedelta(days=step) for step in range(0, (last - monday).days + 1, 7)]
        yield from _named(weeks)
    if 28 <= days <= 366 * 6:
        several = first.year != last.year
        yield [Tick(day, _month(day, several, short=False)) for day in _months(first, last, 1)]
        yield [Tick(day, _month(day, several, short=True)) for day in _months(first, last, 1)]
        yield [Tick(day, _quarter(day)) for day in _months(first, last, 3)]
    if days > 120:
        for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000):
            years = range(first.year, last.year + 1)
            starts = [dt.date(year, 1, 1) for year in years if year % step == 0]
            yield [Tick(day, str(day.year)) for day in starts if day >= first]
    else:
        yield from _named([first])


def _named(days: list[dt.date]) -> Iterator[list[Tick]]:
    yield [Tick(day, i18n.day(day, year=False)) for day in days]
    yield [Tick(day, f"{day.day} {_short(day)}") for day in days]


def _months(first: dt.date, last: dt.date, step: int) -> list[dt.date]:
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    starts = [dt.date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    return [day for day in starts if day >= first]


def _month(day: dt.date, several_years: bool, *, short: bool) -> str:
    name = _short(day) if short else i18n.month_name(day.month)
    return f"{name} {day.year}" if several_years and day.month == 1 else name


def _quarter(day: dt.date) -> str:
    return str(day.year) if day.month == 1 else _short(day)


def _short(day: dt.date) -> str:
    return i18n.short_month_name(day.month)
