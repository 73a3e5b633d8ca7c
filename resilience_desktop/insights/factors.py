"""What days can be told apart by: tags, triggers, the day's basics, skills used, and sleep."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Self

import numpy as np

from resilience_desktop.insights.series import DaySeries

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.insights.days import DayMoods


class Kind(StrEnum):
    """What sort of thing a factor is."""

    TAG = "tag"
    """An activity, a person, or whatever else entries are tagged with."""
    TRIGGER = "trigger"
    BASIC = "basic"
    SKILL = "skill"
    SLEEP_HOURS = "sleep_hours"
    SLEEP_QUALITY = "sleep_quality"

    @property
    def is_number(self) -> bool:
        """Whether a day has a number of it, and not only yes or no."""
        return self in (Kind.SLEEP_HOURS, Kind.SLEEP_QUALITY)

    @property
    def is_no_when_not_noted(self) -> bool:
        """Whether a day with a mood that does not mention it is a day without it.

        Nobody tags a day with what was not there. The basics and sleep are asked about instead: a
        day on which they were not answered is not known.
        """
        return self in (Kind.TAG, Kind.TRIGGER, Kind.SKILL)


@dataclass(frozen=True, slots=True, order=True)
class Factor:
    """One thing that a day can have."""

    kind: Kind
    name: str = field(default="", repr=False)
    """The tag or trigger in the person's words (a trigger as it was spelled last), or the id of a
    basic or a skill."""


HOURS, QUALITY = Factor(Kind.SLEEP_HOURS), Factor(Kind.SLEEP_QUALITY)


@dataclass(frozen=True, slots=True, eq=False)
class Factors:
    """On which days there was what.

    A day counts when it has a mood. It then has what any of its entries has, also those without a
    mood. Energy is left out: it is one more answer to how it is right now.
    """

    moods: DaySeries = field(repr=False)
    noted: Mapping[Factor, Mapping[int, float]] = field(repr=False)
    """Factor -> day with a mood, as ``dt.date.toordinal`` -> 1 there, 0 not there, or a number."""

    @classmethod
    def of(
        cls,
        entries: Collection[Entry],
        moods: DayMoods,
        skills: Mapping[str, Iterable[dt.date]] | None = None,
    ) -> Self:
        """Return what these entries say of the days that have a mood.

        ``skills`` are the days on which each skill was used, by its id. Of hours and quality of
        sleep a day has the mean, in hours and on the scale from 1 to 5. Linear in the entries.
        """
        series = DaySeries.of_moods(moods)
        days = set(series.ordinals.tolist())
        noted: dict[Factor, dict[int, float]] = {}
        spelling = {_key(t.word): t.word.strip() for entry in entries for t in entry.triggers}
        for entry in entries:
            day = entry.at.day.toordinal()
            if day in days:
                for factor, value in _said(entry, spelling):
                    known = noted.setdefault(factor, {})
                    known[day] = max(value, known.get(day, 0))
        for name, used in (skills or {}).items():
            both = days.intersection(day.toordinal() for day in used)
            noted[Factor(Kind.SKILL, name)] = dict.fromkeys(both, 1.0)
        for factor, number in ((HOURS, _hours), (QUALITY, _quality)):
            slept = DaySeries.of_entries(entries, moods.first, moods.last, number)
            pairs = zip(slept.ordinals.tolist(), slept.values.tolist(), strict=True)
            noted[factor] = {day: value for day, value in pairs if day in days}
        return cls(series, {factor: noted[factor] for factor in sorted(noted) if noted[factor]})

    def __iter__(self) -> Iterator[Factor]:
        """Yield what there is on one day at least, by kind and name."""
        return iter(self.noted)

    def series(self, factor: Factor) -> DaySeries:
        """Return one of them by day: 1 with it and 0 without, or the number."""
        noted = self.noted[factor]
        ordinals = np.array(sorted(noted), np.int64)
        values = np.array([noted[day] for day in ordinals.tolist()], np.float64)
        if factor.kind.is_no_when_not_noted:
            with_it, ordinals = ordinals, self.moods.ordinals
            values = np.isin(ordinals, with_it).astype(np.float64)
        return DaySeries(self.moods.first, self.moods.last, ordinals, values)


def _said(entry: Entry, spelling: Mapping[str, str]) -> Iterator[tuple[Factor, float]]:
    for tag in entry.tags:
        yield Factor(Kind.TAG, tag), 1
    for trigger in entry.triggers:
        yield Factor(Kind.TRIGGER, spelling[_key(trigger.word)]), 1
    for basic in entry.basics:
        yield Factor(Kind.BASIC, basic.name), float(basic.done)


def _key(word: str) -> str:
    """Return a trigger without its capitals and blanks, which make no other word."""
    return " ".join(word.split()).casefold()


def _hours(entry: Entry) -> float | None:
    return entry.sleep_hours


def _quality(entry: Entry) -> float | None:
    return entry.sleep_quality
