"""Choosing among everything that was written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from resilience_desktop.domain.entry import HIGHEST, LOWEST
from resilience_desktop.domain.search import Kind

_KINDS = (Kind.ENTRY, Kind.THOUGHT_RECORD, Kind.PRACTICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFilter:
    """What something must have to be shown; all of what is set here."""

    words: str = field(default="", repr=False)
    """Every one of these words, or words that begin so."""
    first: dt.date | None = None
    last: dt.date | None = None
    lowest_mood: int | None = field(default=None, repr=False)
    highest_mood: int | None = field(default=None, repr=False)
    feelings: tuple[str, ...] = field(default=(), repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    sensations: tuple[str, ...] = field(default=(), repr=False)
    triggers: tuple[str, ...] = field(default=(), repr=False)
    kind: Kind | None = None
    starred: bool = False
    with_picture: bool = False
    went_well: bool = False
    """Whether only what holds something that went all right is shown."""

    def __post_init__(self) -> None:
        for mood in (self.lowest_mood, self.highest_mood):
            if mood is not None and not LOWEST <= mood <= HIGHEST:
                message = f"Mood lies between {LOWEST} and {HIGHEST}."
                raise ValueError(message)
        if self.kind is not None and self.kind not in _KINDS:
            message = "Only entries, thought records and practices stand in the timeline."
            raise ValueError(message)

    def __bool__(self) -> bool:
        return self != TimelineFilter()

    @property
    def shows_whole_days(self) -> bool:
        """Whether a day that is shown is shown with all that was written on it."""
        return self == TimelineFilter(first=self.first, last=self.last)

    @property
    def has_mood(self) -> bool:
        """Whether the mood matters."""
        return self.lowest_mood is not None or self.highest_mood is not None


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter with a name, to be used again."""

    name: str = field(repr=False)
    filter: TimelineFilter = field(repr=False)


def saved_to_plain(saved: SavedFilter) -> dict[str, Any]:
    """Return a saved filter as JSON values."""
    chosen = saved.filter
    return {
        "name": saved.name,
        "words": chosen.words,
        "first": chosen.first and chosen.first.isoformat(),
        "last": chosen.last and chosen.last.isoformat(),
        "lowest_mood": chosen.lowest_mood,
        "highest_mood": chosen.highest_mood,
        "feelings": list(chosen.feelings),
        "tags": list(chosen.tags),
        "sensations": list(chosen.sensations),
        "triggers": list(chosen.triggers),
        "kind": chosen.kind,
        "starred": chosen.starred,
        "with_picture": chosen.with_picture,
        "went_well": chosen.went_well,
    }


def saved_from_plain(plain: object) -> SavedFilter | None:
    """Return the saved filter that ``saved_to_plain`` wrote, or None for anything else."""
    if not isinstance(plain, dict) or not isinstance(plain.get("name"), str):
        return None
    try:
        return SavedFilter(plain["name"], _filter(plain))
    except (ValueError, TypeError):
        return None


def _filter(plain: dict[str, Any]) -> TimelineFilter:
    words, kind = plain.get("words", ""), plain.get("kind")
    if not isinstance(words, str):
        raise TypeError
    return TimelineFilter(
        words=words,
        first=_day(plain.get("first")),
        last=_day(plain.get("last")),
        lowest_mood=_mood(plain.get("lowest_mood")),
        highest_mood=_mood(plain.get("highest_mood")),
        feelings=_words(plain.get("feelings", ())),
        tags=_words(plain.get("tags", ())),
        sensations=_words(plain.get("sensations", ())),
        triggers=_words(plain.get("triggers", ())),
        kind=Kind(kind) if kind is not None else None,
        starred=plain.get("starred") is True,
        with_picture=plain.get("with_picture") is True,
        went_well=plain.get("went_well") is True,
    )


def _day(value: object) -> dt.date | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError
    return dt.date.fromisoformat(value)


def _mood(value: object) -> int | None:
    if value is not None and type(value) is not int:
        raise TypeError
    return value


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
        raise TypeError
    return tuple(value)
