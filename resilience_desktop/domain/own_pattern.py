"""What a person adds to the library of thinking patterns: notes, and patterns of their own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.plain_values import Plain, flag_in, mapping, text_in, words_in

if TYPE_CHECKING:
    from resilience_desktop.domain.thought_record import ChosenPattern, ThoughtRecord


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """A pattern of one's own, or what is added to one that comes with the app."""

    pattern: str = field(repr=False)
    """The name of one's own, as records have it, or the id of one of the app's."""
    definition: str = field(default="", repr=False)
    example: str = field(default="", repr=False)
    questions: tuple[str, ...] = field(default=(), repr=False)
    note: str = field(default="", repr=False)
    archived: bool = False
    """Whether it is offered no longer; records keep it."""

    def __post_init__(self) -> None:
        if not self.pattern.strip():
            message = "A pattern has a name."
            raise ValueError(message)


class NewNames:
    """The names that patterns were given while a journal is open.

    A record that was opened before that, and is saved later, must not bring an old name back.
    """

    def __init__(self) -> None:
        self._now: dict[str, str] = {}

    def note(self, old: str, new: str) -> None:
        """Remember that a pattern has a new name."""
        self._now = {was: new if now == old else now for was, now in self._now.items()}
        self._now[old] = new
        self.allow(new)

    def allow(self, name: str) -> None:
        """Remember that a name is in use, be it one that another pattern had before."""
        self._now.pop(name, None)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with its patterns by the names they have now."""
        for old in self._now.keys() & {chosen.pattern for chosen in record.patterns}:
            record = with_new_name(record, old, self._now[old])
        return record


def with_new_name(record: ThoughtRecord, old: str, new: str) -> ThoughtRecord:
    """Return a record with a pattern of one's own by its new name, which it has once."""
    if old not in {chosen.pattern for chosen in record.patterns}:
        return record
    found: dict[str, ChosenPattern] = {}
    for chosen in record.patterns:
        name = new if chosen.pattern == old else chosen.pattern
        first = found.get(name, chosen)
        found[name] = replace(first, pattern=name, main=first.main or chosen.main)
    return replace(record, patterns=tuple(found.values()))


def pattern_to_plain(pattern: OwnPattern) -> Plain:
    """Return a pattern as JSON values."""
    return {
        "id": pattern.pattern,
        "definition": pattern.definition,
        "example": pattern.example,
        "questions": list(pattern.questions),
        "note": pattern.note,
        "archived": pattern.archived,
    }


def pattern_from_plain(value: object) -> OwnPattern:
    """Return the pattern that ``pattern_to_plain`` wrote; raise ``ValueError`` for others."""
    plain = mapping(value)
    return OwnPattern(
        text_in(plain, "id"),
        text_in(plain, "definition"),
        text_in(plain, "example"),
        words_in(plain, "questions"),
        text_in(plain, "note"),
        flag_in(plain, "archived"),
    )
