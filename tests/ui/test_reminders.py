"""Reminders: off unless wanted, quiet, never twice, and never about what was missed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.reminders import ChosenTimes, RandomTimes
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.looking import Looking
from resilience_desktop.settings import Settings
from resilience_desktop.ui.reminders import Reminders, plan_of
from resilience_desktop.ui.tray import Tray

from .fake_tray import put_up
from .samples import entry, fill

WORDS = "quiet river stone lamp"
SAID = ("Resilience", "A moment for yourself, if you like.")


class Clock:
    """A clock that somebody else winds."""

    def __init__(self, hour=19, minute=50):
        self.wall = dt.datetime(2026, 11, 19, hour, minute)

    def __call__(self):
        return Moment.from_wall(self.wall, "Europe/London")


class Evening:
    """Somebody whose computer has a tray, a clock and a reminder at eight."""

    def __init__(self, monkeypatch, person, **wishes):
        self.person, self.clock = person, Clock()
        self.beside = put_up(monkeypatch, person)
        tray = person.window.findChild(Tray)
        person.window.findChild(Reminders).deleteLater()  # the one with the real clock
        self.reminders = Reminders(person.window, tray, self.clock)
        self.beside.want(reminders="chosen", reminder_times=("20:00",), **wishes)

    def at(self, hour, minute=0, days=0):
        """Let the clock come to a time and the timer ring."""
        self.clock.wall = dt.datetime(2026, 11, 19, hour, minute) + dt.timedelta(days)
        self.reminders.look()
        self.person.wait()
        return self.beside.messages

    @property
    def timer(self):
        return self.reminders.findChild(QTimer)

    @property
    def in_window(self):
        return self.person.window.notices.words


@pytest.fixture
def evening(home, monkeypatch):
    """Somebody who does something else: the window is out of sight."""
    evening = Evening(monkeypatch, home)
    home.window.hide()
    return evening


# What the settings ask for


def test_that_nothing_comes_unless_it_is_wanted():
    assert plan_of(Settings(), "") is None
    assert plan_of(Settings(reminders="chosen", on_a_break=True), "") is None
    assert plan_of(Settings(reminders="random", on_a_break=True), "") is None


def test_that_settings_become_a_plan():
    chosen = Settings(reminders="chosen", reminder_times=("08:30", "20:00"))
    assert plan_of(chosen, "") == ChosenTimes((dt.time(8, 30), dt.time(20)))
    drawn = Settings(reminders="random", reminders_a_day=2, reminder_hours=("10:00", "18:15"))
    assert plan_of(drawn, "x") == RandomTimes(2, dt.time(10), dt.time(18, 15), "x")


# In the tray


def test_that_a_reminder_is_one_neutral_line_and_comes_once(evening):
    assert evening.at(19, 59) == []
    assert evening.at(20) == [SAID]
    assert evening.at(20, 10) == [SAID]
    assert evening.at(20, days=1) == [SAID, SAID]
    assert evening.in_window == ""
    assert evening.person.window.isHidden()


def test_that_it_leads_to_the_mood_scale(evening):
    evening.person.window.page("share")
    evening.at(20)
    evening.beside.icon.messageClicked.emit()
    evening.person.wait()
    assert evening.person.window.isVisible()
    assert evening.person.see("journal.mood")


def test_that_the_timer_rings_by_itself(home, monkeypatch):
    evening = Evening(monkeypatch, home)
    home.window.hide()
    evening.clock.wall = dt.datetime(2026, 11, 19, 19, 59, 59)
    evening.beside.want(reminder_times=("20:00", "21:00"))
    evening.clock.wall = dt.datetime(2026, 11, 19, 20)
    home.wait_for(lambda: evening.beside.messages == [SAID])


def test_that_the_clock_is_asked_often_since_timers_sleep_with_the_computer(evening):
    assert evening.timer.isActive()
    assert evening.timer.interval() == 10 * 60_000
    evening.at(9, days=1)
    assert evening.timer.interval() == 15 * 60_000


def test_that_one_missed_in_sleep_is_gone_without_a_word(evening):
    assert evening.at(20, 31) == []
    assert evening.at(9, days=3) == []
    assert evening.in_window == ""
    assert evening.at(20, 5, days=3) == [SAID]


def test_that_none_comes_on_a_break_or_when_they_are_off(evening):
    evening.beside.choose("break")
    assert not evening.timer.isActive()
    assert evening.at(20) == []
    evening.beside.choose("break")
    assert evening.at(20, 5) == []
    evening.beside.want(reminders="off")
    assert evening.at(20, days=1) == []


def test_that_a_time_chosen_after_it_has_passed_waits_for_tomorrow(evening):
    evening.at(19, 59)
    evening.beside.want(reminder_times=("19:45",))
    assert evening.at(20) == []
    assert evening.at(19, 45, days=1) == [SAID]


def test_that_other_settings_do_not_disturb_the_timer(evening):
    before = evening.timer.id()
    evening.beside.want(text_size=120)
    assert evening.timer.id() == before


# When it would disturb


def just_written(minutes):
    at = Moment.from_wall(
        dt.datetime(2026, 11, 19, 20) - dt.timedelta(minutes=minutes), "Europe/London"
    )
    return entry("Tea", at=at)


@pytest.mark.parametrize(("minutes", "expected"), [(59, []), (61, [SAID])])
def test_that_who_wrote_in_the_last_hour_needs_none(
    places, home_of, monkeypatch, minutes, expected
):
    fill(places, just_written(minutes))
    person = home_of()
    evening = Evening(monkeypatch, person)
    person.window.hide()
    assert evening.at(20) == expected


def test_that_nobody_who_writes_is_disturbed(home, monkeypatch):
    evening = Evening(monkeypatch, home)
    assert evening.at(20) == []
    home.go("thoughts")
    assert evening.at(20, days=1) == []
    assert evening.in_window == ""


def test_that_on_another_page_it_stays_in_the_window(home, monkeypatch):
    evening = Evening(monkeypatch, home)
    home.go("share")
    focus = QApplication.focusWidget()
    assert evening.at(20) == []
    assert evening.in_window == SAID[1]
    assert QApplication.focusWidget() is focus


def test_that_a_dialog_is_not_talked_over(home, monkeypatch):
    evening = Evening(monkeypatch, home)
    home.go("share")
    home.window.dialogs.show_settings()
    home.wait_for(lambda: QApplication.activeWindow() is not home.window)
    assert evening.at(20) == []
    assert evening.in_window == ""
    QApplication.activeWindow().close()


# Without a tray, and in front of the lock


@pytest.mark.parametrize("missing", ["has_room", "shows_messages"])
def test_that_without_a_tray_it_comes_in_the_window(evening, missing):
    setattr(evening.beside.kind, missing, False)
    assert evening.at(20) == []
    assert evening.in_window == SAID[1]


def test_that_one_comes_while_the_journal_is_locked_and_waits_there(places, home_of, monkeypatch):
    Journal.create(places.journal, WORDS)[0].close()
    person = home_of()
    evening = Evening(monkeypatch, person)
    person.window.hide()
    assert evening.at(20) == [SAID]
    evening.beside.icon.messageClicked.emit()
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    assert person.see("journal.mood")


def test_that_a_journal_that_cannot_be_read_opens_no_dialog(evening, monkeypatch):
    def fail(_journal, **_more):
        raise OSError

    monkeypatch.setattr(Looking, "timeline", fail)
    assert evening.at(20) == []
    assert evening.person.find("problem") is None
    assert evening.person.find("bug") is None
