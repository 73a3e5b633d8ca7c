"""Somebody gives an entry another day, or thinks better of it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from resilience_desktop.domain.moment import Moment

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


@pytest.fixture
def noon(monkeypatch):
    """Return what turns the clock to some minutes after noon."""

    def turn(minutes):
        at = moment(minute=minutes)
        monkeypatch.setattr(Moment, "now", classmethod(lambda _cls, _zone: at))
        return at

    turn(0)
    return turn


def test_that_an_entry_has_the_time_at_which_its_first_thing_was_put_in(noon, home):
    began = noon(20)
    home.choose("journal.mood", 3)
    noon(40)
    home.write("journal.note", "Rain")
    assert when(home) == began
    assert home.see("journal.when.words").text().endswith("12:20")


def test_that_an_emptied_entry_has_the_time_of_what_is_put_in_next(noon, home):
    home.write("journal.note", "R")
    home.key(Qt.Key.Key_Backspace)
    later = noon(20)
    assert when(home) == later
    began = noon(40)
    home.write("journal.note", "Sun")
    assert when(home) == began
    assert home.see("journal.when.words").text().endswith("12:40")


def test_that_a_draft_has_the_time_it_was_begun_until_it_is_emptied(noon, home):
    began = moment()
    home.choose("journal.mood", 3)
    home.quit()
    noon(59)
    home.start()
    assert when(home) == began
    home.see("journal.mood").setFocus()
    home.key(Qt.Key.Key_Delete)
    assert when(home) == moment(minute=59)


def test_that_a_day_somebody_chose_stays_when_the_entry_is_emptied(home):
    home.press("journal.when.change")
    home.write("journal.when.edit.field", "1 May 2020, 8:15")
    home.write("journal.note", "R")
    home.key(Qt.Key.Key_Backspace)
    assert when(home).wall.replace(tzinfo=None, second=0) == dt.datetime(2020, 5, 1, 8, 15)
