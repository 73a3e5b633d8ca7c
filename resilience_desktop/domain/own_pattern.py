"""What a person adds to the library of thinking patterns: notes, and patterns of their own."""

from __future__ import annotations

from dataclasses import dataclass, field

from resilience_desktop.domain.plain_values import Plain, flag_in, mapping, text_in, words_in


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
