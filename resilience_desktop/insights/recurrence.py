"""What set off several low spells: the same thing again and again is worth a look."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.insights.low_spells import LowSpell

LEAST_SPELLS = 3
"""Spells that have to share a trigger before it is listed."""
DAYS_BEFORE = 2
"""Days before a spell whose triggers count as well."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One spell, and the days on which the trigger was written down for it."""

    spell: LowSpell
    days: tuple[dt.date, ...]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A trigger and the spells that had it, the oldest first; nothing here says why."""

    trigger: str = field(repr=False)
    occasions: tuple[Occasion, ...]

    @property
    def number(self) -> int:
        """In how many spells."""
        return len(self.occasions)


def recurrences(
    spells: Iterable[LowSpell], entries: Iterable[Entry], records: Iterable[ThoughtRecord] = ()
) -> list[Recurrence]:
    """Return the triggers that three low spells or more have in common, most often first.

    A spell has the triggers of the entries and finished thought records from two days before its
    onset to the day before its end, by the day of what they are about. What set something off is
    often written down before the days are low. No day belongs to two spells, since two days back
    lie between them. Words are compared as they were written, but for capitals and blanks. A spell
    that has no end yet counts. Counts of spells, with their days; no comparison with other days is
    made.

    Source: practice 49. Gate: ``LEAST_SPELLS`` spells with the trigger.
    """
    written = _triggers_by_day([*entries, *(record for record in records if record.finished)])
    spelling: dict[str, str] = {}
    found: dict[str, list[Occasion]] = defaultdict(list)
    for spell in sorted(spells, key=lambda spell: spell.onset):
        days: dict[str, list[dt.date]] = defaultdict(list)
        for day in _days(spell):
            for key, word in written.get(day, {}).items():
                spelling[key] = word
                days[key].append(day)
        for key, several in days.items():
            found[key].append(Occasion(spell, tuple(several)))
    often = (Recurrence(spelling[k], tuple(o)) for k, o in found.items() if len(o) >= LEAST_SPELLS)
    return sorted(often, key=lambda one: (-one.number, one.trigger))


def _triggers_by_day(items: Iterable[Entry | ThoughtRecord]) -> Mapping[dt.date, dict[str, str]]:
    """Return by day how each trigger was written last, by its word without capitals and blanks."""
    written: dict[dt.date, dict[str, str]] = defaultdict(dict)
    for item in items:
        for trigger in item.triggers:
            word = " ".join(trigger.word.split())
            written[item.at.day][word.casefold()] = word
    return written


def _days(spell: LowSpell) -> Iterator[dt.date]:
    first = spell.onset - dt.timedelta(days=DAYS_BEFORE)
    for number in range((spell.last_inside - first).days + 1):
        yield first + dt.timedelta(days=number)
