"""A worksheet of a skill that is done in writing: a problem, a request, what matters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One of several: an idea with what speaks for it, an area of life with two numbers."""

    words: str = field(repr=False)
    more: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """What else was written of it, by the name of the field."""
    ratings: tuple[tuple[str, int], ...] = field(default=(), repr=False)
    """0 to 10, by the name of the field."""
    chosen: bool = field(default=False, repr=False)

    def __post_init__(self) -> None:
        if not self.words.strip():
            message = "A row has words."
            raise ValueError(message)
        if any(not 0 <= number <= 10 for _, number in self.ratings):
            message = "A rating lies between 0 and 10."
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was written, and what came of it later."""

    skill: str
    made: dt.date
    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """By the name of the field."""
    rows: tuple[SheetRow, ...] = field(default=(), repr=False)
    when: dt.date | None = field(default=None, repr=False)
    """The day of the next step."""
    done: bool = field(default=False, repr=False)
    """Whether that was done."""
    id: str = field(default_factory=new_id)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not (self.words or self.when)

    @property
    def words(self) -> str:
        """All that was written in it, to be found and read elsewhere."""
        rows = [part for row in self.rows for part in (row.words, *dict(row.more).values())]
        return "\n".join(words for words in (*dict(self.answers).values(), *rows) if words.strip())
