"""Looking at what was written: the timeline, search, the days of a month, earlier years."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.search import Found, Kind
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.book import Book
from resilience_desktop.storage import timeline
from resilience_desktop.storage.items import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.contents import Contents

__all__ = ["Looking", "Page", "Place", "Selection"]

_EVERY_KIND = tuple(Kind)
VERY_LOW = -4
"""A mood that nobody is reminded of without asking."""


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the timeline, newest first, and the place to go on from."""

    items: tuple[Entry | ThoughtRecord | Practice, ...] = field(repr=False)
    end: Place | None
    """Where the next page begins, or None when there is nothing older."""
    places: tuple[Place, ...] = ()
    """Where each of the items stands."""
    days: Mapping[dt.date, float | None] = field(default_factory=dict, repr=False)
    """The mood of each day that the items are of; of no day while some of it may be hidden."""
    skills: Mapping[str, Skill | None] = field(default_factory=dict, repr=False)
    """The skills of the practices among the items; None for one that is not there any more."""

    @property
    def written(self) -> tuple[Entry | ThoughtRecord, ...]:
        """The items without practices."""
        return tuple(item for item in self.items if not isinstance(item, Practice))


@dataclass(frozen=True, slots=True)
class Selection:
    """What a filter lets through and somebody else may see, by name."""

    first: dt.date
    last: dt.date
    entries: frozenset[str]
    records: tuple[str, ...]
    kept_back: int = 0
    """How many more it lets through that are never shared."""


class Looking(Book):
    """What an open journal shows of what was written; never what is sealed or in the bin."""

    def timeline(
        self, before: Place | None = None, limit: int = 40, chosen: TimelineFilter | None = None
    ) -> Page:
        """Return what was written before a place and is let through by a filter, newest first."""
        with self.store.reading():
            places, items = timeline.page(self.store, before, limit, chosen)
            end = places[-1] if places and len(places) == limit else None
            return self._page(places, items, end, chosen)

    def newer(self, after: Place, limit: int = 40, chosen: TimelineFilter | None = None) -> Page:
        """Return what was written next after a place, newest first; it ends at that place."""
        with self.store.reading():
            places, items = timeline.page(self.store, after, limit, chosen, newer=True)
            return self._page(places, items, after, chosen)

    def _page(
        self,
        places: list[Place],
        items: list[Entry | ThoughtRecord | Practice],
        end: Place | None,
        chosen: TimelineFilter | None,
    ) -> Page:
        days: dict[dt.date, float | None] = {}
        # A mood of some of a day's entries would not be that of the day.
        if places and (chosen is None or chosen.shows_whole_days):
            first, last = (dt.date.fromisoformat(places[i].day) for i in (-1, 0))
            means = self.store.entries.days(first, last)
            days = {day: mean for day, (mean, _) in means.items()}
        used = {item.skill for item in items if isinstance(item, Practice)}
        return Page(tuple(items), end, tuple(places), days, self._skills(used) if used else {})

    def _skills(self, ids: set[str]) -> dict[str, Skill | None]:
        from resilience_desktop.services.skills import skill_of
        from resilience_desktop.services.toolkit import ToolkitBook

        own = ToolkitBook(self.store).own_skills()
        return {id_: skill_of(id_, own) for id_ in ids}

    def search(
        self, words: str, limit: int = 50, more: Mapping[Kind, int] | None = None
    ) -> list[Found]:
        """Return what holds all these words: of each kind the ``limit`` newest, or ``more``.

        Of very much it is not said how much: ``numbers_found`` counts it.
        """
        from resilience_desktop.services.finding import find

        limits = {**dict.fromkeys(_EVERY_KIND, limit), **(more or {})}
        with self.store.reading():
            return find(self.store, words, limits)

    def numbers_found(self, words: str) -> dict[Kind, int]:
        """Return how many entries, records and practices hold all these words."""
        with self.store.reading():
            return self.store.search.numbers(words)

    def number_of(self, chosen: TimelineFilter) -> int:
        """Return how much a filter lets through."""
        with self.store.reading():
            return self.store.items.number_of(chosen)

    def days(self, first: dt.date, last: dt.date) -> dict[dt.date, tuple[float | None, int]]:
        """Return the days with anything written: the mean mood of the moments, and how much."""
        with self.store.reading():
            return self.store.entries.days(first, last)

    def on_this_day(self, day: dt.date) -> list[Entry | ThoughtRecord]:
        """Return what was written on the same day of earlier years, newest first."""
        found: list[Entry | ThoughtRecord] = []
        for same in self._earlier(day):
            found += self.timeline(chosen=TimelineFilter(first=same, last=same)).written
        return found

    def memories(self, day: dt.date) -> list[dt.date]:
        """Return the same day of earlier years where something was written, the newest first.

        A day that was very low is left out: it may hurt to be reminded of it unasked.
        """
        with self.store.reading():
            low = self.store.entries.lowest_moods(self._earlier(day))
        return [same for same, mood in low.items() if mood is None or mood > VERY_LOW]

    def _earlier(self, day: dt.date) -> list[dt.date]:
        """Return the same day of the earlier years with anything written then."""
        span = self.span()
        days = []
        for year in range(day.year - 1, span[0].year - 1, -1) if span else ():
            with suppress(ValueError):  # 29 February
                days.append(day.replace(year=year))
        with self.store.reading():
            found = self.store.entries.these_days(days)
        return [same for same in days if same in found]

    def chosen(self, chosen: TimelineFilter) -> Contents:
        """Return all that a filter lets through, to be exported or shared."""
        from resilience_desktop.services.contents import Contents, with_pictures

        page = self.timeline(limit=self.number_of(chosen), chosen=chosen)
        found = Contents(
            tuple(item for item in page.items if isinstance(item, Entry)),
            tuple(item for item in page.written if not isinstance(item, Entry)),
            practices=tuple(item for item in page.items if isinstance(item, Practice)),
        )
        with self.store.reading():
            return with_pictures(self.store, found)

    def selection(self, chosen: TimelineFilter) -> Selection | None:
        """Return the names of all that a filter lets through and its days, or None for nothing.

        Practices have a place of their own in what is shared.
        """
        with self.store.reading():
            every = self.store.items.page(None, self.store.items.number_of(chosen), chosen)
            found = [one for one in every if one[2] is not Kind.PRACTICE]
            never = self.store.items.never_shared()
        if not found:
            return None
        shared = [(id_, kind) for _, id_, kind in found if id_ not in never]
        return Selection(
            dt.date.fromisoformat(found[-1][0].day),
            dt.date.fromisoformat(found[0][0].day),
            frozenset(id_ for id_, kind in shared if kind is Kind.ENTRY),
            tuple(id_ for id_, kind in shared if kind is Kind.THOUGHT_RECORD),
            len(found) - len(shared),
        )

    def span(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and last day with anything written, or None."""
        with self.store.reading():
            return self.store.items.span()
