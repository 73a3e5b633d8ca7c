"""Keeping an entry from being shared: from its row, in its form, and on the way to Share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction

from resilience_desktop.domain.thought_record import Share
from resilience_desktop.domain.timeline_filter import TimelineFilter

from .samples import entry, fill, record
from .test_looking_back import choose, menu_action


@pytest.fixture
def journal(places, home_of):
    """Somebody at their journal, with two entries that have a tag."""
    fill(places, entry("Rain", 0, tags=("walk",)), entry("Sun", 1, tags=("walk",)))
    person = home_of()
    person.stand_on("journal.timeline")
    return person


def row(person, number=0):
    return person.see("journal.timeline").rows.rows()[number]


def in_menu(person, words, number=0):
    view = person.see("journal.timeline")
    view.show_menu(row(person, number), view.rect().center())
    menu_action(person, words)


def test_that_a_row_is_never_shared_by_its_menu_and_says_so(journal):
    assert "never shared" not in row(journal).aloud
    in_menu(journal, "Never share this")
    assert journal.read(lambda j: j.entry(row(journal).id)).never_share
    assert row(journal).foot.startswith("never shared")  # what comes last may be cut off
    assert "never shared" in row(journal).aloud
    assert journal.window.notices.words == "Never shared from now on"
    in_menu(journal, "Let it be shared again")
    assert not journal.read(lambda j: j.entry(row(journal).id)).never_share


def test_that_undo_takes_it_back(journal):
    in_menu(journal, "Never share this")
    journal.window.notices.undo_last()
    journal.wait()
    assert not journal.read(lambda j: j.entry(row(journal).id)).never_share


def test_that_it_can_be_said_where_an_entry_is_open_and_keeping_it_changes_nothing(journal):
    journal.see("journal.timeline").row_opened.emit(row(journal))
    journal.wait_for(lambda: journal.find("journal.never_share") is not None)
    journal.wait()
    button = journal.see("journal.never_share")
    assert button.text() == "Never share this"
    journal.press("journal.never_share")
    assert button.text() == "Let it be shared again"
    journal.write("journal.note", " and wind")
    journal.press("journal.save")
    assert journal.find("journal.never_share") is None  # a new entry has nothing to keep yet
    kept = journal.read(lambda j: j.entry(row(journal).id))
    assert (kept.never_share, "wind" in kept.note) == (True, True)


def test_that_a_filter_that_is_sent_to_share_leaves_it_out_and_says_how_many(journal):
    in_menu(journal, "Never share this")
    choose(journal, TimelineFilter(tags=("walk",)))
    journal.press("journal.found_menu")
    menu_action(journal, "Send to Share")
    journal.wait_for(lambda: journal.find("share.only") is not None)
    assert journal.see("share.only").text() == "The 1 entry you filtered"
    left_out = journal.see("share.only.kept_back").text()
    assert left_out == "1 more is never shared and was left out."
    choice = journal.window.page("share").report.choices.choice()
    assert choice.only == choice.entry_ids
    assert len(choice.only) == 1


# Thought records


@pytest.fixture
def records(places, home_of):
    """Somebody at the list of their thought records, of which reports may hold the newest."""
    fill(places, replace(record("The stairs", 0), share=Share.FULL))
    person = home_of()
    person.go("thoughts")
    return person


def shared(person):
    (found,) = person.read(lambda journal: journal.thought_records())
    return found.share


def in_record_list(person, words):
    view = person.see("thoughts.list")
    view.show_menu(view.rows.rows()[0], view.rect().center())
    menu_action(person, words)
    person.wait()
    return view.rows.rows()[0]


def test_that_a_record_is_never_shared_by_the_menu_of_its_row(records):
    assert "never shared" not in records.see("thoughts.list").rows.rows()[0].aloud
    now = in_record_list(records, "Never share this")
    assert now.foot.startswith("never shared")
    assert "never shared" in now.aloud
    assert shared(records) is Share.NEVER
    assert records.window.notices.words == "Never shared from now on"
    in_record_list(records, "Let it be shared again")
    assert shared(records) is Share.ASK  # nothing goes in unless it is ticked


def test_that_undo_brings_back_what_was_chosen_of_a_record(records):
    in_record_list(records, "Never share this")
    records.window.notices.undo_last()
    records.wait()
    assert shared(records) is Share.FULL


def test_that_a_record_is_never_shared_by_its_row_in_the_journal(records):
    records.go("journal")
    records.stand_on("journal.timeline")
    in_menu(records, "Never share this", _place(records))
    assert shared(records) is Share.NEVER
    assert row(records, _place(records)).foot.startswith("never shared")


def _place(person):
    rows = person.see("journal.timeline").rows.rows()
    return next(n for n, one in enumerate(rows) if getattr(one, "drawing", "") == "record")


def test_that_a_record_that_is_read_can_be_never_shared(records):
    view = records.see("thoughts.list")
    view.row_opened.emit(view.rows.rows()[0])
    records.wait_for(lambda: records.find("thoughts.finished.menu") is not None)
    records.wait()
    menu = "thoughts.finished.menu"
    action = records.see(menu).findChild(QAction, f"{menu}.never_share")
    assert action.text() == "Never share this"
    records.choose_in(menu, "never_share")
    assert shared(records) is Share.NEVER
    assert action.text() == "Let it be shared again"
    records.choose_in(menu, "never_share")
    assert shared(records) is Share.ASK
