"""A wider look at a month: how one sees oneself, what matters, and a few words.

Everything in it may be left out, and nothing is ever added up to a score.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import (
    Plain,
    day_in,
    each_in,
    mapping,
    rating_in,
    text_in,
    unexpected,
    whole_in,
)

if TYPE_CHECKING:
    import datetime as dt

WEIGHT, STEADY, PEOPLE, SELF, LIFE = "weight", "steady", "people", "self", "life"
SETTLING, FLEXIBLE, NOTICING, SAY, CONNECTED = (
    "settling",
    "flexible",
    "noticing",
    "say",
    "connected",
)
SIGNS = (WEIGHT, STEADY, PEOPLE, SELF, LIFE)
"""Of ``WEIGHT`` less is lighter; of all others more is more."""
SIDES = (SETTLING, FLEXIBLE, NOTICING, SAY, CONNECTED)
"""The inner side, and last the outer one: being connected."""
AXES = (*SIGNS, *SIDES)
LEAST, MOST = 0, 10


@dataclass(frozen=True, slots=True)
class RatedValue:
    """Something that matters to somebody: how much, and how far it was lived in these weeks."""

    name: str = field(repr=False)
    importance: int | None = field(default=None, repr=False)
    """0 to 10; None where nothing was said."""
    lived: int | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not self.name.strip():
            message = "What matters has a name."
            raise ValueError(message)
        _check(self.importance, self.lived)


@dataclass(frozen=True, slots=True)
class MonthLook:
    """What somebody said of the weeks up to a day."""

    day: dt.date
    ratings: tuple[tuple[str, int], ...] = field(default=(), repr=False)
    """Axis and number, 0 to 10, each axis once; a newer version may know more axes."""
    values: tuple[RatedValue, ...] = field(default=(), repr=False)
    words: str = field(default="", repr=False)
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        _check(*(number for _, number in self.ratings))
        if len(dict(self.ratings)) != len(self.ratings):
            message = "Each axis has one number."
            raise ValueError(message)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.ratings or self.values or self.words.strip())

    def rating(self, axis: str) -> int | None:
        """Return the number of an axis, or None where nothing was said."""
        return dict(self.ratings).get(axis)

    def is_of_month(self, day: dt.date) -> bool:
        """Whether it is of the month in which a day lies."""
        return (self.day.year, self.day.month) == (day.year, day.month)


def look_to_plain(look: MonthLook) -> Plain:
    """Return a look as JSON values."""
    return {
        "id": look.id,
        "day": look.day.isoformat(),
        "ratings": dict(look.ratings),
        "values": [
            {"name": value.name, "importance": value.importance, "lived": value.lived}
            for value in look.values
        ],
        "words": look.words,
    }


def look_from_plain(value: object) -> MonthLook:
    """Return what ``look_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    ratings = mapping(plain.get("ratings"))
    return MonthLook(
        day_in(plain, "day"),
        tuple((axis, whole_in(ratings, axis)) for axis in ratings),
        each_in(plain, "values", _value),
        text_in(plain, "words"),
        text_in(plain, "id"),
    )


def _value(plain: Plain) -> RatedValue:
    return RatedValue(
        text_in(plain, "name"), rating_in(plain, "importance"), rating_in(plain, "lived")
    )


def _check(*numbers: int | None) -> None:
    if any(number is not None and not LEAST <= number <= MOST for number in numbers):
        raise unexpected("rating")
