"""Somebody gives an entry another day, or thinks better of it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from .samples import entry, fill, moment


@pytest.fixture
def opened(places, home_of):
    fill(places, entry("Rain on the roof.", 3))
    person = home_of()
    person.stand_on("journal.timeline")
    person.key(Qt.Key.Key_Return)
    person.press("journal.when.change")
    return person


def when(person):
    return person.window.page("journal").composer.entry().at


def test_that_a_day_is_typed_in_one_go_and_enter_is_the_end_of_it(opened):
    opened.write("journal.when.edit.field", "28 October 2025, 7:05")
    opened.key(Qt.Key.Key_Return)
    assert when(opened).wall.replace(tzinfo=None) == dt.datetime(2025, 10, 28, 7, 5)
    assert opened.see("journal.when.change").hasFocus()
    assert "28 October 2025, 07:05" in opened.see("journal.when.words").text()


def test_that_the_keyboard_stays_near_when_the_entry_is_kept_from_the_field(opened):
    opened.write("journal.when.edit.field", "28 October 2025")
    opened.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not opened.find("journal.cancel")
    assert opened.see("journal.when.change").hasFocus()


def test_that_a_day_to_come_changes_nothing_and_is_told(opened):
    before = when(opened)
    opened.write("journal.when.edit.field", (moment().day + dt.timedelta(days=2)).isoformat())
    opened.key(Qt.Key.Key_Return)
    assert "is still to come" in opened.see("journal.when.edit.said").text()
    assert when(opened) == before
    opened.see("journal.mood").setFocus()
    opened.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.find("journal.when.edit.field").hasFocus()
    assert opened.find("journal.cancel")


def test_that_escape_leaves_the_day_and_not_the_entry(opened):
    before = when(opened)
    opened.write("journal.when.edit.field", "1 May 2020")
    assert when(opened) != before
    opened.key(Qt.Key.Key_Escape)
    assert when(opened) == before
    opened.key(Qt.Key.Key_Escape)
    assert not opened.find("journal.when.edit")
    assert opened.see("journal.when.change").hasFocus()
    assert opened.find("journal.cancel")
    opened.key(Qt.Key.Key_Escape)
    assert not opened.find("journal.cancel")


def test_that_escape_after_the_arrows_leaves_the_day_as_it_was(opened):
    before = when(opened)
    opened.key(Qt.Key.Key_Down)
    assert when(opened).day == before.day - dt.timedelta(days=1)
    opened.key(Qt.Key.Key_Escape)
    assert when(opened) == before
    assert not opened.find("journal.when.edit")


def test_that_escape_in_the_time_zone_leaves_only_that_field(opened):
    before = when(opened)
    opened.press("journal.when.elsewhere")
    opened.write("journal.when.zone", "auck")
    opened.see("journal.when.zone").completer().popup().hide()
    opened.key(Qt.Key.Key_Escape)
    assert not opened.find("journal.when.zone")
    assert opened.see("journal.when.elsewhere").hasFocus()
    assert opened.find("journal.when.edit")
    assert opened.find("journal.cancel")
    assert when(opened) == before


def test_that_escape_in_the_calendar_leaves_only_the_calendar(opened):
    opened.press("journal.when.edit.calendar")
    opened.wait_for(lambda: opened.find("journal.when.edit.days") is not None)
    days = opened.find("journal.when.edit.days").days
    opened.qtbot.keyClick(days.focusWidget() or days, Qt.Key.Key_Escape)
    opened.wait()
    assert not opened.find("journal.when.edit.days")
    assert opened.find("journal.when.edit")
    assert opened.find("journal.cancel")


def test_that_a_zone_that_was_chosen_stays_when_its_field_is_left(opened):
    opened.press("journal.when.elsewhere")
    opened.write("journal.when.zone", "auckland")
    opened.key(Qt.Key.Key_Return)
    opened.write("journal.when.zone", "nowhere")
    opened.key(Qt.Key.Key_Escape)
    assert opened.see("journal.when.zone").text() == "Auckland, Pacific"
    assert opened.see("journal.when.edit.field").hasFocus()
    assert when(opened).zone == "Pacific/Auckland"
