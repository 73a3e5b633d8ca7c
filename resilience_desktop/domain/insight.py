"""An insight: something seen across several entries and records, with links to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import (
    Plain,
    day_in,
    flag_in,
    mapping,
    text_in,
    words_in,
)

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class Insight:
    """What somebody has come to see, and where."""

    words: str = field(repr=False)
    made: dt.date
    links: tuple[str, ...] = field(default=(), repr=False)
    """Ids of entries and thought records; one may be gone by now."""
    shared: bool = False
    """Whether reports hold it."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.words.strip():
            message = "An insight has words."
            raise ValueError(message)


def insight_to_plain(insight: Insight) -> Plain:
    """Return an insight as JSON values."""
    return {
        "id": insight.id,
        "words": insight.words,
        "made": insight.made.isoformat(),
        "links": list(insight.links),
        "shared": insight.shared,
    }


def insight_from_plain(value: object) -> Insight:
    """Return the insight that ``insight_to_plain`` wrote; raise ``ValueError`` for others."""
    plain = mapping(value)
    return Insight(
        text_in(plain, "words"),
        day_in(plain, "made"),
        words_in(plain, "links"),
        flag_in(plain, "shared"),
        text_in(plain, "id"),
    )
