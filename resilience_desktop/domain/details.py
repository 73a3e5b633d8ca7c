"""What an entry may say besides mood, feelings and a note: body, triggers, the day's basics ..."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from resilience_desktop.domain.feeling import check_rating


def _check_word(word: str) -> None:
    if not word.strip():
        message = "What is named has a name."
        raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Sensation:
    """Something felt in the body, from the list or in the person's own word."""

    word: str = field(repr=False)
    region: str = field(default="", repr=False)
    """Id of the part of the body; empty when it was not said."""
    intensity: int | None = field(default=None, repr=False)
    """0 to 100."""

    def __post_init__(self) -> None:
        _check_word(self.word)
        check_rating(self.intensity)


class TriggerKind(StrEnum):
    """What sort of thing set something off."""

    EVENT = "event"
    PEOPLE = "people"
    STRESS = "stress"
    """Something that lasts, such as money or work."""
    INSIDE = "inside"
    """A thought, a memory, something in the body."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What set it off."""

    word: str = field(repr=False)
    kind: TriggerKind | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        _check_word(self.word)


@dataclass(frozen=True, slots=True)
class Basic:
    """One of the day's basics, and whether there was time for it.

    An entry has all that were asked about, or none: a list without any tick says nothing.
    """

    name: str = field(repr=False)
    done: bool = field(repr=False)

    def __post_init__(self) -> None:
        _check_word(self.name)


@dataclass(frozen=True, slots=True)
class ScaleValue:
    """A number on one of the person's own scales."""

    scale: str = field(repr=False)
    """Id of the scale."""
    value: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that lies in the journal."""

    id: str
    words: str = field(default="", repr=False)
    """What is to be seen, for whoever cannot see it."""
