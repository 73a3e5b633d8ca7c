"""A worksheet of a skill that is done in writing: a problem, a request, what matters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import (
    Plain,
    day_in,
    day_or_none_in,
    each_in,
    flag_in,
    mapping,
    named_from_plain,
    named_to_plain,
    text_in,
    whole_in,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

OUTCOME = "outcome"
"""Name of the field for what came of it."""


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
    def is_looked_back_on(self) -> bool:
        """Whether something was said of what came of it."""
        return self.done or bool(dict(self.answers).get(OUTCOME, "").strip())

    def waits_on(self, today: dt.date) -> bool:
        """Whether its day has come, and nothing was said of it yet."""
        return self.when is not None and self.when <= today and not self.is_looked_back_on

    @property
    def words(self) -> str:
        """All that was written in it, to be found and read elsewhere."""
        rows = [part for row in self.rows for part in (row.words, *dict(row.more).values())]
        return "\n".join(words for words in (*dict(self.answers).values(), *rows) if words.strip())


def longest_waiting(sheets: Sequence[Sheet], today: dt.date) -> Sheet | None:
    """Return the sheet whose day came first, out of those that wait to be looked back on."""
    waiting = [sheet for sheet in sheets if sheet.waits_on(today)]
    return min(waiting, key=lambda sheet: (sheet.when, sheet.id), default=None)


def in_hand(sheets: Sequence[Sheet], today: dt.date) -> Sheet | None:
    """Return the sheet to go on with, out of the sheets of a skill, newest first.

    It is one whose day has come, or else the newest until something was said of what came of it.
    """
    newest = next((sheet for sheet in sheets[:1] if not sheet.is_looked_back_on), None)
    return longest_waiting(sheets, today) or newest


def sheet_to_plain(sheet: Sheet) -> Plain:
    """Return a sheet as JSON values."""
    return {
        "id": sheet.id,
        "skill": sheet.skill,
        "made": sheet.made.isoformat(),
        "answers": named_to_plain(sheet.answers),
        "rows": [
            {
                "words": row.words,
                "more": named_to_plain(row.more),
                "ratings": [{"field": name, "number": number} for name, number in row.ratings],
                "chosen": row.chosen,
            }
            for row in sheet.rows
        ],
        "when": sheet.when.isoformat() if sheet.when else None,
        "done": sheet.done,
    }


def sheet_from_plain(value: object) -> Sheet:
    """Return what ``sheet_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    return Sheet(
        text_in(plain, "skill"),
        day_in(plain, "made"),
        named_from_plain(plain, "answers"),
        each_in(plain, "rows", _row),
        day_or_none_in(plain, "when"),
        flag_in(plain, "done"),
        text_in(plain, "id"),
    )


def _row(plain: Plain) -> SheetRow:
    return SheetRow(
        text_in(plain, "words"),
        named_from_plain(plain, "more"),
        each_in(plain, "ratings", lambda one: (text_in(one, "field"), whole_in(one, "number"))),
        flag_in(plain, "chosen"),
    )
