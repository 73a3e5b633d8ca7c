"""On which days a person's own early sign was there, by the numbers they chose themselves.

It says back what was noted. Nothing is foretold: signals that computers look for before a change
came before a third of them only (Smit 2025), and such numbers rise by chance in about every second
series of noise. What is left are signs that people know of themselves.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Self

import numpy as np

from resilience_desktop.domain.early_sign import Measure
from resilience_desktop.insights.series import DaySeries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from resilience_desktop.domain.early_sign import EarlySign
    from resilience_desktop.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class Counted:
    """How it was on a day, looking back from it."""

    met: int
    """On how many of the last days it was so."""
    of_days: int
    """Of how many days, the last ones that have such a number."""
    first: dt.date
    """The first and the last of these days."""
    last: dt.date
    is_there: bool
    """Whether that is as often as the person said."""


@dataclass(frozen=True, slots=True, eq=False)
class SignDays:
    """An early sign by day.

    Unit: that of the series; a day's number is the mean of its entries, and of names 1 where an
    entry has it. On any day of the period the last n days with a number are looked at. It is there
    when k of them are below the threshold, or at it and above. Gates: n such days within the last
    2n days, and at least half of n within the last n; else nothing is said. Stress at 7 or more on
    10 of 14 days is one of these (McEwen 1998, New England Journal of Medicine 338, on what stress
    does when it does not let up).
    """

    series: DaySeries
    met: NDArray[np.bool_] = field(repr=False)
    """Whether the threshold was met, for each day of the series."""
    of_days: int
    counts: NDArray[np.int64] = field(repr=False)
    """Day of the period -> on how many of the last n days it was so; -1 where the gate is shut."""
    there: NDArray[np.bool_] = field(repr=False)
    """Day of the period -> whether the sign is there, looking back from it."""

    @classmethod
    def of(cls, series: DaySeries, sign: EarlySign) -> Self:
        """Return a sign's days; linear in the days of the period."""
        met = np.fromiter(map(sign.counts, series.values.tolist()), np.bool_, len(series))
        days = np.arange(series.days, dtype=np.int64) + series.first.toordinal()
        n = sign.of_days
        end, near, recent = (
            np.searchsorted(series.ordinals, days - back, side="right") for back in (0, 2 * n, n)
        )
        is_enough = (end - near >= n) & (end - recent >= ceil(n / 2))
        so_far = np.concatenate(([0], np.cumsum(met)))
        counts = np.where(is_enough, so_far[end] - so_far[np.maximum(0, end - n)], -1)
        return cls(series, met, n, counts, counts >= sign.days)

    def on(self, day: dt.date) -> Counted | None:
        """Return how it was on a day of the period; None where the gate is shut."""
        place = (day - self.series.first).days
        if not 0 <= place < len(self.counts) or self.counts[place] < 0:
            return None
        end = int(np.searchsorted(self.series.ordinals, day.toordinal(), side="right"))
        looked_at = self.series.ordinals[end - self.of_days : end]
        first, last = (dt.date.fromordinal(int(looked_at[at])) for at in (0, -1))
        is_there = bool(self.there[place])
        return Counted(int(self.counts[place]), self.of_days, first, last, is_there)

    def missing(self, day: dt.date) -> int:
        """Return how many more days with a number it takes, looking back from a day.

        That is what is missing if the next ones are noted now; 0 where the gate is open.
        """
        back = [day - dt.timedelta(days=days - 1) for days in (2 * self.of_days, self.of_days)]
        near, recent = (len(self.series.between(first, day)) for first in back)
        return max(0, self.of_days - near, ceil(self.of_days / 2) - recent)

    def stretches(self) -> list[tuple[dt.date, dt.date]]:
        """Return the first and the last of all days in a row on which the sign was there."""
        edges = np.flatnonzero(np.diff(np.concatenate(([False], self.there, [False]))))
        first = self.series.first
        days = [first + dt.timedelta(days=int(edge)) for edge in edges]
        return [
            (start, after - dt.timedelta(days=1))
            for start, after in zip(days[::2], days[1::2], strict=True)
        ]

    def was_away_after(self, day: dt.date) -> bool:
        """Whether, from a day on, the sign was gone for n days in a row or more.

        A sign that comes and goes from day to day is one stretch, and is told once.
        """
        start = max(0, (day - self.series.first).days)
        gone = np.concatenate(([start - 1], np.flatnonzero(self.there[start:]) + start))
        apart = np.diff(np.concatenate((gone, [len(self.there)]))) - 1
        return bool(apart.max() >= self.of_days)


def series_of(
    sign: EarlySign, entries: Iterable[Entry], first: dt.date, last: dt.date
) -> DaySeries:
    """Return what shows a sign, by day; of a word, every day with an entry is 1 with it, or 0."""
    measure = sign.measure
    if measure is Measure.SCALE:
        return DaySeries.of_scale(entries, first, last, sign.word)
    if measure in _NUMBERS:
        return DaySeries.of_entries(entries, first, last, _NUMBERS[measure])
    wanted = _key(sign.word)
    found: dict[dt.date, float] = {}
    for entry in entries:
        is_named = wanted in map(_key, _names(measure, entry))
        found[entry.at.day] = max(float(is_named), found.get(entry.at.day, 0.0))
    return DaySeries.of(found, first, last)


_NUMBERS: dict[Measure, Callable[[Entry], float | None]] = {
    Measure.MOOD: lambda entry: entry.mood,
    Measure.ENERGY: lambda entry: entry.energy,
    Measure.SLEEP_HOURS: lambda entry: entry.sleep_hours,
    Measure.SLEEP_QUALITY: lambda entry: entry.sleep_quality,
}


def _names(measure: Measure, entry: Entry) -> Sequence[str]:
    if measure is Measure.FEELING:
        return [feeling.word for feeling in entry.feelings]
    return entry.tags


def _key(word: str) -> str:
    """Return a word as it is compared: capitals and blanks make no other word."""
    return " ".join(word.split()).casefold()
