"""Choosing among the thought records."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


class RecordState(StrEnum):
    """What is left to do with a record."""

    UNFINISHED = "unfinished"
    FINISHED = "finished"
    WAITING = "waiting"
    """A day is set for looking at it again, and it has not been."""
    STARRED = "starred"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFilter:
    """What a record must have to be shown; all of what is set here."""

    words: str = field(default="", repr=False)
    """Every one of these words, or words that begin so."""
    first: dt.date | None = None
    last: dt.date | None = None
    patterns: tuple[str, ...] = field(default=(), repr=False)
    feelings: tuple[str, ...] = field(default=(), repr=False)
    """Of the moment itself, not those that only came up later."""
    triggers: tuple[str, ...] = field(default=(), repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    state: RecordState | None = None

    def __bool__(self) -> bool:
        return self != RecordFilter()


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What records can be chosen by, used most first."""

    patterns: tuple[str, ...] = field(default=(), repr=False)
    feelings: tuple[str, ...] = field(default=(), repr=False)
    triggers: tuple[str, ...] = field(default=(), repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
