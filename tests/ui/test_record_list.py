"""Somebody who looks for records in the list, and at what all of them show."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu

from resilience_desktop import content
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
from resilience_desktop.ui.thoughts.count_list import CountRow
from resilience_desktop.ui.thoughts.record_rows import record_rows
from resilience_desktop.ui.widgets.chips import Chip
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.row_painter import ROW_SIDE
from resilience_desktop.ui.widgets.written_rows import Heading
from tests.record_facts import brief_of

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


def test_that_a_row_leads_with_what_it_was_about_and_the_fairer_thought(places, home_of):
    fair = {"situation": "The Monday meeting", "balanced_thought": "Nobody said so."}
    (row,) = rows(start(places, home_of, replace(at_work(0), **fair)))
    assert row.label[0][0] == "The Monday meeting   ·   a fairer thought"
    assert row.words == (("Nobody said so.", False),)
    assert row.under == "automatic thought: “They think I am slow.”"
    assert row.foot.startswith("noticed: mind reading")
    assert "believed 80, later 50" in row.foot
    assert "anxious 70, later 40" in row.foot
    spoken = row.spoken()
    assert spoken.index("The Monday meeting") < spoken.index("a fairer thought, Nobody said so.")
    assert spoken.endswith("automatic thought: “They think I am slow.”")


def test_that_without_a_fairer_thought_a_row_still_leads_with_what_it_was_about(places, home_of):
    (row,) = rows(start(places, home_of, at_work(0)))
    assert row.label == ""
    assert row.words == (("the meeting", False),)
    assert row.under == "automatic thought: “They think I am slow.”"
    assert "fairer" not in row.spoken()


def test_that_a_thought_is_what_a_row_says_only_where_there_is_nothing_else(places, home_of):
    bare = {"triggers": (), "patterns": (), "form": "notice", "label": "planning"}
    (row,) = rows(start(places, home_of, replace(at_work(0), **bare)))
    assert row.words == (("“They think I am slow.”", False),)
    assert row.under == ""
    assert row.foot.startswith("noticed: planning")


def test_that_a_row_of_something_unfinished_is_said_to_be_open(places, home_of):
    (row,) = rows(start(places, home_of, record(situation="Rain", finished=False)))
    assert "still open" in row.spoken()
    assert row.words == (("Rain", False),)
    assert row.foot == "A fair answer"


def test_that_a_row_names_its_form_also_after_another_one_was_taken_up(places, home_of):
    quick = record(situation="Rain", form="quick", not_ready=True)
    person = start(places, home_of, quick)
    (row,) = rows(person)
    assert row.foot == "no fairer thought yet   ·   Quick catch"
    fair = next(form for form in content.record_forms() if form.id == "five")
    more = quick.asking(fair)
    person.parts.tasks.write(lambda journal: journal.keep_thought_record(more), owner=person.window)
    (row,) = rows(person)
    assert row.foot == "A fair answer"


def test_that_the_fairer_thought_is_named_however_long_the_situation_is(places, home_of):
    long = replace(at_work(0), situation="It went on and on. " * 20, balanced_thought="It ended.")
    bare = replace(at_work(1), situation="", triggers=(), balanced_thought="It ended.")
    labels = [row.label[0][0] for row in rows(start(places, home_of, long, bare))]
    assert labels[0].endswith("…   ·   a fairer thought")
    assert len(labels[0]) < 90
    assert labels[1] == "a fairer thought"


def test_that_records_of_one_day_have_their_times(places, home_of):
    evening = Moment.from_wall(NOON.replace(hour=19, minute=5), "Europe/London")
    later = replace(record(situation="Again"), at=evening)
    found = rows(start(places, home_of, later, record(situation="Rain"), record(1, situation="x")))
    assert [row.foot.split()[0] for row in found] == ["19:05", "12:00", "A"]
    assert [row.when for row in found] == ["20 Nov 2026", "20 Nov 2026", "19 Nov 2026"]
    assert "19:05" in found[0].spoken()


def test_that_a_time_is_also_told_where_the_page_before_ended_on_that_day():
    noon = brief_of(record(situation="Rain"))
    (row,) = record_rows([noon], "November 2026", noon.day)
    assert row.foot.startswith("12:00")


def test_that_the_keyboard_is_shown_on_a_row_and_not_round_the_list_too(places, home_of):
    person = start(places, home_of, at_work(0))
    rows(person)
    person.see("thoughts.list").setFocus(Qt.FocusReason.TabFocusReason)
    person.wait()
    assert person.see("thoughts.list").shows_focus
    (ring,) = person.window.findChildren(FocusRing)
    assert ring.target is None


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
    assert said(person, "few") == "More shows from 5 records on."
    assert person.find("thoughts.seen.feeling_change") is None  # it is said once
    more = replace(at_work(5), thoughts=())
    person.parts.tasks.write(lambda journal: journal.keep_thought_record(more), owner=person.window)
    person.wait()
    assert "about 30 points lower" in said(person, "feeling_change")
    so_far = "This shows from 5 records on. 4 have both ratings so far."
    assert said(person, "belief_change") == so_far


def test_that_the_table_opens_a_record(looking):
    looking.press("thoughts.seen.as_table")
    table = looking.see("thoughts.seen.table")
    assert table.model().rowCount() == 5
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    looking.key(Qt.Key.Key_Return)
    assert looking.see("thoughts.finished")


def test_that_pleasant_feelings_are_said_to_be_left_out(looking):
    sentences = [label.text() for label in looking.window.findChildren(QLabel)]
    assert any("Pleasant feelings, such as calm, are left out" in said for said in sentences)


def test_that_under_five_records_nothing_is_counted_and_it_says_what_is_there(places, home_of):
    person = start(places, home_of, *(replace(at_work(n), kindness="Easy.") for n in range(4)))
    person.press("thoughts.seen")
    assert said(person, "few") == "More shows from 5 records on."
    for part in ("together", "patterns", "triggers", "feelings", "kind_words"):
        assert person.find(f"thoughts.seen.{part}") is None, part
    more = at_work(5)
    person.parts.tasks.write(lambda journal: journal.keep_thought_record(more), owner=person.window)
    person.wait()
    assert person.find("thoughts.seen.few") is None
    assert person.see("thoughts.seen.patterns.1", CountRow).accessibleName().endswith("5 records")


def test_that_a_month_is_counted_from_five_records_on(places, home_of):
    found = [replace(at_work(n), chose="A walk", kindness="Easy.") for n in range(6)]
    person = start(places, home_of, *found, replace(at_work(40), did="Left"))
    person.press("thoughts.seen")
    whole = "Of 7 records that say what you did, 6 also say what you chose instead."
    assert said(person, "responses_in_all") == whole
    kind = "6 of 7 records have something said to yourself as to a friend."
    assert said(person, "kind_words_in_all") == kind
    months = person.see("thoughts.seen.responses").findChildren(QLabel)
    shown = [label.text() for label in months if label.isVisible()]
    assert shown == ["November 2026", "6 of 6 records"]


def test_that_what_is_in_one_record_only_waits_behind_the_others(places, home_of):
    rare = (Trigger("the bus"),)
    person = start(places, home_of, *map(at_work, range(4)), replace(at_work(5), triggers=rare))
    person.press("thoughts.seen")
    triggers = person.see("thoughts.seen.triggers")
    assert [row.found.number for row in triggers.findChildren(CountRow)] == [4]
    person.press("thoughts.seen.triggers.more")
    assert [row.found.number for row in triggers.findChildren(CountRow)][-2:] == [4, 1]


def test_that_the_list_ends_where_what_stands_above_it_ends(places, home_of):
    person = start(places, home_of, *(record(n, situation=f"Day {n}") for n in range(30)))
    view, new = person.see("thoughts.list"), person.see("thoughts.new")
    page = person.window.page("thoughts").records
    end = view.viewport().mapTo(page, view.viewport().rect().topRight()).x() - ROW_SIDE
    assert abs(end - new.mapTo(page, new.rect().topRight()).x()) <= 1
    assert view.verticalScrollBar().isVisible()


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


# In little room


def test_that_in_little_room_the_ways_onwards_leave_their_line_to_the_records(places, home_of):
    person = start(places, home_of, at_work(0))
    person.window.resize(1280, 700)
    person.wait()
    assert person.find("thoughts.more_ways") is None
    person.window.resize(900, 600)
    person.parts.look.set_text_size(150)
    person.wait()
    assert person.find("thoughts.seen") is None
    line = person.see("thoughts.search.field").height()
    assert person.see("thoughts.filter_bar").height() < 1.5 * line
    person.press("thoughts.more_ways")
    menu = person.find("thoughts.more_ways.menu", QMenu)
    assert [a.text() for a in menu.actions()] == ["What my records show", "Thinking patterns"]
    menu.actions()[0].trigger()
    menu.close()
    person.wait()
    assert person.see("thoughts.seen.back")
