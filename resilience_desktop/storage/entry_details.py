"""The short lists of an entry as rows of ``entry_details``, and back."""

from __future__ import annotations

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
    from collections.abc import Callable

    from resilience_desktop.domain.entry import Entry

DETAIL = ("part", "word", "of", "value")
SENSATION, TRIGGER, BASIC, SCALE, PICTURE = "sensation", "trigger", "basic", "scale", "picture"

Row = tuple[str, str, str, int | None]


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


def trigger(word: str, of: str, _value: int | None) -> Trigger:
    """Return the trigger that a row holds."""
    return Trigger(word, TriggerKind(of) if of else None)


def _basic(word: str, _of: str, value: int | None) -> Basic:
    return Basic(word, bool(value))


def _scale(word: str, _of: str, value: int) -> ScaleValue:
    return ScaleValue(word, value)


def _picture(word: str, of: str, _value: int | None) -> Picture:
    return Picture(word, of)


MAKES: dict[str, Callable[..., Any]] = {
    SENSATION: Sensation,
    TRIGGER: trigger,
    BASIC: _basic,
    SCALE: _scale,
    PICTURE: _picture,
}
"""What is made of the rows of each part."""
