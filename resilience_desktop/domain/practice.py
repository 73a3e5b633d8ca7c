"""One time that somebody used a skill."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id

if TYPE_CHECKING:
    from resilience_desktop.domain.moment import Moment

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
