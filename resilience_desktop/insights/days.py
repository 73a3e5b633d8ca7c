"""Mood by calendar day, and its rolling median.

A day is the unit of everything that follows: day averages notice change better than single entries
(Schat et al. 2021, Psychological Methods), and nothing is ever filled in for a day without entries.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean, median
from typing import TYPE_CHECKING, Self

from resilience_desktop.domain.entry import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from resilience_desktop.domain.entry import Entry

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days in a row without any entry, both ends included."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class DayMoods:
    """One mood value a calendar day, from ``first`` to ``last``, both included.

    The value is the mean of that day's entries about the moment of writing (``Frame.NOW``). A day
    that has only entries about the whole day (``Frame.TODAY``, as some apps export them) uses
    those: a person who kept such days elsewhere keeps them here. The two are never mixed in a day.
    """

    first: dt.date
    last: dt.date
    means: Mapping[dt.date, float] = field(repr=False)
    """Day -> mean mood, -5 to +5; a day without a mood is not in it."""
    counts: Mapping[dt.date, int] = field(repr=False)
    """Day -> number of entries of any kind, also those without a mood."""
    moments: int = 0
    """How many moods speak of the moment of writing."""
    whole_days: int = 0
    """How many moods speak of a whole day."""
    converted: int = 0
    """How many moods were put on our scale from that of another app."""

    @classmethod
    def of(cls, entries: Iterable[Entry], first: dt.date, last: dt.date) -> Self:
        """Return the days of these entries; those outside the period are left out."""
        counts: dict[dt.date, int] = {}
        values: dict[Frame, dict[dt.date, list[int]]] = {frame: {} for frame in Frame}
        converted = 0
        for entry in entries:
            day = entry.at.day
            if not first <= day <= last:
                continue
            counts[day] = counts.get(day, 0) + 1
            if entry.mood is not None:
                values[entry.frame].setdefault(day, []).append(entry.mood)
                converted += bool(entry.converted_from)
        chosen = values[Frame.TODAY] | values[Frame.NOW]
        return cls(
            first,
            last,
            means={day: fmean(chosen[day]) for day in sorted(chosen)},
            counts={day: counts[day] for day in sorted(counts)},
            moments=sum(map(len, values[Frame.NOW].values())),
            whole_days=sum(map(len, values[Frame.TODAY].values())),
            converted=converted,
        )

    @property
    def days(self) -> int:
        """How many days the period has; 0 when it ends before it begins."""
        return max(0, (self.last - self.first).days + 1)

    @property
    def days_with_entries(self) -> int:
        """On how many days something was written."""
        return len(self.counts)

    @property
    def days_with_mood(self) -> int:
        """On how many days there is a mood."""
        return len(self.means)

    @property
    def entries(self) -> int:
        """How many entries of any kind there are."""
        return sum(self.counts.values())

    @property
    def longest_gap(self) -> Gap | None:
        """The longest run of days without entries, the first of several; None without any."""
        return max(self.gaps(), key=lambda gap: gap.days, default=None)

    def gaps(self, longer_than: int = 0) -> Iterator[Gap]:
        """Yield each run of more than ``longer_than`` days without any entry, oldest first.

        Days before the first entry and after the last one in the period count too.
        """
        expected = self.first
        for day in sorted(self.counts):
            if (day - expected).days > longer_than:
                yield Gap(expected, day - DAY)
            expected = day + DAY
        if (self.last - expected).days + 1 > longer_than:
            yield Gap(expected, self.last)


def rolling_median(
    moods: DayMoods, window: int = 7, least: int = 4, break_after: int = 7
) -> dict[dt.date, float]:
    """Return the median of the day values in a window of days centred on each day.

    ``window`` is an odd number of days. A day with fewer than ``least`` values around it has no
    median and is not in the answer, and neither is a day inside more than ``break_after`` days
    without a mood: nothing is interpolated, and no line can be drawn across a gap.

    Centred, since a trailing window shows a low spell half a window late and would carry the line
    past the last entry before a gap. With 4 of 7 a centred one always ends on a day with a mood
    (Tukey 1977, Exploratory Data Analysis, on running medians).
    """
    half = window // 2
    values = {day.toordinal(): mean for day, mean in moods.means.items()}
    medians: dict[dt.date, float] = {}
    for day in _days_to_try(sorted(values), break_after):
        present = [values[near] for near in range(day - half, day + half + 1) if near in values]
        if len(present) >= least:
            medians[dt.date.fromordinal(day)] = median(present)
    return medians


def _days_to_try(known: list[int], break_after: int) -> Iterator[int]:
    """Yield the known days and those in the short gaps between them, in order."""
    yield from known[:1]
    for before, day in pairwise(known):
        if day - before - 1 <= break_after:
            yield from range(before + 1, day)
        yield day
