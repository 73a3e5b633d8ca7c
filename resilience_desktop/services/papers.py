"""Sheets for one's own hands: a session, and thought records to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content, i18n
from resilience_desktop.reports.help_lines import help_footer
from resilience_desktop.reports.session import session_sheet
from resilience_desktop.reports.skill_sheet import skill_sheet
from resilience_desktop.reports.worksheet import worksheet
from resilience_desktop.services.since_last import in_words, title

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from resilience_desktop.domain.record_form import Form
    from resilience_desktop.domain.session import HomeworkLine, Session
    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.reports.document import Document, Paper
    from resilience_desktop.services.since_last import SinceLast


def session_paper(
    session: Session,
    tried: Sequence[HomeworkLine],
    since: SinceLast | None,
    made_on: dt.date,
    country: str,
    paper: Paper = "a4",
) -> Document:
    """Return a session on a sheet."""
    return session_sheet(
        session,
        tried,
        (title(since), i18n.period(since.first, since.last), in_words(since)) if since else None,
        made_on,
        paper=paper,
        help_lines=help_footer(country),
    )


def blank_paper(form: Form, made_on: dt.date, country: str, paper: Paper = "a4") -> Document:
    """Return a form of a thought record to be filled in by hand."""
    lines = help_footer(country)
    return worksheet(form.name, form.steps, made_on, paper=paper, help_lines=lines)


def record_paper(
    record: ThoughtRecord, made_on: dt.date, country: str, paper: Paper = "a4"
) -> Document:
    """Return a thought record on a sheet, with room for what is still empty in it.

    It is for the person's own hands, so that it has all of the record, whatever reports may hold.
    """
    names = {form.id: form.name for form in content.record_forms()}
    return worksheet(
        names.get(record.form, ""),
        record.all_steps,
        made_on,
        record=record,
        paper=paper,
        help_lines=help_footer(country),
    )


def skill_paper(sheet: Sheet, made_on: dt.date, country: str, paper: Paper = "a4") -> Document:
    """Return a worksheet of a skill, with room for what is still empty in it."""
    skill = content.skill(sheet.skill)
    return skill_sheet(skill, sheet, made_on, paper=paper, help_lines=help_footer(country))


def paper_name(made_on: dt.date) -> str:
    """Return a file name that says nothing about the person."""
    return f"sheet-{made_on.isoformat()}.pdf"
