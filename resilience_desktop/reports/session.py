"""A session on one sheet: what to talk about, what was tried, the days since, room for notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.session import HowItWent
from resilience_desktop.i18n import text
from resilience_desktop.reports.document import Document, Paper, shared_values
from resilience_desktop.reports.wording import line, paragraphs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from resilience_desktop.domain.session import AgendaLine, HomeworkLine, Session
    from resilience_desktop.reports.document import Plain

_ROOM = 4
"""Empty lines where nothing was written yet."""


def session_sheet(
    session: Session,
    tried: Sequence[HomeworkLine],
    since: tuple[str, str, Sequence[str]] | None,
    made_on: dt.date,
    *,
    paper: Paper = "a4",
    help_lines: str = "",
) -> Document:
    """Return the sheet of a session; ``tried`` is the homework of the one before.

    ``since`` are the days since then: what they are called, which they are, and the sentences about
    them. What is empty in the session itself has lines to write on.
    """
    parts = [_lines(text("To talk about"), [_agenda(one) for one in session.agenda], _ROOM)]
    if tried:
        parts.append(_lines(text("Tried since last time"), [_tried(one) for one in tried], 0))
    if since:
        title, days, sentences = since
        said = [line(sentence) for sentence in sentences]
        parts.append({"kind": "said", "title": title, "days": days, "sentences": said})
    parts.append(_notes(session.notes))
    homework = [{"words": paragraphs(one.words), "ticked": False} for one in session.homework]
    parts.append(_lines(text("To try until next time"), homework, _ROOM - 1))
    made = text("Made on {day}.").format(day=i18n.day(made_on))
    values = shared_values(text("Session"), made_on, paper, help_lines) | {
        "day": i18n.day(session.day, weekday=True) if session.day else made,
        "parts": parts,
    }
    return Document("session", values, made_on)


def _lines(title: str, rows: list[Plain], room: int) -> Plain:
    return {"kind": "lines", "title": title, "rows": rows, "room": 0 if rows else room}


def _notes(words: str) -> Plain:
    found = paragraphs(words)
    return {
        "kind": "notes",
        "title": text("Notes"),
        "words": found,
        "room": 0 if found else _ROOM + 2,
    }


def _agenda(one: AgendaLine) -> Plain:
    row: Plain = {"words": paragraphs(one.words), "ticked": one.talked}
    return row | ({"note": text("talked about")} if one.talked else {})


def _tried(one: HomeworkLine) -> Plain:
    notes = {
        HowItWent.OPEN: "",
        HowItWent.DONE: text("done"),
        HowItWent.PARTLY: text("partly"),
        HowItWent.NOT: text("not this time"),
    }
    row: Plain = {"words": paragraphs(one.words), "ticked": one.went is HowItWent.DONE}
    return row | ({"note": notes[one.went]} if notes[one.went] else {})
