"""The screen stays on while an exercise lasts: what each system is asked."""

from __future__ import annotations

import os
import sys
from itertools import count

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from resilience_desktop.ui.stay_awake import OnLinux, OnMac, OnWindows, StayAwake, usual_way

_numbers = count()


class Noted:
    """A way that notes what it was asked."""

    def __init__(self):
        self.asked = []

    def begin(self):
        self.asked.append("begin")

    def end(self):
        self.asked.append("end")


def delete(thing):
    thing.deleteLater()
    QApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete)


def test_that_the_screen_is_held_once_and_let_go_once(qapp):
    way = Noted()
    awake = StayAwake(way=way)
    awake.let_go()
    assert way.asked == []
    awake.hold()
    awake.hold()
    assert awake.holds
    assert way.asked == ["begin"]
    awake.let_go()
    awake.let_go()
    assert not awake.holds
    assert way.asked == ["begin", "end"]


def test_that_what_is_gone_holds_nothing(qapp):
    way, parent = Noted(), QObject()
    StayAwake(parent, way=way).hold()
    delete(parent)
    assert way.asked == ["begin", "end"]


def test_that_windows_keeps_the_display_on_until_it_is_told_otherwise():
    said = []
    way = OnWindows(said.append)
    way.begin()
    way.end()
    assert said == [0x80000003, 0x80000000]


@pytest.mark.skipif(sys.platform == "win32", reason="it is a script")
def test_that_macos_runs_a_program_meanwhile_that_ends_with_this_one(tmp_path, qtbot):
    program, told = tmp_path / "caffeinate", tmp_path / "told"
    program.write_text(f'#!/bin/sh\necho "$@ $$" > {told}\nexec sleep 60\n')
    program.chmod(0o755)
    way = OnMac(str(program))
    way.begin()
    qtbot.waitUntil(lambda: told.exists() and told.read_text().endswith("\n"))
    *arguments, process = told.read_text().split()
    assert arguments == ["-d", "-w", str(os.getpid())]
    way.end()
    with pytest.raises(ProcessLookupError):
        os.kill(int(process), 0)
    way.end()


def test_that_macos_without_the_program_goes_on_all_the_same(tmp_path):
    way = OnMac(str(tmp_path / "nothing"))
    way.begin()
    way.end()


# Linux, over a real bus

if sys.platform == "linux":
    from PySide6.QtDBus import QDBusConnection, QDBusVirtualObject

    from .fake_login import private_bus

    SCREEN_SAVER, POWER = "org.freedesktop.ScreenSaver", "org.freedesktop.PowerManagement"
    PATHS = {
        SCREEN_SAVER: "/org/freedesktop/ScreenSaver",
        POWER: "/org/freedesktop/PowerManagement/Inhibit",
    }

    class FakeSaver(QDBusVirtualObject):
        """Somebody who has the screen stay on for whoever asks."""

        def __init__(self, bus, service, *, refuses=False):
            super().__init__()
            self.bus, self.refuses = bus, refuses
            self.asked, self.waits_for = [], []
            assert bus.registerService(service)
            assert bus.registerVirtualObject(PATHS[service], self)

        def introspect(self, _path):
            return ""

        def handleMessage(self, message, connection):  # noqa: N802  (Qt calls it so)
            self.asked.append((message.interface(), message.member(), *message.arguments()))
            if self.refuses:
                answer = message.createErrorReply("org.freedesktop.DBus.Error.Failed", "No.")
            else:
                answer = message.createReply([7])
                self.waits_for.append(message.service())
            connection.send(answer)
            return True


@pytest.fixture(scope="module")
def address():
    if sys.platform != "linux":
        pytest.skip("D-Bus is how Linux is asked")
    with private_bus() as address:
        if not address:
            pytest.skip("there is no dbus-daemon here")
        yield address


@pytest.fixture
def bus(address, qapp):
    name = f"saver {next(_numbers)}"
    yield QDBusConnection.connectToBus(address, name)
    QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def way(address, qapp):
    made = OnLinux(lambda name: QDBusConnection.connectToBus(address, name))
    yield made
    made.end()


def test_that_linux_is_asked_and_told_nothing_personal(bus, way, qtbot):
    saver = FakeSaver(bus, SCREEN_SAVER)
    way.begin()
    qtbot.waitUntil(lambda: bool(saver.asked))
    assert saver.asked == [(SCREEN_SAVER, "Inhibit", "Resilience", "An exercise")]


def test_that_linux_forgets_it_with_the_connection(bus, way, qtbot):
    saver = FakeSaver(bus, SCREEN_SAVER)
    is_on_bus = bus.interface().isServiceRegistered
    for times in (1, 2):
        way.begin()
        qtbot.waitUntil(lambda times=times: len(saver.waits_for) == times)
        asked = saver.waits_for[-1]
        assert is_on_bus(asked).value()
        way.end()
        qtbot.waitUntil(lambda asked=asked: not is_on_bus(asked).value())


def test_that_another_is_asked_where_the_first_does_not_listen(bus, way, qtbot):
    power = FakeSaver(bus, POWER)
    way.begin()
    qtbot.waitUntil(lambda: bool(power.asked))
    assert power.asked == [(f"{POWER}.Inhibit", "Inhibit", "Resilience", "An exercise")]


def test_that_another_is_asked_where_the_first_refuses(bus, way, qtbot):
    refuses, power = FakeSaver(bus, SCREEN_SAVER, refuses=True), FakeSaver(bus, POWER)
    way.begin()
    qtbot.waitUntil(lambda: bool(power.asked))
    assert len(refuses.asked) == 1


def test_that_nothing_happens_where_nobody_listens_or_there_is_no_bus(way, qapp, qtbot):
    way.begin()
    qtbot.wait(50)
    nowhere = OnLinux(lambda name: QDBusConnection.connectToBus("unix:path=/nowhere", name))
    nowhere.begin()
    nowhere.end()


def test_that_letting_go_at_once_asks_nobody_else(bus, way, qtbot):
    power = FakeSaver(bus, POWER)
    way.begin()
    way.end()
    qtbot.wait(50)
    assert power.asked == []


def test_that_this_system_has_a_way(qapp):
    awake = StayAwake(way=usual_way())
    awake.hold()
    awake.let_go()
