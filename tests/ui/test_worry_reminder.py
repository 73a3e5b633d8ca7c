"""The word at the time for worries: only where there is such a time, quiet and neutral."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from resilience_desktop.domain.moment import Moment
from resilience_desktop.ui.tray import Tray
from resilience_desktop.ui.worry_reminder import WorryReminder

from .fake_tray import put_up


class Clock:
    """A clock that somebody else winds."""

    wall = dt.datetime(2026, 11, 19, 17, 0)

    def __call__(self):
        return Moment.from_wall(self.wall, "Europe/London")


class Afternoon:
    """Somebody with a time for worries at half past five."""

    def __init__(self, person, beside=None):
        self.person, self.clock, self.beside = person, Clock(), beside
        person.window.page("share")
        self.reminder = WorryReminder(person.window, person.window.findChild(Tray), self.clock)
        self.keep(dt.time(17, 30))

    def keep(self, time):
        def work(journal):
            return journal.keep_settings(replace(journal.settings(), worry_time=time))

        self.person.parts.tasks.write(work, owner=self.person.window).result(20)
        self.person.wait()
        self.person.wait()

    def at(self, hour, minute=0, days=0):
        """Let the clock come to a time and the timer ring; return what is said in the window."""
        self.clock.wall = dt.datetime(2026, 11, 19, hour, minute) + dt.timedelta(days)
        self.person.window.notices.dismiss()
        self.reminder.look()
        self.person.wait()
        return self.person.window.notices.words


@pytest.fixture
def afternoon(home):
    return Afternoon(home)


def test_that_it_is_said_once_a_day_and_leads_to_the_worries(afternoon):
    assert afternoon.at(17, 29) == ""
    assert "worries" in afternoon.at(17, 30)
    assert afternoon.at(17, 40) == ""
    assert "worries" in afternoon.at(17, 31, days=1)
    afternoon.person.press("notice.go")
    afternoon.person.wait()
    assert afternoon.person.window.header.tabs.currentIndex() == 3


def test_that_without_a_time_nothing_is_said(afternoon):
    afternoon.keep(None)
    assert afternoon.at(17, 30) == ""


def test_that_a_break_is_left_in_peace(afternoon):
    afternoon.person.window.context.preferences.change(on_a_break=True)
    assert afternoon.at(17, 30) == ""
    afternoon.person.window.context.preferences.change(on_a_break=False)
    assert afternoon.at(17, 31) == ""


def test_that_it_waits_for_who_is_writing(afternoon):
    person = afternoon.person
    person.go("journal")
    person.write("journal.note", "One more line")
    assert afternoon.at(17, 30) == ""
    person.see("journal.note").clear()
    assert "worries" in afternoon.at(17, 34)
    assert afternoon.at(17, 36) == ""


def test_that_it_waits_for_a_dialog_and_not_for_longer_than_twenty_minutes(afternoon):
    afternoon.person.window.dialogs.show_settings()
    afternoon.person.wait()
    assert afternoon.at(17, 30) == ""
    assert afternoon.at(17, 49) == ""
    assert afternoon.at(17, 51) == ""
    afternoon.person.see("settings").close()
    assert afternoon.at(17, 52) == ""


def test_that_it_comes_once_a_dialog_is_closed(afternoon):
    afternoon.person.window.dialogs.show_settings()
    afternoon.person.wait()
    assert afternoon.at(17, 30) == ""
    afternoon.person.see("settings").close()
    afternoon.person.window.activateWindow()
    afternoon.person.wait_for(afternoon.person.window.isActiveWindow)
    assert "worries" in afternoon.at(17, 32)


def test_that_beside_the_clock_it_tells_nothing_about_the_person(home, monkeypatch):
    beside = put_up(monkeypatch, home)
    beside.want(stay_in_tray=True)
    afternoon = Afternoon(home, beside)
    home.window.hide()
    assert afternoon.at(17, 30) == ""
    assert beside.messages == [("Resilience", "A moment for yourself, if you like.")]
