"""Every page, and every state of it that looks different."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Qt

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import text
from resilience_desktop.showcase.after_thought import AFTER_THOUGHT
from resilience_desktop.showcase.breathing_along import BREATHING_ALONG
from resilience_desktop.showcase.camera import Shot, found, press, settle
from resilience_desktop.showcase.choosing import CHOOSING
from resilience_desktop.showcase.choosing_skills import CHOOSING_SKILLS
from resilience_desktop.showcase.everything import EVERYTHING, EVERYTHING_SCALE
from resilience_desktop.showcase.fair_thought import FAIR_THOUGHT
from resilience_desktop.showcase.led_along import LED_ALONG
from resilience_desktop.showcase.marking_changes import CHANGES
from resilience_desktop.showcase.naming_patterns import PATTERN_STEPS
from resilience_desktop.showcase.noting_signs import SIGNS
from resilience_desktop.showcase.records_over_time import RECORDS
from resilience_desktop.showcase.riding_a_wave import RIDING_A_WAVE
from resilience_desktop.showcase.sessions import SESSIONS
from resilience_desktop.showcase.skills_in_writing import SKILLS_IN_WRITING
from resilience_desktop.showcase.talking import TALKING
from resilience_desktop.showcase.ways_out import WAYS_OUT
from resilience_desktop.showcase.wider_view import WIDER
from resilience_desktop.showcase.worksheets import WORKSHEETS
from resilience_desktop.ui.journal.writing.picture_words import PictureWords
from resilience_desktop.ui.slots import FREE
from resilience_desktop.ui.widgets.hours_field import HoursField
from resilience_desktop.ui.widgets.saved_state import SavedState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit, QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.looking import Selection
    from resilience_desktop.ui.charts.page import ChartsPage
    from resilience_desktop.ui.journal.page import JournalPage
    from resilience_desktop.ui.share.switch_page import SwitchPage
    from resilience_desktop.ui.thoughts.page import ThoughtsPage


_MARKDOWN = (
    "# Before the budget meeting\n\nMy stomach *already* knows. I keep rehearsing the sentence "
    "I lost **last time**.\n\n> Nobody seemed to notice for long.\n\n- [x] figures on one page\n"
    "- [ ] read from it, `slowly`\n- breathe before the first word\n"
)


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
    page = cast("ChartsPage", parts.window.page("charts"))
    settle(parts)
    page.panels()[0].as_table.set_open(is_open=True)
    return parts.window


def _view(key: str) -> Callable[[Parts], QWidget]:
    """Open the charts at one of their views."""

    def show(parts: Parts) -> QWidget:
        page = cast("ChartsPage", parts.window.page("charts"))
        page.views.choose(key)
        return parts.window

    return show


def _better_days_table(parts: Parts) -> QWidget:
    page = cast("ChartsPage", parts.window.page("charts"))
    page.views.choose("better_days")
    settle(parts)
    page.panels()[0].as_table.set_open(is_open=True)
    return parts.window


def _closer(parts: Parts) -> QWidget:
    page = cast("ChartsPage", parts.window.page("charts"))
    page.views.choose("mood")
    page.range.zoom(page.range.period.last, 0.5)
    return parts.window


def _compared(key: str) -> Callable[[Parts], QWidget]:
    """Show a view of two periods beside each other."""

    def show(parts: Parts) -> QWidget:
        page = cast("ChartsPage", parts.window.page("charts"))
        page.range.go_back()
        page.views.choose(key)
        page.range.compare_with("before")
        return parts.window

    return show


def _charts_filtered(parts: Parts) -> QWidget:
    page = cast("ChartsPage", parts.window.page("charts"))
    page.range.compare_with("own")
    page.set_filter(TimelineFilter(tags=("walk",)))
    return parts.window


def _charts_as_usual(parts: Parts) -> QWidget:
    page = cast("ChartsPage", parts.window.page("charts"))
    page.range.compare_with("none")
    page.set_filter(TimelineFilter())
    settle(parts)
    page.panels()[0].how.set_open(is_open=True)
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
    rows = journal.timeline.list.rows.rows()
    journal.open_entry(next(row.id for row in rows if row.kind == Kind.ENTRY))
    return parts.window


def _not_saved(parts: Parts) -> QWidget:
    journal = _journal(parts)
    journal.new_entry()
    settle(parts)
    journal.composer.state.say_not_saved(text("The disk is full, so this could not be saved."))
    return parts.window


def _line_not_saved(parts: Parts) -> QWidget:
    _close_panel_with(parts, TimelineFilter())
    line = _journal(parts).today.went_well
    line.write()
    line.state.say_not_saved(text("The disk is full, so this could not be saved."))
    return parts.window


def _free_not_saved(parts: Parts) -> QWidget:
    shown = _free_writing(parts)
    state = next(s for s in shown.findChildren(SavedState, "writing.state") if s.isVisible())
    state.say_not_saved(text("The disk is full, so this could not be saved."))
    return shown


def _record_not_saved(parts: Parts) -> QWidget:
    _step(3)(parts)
    _thoughts(parts).worksheet.save_now()
    settle(parts)
    _thoughts(parts).worksheet.state.say_not_saved(
        text("The journal’s folder cannot be written to, so this could not be saved.")
    )
    return parts.window


def _everything(parts: Parts) -> QWidget:
    """Show all that an entry can say."""
    journal = _journal(parts)

    def know(opened: Journal) -> Changes:
        return opened.keep_settings(replace(opened.settings(), scales=(EVERYTHING_SCALE,)))

    parts.tasks.write(know, owner=journal)
    journal.new_entry()
    settle(parts)
    journal.composer.form.show_entry(EVERYTHING, None)
    return parts.window


def _asks_again(parts: Parts) -> QWidget:
    """Say that hours cannot be, and ask about strengths and a new picture."""
    form = _journal(parts).composer.form
    form.feelings.show_strengths()
    hours = form.findChild(HoursField)
    asked = form.findChild(PictureWords)
    if hours is not None and asked is not None:
        hours.setText("25")
        with QSignalBlocker(form):  # it makes no draft of it
            hours.hours_changed.emit()
        asked.ask(1, "")
        asked.show()
        form.note.pictures_strip.show()
    return parts.window


def _prompt(parts: Parts) -> QWidget:
    """Offer a sentence to write from, above an empty note."""
    journal = _journal(parts)
    journal.new_entry()
    settle(parts)
    journal.composer.note.set_words("")
    journal.composer.note.beginnings.show_prompt()
    return parts.window


def _read(parts: Parts) -> QWidget:
    """Open an entry to be read on the whole screen."""
    journal = _journal(parts)
    rows = journal.timeline.list.rows.rows()
    journal.timeline.large_requested.emit(max(rows, key=lambda row: len(row.spoken())))
    settle(parts)
    return _as_before(parts)


def _whole_screen(parts: Parts) -> QWidget:
    parts.window.navigator.alone_requested.emit(None)
    journal = _journal(parts)
    journal.new_entry()
    settle(parts)
    journal.composer.note.beginnings.line.hide()
    journal.composer.note.set_words(_MARKDOWN)
    journal.composer.note.whole_screen_requested.emit()
    return _as_before(parts)


def _free_writing(parts: Parts) -> QWidget:
    parts.window.navigator.alone_requested.emit(None)
    _journal(parts).composer.note.free_writing_requested.emit()
    settle(parts)
    return _as_before(parts)


def _as_before(parts: Parts) -> QWidget:
    """Return the window in the size of the other pictures, whatever the whole screen has."""
    size = parts.window.normalGeometry().size()
    parts.window.setWindowState(Qt.WindowState.WindowNoState)
    parts.window.resize(size)
    return parts.window


def _no_whole_screen(parts: Parts) -> QWidget:
    parts.window.navigator.alone_requested.emit(None)
    _journal(parts).composer.note.set_words(_MARKDOWN)
    return parts.window


def _waiting(parts: Parts) -> QWidget:
    """Leave a page and a change unfinished, and type a day that is still to come."""
    parts.window.navigator.alone_requested.emit(None)
    journal = _journal(parts)
    row = next(r for r in journal.timeline.list.rows.rows() if r.starred is not None)

    def leave(opened: Journal) -> Changes:
        changed = replace(opened.entry(row.id), mood=0)
        opened.drafts.keep(f"entry:{row.id}", changed)
        return opened.drafts.keep(FREE, Entry(at=changed.at, note="Whatever comes."))

    parts.tasks.write(leave, owner=journal)
    journal.new_entry()
    parts.window.navigator.waiting_changed.emit()
    settle(parts)
    press(parts, "journal.when.change")
    field = cast("QLineEdit", found(parts, "journal.when.edit.field"))
    field.setText("28 December 2999")
    field.textEdited.emit(field.text())
    field.editingFinished.emit()
    return parts.window


def _unfinished(parts: Parts) -> QWidget:
    """Come back to the entry that was left with changes, and keep another one meanwhile."""
    journal = _journal(parts)
    rows = journal.timeline.list.rows.rows()
    journal.open_entry(next(row.id for row in rows if row.starred is not None))
    parts.window.notices.show(text("Entry kept"), way=(text("Show it"), lambda: None))
    return parts.window


def _set_aside(parts: Parts) -> QWidget:
    """Go to one day while a filter is set, which waits meanwhile."""
    _filtered(parts)
    settle(parts)
    parts.window.navigator.day_requested.emit(dt.date.today() - dt.timedelta(days=9))  # noqa: DTZ011
    return parts.window


def _report_words_not_saved(parts: Parts) -> QWidget:
    share = cast("SwitchPage", parts.window.page("share")).report
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


def _calendar(parts: Parts) -> QWidget:
    back = _journal(parts).looking_back
    back.timeline.show_newest()
    back.open_calendar.set_open(is_open=True)
    return parts.window


def _day(parts: Parts) -> QWidget:
    """Show what was written on a day and before it."""
    _journal(parts).show_day(dt.date.today() - dt.timedelta(days=9))  # noqa: DTZ011
    return parts.window


def _one_day(parts: Parts) -> QWidget:
    """Show one day of an earlier year alone."""
    day = dt.date.today() - dt.timedelta(days=9)  # noqa: DTZ011
    _journal(parts).timeline.show_day(day, alone=True)
    return parts.window


def _share_filtered(parts: Parts) -> QWidget:
    share = cast("SwitchPage", parts.window.page("share")).report
    chosen = TimelineFilter(tags=("walk",))

    def show(found: Selection | None) -> None:
        if found is not None:
            share.show_these(found)

    parts.tasks.read(lambda journal: journal.looking.selection(chosen), show, owner=share)
    return parts.window


def _filter_panel(parts: Parts) -> QWidget:
    back = _journal(parts).looking_back
    back.open_calendar.set_open(is_open=False)
    back.timeline.show_newest()
    back.open_filters.set_open(is_open=True)
    return parts.window


def _filtered(parts: Parts) -> QWidget:
    chosen = TimelineFilter(tags=("walk",), lowest_mood=1, kind=Kind.ENTRY)
    _close_panel_with(parts, chosen)
    return parts.window


def _skills_used(parts: Parts) -> QWidget:
    """Show in the timeline nothing but practices."""
    _close_panel_with(parts, TimelineFilter(kind=Kind.PRACTICE))
    return parts.window


def _nothing_found(parts: Parts) -> QWidget:
    _close_panel_with(parts, TimelineFilter(words="zeppelin", tags=("walk",)))
    return parts.window


def _close_panel_with(parts: Parts, chosen: TimelineFilter) -> None:
    back = _journal(parts).looking_back
    back.open_filters.set_open(is_open=False)
    back.filters.filter_changed.emit(chosen)


def _thoughts(parts: Parts) -> ThoughtsPage:
    return cast("ThoughtsPage", parts.window.page("thoughts"))


PAGES = (
    Shot("journal", page("journal")),
    Shot("thoughts", page("thoughts")),
    Shot("thoughts-finished", _finished),
    *(Shot(f"thoughts-step{n}", _step(n)) for n in range(1, 7)),
    Shot("charts", page("charts")),
    Shot("charts-table", _table),
    Shot("charts-year", _view("year")),
    Shot("charts-rhythm", _view("rhythm")),
    Shot("charts-low-spells", _view("low_spells")),
    Shot("charts-feelings", _view("feelings")),
    Shot("charts-thoughts", _view("thoughts")),
    Shot("charts-better-days", _view("better_days")),
    Shot("charts-better-days-table", _better_days_table),
    Shot("charts-steadiness", _view("steadiness")),
    Shot("charts-closer", _closer),
    Shot("charts-rhythm-compared", _compared("rhythm")),
    Shot("charts-feelings-compared", _compared("feelings")),
    Shot("charts-year-compared", _compared("year")),
    Shot("charts-low-spells-compared", _compared("low_spells")),
    Shot("charts-compared", _compared("mood")),
    Shot("charts-filtered", _charts_filtered),
    Shot("charts-how", _charts_as_usual),
    *CHOOSING_SKILLS,
    *TALKING,
    *BREATHING_ALONG,
    *LED_ALONG,
    *RIDING_A_WAVE,
    *SKILLS_IN_WRITING,
    Shot("share", page("share")),
    Shot("search", _search),
    Shot("journal-opened", _opened),
    Shot("journal-quiet-line", _quiet_line),
    Shot("journal-not-saved", _not_saved),
    Shot("journal-everything", _everything),
    Shot("journal-asks-again", _asks_again),
    Shot("journal-prompt", _prompt),
    Shot("journal-read", _read),
    Shot("journal-whole-screen", _whole_screen),
    Shot("journal-free-writing", _free_writing),
    Shot("journal-free-not-saved", _free_not_saved),
    Shot("journal-markdown", _no_whole_screen),
    *FAIR_THOUGHT,
    *PATTERN_STEPS,
    *WORKSHEETS,
    Shot("thoughts-not-saved", _record_not_saved),
    Shot("share-not-saved", _report_words_not_saved),
    Shot("share-filtered", _share_filtered),
    *CHOOSING,
    *WAYS_OUT,
    Shot("notice-and-way-back", _notice),
    Shot("journal-calendar", _calendar),
    Shot("journal-day", _day),
    Shot("journal-one-day", _one_day),
    Shot("journal-filter", _filter_panel),
    Shot("journal-filtered", _filtered),
    Shot("journal-skills-used", _skills_used),
    Shot("journal-filter-set-aside", _set_aside),
    Shot("journal-nothing-found", _nothing_found),
    Shot("journal-line-not-saved", _line_not_saved),
    Shot("journal-waiting", _waiting),
    Shot("journal-unfinished", _unfinished),
    *RECORDS,
    *AFTER_THOUGHT,
    *CHANGES,
    *SESSIONS,
    *SIGNS,
    *WIDER,
)
