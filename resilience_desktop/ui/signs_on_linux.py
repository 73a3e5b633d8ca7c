"""What Linux says before it sleeps and when its screen is locked, heard through D-Bus.

D-Bus is a socket of this computer; nothing leads to another one. Where there is no bus, or nobody
on it who says anything, the idle lock is all there is.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_MANAGER, _SESSION = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
_DESKTOPS = ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
"""Those that say ``ActiveChanged`` of their screen saver; KDE speaks for freedesktop."""


class LinuxSigns(QObject):
    """Hears that nobody can be looking any more, and has the computer wait with its sleep."""

    away = Signal()

    def __init__(
        self, system: QDBusConnection, session: QDBusConnection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._system = system
        self._has_to_wait = False
        self._waiting: int | None = None
        # By name, as any user may speak on the bus of the system; only the bus itself is asked
        # for it. The bus of the session has no others, and its screen savers have many names.
        system.connect(
            _LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", self, _slot("_sleep_begins(bool)")
        )
        for desktop in _DESKTOPS:
            saver = f"org.{desktop}.ScreenSaver"
            session.connect("", "", saver, "ActiveChanged", self, _slot("_screen_changed(bool)"))
        # The sessions of all users are locked over one bus; this one is told apart by its path.
        self._ask("GetSession", ["auto"], _slot("_session_found(QDBusObjectPath)"))
        self._have_sleep_wait()

    @classmethod
    def usual(cls, parent: QObject | None = None) -> LinuxSigns:
        """Listen to the buses of this computer."""
        return cls(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), parent)

    @Slot()
    def let_sleep(self) -> None:
        """Say that sleep need not wait any longer; ending the program says so too."""
        self._has_to_wait = False
        self._end_waiting()

    @Slot(bool)
    def _sleep_begins(self, begins: bool) -> None:
        if begins:
            self.away.emit()
        else:
            self._have_sleep_wait()

    @Slot(bool)
    def _screen_changed(self, saved: bool) -> None:
        if saved:
            self.away.emit()

    @Slot()
    def _session_locked(self) -> None:
        self.away.emit()

    @Slot(QDBusObjectPath)
    def _session_found(self, path: QDBusObjectPath) -> None:
        self._system.connect(
            _LOGIN, path.path(), _SESSION, "Lock", self, _slot("_session_locked()")
        )

    def _have_sleep_wait(self) -> None:
        """Take a few seconds of the system: what is in memory in sleep may be on a disk."""
        self._has_to_wait = True
        why = ["sleep", "Resilience", "To save and close", "delay"]  # any user can read it
        self._ask("Inhibit", why, _slot("_sleep_waits(QDBusUnixFileDescriptor)"))

    @Slot(QDBusUnixFileDescriptor)
    def _sleep_waits(self, given: QDBusUnixFileDescriptor) -> None:
        self._end_waiting()
        self._waiting = given.takeFileDescriptor()
        if not self._has_to_wait:  # the answer came late
            self._end_waiting()

    def _end_waiting(self) -> None:
        if self._waiting is not None:
            os.close(self._waiting)
            self._waiting = None

    def _ask(self, what: str, arguments: Sequence[str], answered: bytes) -> None:
        """Ask without waiting; what is not answered is done without."""
        call = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, what)
        call.setArguments(list(arguments))
        self._system.callWithCallback(call, self, answered)


def _slot(signature: str) -> bytes:
    return cast("bytes", SLOT(signature))  # which is what PySide takes, whatever it says
