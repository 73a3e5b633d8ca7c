"""Sections of a report as plain values: tables, bars, sentences, somebody's own words.

The template has a function for each kind. Words of the person are marked as theirs, since only
those are set in the serif.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.reports.wording import line, narrow, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.reports.document import Plain


_FEW, _FEW_LETTERS = 4, 800
"""Rows, and letters in them, that stay on one page: less than half of it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell."""

    words: str = field(repr=False)
    own: bool = False
    """Whether the person wrote it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    title: str
    is_number: bool = True
    is_main: bool = False
    """Whether its numbers are what the table is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table below a heading."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)
    note: str = field(default="", repr=False)
    first: float = 1.5
    """How wide the first column is, where each of the others is 1."""
    is_narrow: bool = False
    """Whether half of the page is wide enough."""

    def plain(self) -> Plain:
        """Return it as JSON values."""
        return {
            "kind": "table",
            "title": self.title,
            "columns": [
                {"title": c.title, "number": c.is_number, "main": c.is_main} for c in self.columns
            ],
            "rows": [[_cell(cell) for cell in row] for row in self.rows],
            "first": self.first,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Bar:
    """How often there was something."""

    name: Cell = field(repr=False)
    number: int = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """How often there was what, the most first; half of the page is wide enough."""

    title: str
    rows: tuple[Bar, ...] = field(repr=False)
    columns: tuple[str, str]
    """What the names and the numbers are."""
    note: str = field(default="", repr=False)
    is_narrow: bool = True

    def plain(self) -> Plain:
        """Return it as JSON values."""
        most = max(row.number for row in self.rows)
        return {
            "kind": "bars",
            "title": self.title,
            "columns": list(self.columns),
            "rows": [
                {
                    "name": _cell(row.name),
                    "number": f"{row.number:,}",
                    "share": row.number / most,
                }
                for row in self.rows
            ],
            "note": self.note,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Sentences of the app below a heading."""

    title: str
    paragraphs: tuple[str, ...] = field(repr=False)
    note: str = field(default="", repr=False)
    is_narrow: bool = False

    def plain(self) -> Plain:
        """Return them as JSON values."""
        return {
            "kind": "sentences",
            "title": self.title,
            "paragraphs": [line(words) for words in self.paragraphs],
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Said:
    """Something the person wrote, beside what it is."""

    label: str = field(repr=False)
    words: str = field(default="", repr=False)
    facts: str = field(default="", repr=False)
    """What the app says of it."""
    number: int = 0
    """Its number at the mood chart; 0 for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The person's own words, one below the other."""

    title: str
    rows: tuple[Said, ...] = field(repr=False)
    note: str = field(default="", repr=False)
    is_narrow: bool = False

    def plain(self) -> Plain:
        """Return them as JSON values."""
        letters = sum(len(said.words) for said in self.rows)
        return {
            "kind": "words",
            "title": self.title,
            "whole": len(self.rows) <= _FEW and letters <= _FEW_LETTERS,
            "rows": [
                {
                    "label": said.label,
                    "words": paragraphs(said.words),
                    "facts": line(said.facts),
                    "at_chart": _at_chart(said.number),
                }
                for said in self.rows
            ],
            "note": self.note,
        }


Section = Table | Bars | Sentences | Words


def laid_out(sections: Sequence[Section]) -> list[Plain]:
    """Return the sections in their order; two narrow ones after each other stand side by side."""
    made: list[Plain] = []
    waiting: Plain | None = None
    for section in sections:
        plain = section.plain()
        if not section.is_narrow:
            made += _alone(waiting)
            made.append(plain)
            waiting = None
        elif waiting is None:
            waiting = plain
        else:
            made.append({"kind": "beside", "parts": [waiting, plain]})
            waiting = None
    return made + _alone(waiting)


def _at_chart(number: int) -> str:
    return text("Number {n} in the mood chart").format(n=number) if number else ""


def _alone(plain: Plain | None) -> list[Plain]:
    return [] if plain is None else [{"kind": "beside", "parts": [plain]}]


def _cell(cell: Cell) -> Plain:
    return {"words": narrow(cell.words)} if cell.own else {"text": line(cell.words)}
