"""The short lists of an entry as rows of ``entry_details``, and back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.details import (
    Basic,
    Picture,
    ScaleValue,
    Sensation,
    Trigger,
    TriggerKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.entry import Entry

DETAIL = ("part", "word", "of", "value")
SENSATION, TRIGGER, BASIC, SCALE, PICTURE = "sensation", "trigger", "basic", "scale", "picture"

Row = tuple[str, str, str, int | None]


@dataclass(frozen=True, slots=True)
class Details:
    """The lists of one entry."""

    sensations: tuple[Sensation, ...] = field(repr=False)
    triggers: tuple[Trigger, ...] = field(repr=False)
    basics: tuple[Basic, ...] = field(repr=False)
    scales: tuple[ScaleValue, ...] = field(repr=False)
    pictures: tuple[Picture, ...] = field(repr=False)


NO_DETAILS = Details((), (), (), (), ())


def detail_rows(entry: Entry) -> list[Row]:
    """Return the rows of an entry, in its order."""
    if not (entry.sensations or entry.triggers or entry.basics or entry.scales or entry.pictures):
        return []  # as in most
    return [
        *((SENSATION, s.word, s.region, s.intensity) for s in entry.sensations),
        *((TRIGGER, t.word, t.kind.value if t.kind else "", None) for t in entry.triggers),
        *((BASIC, b.name, "", int(b.done)) for b in entry.basics),
        *((SCALE, s.scale, "", s.value) for s in entry.scales),
        *((PICTURE, p.id, p.words, None) for p in entry.pictures),
    ]


def details_of(rows: Iterable[tuple[Any, ...]]) -> Details:
    """Return the lists that these rows hold."""
    parts: dict[str, list[tuple[Any, ...]]] = {}
    for part, *rest in rows:
        parts.setdefault(part, []).append(tuple(rest))
    return Details(
        tuple(Sensation(word, of, value) for word, of, value in parts.get(SENSATION, ())),
        tuple(
            Trigger(word, TriggerKind(of) if of else None) for word, of, _ in parts.get(TRIGGER, ())
        ),
        tuple(Basic(word, bool(value)) for word, _, value in parts.get(BASIC, ())),
        tuple(ScaleValue(word, value) for word, _, value in parts.get(SCALE, ())),
        tuple(Picture(word, of) for word, of, _ in parts.get(PICTURE, ())),
    )
