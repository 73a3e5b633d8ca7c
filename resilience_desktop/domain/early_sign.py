"""An early sign that somebody knows of themselves, and from when on it counts for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil, isfinite
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import (
    flag_in,
    mapping,
    text_in,
    unexpected,
    whole_in,
)

if TYPE_CHECKING:
    from resilience_desktop.domain.own_scale import OwnScale
    from resilience_desktop.domain.plain_values import Plain

MOST_DAYS = 28
"""Days of which a sign may be counted: with more it would not be early."""
USUAL_DAYS, USUAL_OF = 3, 7
LASTING_DAYS, LASTING_OF = 10, 14
"""Stress that stays: on at least 10 of the last 14 days that have it."""
_HIGH = 0.7
"""Where on a scale "high" begins unless the person says otherwise, as a share of its length."""


class Measure(StrEnum):
    """What of the entries shows a sign."""

    NONE = "none"
    """Words alone: it stands in the list, and nothing is counted."""
    MOOD = "mood"
    ENERGY = "energy"
    SLEEP_HOURS = "sleep_hours"
    SLEEP_QUALITY = "sleep_quality"
    SCALE = "scale"
    FEELING = "feeling"
    TAG = "tag"

    @property
    def is_name(self) -> bool:
        """Whether it is a word that an entry has or does not have, and no number."""
        return self in (Measure.FEELING, Measure.TAG)

    @property
    def needs_word(self) -> bool:
        """Whether it has to be said which scale, feeling or tag it is."""
        return self.is_name or self is Measure.SCALE


@dataclass(frozen=True, slots=True)
class EarlySign:
    """Something somebody noted as an early sign: in words, and perhaps in numbers of their own."""

    name: str = field(repr=False)
    measure: Measure = field(default=Measure.NONE, repr=False)
    word: str = field(default="", repr=False)
    """The id of the scale, the feeling or the tag; else empty."""
    at_least: bool = field(default=False, repr=False)
    """Whether a day counts from ``number`` on, and not below it."""
    number: float = field(default=0.0, repr=False)
    days: int = USUAL_DAYS
    """On how many days it has to be so ..."""
    of_days: int = USUAL_OF
    """... of how many days in sight: the last ones that have such a number, or entries."""
    tells: bool = False
    """Whether the journal may say so in a quiet line."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.name.strip():
            message = "An early sign has a name."
            raise ValueError(message)
        if self.measure.needs_word and not self.word.strip():
            message = "A sign of a scale, a feeling or a tag says which."
            raise ValueError(message)
        if not isfinite(self.number):
            message = "A sign has a number."
            raise ValueError(message)
        if not 1 <= self.days <= self.of_days <= MOST_DAYS:
            message = f"A sign is counted on some of at most {MOST_DAYS} days."
            raise ValueError(message)

    @property
    def is_counted(self) -> bool:
        """Whether the entries can show it."""
        return self.measure is not Measure.NONE

    def counts(self, number: float) -> bool:
        """Whether a day with this number counts; of names, 1 is with it and 0 without."""
        if self.measure.is_name:
            return number > 0
        return number >= self.number if self.at_least else number < self.number


def usual_threshold(scale: OwnScale) -> int:
    """Return the step from which a scale is high: 7 of 0 to 10."""
    return ceil(scale.low + _HIGH * (scale.high - scale.low))


def sign_to_plain(sign: EarlySign) -> Plain:
    """Return an early sign as JSON values."""
    return {
        "id": sign.id,
        "name": sign.name,
        "measure": sign.measure.value,
        "word": sign.word,
        "at_least": sign.at_least,
        "number": sign.number,
        "days": sign.days,
        "of_days": sign.of_days,
        "tells": sign.tells,
    }


def sign_from_plain(value: object) -> EarlySign:
    """Return what ``sign_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    number = plain.get("number")
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise unexpected("number")
    try:
        number = float(number)
    except OverflowError:
        raise unexpected("number") from None
    try:
        measure = Measure(text_in(plain, "measure"))
    except ValueError:
        raise unexpected("measure") from None
    return EarlySign(
        text_in(plain, "name"),
        measure,
        text_in(plain, "word"),
        flag_in(plain, "at_least"),
        number,
        whole_in(plain, "days"),
        whole_in(plain, "of_days"),
        flag_in(plain, "tells"),
        text_in(plain, "id"),
    )
