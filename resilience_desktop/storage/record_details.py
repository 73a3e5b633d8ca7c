"""The short lists of a thought record as rows of ``record_details``, and back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.details import Sensation, Trigger, TriggerKind
from resilience_desktop.storage.entry_details import DETAIL, SENSATION, TRIGGER, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.thought_record import ThoughtRecord

__all__ = ["DETAIL", "RecordDetails", "detail_rows", "details_of"]

TAG, ARROW, FOR, AGAINST, NOT = "tag", "arrow", "for", "against", "not"


@dataclass(frozen=True, slots=True)
class RecordDetails:
    """The lists of one record."""

    sensations: tuple[Sensation, ...] = field(repr=False)
    triggers: tuple[Trigger, ...] = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    arrow: tuple[str, ...] = field(repr=False)
    evidence_for: tuple[str, ...] = field(repr=False)
    evidence_against: tuple[str, ...] = field(repr=False)
    turned_down: tuple[str, ...] = field(repr=False)


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


def details_of(rows: Iterable[tuple[Any, ...]]) -> RecordDetails:
    """Return the lists that these rows hold."""
    parts: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows:
        parts.setdefault(row[0], []).append(row[1:])

    def words(part: str) -> tuple[str, ...]:
        return tuple(word for word, _, _ in parts.get(part, ()))

    return RecordDetails(
        tuple(Sensation(word, of, value) for word, of, value in parts.get(SENSATION, ())),
        tuple(
            Trigger(word, TriggerKind(of) if of else None) for word, of, _ in parts.get(TRIGGER, ())
        ),
        words(TAG),
        words(ARROW),
        words(FOR),
        words(AGAINST),
        words(NOT),
    )
