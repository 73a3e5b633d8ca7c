"""All that finished thought records show together, made at once for one page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from resilience_desktop.insights.records import (
    Axis,
    Change,
    Found,
    Share,
    belief_change,
    chosen_responses,
    counted,
    feeling_change,
    kind_words,
    together,
    unpleasant,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping, Sequence

    from resilience_desktop.domain.record_brief import RecordFacts


@dataclass(frozen=True, slots=True)
class RecordRatings:
    """One record at first and later: the mean of its unpleasant feelings, or its belief."""

    record: str
    """Its id."""
    day: dt.date
    thought: str = field(repr=False)
    """The hot thought, or what happened."""
    first: float = field(repr=False)
    """0 to 100."""
    later: float = field(repr=False)

    @classmethod
    def of(cls, record: RecordFacts, pleasant: Collection[str] = ()) -> Self | None:
        """Return the mean of the unpleasant feelings rated twice, or None if there is none."""
        twice = unpleasant(record, pleasant)
        if not twice:
            return None
        first = sum([first for _, first, _ in twice]) / len(twice)
        later = sum([later for *_, later in twice]) / len(twice)
        return cls(record.id, record.day, record.about, first, later)

    @classmethod
    def of_belief(cls, record: RecordFacts) -> Self | None:
        """Return the belief in the hot thought, or None if it was not rated twice."""
        if record.belief is None:
            return None
        return cls(record.id, record.day, record.about, *record.belief)


@dataclass(frozen=True, slots=True)
class RecordsSeen:
    """Counts, changes and what goes together; nothing here says why."""

    records: int
    first: dt.date | None
    """The days of the first and the last record."""
    last: dt.date | None
    patterns: tuple[Found, ...]
    in_place_of_patterns: tuple[Found, ...]
    """The special choices, such as that a thought may be accurate."""
    triggers: tuple[Found, ...]
    feelings: tuple[Found, ...]
    together: tuple[Found, ...]
    feeling_change: Change
    belief_change: Change
    rated_twice: tuple[RecordRatings, ...]
    """The newest first."""
    belief_rated_twice: tuple[RecordRatings, ...]
    """The newest first."""
    responses: Mapping[dt.date, Share]
    kind_words: Mapping[dt.date, Share]

    @classmethod
    def of(
        cls,
        found: Sequence[RecordFacts],
        special: Collection[str] = (),
        pleasant: Collection[str] = (),
    ) -> Self:
        """Return what finished records show, given the newest first.

        ``special`` are the choices that are no patterns, ``pleasant`` the feelings whose numbers
        are not compared.
        """
        patterns = counted(found, Axis.PATTERN)
        return cls(
            records=len(found),
            first=found[-1].day if found else None,
            last=found[0].day if found else None,
            patterns=tuple(one for one in patterns if one.marks[0].word not in special),
            in_place_of_patterns=tuple(one for one in patterns if one.marks[0].word in special),
            triggers=tuple(counted(found, Axis.TRIGGER)),
            feelings=tuple(counted(found, Axis.FEELING)),
            together=tuple(together(found, special)),
            feeling_change=feeling_change(found, pleasant),
            belief_change=belief_change(found),
            rated_twice=tuple(filter(None, (RecordRatings.of(r, pleasant) for r in found))),
            belief_rated_twice=tuple(filter(None, map(RecordRatings.of_belief, found))),
            responses=chosen_responses(found),
            kind_words=kind_words(found),
        )
