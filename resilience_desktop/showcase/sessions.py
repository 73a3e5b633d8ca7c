"""Sessions, and the sheets that can be printed of them and of thought records."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.session import AgendaLine, HomeworkLine, HowItWent, Session
from resilience_desktop.i18n import text
from resilience_desktop.showcase.camera import Shot, dialog, found, press, settle
from resilience_desktop.ui.dialogs.sheet import open_record_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.share.session.page import SessionPage
    from resilience_desktop.ui.share.switch_page import SwitchPage


AGENDA = (
    "I say yes at work before I have thought.",
    "How to tell a hard week from the start of something longer",
)
TRIED = ("Say “I will come back to you” once", "Ten minutes outside before work")
NOTES = "We looked at what I expect of myself on Mondays. It was easier to say than I thought."
OWN_WORDS = (*AGENDA, *TRIED, NOTES)


def _page(parts: Parts) -> SessionPage:
    return cast("SwitchPage", parts.window.page("share")).session()


def _keep(journal: Journal) -> Changes:
    today = journal.today()
    before = Session(
        today - dt.timedelta(days=21),
        today - dt.timedelta(days=14),
        (AgendaLine("The nights before the meeting", talked=True),),
        (
            HomeworkLine(TRIED[0], HowItWent.PARTLY),
            HomeworkLine(TRIED[1]),
        ),
        NOTES,
        "0001",
    )
    coming = Session(
        today - dt.timedelta(days=13),
        today + dt.timedelta(days=4),
        (
            AgendaLine(AGENDA[0], link="a page that is not there"),
            AgendaLine(AGENDA[1], talked=True),
        ),
        id="0002",
    )
    return journal.sessions.keep(before, coming)


def _forget(journal: Journal) -> Changes:
    changes = Changes()
    for session in journal.sessions.all():
        changes |= journal.sessions.drop(session)
    return changes


def _first(parts: Parts) -> QWidget:
    """Show the page as it is before the first session."""
    parts.tasks.write(_forget, owner=parts.window)
    settle(parts)
    _page(parts)
    return parts.window


def _coming(parts: Parts) -> QWidget:
    parts.tasks.write(_keep, owner=parts.window)
    settle(parts)
    page = _page(parts)
    settle(parts)
    if page.form.session().id != "0002":
        page.show_session("0002")
    return parts.window


def _further(parts: Parts) -> QWidget:
    """Show the lower part of the page."""
    _coming(parts)
    settle(parts)
    bar = _page(parts).pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    return parts.window


def _earlier(parts: Parts) -> QWidget:
    _coming(parts)
    settle(parts)
    press(parts, "session.earlier.1")
    return parts.window


def _not_saved(parts: Parts) -> QWidget:
    _coming(parts)
    settle(parts)
    page = _page(parts)
    page.pane.verticalScrollBar().setValue(0)
    page.state.say_not_saved(text("The disk is full, so this could not be saved."))
    return parts.window


def _session_sheet(parts: Parts) -> None:
    _coming(parts)
    _page(parts).state.say_nothing()
    settle(parts)
    press(parts, "session.paper")


def _blank_sheet(parts: Parts) -> None:
    parts.window.page("share")
    press(parts, "share.worksheet")


def _record_sheet(parts: Parts) -> QWidget:
    window = parts.window
    parts.tasks.read(
        lambda journal: next(record for record in journal.thought_records() if record.finished),
        lambda record: open_record_sheet(window.context, window, record),
        owner=window,
    )
    settle(parts)
    return found(parts, "sheet")


SESSIONS = (
    Shot("session-first", _first),
    Shot("session", _coming),
    Shot("session-further", _further),
    Shot("session-earlier", _earlier),
    Shot("session-not-saved", _not_saved),
)
SHEETS = (
    Shot("sheet-session", dialog("sheet", _session_sheet)),
    Shot("sheet-blank", dialog("sheet", _blank_sheet)),
    Shot("sheet-record", _record_sheet),
)
