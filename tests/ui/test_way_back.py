"""Somebody goes from one thing to another, and back to what they were doing."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from resilience_desktop.services.journal import Journal

from .samples import entry, fill, record

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def full(places, home_of):
    fill(places, entry("Rain"), entry("Sun", 1), record("Nobody calls."))
    return home_of()


def test_that_there_is_no_way_back_before_a_jump(full):
    assert not full.find("way_back")
    full.go("charts")
    assert not full.find("way_back")


def test_that_a_day_of_the_chart_leads_back_to_the_charts(full):
    full.go("charts")
    full.window.navigator.day_requested.emit(dt.date(2026, 11, 20))
    full.wait()
    assert full.find("journal")
    assert full.see("way_back.go").text() == "Back to Charts"
    full.press("way_back.go")
    assert full.find("charts")
    assert not full.find("way_back")


def test_that_alt_left_goes_back_to_a_record_that_was_open(full):
    id_ = full.read(lambda journal: journal.thought_records())[0].id
    full.window.page("thoughts").open_record(id_)
    full.wait()
    full.window.navigator.entry_requested.emit(
        full.read(lambda j: j.looking.timeline().items)[-1].id
    )
    full.wait()
    assert full.find("journal")
    full.key(Qt.Key.Key_Left, ALT)
    assert full.find("thoughts.finished")
    assert full.window.page("thoughts").finished.record().id == id_


def test_that_a_half_written_entry_is_there_again(full):
    full.write("journal.note", "Half a sent")
    full.shortcut(Qt.Key.Key_T)
    assert full.find("thoughts.worksheet")
    full.key(Qt.Key.Key_Left, ALT)
    assert full.see("journal.note").toPlainText() == "Half a sent"


def test_that_several_jumps_lead_back_one_by_one(full):
    full.go("charts")
    full.shortcut(Qt.Key.Key_N)
    full.shortcut(Qt.Key.Key_P)
    assert full.find("share")
    full.key(Qt.Key.Key_Left, ALT)
    assert full.find("journal")
    full.key(Qt.Key.Key_Left, ALT)
    assert full.find("charts")
    assert not full.find("way_back")
    full.key(Qt.Key.Key_Left, ALT)
    assert full.find("charts")


def test_that_going_elsewhere_on_ones_own_forgets_the_way_back(full):
    full.go("charts")
    full.shortcut(Qt.Key.Key_N)
    assert full.find("way_back")
    full.go("share")
    assert not full.find("way_back")


def test_that_a_form_asked_for_from_outside_comes_to_the_front(full):
    full.window.showMinimized()
    full.window.capture("thought")
    full.wait()
    assert not full.window.isMinimized()
    assert full.find("thoughts.worksheet")
    assert full.see("way_back.go").text() == "Back to what you were doing"
    full.press("way_back.go")
    assert full.window.isMinimized()


def test_that_a_hidden_window_comes_back_and_hides_again(full):
    full.window.hides_when_closed = True
    full.window.close()
    assert full.window.isHidden()
    full.window.capture("mood")
    full.wait()
    assert full.see("journal.mood").isVisible()
    full.press("way_back.go")
    assert full.window.isHidden()
    full.window.show()


def test_that_a_form_asked_for_at_a_locked_journal_waits_for_the_lock(places, home_of):
    Journal.create(places.journal, "quiet river stone lamp")[0].close()
    person = home_of()
    person.window.capture("thought")
    person.write("unlock.passphrase", "quiet river stone lamp")
    person.press("unlock.open")
    person.wait_for(lambda: person.find("thoughts.worksheet") is not None)


def test_that_the_keyboard_is_in_the_picture_one_came_from(places, home_of):
    """With a second picture on the page, into which it could fall."""
    fill(places, *(entry(f"Day {n}", n, n % 5 - 2, energy=n % 5) for n in range(20)))
    person = home_of()
    person.go("charts")
    person.wait_for(lambda: bool(person.see("charts.mood").marks))
    picture = person.see("charts.mood")
    day = picture.marks[7]
    person.qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.place_of(day).toPoint())
    person.wait()
    assert person.find("journal")
    person.press("way_back.go")
    person.wait_for(picture.hasFocus)
    assert picture.mark == day
    person.key(Qt.Key.Key_Left)
    assert picture.mark == picture.marks[6]


def test_that_the_keyboard_is_in_the_table_one_came_from(full):
    full.go("charts")
    full.press("charts.mood.as_table")
    table = full.see("charts.mood.table")
    table.setFocus()
    table.selectRow(0)
    full.key(Qt.Key.Key_Return)
    full.wait()
    assert full.find("journal")
    full.press("way_back.go")
    full.wait_for(table.hasFocus)
