"""Finding what was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resilience_desktop.domain.moment import Moment

Excerpt = tuple[tuple[str, bool], ...]
"""Pieces of a text around the words looked for; True marks a piece that matched."""


class Kind(StrEnum):
    """The kinds of thing a person writes, in the order in which search shows them."""

    THOUGHT_RECORD = "thought_record"
    ENTRY = "entry"
    PRACTICE = "practice"
    SHEET = "sheet"
    WORRY = "worry"
    OWN_SKILL = "own_skill"
    REPORT_WORDS = "report_words"
    SESSION = "session"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that holds the words looked for."""

    kind: Kind
    id: str
    """Of what was written; the part of a report; of the entry that a draft changes, if any."""
    at: Moment | None
    """None for words of a report, which are of no day."""
    excerpt: Excerpt = field(repr=False)
    beginning: str | None = field(default=None, repr=False)
    """How the sentences begin, if all was found in feelings and tags: the excerpt is of those."""
    skill: str = ""
    """Id of the skill that it belongs to, and opens with."""
    skill_name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one kind: how much, and the newest of it."""

    kind: Kind
    count: int | None
    """None while there are more than the hits, and nobody has counted them."""
    hits: tuple[Hit, ...] = field(repr=False)
