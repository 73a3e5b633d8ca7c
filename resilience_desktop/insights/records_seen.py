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
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping, Sequence

    from resilience_desktop.domain.thought_record import ThoughtRecord


@dataclass(frozen=True, slots=True)
class RecordRatings:
    """The feelings of one record at first and later: means over those rated both times."""

    record: str
    """Its id."""
    day: dt.date
    thought: str = field(repr=False)
    """The hot thought, or what happened."""
    first: float = field(repr=False)
    """0 to 100."""
    later: float = field(repr=False)

    @classmethod
    def of(cls, record: ThoughtRecord) -> Self | None:
        """Return the ratings of a record, or None if no feeling has both."""
        twice = [
            (feeling.before, feeling.after)
            for feeling in record.feelings
            if feeling.before is not None and feeling.after is not None
        ]
        if not twice:
            return None
        hot = record.hot_thought
        first, later = (sum(numbers) / len(twice) for numbers in zip(*twice, strict=True))
        words = hot.text if hot else record.situation
        return cls(record.id, record.at.day, words, first, later)


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
    responses: Mapping[dt.date, Share]
    kind_words: Mapping[dt.date, int]

    @classmethod
    def of(cls, records: Sequence[ThoughtRecord], special: Collection[str] = ()) -> Self:
        """Return what records show; ``special`` are the choices that are no patterns."""
        finished = sorted(
            (record for record in records if record.finished),
            key=lambda record: (record.at.day, record.at.utc),
            reverse=True,
        )
        patterns = counted(finished, Axis.PATTERN)
        return cls(
            records=len(finished),
            first=finished[-1].at.day if finished else None,
            last=finished[0].at.day if finished else None,
            patterns=tuple(one for one in patterns if one.marks[0].word not in special),
            in_place_of_patterns=tuple(one for one in patterns if one.marks[0].word in special),
            triggers=tuple(counted(finished, Axis.TRIGGER)),
            feelings=tuple(counted(finished, Axis.FEELING)),
            together=tuple(together(finished, special)),
            feeling_change=feeling_change(finished),
            belief_change=belief_change(finished),
            rated_twice=tuple(filter(None, map(RecordRatings.of, finished))),
            responses=chosen_responses(finished),
            kind_words=kind_words(finished),
        )
