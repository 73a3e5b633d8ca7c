"""Where the line of the 7-day median goes, and where it is lifted."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    Strokes = tuple[tuple[dt.date, ...], ...]

_DAY = dt.timedelta(days=1)
FEWEST_DAYS = 7
"""A stroke of less than a week is a dash that says nothing its marks do not."""


def strokes(
    median: Mapping[dt.date, float],
    known: Collection[dt.date],
    steepest: float,
    fewest: int = FEWEST_DAYS,
) -> Strokes:
    """Return the days that each stroke of the line joins, oldest first.

    It is lifted where a day has no median. Over days that are not ``known`` it goes on only where
    it moves by no more than ``steepest``, since nobody knows what was there. A stroke of less than
    ``fewest`` days is left out.
    """
    found: list[list[dt.date]] = []
    for day in median:
        if found and found[-1][-1] + _DAY == day:
            found[-1].append(day)
        else:
            found.append([day])
    parts = (part for days in found for part in _parts(days, median, known, steepest))
    return tuple(part for part in parts if len(part) >= fewest)


def _parts(
    days: list[dt.date],
    median: Mapping[dt.date, float],
    known: Collection[dt.date],
    steepest: float,
) -> Iterator[tuple[dt.date, ...]]:
    """Yield the parts of days in a row between which the line would leap over the unknown."""
    ends = [day for day in days if day in known]
    start = days[0]
    for before, after in pairwise(ends):
        if after - before > _DAY and abs(median[after] - median[before]) > steepest:
            yield tuple(day for day in days if start <= day <= before)
            start = after
    yield tuple(day for day in days if start <= day)
