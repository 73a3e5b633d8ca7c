"""One time that somebody used a skill."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain import moment_from_plain, moment_to_plain
from resilience_desktop.domain.plain_values import (
    Plain,
    each_in,
    flag_in,
    mapping,
    named_from_plain,
    named_to_plain,
    rating_in,
    text_in,
    whole_in,
)

if TYPE_CHECKING:
    from resilience_desktop.domain.moment import Moment

FALSE_START_S = 20
"""Whoever stops sooner, and said nothing, tried a button rather than a skill."""
LEAST, MOST = 0, 100
"""Bounds of a rating of distress, or of an urge."""


@dataclass(frozen=True, slots=True)
class Rating:
    """How strong something was at one point of an exercise."""

    seconds: int
    """Since the exercise began, without pauses."""
    strength: int = field(repr=False)

    def __post_init__(self) -> None:
        _check_seconds(self.seconds)
        _check_rating(self.strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What is kept of one use. Nothing but the skill and the moment has to be there."""

    skill: str
    """Id of a skill of the app, or of one's own."""
    at: Moment = field(repr=False)
    """When it was begun."""
    seconds: int = 0
    """How long it lasted, without pauses."""
    stopped: bool = False
    """Whether it was ended before its end. That is neither better nor worse."""
    before: int | None = field(default=None, repr=False)
    """Distress at the beginning, 0 to 100; None when it was not said."""
    after: int | None = field(default=None, repr=False)
    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """What was written on the way, by the name of the field."""
    wave: tuple[Rating, ...] = field(default=(), repr=False)
    """How an urge went, in the order of time."""
    note: str = field(default="", repr=False)
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.skill:
            message = "A practice is one of a skill."
            raise ValueError(message)
        _check_seconds(self.seconds)
        for rating in (self.before, self.after):
            if rating is not None:
                _check_rating(rating)
        if any(one.seconds > two.seconds for one, two in pairwise(self.wave)):
            message = "A wave goes on in time."
            raise ValueError(message)

    @property
    def change(self) -> int | None:
        """How much distress rose (above 0) or fell, when it was rated twice."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def is_a_use(self) -> bool:
        """Whether it is one to keep: it came to its end, lasted a while, or something was said."""
        rated = self.before is not None or self.after is not None or bool(self.wave)
        said = rated or bool(self.words.strip())
        return said or not self.stopped or self.seconds >= FALSE_START_S

    @property
    def words(self) -> str:
        """All that was written in it, to be found and read elsewhere."""
        return "\n".join(words for words in (*dict(self.answers).values(), self.note) if words)


def _check_seconds(seconds: int) -> None:
    if seconds < 0:
        message = "An exercise lasts no less than no time."
        raise ValueError(message)


def _check_rating(rating: int) -> None:
    if not LEAST <= rating <= MOST:
        message = f"A rating lies between {LEAST} and {MOST}."
        raise ValueError(message)


def practice_to_plain(practice: Practice) -> Plain:
    """Return a practice as JSON values."""
    return {
        "id": practice.id,
        "skill": practice.skill,
        "at": moment_to_plain(practice.at),
        "seconds": practice.seconds,
        "stopped": practice.stopped,
        "before": practice.before,
        "after": practice.after,
        "answers": named_to_plain(practice.answers),
        "wave": [{"seconds": one.seconds, "strength": one.strength} for one in practice.wave],
        "note": practice.note,
    }


def practice_from_plain(value: object) -> Practice:
    """Return what ``practice_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    return Practice(
        skill=text_in(plain, "skill"),
        at=moment_from_plain(plain.get("at")),
        seconds=whole_in(plain, "seconds"),
        stopped=flag_in(plain, "stopped"),
        before=rating_in(plain, "before"),
        after=rating_in(plain, "after"),
        answers=named_from_plain(plain, "answers"),
        wave=each_in(
            plain, "wave", lambda one: Rating(whole_in(one, "seconds"), whole_in(one, "strength"))
        ),
        note=text_in(plain, "note"),
        id=text_in(plain, "id"),
    )
