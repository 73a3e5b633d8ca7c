"""One number a calendar day: what every sum over days takes, whatever the number is of.

Day averages notice change better than single entries (Schat et al. 2021, Psychological Methods).
Nothing is filled in: a day without a number is not there, and two days are neighbours only when
they are in the calendar.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from statistics import fmean
from typing import TYPE_CHECKING, Self

import numpy as np

from resilience_desktop.domain.entry import Frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from numpy.typing import NDArray

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.insights.days import DayMoods

    Numbers = NDArray[np.float64]
    Ordinals = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class DaySeries:
    """One number a day, from ``first`` to ``last``, both included; in whatever unit it was given.

    Mood and energy are points from -5 to +5, sleep is in hours, an own scale has its own steps.
    """

    first: dt.date
    last: dt.date
    ordinals: Ordinals = field(repr=False)
    """The days that have a number, as ``dt.date.toordinal``, each once and in order."""
    values: Numbers = field(repr=False)
    """The numbers of these days."""

    @classmethod
    def of(cls, values: Mapping[dt.date, float], first: dt.date, last: dt.date) -> Self:
        """Return the series of these days; those outside the period are left out.

        Raises ``ValueError`` for a number that is none: a missing day is left out instead.
        """
        days = sorted(day for day in values if first <= day <= last)
        ordinals = np.fromiter((day.toordinal() for day in days), np.int64, len(days))
        return cls._frozen(
            first, last, ordinals, np.fromiter((values[day] for day in days), np.float64, len(days))
        )

    @classmethod
    def of_moods(cls, moods: DayMoods) -> Self:
        """Return the mood of each day that has one."""
        return cls.of(moods.means, moods.first, moods.last)

    @classmethod
    def of_entries(
        cls,
        entries: Iterable[Entry],
        first: dt.date,
        last: dt.date,
        number: Callable[[Entry], float | None],
    ) -> Self:
        """Return the mean of a day's entries in what ``number`` says of each; None says nothing.

        As with moods, a day has the mean of its entries about the moment of writing, and only
        where none of them has the number, of those about the whole day.
        """
        found: dict[Frame, dict[dt.date, list[float]]] = {frame: {} for frame in Frame}
        for entry in entries:
            value = number(entry)
            if value is not None:
                found[entry.frame].setdefault(entry.at.day, []).append(value)
        chosen = found[Frame.TODAY] | found[Frame.NOW]
        return cls.of({day: fmean(several) for day, several in chosen.items()}, first, last)

    @classmethod
    def of_scale(cls, entries: Iterable[Entry], first: dt.date, last: dt.date, scale: str) -> Self:
        """Return one of the person's own scales, named by its id, such as stress or distress."""

        def number(entry: Entry) -> float | None:
            noted = [one.value for one in entry.scales if one.scale == scale]
            return fmean(noted) if noted else None

        return cls.of_entries(entries, first, last, number)

    @classmethod
    def _frozen(cls, first: dt.date, last: dt.date, ordinals: Ordinals, values: Numbers) -> Self:
        if not np.isfinite(values).all():
            message = "A day has a number or is left out."
            raise ValueError(message)
        ordinals.flags.writeable = values.flags.writeable = False
        return cls(first, last, ordinals, values)

    def __len__(self) -> int:
        """How many days have a number: the n of every sum."""
        return len(self.ordinals)

    @property
    def days(self) -> int:
        """How many days the period has; 0 when it ends before it begins."""
        return max(0, (self.last - self.first).days + 1)

    @property
    def is_half_there(self) -> bool:
        """Whether at least half of the days have a number; with fewer no sum is shown."""
        return 0 < self.days <= 2 * len(self)

    @property
    def is_flat(self) -> bool:
        """Whether all numbers are the same, so that nothing tells how far they may vary."""
        return not len(self) or bool(self.values.min() == self.values.max())

    def between(self, first: dt.date, last: dt.date) -> Self:
        """Return the part of the series in these days, whether or not they lie in its period.

        The new period is what was asked for, so that days before the first entry are missing too.
        """
        start, end = np.searchsorted(self.ordinals, [first.toordinal(), last.toordinal() + 1])
        return self._frozen(
            first, last, self.ordinals[start:end].copy(), self.values[start:end].copy()
        )

    def where(self, chosen: NDArray[np.bool_]) -> Self:
        """Return the days for which ``chosen`` is true; the others are missing."""
        return self._frozen(self.first, self.last, self.ordinals[chosen], self.values[chosen])

    def pairs(self, apart: int = 1) -> tuple[Numbers, Numbers]:
        """Return the numbers of all pairs of days that are ``apart`` days from each other.

        The earlier ones first, the later ones second; 1 is a day and the next day.
        """
        places = np.searchsorted(self.ordinals, self.ordinals + apart)
        earlier = np.flatnonzero(places < len(self))
        later = places[earlier]
        met = self.ordinals[later] - self.ordinals[earlier] == apart
        return self.values[earlier[met]], self.values[later[met]]

    def on_calendar(self) -> Numbers:
        """Return one number for every day of the period, ``nan`` where there is none."""
        calendar = np.full(self.days, np.nan)
        calendar[self.ordinals - self.first.toordinal()] = self.values
        return calendar

    def by_day(self) -> dict[dt.date, float]:
        """Return the numbers by their days."""
        days = map(dt.date.fromordinal, self.ordinals.tolist())
        return dict(zip(days, self.values.tolist(), strict=True))
