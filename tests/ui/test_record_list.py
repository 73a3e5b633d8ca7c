"""Somebody who looks for records in the list, and at what all of them show."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from resilience_desktop.domain.details import Trigger
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_filter import RecordFilter, RecordState
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui.widgets.chips import Chip
from resilience_desktop.ui.widgets.written_rows import Heading

from .samples import fill

NOON = dt.datetime(2026, 11, 20, 12)


def record(ago=0, **parts):
    at = Moment.from_wall(NOON - dt.timedelta(days=ago), "Europe/London")
    parts = {"finished": True, "form": "five", **parts}
    return ThoughtRecord(at=at, **parts)


def at_work(ago, thought="They think I am slow.", after=40):
    return record(
        ago,
        thoughts=(AutomaticThought(thought, 80, 50, hot=True),),
        feelings=(RatedFeeling("anxious", 70, after),),
        patterns=(ChosenPattern("labeling"), ChosenPattern("mind_reading", main=True)),
        triggers=(Trigger("the meeting"),),
    )


def start(places, home_of, *records):
    fill(places)
    journal = Journal.open(places.journal)
    journal.add(Contents(thought_records=records))
    journal.close()
    person = home_of()
    person.go("thoughts")
    return person


def rows(person):
    person.wait()
    return person.window.page("thoughts").records.list.rows.rows()


def headings(person):
    return [r.words for r in rows_and_headings(person) if isinstance(r, Heading)]


def rows_and_headings(person):
    person.wait()
    model = person.window.page("thoughts").records.list.rows
    return [model.row_at(model.index(n)) for n in range(model.rowCount())]


def chips(person):
    there = person.see("thoughts.filter_chips").findChildren(Chip)
    return [chip.word for chip in there if chip.isVisible()]


def search(person, words):
    person.write("thoughts.search.field", words)
    person.key(Qt.Key.Key_Return)


def test_that_open_records_stand_first_and_the_others_by_month(places, home_of):
    person = start(
        places,
        home_of,
        record(40, situation="Older"),
        record(situation="New"),
        record(90, situation="Open", finished=False),
    )
    assert headings(person) == ["Still open", "November 2026", "October 2026"]


def test_that_a_row_tells_the_thought_its_main_pattern_and_the_numbers(places, home_of):
    (row,) = rows(start(places, home_of, at_work(0)))
    assert row.label == "Mind reading"
    assert row.words == (("“They think I am slow.”", False),)
    assert "believed 80, later 50" in row.foot
    assert "anxious 70, later 40" in row.foot


def test_that_a_form_is_only_told_when_it_is_not_the_usual_one(places, home_of):
    quick = record(situation="Rain", form="quick", not_ready=True)
    (row,) = rows(start(places, home_of, quick))
    assert "Quick catch" in row.label
    assert "no fairer thought yet" in row.label


def test_that_words_are_looked_for_while_they_are_typed(places, home_of):
    person = start(places, home_of, at_work(0), record(1, situation="Rain"))
    person.write("thoughts.search.field", "rai")
    person.wait_for(lambda: len(rows(person)) == 1)
    assert rows(person)[0].words[0][0] == "Rain"
    assert person.see("thoughts.found", QLabel).text() == "1 found"
    person.see("thoughts.search.field").setFocus()
    person.key(Qt.Key.Key_Down)
    assert person.see("thoughts.list").hasFocus()
    person.see("thoughts.search.field").setFocus()
    person.key(Qt.Key.Key_Escape)
    assert len(rows(person)) == 2


def test_that_an_empty_result_says_how_to_get_back(places, home_of):
    person = start(places, home_of, at_work(0))
    search(person, "zeppelin")
    assert person.see("thoughts.nothing.title", QLabel).text() == "No record fits all of this"
    person.press("thoughts.nothing.all")
    assert len(rows(person)) == 1
    assert person.see("thoughts.search.field").text() == ""


def test_that_filters_are_counted_before_they_are_used_and_can_be_taken_away(places, home_of):
    person = start(places, home_of, at_work(0), at_work(3), record(1, situation="Rain"))
    person.press("thoughts.filter")
    pattern = person.find("record_filter.patterns.field")
    pattern.setFocus()
    person.qtbot.keyClicks(pattern, "mind read")
    person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Space)
    show = person.find("record_filter.show")
    person.wait_for(lambda: show.text() == "Show 2")
    show.click()
    assert len(rows(person)) == 2
    assert chips(person) == ["pattern: Mind reading"]
    assert person.window.page("thoughts").records.filter.patterns == ("mind_reading",)
    chip = person.see("thoughts.filter_chips.1", QAbstractButton)
    person.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(rows(person)) == 3


def test_that_every_part_of_a_filter_is_shown_and_comes_back_in_the_form(places, home_of):
    person = start(places, home_of, at_work(0))
    chosen = RecordFilter(
        first=dt.date(2026, 11, 1),
        last=dt.date(2026, 11, 30),
        patterns=("mind_reading",),
        feelings=("anxious",),
        triggers=("the meeting",),
        state=RecordState.FINISHED,
    )
    person.window.page("thoughts").show_records(chosen)
    assert len(rows(person)) == 1
    assert len(chips(person)) == 5
    person.press("thoughts.filter")
    assert person.find("record_filter").filter() == chosen
    person.find("record_filter.clear").click()
    assert person.find("record_filter").filter() == RecordFilter()
    person.find("record_filter.cancel").click()
    assert person.window.page("thoughts").records.filter == chosen


def test_that_the_star_is_given_in_the_list_and_can_be_looked_for(places, home_of):
    person = start(places, home_of, at_work(0), record(1, situation="Rain"))
    person.stand_on("thoughts.list", 1)
    person.key(Qt.Key.Key_S)
    person.window.page("thoughts").show_records(RecordFilter(state=RecordState.STARRED))
    assert [row.words[0][0] for row in rows(person)] == ["Rain"]


def test_that_a_long_list_comes_in_pages(places, home_of):
    person = start(places, home_of, *(record(n, situation=f"Day {n}") for n in range(100)))
    assert len(rows(person)) < 100
    view = person.see("thoughts.list")
    for _ in range(4):
        view.scrollToBottom()
        person.wait()
    assert [row.words[0][0] for row in rows(person)] == [f"Day {n}" for n in range(100)]
    assert headings(person).count("November 2026") == 1


# What my records show


@pytest.fixture
def looking(places, home_of):
    person = start(places, home_of, *(at_work(n) for n in range(5)), record(6, situation="Rain"))
    person.press("thoughts.seen")
    return person


def said(person, name):
    return person.see(f"thoughts.seen.{name}", QLabel).text()


def test_that_a_count_opens_the_list_with_just_these_records(looking):
    button = looking.see("thoughts.seen.together.1", QAbstractButton)
    assert "met in 5 records" in button.accessibleName()
    button.setFocus()
    looking.key(Qt.Key.Key_Return)
    assert len(rows(looking)) == 5
    assert "Finished" in chips(looking)


def test_that_arrows_go_through_what_was_counted(looking):
    looking.see("thoughts.seen.patterns.1").setFocus()
    looking.key(Qt.Key.Key_Down)
    assert looking.see("thoughts.seen.patterns.2").hasFocus()
    looking.key(Qt.Key.Key_Down)
    assert looking.see("thoughts.seen.patterns.2").hasFocus()


def test_that_a_mean_is_said_from_five_records_on(places, home_of):
    person = start(places, home_of, *(at_work(n) for n in range(4)))
    person.press("thoughts.seen")
    missing = "1 more record with both ratings and this can be shown."
    assert said(person, "feeling_change") == missing
    more = replace(at_work(5), thoughts=())
    person.parts.tasks.write(lambda journal: journal.keep_thought_record(more), owner=person.window)
    person.wait()
    assert "about 30 points lower" in said(person, "feeling_change")
    assert said(person, "belief_change") == missing


def test_that_the_table_opens_a_record(looking):
    looking.press("thoughts.seen.as_table")
    table = looking.see("thoughts.seen.table")
    assert table.model().rowCount() == 5
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    looking.key(Qt.Key.Key_Return)
    assert looking.see("thoughts.finished")


def test_that_a_shorter_time_counts_less_and_says_what_to_do_when_empty(places, home_of):
    person = start(places, home_of, at_work(700))
    person.press("thoughts.seen")
    assert said(person, "counted").startswith("1 finished record")
    switch = person.see("thoughts.seen.range")
    switch.setFocus()
    person.key(Qt.Key.Key_Left)
    assert "All shows everything" in said(person, "nothing")
    person.press("thoughts.seen.back")
    assert person.see("thoughts.list")
