"""Every page, and every state of it that looks different."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from resilience_desktop.i18n import text
from resilience_desktop.showcase.camera import Shot, press, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.ui.charts.page import ChartsPage
    from resilience_desktop.ui.journal.page import JournalPage
    from resilience_desktop.ui.share.page import SharePage
    from resilience_desktop.ui.thoughts.page import ThoughtsPage


def page(key: str) -> Callable[[Parts], QWidget]:
    """Return the way to a page."""

    def show(parts: Parts) -> QWidget:
        parts.window.page(key)
        return parts.window

    return show


def _step(number: int) -> Callable[[Parts], QWidget]:
    """Open a finished record in the worksheet, at a step."""

    def show(parts: Parts) -> QWidget:
        _open_a_record(parts)
        settle(parts)
        press(parts, "thoughts.finished.edit")
        for _ in range(number - 1):
            press(parts, "thoughts.next")
        return parts.window

    return show


def _finished(parts: Parts) -> QWidget:
    _open_a_record(parts)
    return parts.window


def _open_a_record(parts: Parts) -> None:
    page = _thoughts(parts)
    page.show_list()
    page.open_record(page.records.list.rows.rows()[0].id)


def _table(parts: Parts) -> QWidget:
    cast("ChartsPage", parts.window.page("charts")).as_table.set_open(is_open=True)
    return parts.window


def _search(parts: Parts) -> QWidget:
    parts.window.page("journal")
    parts.window.activateWindow()
    parts.window.header.show_search()
    parts.window.search.start()
    parts.window.search.field.setText("meet")
    return parts.window


def _quiet_line(parts: Parts) -> QWidget:
    parts.window.page("journal")
    press(parts, "journal.mood.-5")
    return parts.window


def _opened(parts: Parts) -> QWidget:
    journal = _journal(parts)
    journal.open_entry(journal.timeline.list.rows.rows()[0].id)
    return parts.window


def _not_saved(parts: Parts) -> QWidget:
    journal = _journal(parts)
    journal.new_entry()
    settle(parts)
    journal.composer.state.say_not_saved(text("The disk is full, so this could not be saved."))
    return parts.window


def _record_not_saved(parts: Parts) -> QWidget:
    _step(3)(parts)
    _thoughts(parts).worksheet.save_now()
    settle(parts)
    _thoughts(parts).worksheet.state.say_not_saved(
        text("The journal’s folder cannot be written to, so this could not be saved.")
    )
    return parts.window


def _report_words_not_saved(parts: Parts) -> QWidget:
    share = cast("SharePage", parts.window.page("share"))
    share.state.say_not_saved(text("The disk is full, so this could not be saved."))
    return parts.window


def _notice(parts: Parts) -> QWidget:
    parts.window.page("charts")
    parts.window.navigator.day_requested.emit(dt.date.today() - dt.timedelta(days=30))  # noqa: DTZ011
    settle(parts)
    parts.window.notices.show(text("Entry moved to the bin"), lambda: None)
    return parts.window


def _journal(parts: Parts) -> JournalPage:
    return cast("JournalPage", parts.window.page("journal"))


def _thoughts(parts: Parts) -> ThoughtsPage:
    return cast("ThoughtsPage", parts.window.page("thoughts"))


PAGES = (
    Shot("journal", page("journal")),
    Shot("thoughts", page("thoughts")),
    Shot("thoughts-finished", _finished),
    *(Shot(f"thoughts-step{n}", _step(n)) for n in range(1, 7)),
    Shot("charts", page("charts")),
    Shot("charts-table", _table),
    Shot("share", page("share")),
    Shot("search", _search),
    Shot("journal-opened", _opened),
    Shot("journal-quiet-line", _quiet_line),
    Shot("journal-not-saved", _not_saved),
    Shot("thoughts-not-saved", _record_not_saved),
    Shot("share-not-saved", _report_words_not_saved),
    Shot("notice-and-way-back", _notice),
)
