"""What thought records show when they are laid side by side: counts, changes, what goes together.

Nothing here says why; numbers of records come with everything, and a mean is not given before there
are ``LEAST_FOR_MEAN`` of them. Pleasant feelings have no part in a change: to have less of them is
no relief.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from statistics import fmean
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from resilience_desktop.domain.record_brief import RatedTwice, RecordFacts

LEAST_FOR_MEAN = 5
"""Records that a mean needs."""
LEAST_TOGETHER = 3
"""Records in which two things have to meet before it is said that they do."""


class Axis(StrEnum):
    """What a record can be looked at by: thought, occasion, feeling, behaviour, relationship."""

    PATTERN = "pattern"
    TRIGGER = "trigger"
    FEELING = "feeling"
    TAG = "tag"


_PARTS = {
    Axis.PATTERN: "patterns",
    Axis.TRIGGER: "triggers",
    Axis.FEELING: "feelings",
    Axis.TAG: "tags",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that records can have in common."""

    axis: Axis
    word: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """One thing or two that records have in common, and which records those are."""

    marks: tuple[Mark, ...] = field(repr=False)
    records: tuple[str, ...]
    """Ids, in the order of the records given."""

    @property
    def number(self) -> int:
        """In how many records."""
        return len(self.records)


@dataclass(frozen=True, slots=True)
class Change:
    """How far a rating fell from first to later, over records that have both."""

    records: int
    mean: float | None = field(repr=False)
    """Mean of (before minus after), -100 to 100; None while there are too few records."""

    @classmethod
    def of(cls, falls: Collection[float]) -> Self:
        """Return the change over these falls, one from each record."""
        return cls(len(falls), fmean(falls) if len(falls) >= LEAST_FOR_MEAN else None)

    @property
    def missing(self) -> int:
        """How many more records a mean needs."""
        return max(0, LEAST_FOR_MEAN - self.records)


@dataclass(frozen=True, slots=True)
class Share:
    """Of how many records something is true."""

    records: int
    """All that could have it."""
    having: int

    @property
    def missing(self) -> int:
        """How many more records there have to be before it is shown."""
        return max(0, LEAST_FOR_MEAN - self.records)

    @classmethod
    def all_of(cls, shares: Iterable[Share]) -> Self:
        """Return several as one."""
        each = list(shares)
        return cls(sum(one.records for one in each), sum(one.having for one in each))


def unpleasant(record: RecordFacts, pleasant: Collection[str]) -> list[RatedTwice]:
    """Return the feelings of a record that were rated both times and are not pleasant."""
    return [rated for rated in record.rated if rated[0] not in pleasant]


def feeling_change(records: Iterable[RecordFacts], pleasant: Collection[str] = ()) -> Change:
    """Return the change in feelings: for each record the mean over those rated twice."""
    twice = (unpleasant(record, pleasant) for record in records)
    return Change.of(
        [sum([first - later for _, first, later in rated]) / len(rated) for rated in twice if rated]
    )


def belief_change(records: Iterable[RecordFacts]) -> Change:
    """Return the change in belief in the hot thought."""
    return Change.of([r.belief[0] - r.belief[1] for r in records if r.belief is not None])


def counted(
    records: Iterable[RecordFacts], axis: Axis, without: Collection[str] = ()
) -> list[Found]:
    """Return what the records have on one axis, most often first; words in ``without`` left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, words in _words_of(records, axis, without):
        for word in words:
            found[word].append(id_)
    return _sorted(Found((Mark(axis, word),), tuple(ids)) for word, ids in found.items())


def together(records: Sequence[RecordFacts], without: Collection[str] = ()) -> list[Found]:
    """Return the pairs from two axes that meet in ``LEAST_TOGETHER`` records or more."""
    words = [(axis, _words_of(records, axis, without)) for axis in Axis]
    often = []
    for (one, its), (other, others) in combinations(words, 2):
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for (id_, these), (_, those) in zip(its, others, strict=True):
            for this in these:
                with_this = found[this]
                for that in those:
                    with_this[that].append(id_)
        often += [
            Found((Mark(one, this), Mark(other, that)), tuple(ids))
            for this, with_this in found.items()
            for that, ids in with_this.items()
            if len(ids) >= LEAST_TOGETHER
        ]
    return _sorted(often)


def chosen_responses(records: Iterable[RecordFacts]) -> Mapping[dt.date, Share]:
    """Return by month, named by its first day, how many records say what was chosen instead.

    Of those that say what was done or what was chosen; a month without any is not in the answer.
    """
    return _by_month(
        (record for record in records if record.did or record.chose), lambda record: record.chose
    )


def kind_words(records: Iterable[RecordFacts]) -> Mapping[dt.date, Share]:
    """Return by month, named by its first day, in how many records something kind was said.

    Of all records; a month without any record is not in the answer.
    """
    return _by_month(records, lambda record: record.kind)


def _by_month(
    records: Iterable[RecordFacts], has_it: Callable[[RecordFacts], bool]
) -> dict[dt.date, Share]:
    found: dict[tuple[int, int], list[bool]] = defaultdict(list)
    for record in records:
        found[record.day.year, record.day.month].append(has_it(record))
    return {
        dt.date(*month, 1): Share(len(found[month]), sum(found[month])) for month in sorted(found)
    }


def _words_of(
    records: Iterable[RecordFacts], axis: Axis, without: Collection[str]
) -> list[tuple[str, list[str]]]:
    """Return the id of each record with what it has on one axis, each once."""
    part, found = _PARTS[axis], []
    for record in records:
        words = getattr(record, part)
        each = words if len(words) < 2 else dict.fromkeys(words)
        found.append((record.id, [word for word in each if word not in without]))
    return found


def _sorted(found: Iterable[Found]) -> list[Found]:
    return sorted(found, key=lambda one: (-one.number, [mark.word for mark in one.marks]))
