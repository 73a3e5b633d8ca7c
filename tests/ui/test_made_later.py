"""What is seen now and then is made when somebody first wants it, and is whole then."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.ui.journal.calendar_pane import CalendarPane
from resilience_desktop.ui.journal.entry_form import now
from resilience_desktop.ui.journal.filter_panel import FilterPanel
from resilience_desktop.ui.journal.page import JournalPage
from resilience_desktop.ui.journal.part import Part
from resilience_desktop.ui.tasks import Tasks
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.later import Later

UNSEEN = (
    "journal.filters",
    "journal.calendar",
    "journal.energy",
    "journal.tags",
    "journal.sleep_hours",
    "journal.when.edit",
    "journal.feelings.strength",
    "journal.empty",
    "journal.nothing",
    "journal.quiet_mood.help",
    "journal.lower_days.words",
    "journal.pictures.words",
    "search.panel",
    "today.goal.state.words",
)
"""Names of what nobody sees of an empty form beside a filled timeline."""


@pytest.fixture
def page(written):
    return written.window.page("journal")


@pytest.fixture
def written(home):
    """Somebody with one entry, who starts the app anew."""
    entry = Entry(at=now(), mood=2, energy=-1, feelings=(Feeling("calm", None),), note="A walk")
    home.parts.tasks.write(lambda journal: journal.keep_entry(entry), owner=home.window)
    home.wait()
    home.quit()
    home.start()
    return home


def test_that_what_nobody_sees_is_not_made(written):
    there = {child.objectName() for child in written.window.findChildren(QObject)}
    assert there >= {"journal.timeline", "journal.mood", "journal.note", "journal.save"}
    assert not there & set(UNSEEN)
    for kind in (FilterPanel, CalendarPane, DayTimeEdit):
        assert not written.window.findChildren(kind)
    assert len(written.window.findChildren(Part)) == 1  # the feelings


NOT_READ_IN = (
    "dialogs.parts_in_words",
    "dialogs.quick_entry",
    "export",
    "files",
    "journal.calendar_pane",
    "journal.filter_panel",
    "journal.writing.focus",
    "journal.writing.free_writing",
    "progress",
    "reading_order",
    "settings.backup_source",
    "shut_journal",
    "stay_awake",
    "toolkit.player",
    "unsaved",
    "widgets.day_time_edit",
    "widgets.dialog",
    "widgets.strengths",
    "widgets.words_dialog",
    "widgets.zone_field",
)
"""What is used on an action only."""


def test_that_what_is_used_on_an_action_only_is_not_read_in(tmp_path):
    code = """
import sys
from pathlib import Path
from resilience_desktop import app
from resilience_desktop.paths import Places
from resilience_desktop.showcase.camera import settle

