"""A private bus with somebody on it who speaks like the system does."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)

LOGIN, LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
MINE, ANOTHERS = f"{LOGIN_PATH}/session/_32", f"{LOGIN_PATH}/session/_33"


@contextmanager
def private_bus():
    """Give the address of a bus of our own, or nothing where there is no program for it."""
    program = shutil.which("dbus-daemon")
    if program is None:
        yield ""
        return
    command = [program, "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        try:
            yield daemon.stdout.readline().decode().strip()
        finally:
            daemon.terminate()


class FakeLogin(QDBusVirtualObject):
    """The part of the system that knows of sessions and of sleep."""

    def __init__(self, bus: QDBusConnection):
        super().__init__()
        self.bus = bus
        self.asked = []
        self._pipes = []
        assert bus.registerService(LOGIN)
        assert bus.registerVirtualObject(LOGIN_PATH, self)

    def introspect(self, _path):
        return ""

    def handleMessage(self, message, connection):  # noqa: N802  (Qt calls it so)
        self.asked.append((message.member(), *message.arguments()))
        answer = message.createReply()
        if message.member() == "GetSession":
            answer.setArguments([QDBusObjectPath(MINE)])
        else:
            ours, theirs = os.pipe()
            self._pipes.append(ours)
            answer.setArguments([QDBusUnixFileDescriptor(theirs)])
            os.close(theirs)
        connection.send(answer)
        return True

    @property
    def waits(self):
        """Whether somebody still holds what has the sleep wait."""
        return any(map(_is_held, self._pipes))

    def say(self, what, *arguments, path=LOGIN_PATH, interface=f"{LOGIN}.Manager"):
        """Tell everybody on the bus."""
        say(self.bus, path, interface, what, *arguments)

    def lock(self, session):
        self.say("Lock", path=session, interface=f"{LOGIN}.Session")

    def close(self):
        for pipe in self._pipes:
            os.close(pipe)
        self.bus.unregisterObject(LOGIN_PATH)
        self.bus.unregisterService(LOGIN)


def say(bus, path, interface, what, *arguments):
    """Tell everybody on a bus something."""
    message = QDBusMessage.createSignal(path, interface, what)
    message.setArguments(list(arguments))
    assert bus.send(message)


def _is_held(pipe):
    os.set_blocking(pipe, False)
    try:
        return os.read(pipe, 1) != b""
    except BlockingIOError:
        return True
