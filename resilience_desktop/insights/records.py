"""What thought records show when they are laid side by side: counts, changes, what goes together.

Only finished records count. Nothing here says why; numbers of records come with everything, and a
mean is not given before there are ``LEAST_FOR_MEAN`` of them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from statistics import fmean
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from resilience_desktop.domain.thought_record import ThoughtRecord

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


def feeling_change(records: Iterable[ThoughtRecord]) -> Change:
    """Return the change in feelings: for each record the mean over those rated twice."""
    changes = (record.feeling_change for record in records if record.finished)
    return Change.of([mean for mean, _ in filter(None, changes)])


def belief_change(records: Iterable[ThoughtRecord]) -> Change:
    """Return the change in belief in the hot thought."""
    changes = (record.belief_change for record in records if record.finished)
    return Change.of([fall for fall in changes if fall is not None])


def counted(
    records: Iterable[ThoughtRecord], axis: Axis, without: Collection[str] = ()
) -> list[Found]:
    """Return what the records have on one axis, most often first; words in ``without`` left out."""
    found: dict[Mark, list[str]] = defaultdict(list)
    for record in records:
        for mark in _marks(record, without):
            if mark.axis is axis:
                found[mark].append(record.id)
    return _sorted(Found((mark,), tuple(ids)) for mark, ids in found.items())


def together(records: Iterable[ThoughtRecord], without: Collection[str] = ()) -> list[Found]:
    """Return the pairs from two axes that meet in ``LEAST_TOGETHER`` records or more."""
    found: dict[tuple[Mark, Mark], list[str]] = defaultdict(list)
    for record in records:
        for one, other in combinations(_marks(record, without), 2):
            if one.axis is not other.axis:
                found[one, other].append(record.id)
    often = (Found(pair, tuple(ids)) for pair, ids in found.items())
    return _sorted(one for one in often if one.number >= LEAST_TOGETHER)


def chosen_responses(records: Iterable[ThoughtRecord]) -> Mapping[dt.date, Share]:
    """Return by month, named by its first day, how many records say what was chosen instead.

    Of those that say what was done or what was chosen; a month without any is not in the answer.
    """
    all_, having = Counter[dt.date](), Counter[dt.date]()
    for record in records:
        if record.finished and (record.did.strip() or record.chose.strip()):
            month = record.at.day.replace(day=1)
            all_[month] += 1
            having[month] += bool(record.chose.strip())
    return {month: Share(all_[month], having[month]) for month in sorted(all_)}


def kind_words(records: Iterable[ThoughtRecord]) -> Mapping[dt.date, int]:
    """Return by month, named by its first day, in how many records something kind was said."""
    found = Counter(
        record.at.day.replace(day=1)
        for record in records
        if record.finished and record.kindness.strip()
    )
    return {month: found[month] for month in sorted(found)}


def _marks(record: ThoughtRecord, without: Collection[str]) -> list[Mark]:
    """Return what a finished record can have in common with others, each once, in axis order."""
    if not record.finished:
        return []
    words = {
        Axis.PATTERN: [chosen.pattern for chosen in record.patterns],
        Axis.TRIGGER: [trigger.word for trigger in record.triggers],
        Axis.FEELING: [feeling.word for feeling in record.feelings if feeling.is_of_the_moment],
        Axis.TAG: list(record.tags),
    }
    marks = (Mark(axis, word) for axis, several in words.items() for word in several)
    return [mark for mark in dict.fromkeys(marks) if mark.word not in without]


def _sorted(found: Iterable[Found]) -> list[Found]:
    return sorted(found, key=lambda one: (-one.number, [mark.word for mark in one.marks]))
