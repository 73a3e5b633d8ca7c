"""What entries name: feelings, sensations and triggers; how often, how strong, with what mood.

A count is of days and of entries, since somebody who writes five times on a hard day names what is
hard five times. Nothing here says that one thing brings about another.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import fmean, median
from typing import TYPE_CHECKING, Self

from resilience_desktop.insights.enough import Enough

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from resilience_desktop.domain.entry import Entry

    Names = Callable[[Entry], Iterable[tuple[str, int | None]]]

LEAST = 7
"""Days, or ratings, that a mean, a median or a share needs: as many as any mean."""


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that was named."""

    word: str = field(repr=False)
    entries: int
    """In how many entries."""
    days: int
    """On how many days."""
    rated: int
    """How many times with a strength."""
    strength: float | None = field(repr=False)
    """The median of these, 0 to 100; None below ``LEAST``."""
    mood_days: int
    """On how many days an entry names it and has a mood."""
    mood: float | None = field(repr=False)
    """The mean over these days of the mean mood in such entries, -5 to +5; None below ``LEAST``."""
    months: Mapping[dt.date, int] = field(repr=False)
    """On how many days of each month, named by its first day; other months have none."""


@dataclass(frozen=True, slots=True)
class NamedInEntries:
    """All that the entries of a period name of one kind, most days first.

    Counts are shown as they are. Gates: 7 days with a mood for a mean mood, 7 ratings for a median
    strength, 7 days with entries for a month to be shown beside others (``share``).
    """

    enough: Enough
    """Days with entries, of which it takes 7 before anything is said about how often."""
    things: tuple[Named, ...]
    days: Mapping[dt.date, int]
    """Days with entries in each month, named by its first day."""

    @classmethod
    def of(cls, entries: Iterable[Entry], names: Names) -> Self:
        """Return what ``names`` finds: ``feelings``, ``sensations`` or ``triggers``.

        Capitals and blanks make no other word; it is spelled as it was last.
        """
        entries = list(entries)
        holding: dict[str, list[Entry]] = defaultdict(list)
        strengths: dict[str, list[int]] = defaultdict(list)
        spelling: dict[str, str] = {}
        for entry in entries:
            named = [(" ".join(word.split()), strength) for word, strength in names(entry)]
            spelling |= {word.casefold(): word for word, _ in named}
            for key in dict.fromkeys(word.casefold() for word, _ in named):
                holding[key].append(entry)
            for word, strength in named:
                if strength is not None:
                    strengths[word.casefold()].append(strength)
        things = (_named(spelling[key], held, strengths[key]) for key, held in holding.items())
        days = _by_month({entry.at.day for entry in entries})
        return cls(
            Enough(sum(days.values()), LEAST),
            tuple(sorted(things, key=lambda one: (-one.days, -one.entries, one.word))),
            days,
        )

    def share(self, thing: Named, month: dt.date) -> float | None:
        """Return on what part of a month's days with entries it was named, 0 to 1.

        None where there are fewer than ``LEAST`` such days.
        """
        days = self.days.get(month, 0)
        return thing.months.get(month, 0) / days if days >= LEAST else None


def feelings(entry: Entry) -> Iterable[tuple[str, int | None]]:
    """Return the feelings of an entry and how strong they were."""
    return ((feeling.word, feeling.intensity) for feeling in entry.feelings)


def sensations(entry: Entry) -> Iterable[tuple[str, int | None]]:
    """Return what was felt in the body, wherever it was."""
    return ((sensation.word, sensation.intensity) for sensation in entry.sensations)


def triggers(entry: Entry) -> Iterable[tuple[str, int | None]]:
    """Return what set something off, which has no strength."""
    return ((trigger.word, None) for trigger in entry.triggers)


def _named(word: str, entries: list[Entry], strengths: list[int]) -> Named:
    days = {entry.at.day for entry in entries}
    moods: dict[dt.date, list[int]] = defaultdict(list)
    for entry in entries:
        if entry.mood is not None:
            moods[entry.at.day].append(entry.mood)
    return Named(
        word,
        len(entries),
        len(days),
        len(strengths),
        median(strengths) if len(strengths) >= LEAST else None,
        len(moods),
        fmean(map(fmean, moods.values())) if len(moods) >= LEAST else None,
        _by_month(days),
    )


def _by_month(days: Iterable[dt.date]) -> dict[dt.date, int]:
    months: dict[dt.date, int] = defaultdict(int)
    for day in sorted(days):
        months[day.replace(day=1)] += 1
    return dict(months)
