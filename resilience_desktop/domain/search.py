"""Finding what was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resilience_desktop.domain.moment import Moment


class Kind(StrEnum):
    """The kinds of thing a person writes."""

    ENTRY = "entry"
    THOUGHT_RECORD = "thought_record"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that holds the words looked for."""

    kind: Kind
    id: str
    at: Moment
    excerpt: tuple[tuple[str, bool], ...] = field(repr=False)
    """Pieces of the text around the words; True marks a piece that matched."""
