"""People in front of the real window: a temporary folder, real threads, no screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor

from resilience_desktop import app
from resilience_desktop.paths import Places
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui import lock
from resilience_desktop.ui.theme import LookKeeper

from .person import Person
from .samples import fill

WORDS = "quiet river stone lamp"
"""The passphrase of a journal that has one."""


@pytest.fixture(autouse=True)
def leaves_at_once(monkeypatch):
    """A window that is locked ends at once: no other process will take its place."""
    monkeypatch.setattr(lock, "LINGER_MS", 0)


@pytest.fixture
def places(tmp_path):
    return Places.inside(tmp_path / "home")


@pytest.fixture
def home_of(qtbot, qapp, places, monkeypatch):
    """Start the window over whatever is in the folder."""
    QCursor.setPos(0, 0)  # away from anything that would notice a pointer
    people = []

    def start():
        people.append(Person(qtbot, places, monkeypatch))
        return people[-1]

    yield start
    for person in people:
        person.quit()


@pytest.fixture
def person(home_of):
    """Somebody who starts the app for the first time."""
    return home_of()


@pytest.fixture
def home(places, home_of):
    """Somebody with an empty journal that needs no passphrase."""
    fill(places)
    return home_of()


class Starter:
    """Stands in for the start of a fresh process, and notes what it would find."""

    works = True
    look = staticmethod(lambda _folder: None)

    def __init__(self):
        self.started = []
        self.found = []
        self.stays_away = False

    def __call__(self, folder, *, away=False):
        self.stays_away = away
        self.started.append(folder)
        self.found.append(self.look(folder))
        return self.works


@pytest.fixture
def starter(monkeypatch):
    made = Starter()
    monkeypatch.setattr(app, "_start_again", made)
    return made


@pytest.fixture
def opened(places, home_of, starter):
    """Somebody who has opened a journal that has a passphrase."""
    Journal.create(places.journal, WORDS)[0].close()
    person = home_of()
    unlock(person)
    return person


def unlock(person):
    person.write("unlock.passphrase", WORDS)
    person.key(Qt.Key.Key_Return)
    person.wait_for(lambda: person.find("journal") is not None)
    person.wait()


@pytest.fixture
def look(qapp):
    keeper = LookKeeper(qapp, theme="light")
    yield keeper
    keeper.set_theme("light")
    keeper.set_text_size(100)


class Clock:
    """A clock that a test turns."""

    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()
