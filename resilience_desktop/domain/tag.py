"""Tags: activities, people and whatever else somebody marks entries with."""

from __future__ import annotations

from dataclasses import dataclass, field

ACTIVITIES, PEOPLE = "activities", "people"
"""Groups that are always there; others have the names that somebody gives them."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that is in use, or was made to be used."""

    word: str = field(repr=False)
    group: str = field(default=ACTIVITIES, repr=False)
    archived: bool = False
    """Whether it is offered no longer; entries keep it."""
    used: int = field(default=0, repr=False)
    """How many entries have it."""


def tidy(word: str) -> str:
    """Return a tag as it is kept: without space around it, and one space between its words."""
    return " ".join(word.split())
