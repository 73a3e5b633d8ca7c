"""What Linux says when nobody can be looking any more, over a real bus."""

from __future__ import annotations

import sys
from itertools import count

import pytest
import shiboken6

from resilience_desktop import app
from resilience_desktop.services.journal import Journal

from .conftest import WORDS, unlock
from .locking import program
from .test_lock import is_covered

if sys.platform != "linux":
    pytest.skip("D-Bus is how Linux says it", allow_module_level=True)

from PySide6.QtDBus import QDBusConnection

from resilience_desktop.ui.signs_on_linux import LinuxSigns

from .fake_login import ANOTHERS, LOGIN, LOGIN_PATH, MINE, FakeLogin, private_bus, say

_numbers = count()


@pytest.fixture(scope="module")
def address():
    with private_bus() as address:
        if not address:
            pytest.skip("there is no dbus-daemon here")
        yield address


@pytest.fixture
def connect(address, qapp):
    """Join the private bus, as often as one likes."""
    names = []

    def join(to=address):
        names.append(f"test {next(_numbers)}")
        return QDBusConnection.connectToBus(to, names[-1])

    yield join
    for name in names:
        QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def login(connect):
    login = FakeLogin(connect())
    yield login
    login.close()


@pytest.fixture
def listen(connect):
    """Put ears on two buses; as many as one likes."""
    listening = []

    def listen(system, session):
        listening.append(LinuxSigns(system, session))
        return listening[-1]

    yield listen
    for signs in listening:
        signs.let_sleep()
        shiboken6.delete(signs)


@pytest.fixture
def signs(login, connect, listen, qtbot):
    """Ears with all their questions answered."""
    signs = listen(connect(), connect())
    signs.heard = []
    signs.away.connect(lambda: signs.heard.append("away"))
    qtbot.waitUntil(lambda: len(login.asked) == 2 and login.waits)
    return signs


def test_that_sleep_is_heard_once_it_begins(signs, login, qtbot):
    login.say("PrepareForSleep", True)
    qtbot.waitUntil(lambda: signs.heard == ["away"])


def test_that_waking_is_no_sign(signs, login, qtbot):
    login.say("PrepareForSleep", False)
    login.say("PrepareForSleep", True)
    qtbot.waitUntil(lambda: signs.heard == ["away"])
    qtbot.wait(50)
    assert signs.heard == ["away"]


