"""The short lists of a thought record as rows of ``record_details``, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.details import Sensation
from resilience_desktop.storage.entry_details import (
    DETAIL,
    SENSATION,
    TRIGGER,
    Row,
    trigger,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.thought_record import ThoughtRecord

__all__ = ["DETAIL", "MAKES", "SENSATION", "TRIGGER", "detail_rows"]

TAG, ARROW, FOR, AGAINST, NOT = "tag", "arrow", "for", "against", "not"


def _word(word: str, _of: str, _value: int | None) -> str:
    return word


MAKES: dict[str, Callable[..., Any]] = {
    SENSATION: Sensation,
    TRIGGER: trigger,
    **dict.fromkeys((TAG, ARROW, FOR, AGAINST, NOT), _word),
}
"""What is made of the rows of each part."""


def detail_rows(record: ThoughtRecord) -> list[Row]:
    """Return the rows of a record, in its order."""
    words = {
        TAG: record.tags,
        ARROW: record.arrow,
        FOR: record.evidence_for,
        AGAINST: record.evidence_against,
        NOT: record.turned_down,
    }
    return [
        *((SENSATION, s.word, s.region, s.intensity) for s in record.sensations),
        *((TRIGGER, t.word, t.kind.value if t.kind else "", None) for t in record.triggers),
        *((part, word, "", None) for part, several in words.items() for word in several),
    ]
