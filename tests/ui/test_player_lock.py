"""An exercise in the window: what becomes of it when that is locked, left or closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from resilience_desktop.domain.idle import Clocks
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui.lock import Lock
from resilience_desktop.ui.toolkit.player import Player

from .conftest import WORDS

SKILL = "slow_breathing"


class TwoClocks:
    """Both clocks of the lock, turned by a test."""

    now = Clocks(100.0, 1_000_000.0)

    def __call__(self):
        return self.now

    def wait(self, seconds, asleep=0):
        self.now = Clocks(self.now.steady + seconds, self.now.wall + seconds + asleep)


@pytest.fixture
def clocks():
    return TwoClocks()


def begin(person):
    """Begin to breathe on the page of the toolkit, some seconds in."""
    person.window.navigator.open_skill(SKILL)
    person.wait()
    player = person.see("toolkit.player", Player)
    player.begin_at_once()
    breathe(person, 27)
    return player


def breathe(person, seconds):
    person.see("toolkit.pacer")._stopwatch.seconds = float(seconds)


def seconds_kept(journal):
    return [one.seconds for one in journal.practices.of(SKILL)]


def test_that_the_lock_waits_while_an_exercise_leads_and_no_longer(opened, starter, clocks):
    lock = Lock(opened.window, starter, clocks)
    begin(opened)
    for _ in range(100):
        clocks.wait(15)
        lock.look()
    assert starter.started == []
    opened.press("toolkit.pause")
    clocks.wait(600)
    lock.look()
    assert len(starter.started) == 1


def test_that_an_exercise_does_not_keep_a_computer_open_that_was_asleep(opened, starter, clocks):
    lock = Lock(opened.window, starter, clocks)
    begin(opened)
    clocks.wait(5, asleep=3600)
    lock.look()
    assert len(starter.started) == 1


def test_that_the_lock_keeps_what_was_done(opened, starter):
    def read(folder):
        journal = Journal.open(folder, WORDS)
        kept = seconds_kept(journal)
        journal.close()
        return kept

    starter.look = read
    begin(opened)
    opened.shortcut(Qt.Key.Key_L)
    assert starter.found == [[27]]


def test_that_closing_the_window_keeps_what_was_done(home):
    begin(home)
    home.quit()
    journal = Journal.open(home.places.journal)
    assert seconds_kept(journal) == [27]
    journal.close()


def test_that_it_waits_on_its_page_while_somebody_is_elsewhere(home):
    player = begin(home)
    home.go("journal")
    assert not player.is_leading
    assert home.read(seconds_kept) == [27]
    home.go("toolkit")
    assert home.see("toolkit.pause").text() == "Go on"
    home.see("toolkit.pause").click()  # by hand it would have taken longer to get here
    assert player.is_leading
