"""What lists and counts need of a thought record: far less than there is to read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from resilience_desktop.domain.thought_record import ThoughtRecord

Rated = tuple[str, int | None, int | None]
"""Something by its word or sentence, and its ratings from 0 to 100 at first and later."""

RatedTwice = tuple[str, int, int]
"""The same where both are known."""

NOTHING_RATED: Rated = ("", None, None)


@dataclass(frozen=True, slots=True)
class RecordBrief:
    """A thought record as one row of a list."""

    id: str
    at: dt.datetime
    """The wall clock where it was written."""
    finished: bool
    starred: bool = field(repr=False)
    form: str = field(repr=False)
    """Id of the form it was written with."""
    situation: str = field(repr=False)
    """What happened; or else what set it off, and what it is about."""
    thought: Rated = field(repr=False)
    """The hot thought and how far it was believed; its words are empty if there is none."""
    balanced_thought: str = field(repr=False)
    label: str = field(repr=False)
    """What the mind was doing."""
    patterns: tuple[str, ...] = field(repr=False)
    """Ids, the main one first."""
    feelings: tuple[Rated, ...] = field(repr=False)
    not_ready: bool = field(repr=False)
    never_share: bool = field(default=False, repr=False)
    """Whether its words stay out of everything made for somebody else."""

    @property
    def day(self) -> dt.date:
        """The day that it is about."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What of a finished record is counted, and laid beside the others."""

    id: str
    day: dt.date
    about: str = field(repr=False)
    """The hot thought, or what happened."""
    belief: tuple[int, int] | None = field(repr=False)
    """In the hot thought, at first and later; None unless both are known."""
    feelings: tuple[str, ...] = field(repr=False)
    """Those of the moment."""
    rated: tuple[RatedTwice, ...] = field(repr=False)
    """The feelings rated both times."""
    patterns: tuple[str, ...] = field(repr=False)
    triggers: tuple[str, ...] = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    did: bool
    """Whether it says what was done."""
    chose: bool
    """Whether it says what was chosen instead."""
    kind: bool
    """Whether something kind was said."""

    @classmethod
    def of(cls, record: ThoughtRecord) -> Self:
        """Return what is counted of a whole record."""
        hot = record.hot_thought
        before, after = (hot.belief_before, hot.belief_after) if hot else (None, None)
        return cls(
            id=record.id,
            day=record.at.day,
            about=hot.text if hot else record.situation,
            belief=None if before is None or after is None else (before, after),
            feelings=tuple(felt.word for felt in record.feelings if felt.is_of_the_moment),
            rated=tuple(
                (felt.word, felt.before, felt.after)
                for felt in record.feelings
                if felt.before is not None and felt.after is not None
            ),
            patterns=tuple(chosen.pattern for chosen in record.patterns),
            triggers=tuple(trigger.word for trigger in record.triggers),
            tags=record.tags,
            did=bool(record.did.strip()),
            chose=bool(record.chose.strip()),
            kind=bool(record.kindness.strip()),
        )


def hot_of(thoughts: Iterable[tuple[str, int | None, int | None, int]]) -> Rated:
    """Return the thought to work with: the one marked hot, else the first that has words.

    Each is given with its two ratings of belief, and whether it is marked.
    """
    first = NOTHING_RATED
    for words, before, after, is_hot in thoughts:
        if words.strip():
            if is_hot:
                return words, before, after
            if first is NOTHING_RATED:
                first = (words, before, after)
    return first