def test_that_only_the_system_itself_is_believed(signs, login, connect, qtbot):
    anybody = connect()
    say(anybody, LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", True)
    say(anybody, MINE, f"{LOGIN}.Session", "Lock")
    qtbot.wait(100)
    assert signs.heard == []


def test_that_the_lock_of_this_session_is_heard_and_no_other(signs, login, qtbot):
    login.lock(ANOTHERS)
    qtbot.wait(100)
    assert signs.heard == []
    login.lock(MINE)
    qtbot.waitUntil(lambda: signs.heard == ["away"])


@pytest.mark.parametrize(
    ("path", "interface"),
    [
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
        ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    ],
)
def test_that_a_screen_saver_is_heard_when_it_begins(signs, login, connect, qtbot, path, interface):
    say(login.bus, path, interface, "ActiveChanged", False)
    say(login.bus, path, interface, "ActiveChanged", True)
    qtbot.waitUntil(lambda: signs.heard == ["away"])
    qtbot.wait(50)
    assert signs.heard == ["away"]


def test_that_sleep_waits_until_it_may_begin_and_the_next_one_waits_again(signs, login, qtbot):
    login.say("PrepareForSleep", True)
    qtbot.waitUntil(lambda: signs.heard == ["away"])
    assert login.waits
    signs.let_sleep()
    assert not login.waits
    login.say("PrepareForSleep", False)
    qtbot.waitUntil(lambda: login.waits)


def test_that_the_system_is_told_nothing_of_the_journal(signs, login):
    assert sorted(login.asked) == [
        ("GetSession", "auto"),
        ("Inhibit", "sleep", "Resilience", "To save and close", "delay"),
    ]


def test_that_nothing_is_said_where_there_is_no_bus(connect, listen, qtbot):
    nowhere = connect("unix:path=/nowhere/at/all")
    assert not nowhere.isConnected()
    listen(nowhere, nowhere)
    qtbot.wait(50)


def test_that_nobody_on_the_bus_is_no_trouble(connect, listen, qtbot):
    listen(connect(), connect())
    qtbot.wait(100)


def test_that_sleep_need_not_wait_for_an_answer_that_comes_late(login, connect, listen, qtbot):
    signs = listen(connect(), connect())
    signs.let_sleep()
    qtbot.waitUntil(lambda: len(login.asked) == 2)
    qtbot.waitUntil(lambda: not login.waits)


# In the real window


@pytest.fixture
def heed(login, connect, monkeypatch, qtbot):
    """Have a window heed what is said on the private bus."""

    def heed(person):
        monkeypatch.setattr(QDBusConnection, "systemBus", connect)
        monkeypatch.setattr(QDBusConnection, "sessionBus", connect)
        app._heed_the_system(person.parts)
        qtbot.waitUntil(lambda: login.waits)

    return heed


def test_that_sleep_locks_the_journal_with_what_was_being_typed(
    opened, starter, heed, login, qtbot
):
    heed(opened)
    opened.write("journal.note", "Half a sen")
    login.say("PrepareForSleep", True)
    opened.wait_for(lambda: bool(starter.started))
    assert starter.started == [opened.places.journal]
    assert not opened.parts.tasks.has_journal
    assert not opened.window.isVisible()
    journal = Journal.open(opened.places.journal, WORDS)
    assert journal.drafts.get("entry:new").note == "Half a sen"
    journal.close()


def test_that_several_signs_at_once_are_one_lock(opened, starter, heed, login, qtbot):
    heed(opened)
    say(login.bus, "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True)
    login.lock(MINE)
    login.say("PrepareForSleep", True)
    opened.wait_for(lambda: bool(starter.started))
    qtbot.wait(100)
    assert starter.started == [opened.places.journal]


def test_that_sleep_begins_when_the_lock_stays_in_this_process(opened, starter, heed, login):
    starter.works = False
    heed(opened)
    login.say("PrepareForSleep", True)
    opened.wait_for(lambda: not login.waits)
    assert opened.find("unlock")
    login.say("PrepareForSleep", False)
    opened.wait_for(lambda: login.waits)
    login.say("PrepareForSleep", True)  # with nothing open
    opened.wait_for(lambda: not login.waits)
    unlock(opened)


def test_that_a_journal_without_a_passphrase_is_kept_and_covered(home, heed, login):
    heed(home)
    home.write("journal.note", "Half a sen")
    login.say("PrepareForSleep", True)
    home.wait_for(lambda: not login.waits)
    assert is_covered(home)
    assert home.read(lambda journal: journal.drafts.get("entry:new")).note == "Half a sen"
    home.window.turn_cover()
    assert home.see("journal.note").toPlainText() == "Half a sen"


def test_that_a_program_locks_and_ends_before_the_computer_sleeps(
    address, login, places, tmp_path, qtbot
):
    buses = dict.fromkeys(("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"), address)
    with program("the_sleep_of_the_system", places, tmp_path / "-", **buses) as process:
        qtbot.waitUntil(lambda: login.waits, timeout=20_000)
        assert process.stdout.readline() == "open\n"
        login.say("PrepareForSleep", True)
        said, errors = process.communicate(timeout=20)
    assert (process.returncode, said) == (0, "handed over\n"), errors
    assert not login.waits
    journal = Journal.open(places.journal, WORDS)
    assert journal.drafts.get("entry:new").note == "Half a sen"
    journal.close()
