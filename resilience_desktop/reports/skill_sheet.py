"""A worksheet of a skill on paper: what was written, and lines for what is still empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.content.skills import FieldKind
from resilience_desktop.i18n import text
from resilience_desktop.reports.document import Document, Paper, shared_values
from resilience_desktop.reports.wording import line
from resilience_desktop.reports.writing_rows import pair, rating, ticks, words

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.content.skills import Rows, SheetPart, Skill
    from resilience_desktop.domain.sheet import Sheet, SheetRow
    from resilience_desktop.reports.document import Plain

_ROOM, _EMPTY_ROWS = 3, 3


def skill_sheet(
    skill: Skill, sheet: Sheet, made_on: dt.date, *, paper: Paper = "a4", help_lines: str = ""
) -> Document:
    """Return a sheet of this skill, part by part."""
    rows = [row for part in skill.sheet for row in _part(part, sheet)]
    values = shared_values(skill.name, made_on, paper, help_lines) | {
        "form": "",
        "day": {"label": text("Date"), "value": i18n.day(sheet.made, weekday=True)},
        "rows": rows,
    }
    return Document("worksheet", values, made_on)


def _part(part: SheetPart, sheet: Sheet) -> list[Plain]:
    answers, day = dict(sheet.answers), []
    found = _rows(part.rows, part.ask, sheet) if part.rows else []
    for field in part.fields:
        if field.kind is FieldKind.DAY:
            value = i18n.day(sheet.when) if sheet.when else ""
            day = [{"label": field.name, "value": value, "wide": True}]
        elif field.kind is FieldKind.DONE:
            found.append(ticks(text("Afterwards"), "", [(field.name, sheet.done)]))
        else:
            hint = "" if found else part.ask
            found.append(words(field.name, hint, (answers.get(field.id, ""),), _ROOM))
    if day:
        found[-1]["numbers"] = day
    return found


def _rows(rows: Rows, ask: str, sheet: Sheet) -> list[Plain]:
    if rows.ratings:
        return [_rated(rows, row) for row in sheet.rows]
    if not sheet.rows:
        return [words(rows.name, "" if n else ask, (), 1) for n in range(_EMPTY_ROWS)]
    return [part for row in sheet.rows for part in _idea(rows, row)]


def _rated(rows: Rows, row: SheetRow) -> Plain:
    known = dict(row.ratings)
    numbers = [
        number for field in rows.ratings for number in rating(field.name, known.get(field.id))
    ]
    return words(_name(rows, row), "", (row.words,), 0, numbers)


def _idea(rows: Rows, row: SheetRow) -> list[Plain]:
    found, more = [words(_name(rows, row), "", (row.words,), 0)], dict(row.more)
    if more:
        good, bad = rows.fields
        sides = (more.get(good.id, ""),), (more.get(bad.id, ""),)
        found.append(pair("", (good.name, bad.name), sides, 1))
    return found


def _name(rows: Rows, row: SheetRow) -> str:
    """Return what a row is called; one that was chosen says so."""
    return line(f"{rows.name}: {rows.choose}" if row.chosen else rows.name)
