"""The toolkit in front of a locked journal, for those who want it there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from resilience_desktop.domain.toolkit import Toolkit
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.toolkit_when_locked import skills_when_locked

from .conftest import WORDS, unlock
from .test_toolkit_page import find, keep


def make(places, *, is_shown):
    journal, _ = Journal.create(places.journal, WORDS)
    journal.toolkit.keep(Toolkit(chosen=("box_breathing", "slow_breathing")))
    journal.toolkit_when_locked.show(is_shown=is_shown)
    journal.close()


@pytest.fixture
def locked(places, home_of):
    make(places, is_shown=True)
    return home_of()


def test_that_nothing_is_offered_unless_somebody_said_so(places, home_of):
    make(places, is_shown=False)
    person = home_of()
    assert person.find("unlock.toolkit") is None
    person.key(Qt.Key.Key_F2)
    assert person.find("toolkit.hand") is None


@pytest.mark.parametrize("way", ["button", "key"])
def test_that_it_is_offered_and_begins_without_the_journal(locked, way):
    if way == "button":
        locked.press("unlock.toolkit")
    else:
        locked.key(Qt.Key.Key_F2)
    assert locked.find("toolkit.hand.page") is None
    locked.key(Qt.Key.Key_1)
    player = find(locked, "toolkit.player")
    assert player.is_going
    assert player.skill.id == "box_breathing"


def test_that_nothing_of_it_is_kept_and_the_journal_opens_afterwards(locked):
    locked.key(Qt.Key.Key_F2)
    locked.key(Qt.Key.Key_1)
    locked.qtbot.wait(1200)
    locked.key(Qt.Key.Key_Escape)
    locked.key(Qt.Key.Key_Escape)
    assert locked.find("toolkit.hand") is None
    unlock(locked)
    assert locked.read(lambda journal: journal.practices.all()) == []


def test_that_one_tick_says_so_and_the_copy_follows_what_is_chosen(opened):
    keep(opened, Toolkit(chosen=("box_breathing",)))
    folder = opened.window.folder
    opened.go("toolkit")
    opened.press("toolkit.change_toolkit")
    find(opened, "toolkit.change.locked").click()
    opened.wait()
    assert skills_when_locked(folder) == ("box_breathing",)
    find(opened, "toolkit.tick.slow_breathing").click()
    opened.wait()
    assert skills_when_locked(folder) == ("box_breathing", "slow_breathing")
    find(opened, "toolkit.change.locked").click()
    opened.wait()
    assert skills_when_locked(folder) == ()