before = set(sys.modules)
places = Places.inside(Path(sys.argv[1]))
app.demo_journal(places).close()
parts = app.build(places)
parts.window.start()
parts.window.show()
settle(parts)
assert parts.window.page("journal").isVisible()
print(*sorted(set(sys.modules) - before))
parts.window.close()
parts.tasks.close()
"""
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    read_in = {name.removeprefix("resilience_desktop.ui.") for name in run.stdout.split()}
    assert "journal.page" in read_in
    assert not read_in & set(NOT_READ_IN)


def test_that_the_filters_show_what_is_filtered_when_they_are_first_opened(written, page):
    page.looking_back.show_filtered(TimelineFilter(words="walk", lowest_mood=1))
    written.wait()
    written.press("journal.open_filters")
    assert written.see("journal.filter.words").text() == "walk"
    assert written.see("journal.filter.lowest").currentData() == 1
    assert written.see("journal.filter.show").text() == "Show 1"


def test_that_the_calendar_shows_the_day_the_list_begins_with_when_it_is_first_opened(
    written, page
):
    today = now().day
    page.show_day(today)
    written.wait()
    written.press("journal.open_calendar")
    assert page.looking_back.calendar.isVisible()
    assert written.see(f"journal.days.{today.day}").isVisible()


def test_that_a_part_is_made_for_an_entry_that_fills_it_and_gives_it_back(written, page):
    (row,) = page.timeline.list.rows.rows()
    page.open_entry(row.id)
    written.wait()
    assert written.see("journal.energy").mood == -1
    entry = page.composer.entry()
    assert entry == written.read(lambda journal: journal.entry(row.id))
    written.choose("journal.energy", 3)
    assert page.composer.entry() == replace(entry, energy=3)


def test_that_a_part_that_was_never_made_keeps_what_an_entry_says(written, page):
    (row,) = page.timeline.list.rows.rows()
    entry = written.read(lambda journal: journal.entry(row.id))
    page.composer.form.show_entry(replace(entry, went_well="The bread"), None)
    assert page.composer.entry().went_well == "The bread"


def test_that_parts_stand_in_their_order_whichever_is_made_first(written, page):
    form = page.composer.form
    for part in ("went_well", "sleep", "energy", "tags", "body"):
        form.adders.part_wanted.emit(part)
        written.wait()
    parts = [pane for pane in form.panes() if isinstance(pane, Part)]
    titles = ["Energy", "Feelings", "Body", "Activities", "Sleep, the night before"]
    assert [part.title for part in parts] == [*titles, "What went all right"]
    tops = [part.mapTo(form, part.rect().topLeft()).y() for part in parts]
    assert tops == sorted(tops)
    read_out = [child for child in form.children() if isinstance(child, Part)]
    assert read_out == parts
    assert form.children().index(parts[-1]) < form.children().index(form.note)


def test_that_the_moment_is_changed_with_fields_made_for_it(written):
    written.press("journal.when.change")
    assert written.see("journal.when.edit").isVisible()
    written.key(Qt.Key.Key_Escape)
    assert written.find("journal.when.edit") is None
    written.press("journal.when.change")
    assert len(written.window.findChildren(DayTimeEdit)) == 1


def test_that_something_made_later_is_made_once(qtbot):
    class Line(Later):
        made = 0

        def make(self):
            self.made += 1

    line = Line()
    qtbot.addWidget(line)
    line.hide()
    assert line.made == 0
    for _ in range(2):
        line.show()
        line.hide()
    assert line.made == 1


def test_that_the_page_finds_its_place_at_once(home, monkeypatch):
    stacked = []
    usual = JournalPage._stack_panes

    def stack(page, **how):
        stacked.append(page.size())
        usual(page, **how)

    monkeypatch.setattr(JournalPage, "_stack_panes", stack)
    home.quit()
    home.start()
    assert stacked == [home.window.page("journal").size()]


# What can wait


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def test_that_what_can_wait_is_done_after_what_was_asked(tasks, qtbot):
    order, owner = [], QObject()
    tasks.when_quiet(lambda: order.append("later"), owner=owner)
    tasks.compute(lambda: None, lambda _none: order.append("asked"), owner=owner)
    assert tasks.is_busy
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert order == ["asked", "later"]


def test_that_what_can_wait_does_not_wait_for_ever(tasks, qtbot):
    done, owner = [], QObject()
    tasks._longest.setInterval(50)
    tasks.when_quiet(lambda: done.append(True), owner=owner)

    def ask_again(_none):
        if not done:
            tasks.compute(lambda: None, ask_again, owner=owner)

    ask_again(None)
    qtbot.waitUntil(lambda: bool(done))


def test_that_nothing_waits_for_a_journal_that_is_closed(tasks, qtbot):
    done, owner = [], QObject()
    tasks.when_quiet(lambda: done.append(True), owner=owner)
    tasks.close_journal()
    tasks.when_quiet(lambda: done.append(True), owner=owner)
    assert not tasks.is_busy
    assert not any(timer.isActive() for timer in tasks.findChildren(QTimer))
    assert not done


def test_that_nothing_is_done_for_who_is_gone(tasks, qtbot):
    done, owner = [], QWidget()
    tasks.when_quiet(lambda: done.append(True), owner=owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert not done


def test_that_what_can_wait_is_done_in_a_window_nobody_sees(home, monkeypatch):
    seen = []
    home.window.hide()
    monkeypatch.setattr(home.window.dialogs, "read_toolkit", lambda: seen.append(True))
    home.window.context.navigator.journal_replaced.emit()
    home.wait()
    assert seen
    assert home.window.isHidden()
