"""Keeps the screen from sleeping while an exercise lasts, as far as the system lets it.

Nothing personal is said to the system, and where it does not listen nothing happens. Should the
app end without a word, every one of the ways ends by itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import SLOT, QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtDBus import QDBusConnection

_APP, _WHY = "Resilience", "An exercise"
"""Any program of the same person can read this."""


class Way(Protocol):
    """How one system is asked."""

    def begin(self) -> None:
        """Have the screen stay on."""
        ...

    def end(self) -> None:
        """Let it sleep again."""
        ...


class StayAwake(QObject):
    """Holds the screen awake, or lets go of it; both as often as one likes."""

    def __init__(self, parent: QObject | None = None, *, way: Way | None = None) -> None:
        super().__init__(parent)
        self._way = way = way or usual_way()
        self._holds = False
        self.destroyed.connect(lambda: way.end())  # with whatever it belongs to

    @property
    def holds(self) -> bool:
        """Whether the screen is asked to stay on."""
        return self._holds

    def hold(self) -> None:
        """Have the screen stay on until ``let_go``."""
        if not self._holds:
            self._holds = True
            self._way.begin()

    def let_go(self) -> None:
        """Let the screen sleep as it usually does."""
        if self._holds:
            self._holds = False
            self._way.end()


def usual_way() -> Way:
    """Return the way of this system."""
    if sys.platform == "win32":
        import ctypes

        return OnWindows(ctypes.windll.kernel32.SetThreadExecutionState)
    return OnMac() if sys.platform == "darwin" else OnLinux()


_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    (
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)
"""Who may listen: service, path, interface. KDE, GNOME and others answer to the first, Xfce to
the second. (GNOME's own ``SessionManager`` wants numbers of a kind that PySide cannot send.)"""
_numbers = count()


class OnLinux(QObject):
    """Asks over D-Bus, on a connection of its own: when that closes, whatever was asked is over.

    So there is no answer to wait for before letting go.
    """

    def __init__(self, connect: Callable[[str], QDBusConnection] | None = None) -> None:
        super().__init__()
        self._connect = connect or _session_bus
        self._bus: QDBusConnection | None = None
        self._left = list(_SAVERS)

    def begin(self) -> None:
        """Ask the first."""
        self._bus = self._connect(f"stay-awake-{os.getpid()}-{next(_numbers)}")
        self._left = list(_SAVERS)
        self._ask()

    def end(self) -> None:
        """Leave the bus."""
        if self._bus is not None:
            from PySide6.QtDBus import QDBusConnection

            name, self._bus = self._bus.name(), None
            QDBusConnection.disconnectFromBus(name)

    @Slot()
    def _ask(self) -> None:
        """Ask without waiting, and the next one when that one does not listen."""
        if self._bus is None or not self._bus.isConnected() or not self._left:
            return
        from PySide6.QtDBus import QDBusMessage

        call = QDBusMessage.createMethodCall(*self._left.pop(0), "Inhibit")
        call.setArguments([_APP, _WHY])
        heard, refused = (cast("bytes", SLOT(f"{name}()")) for name in ("_heard", "_ask"))
        self._bus.callWithCallback(call, self, heard, refused)

    @Slot()
    def _heard(self) -> None:
        """Need nothing more."""


def _session_bus(name: str) -> QDBusConnection:
    from PySide6.QtDBus import QDBusConnection

    return QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, name)


_CONTINUOUS, _SYSTEM, _DISPLAY = 0x8000_0000, 0x1, 0x2


class OnWindows:
    """Says it for the thread of the windows, and takes it back."""

    def __init__(self, set_state: Callable[[int], Any]) -> None:
        self._set_state = set_state

    def begin(self) -> None:
        """Have the screen stay on."""
        self._set_state(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def end(self) -> None:
        """Let it sleep again."""
        self._set_state(_CONTINUOUS)


class OnMac:
    """Has a small program of the system running meanwhile, which ends with this one."""

    def __init__(self, program: str = "/usr/bin/caffeinate") -> None:
        self._command = (program, "-d", "-w", str(os.getpid()))
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Start it."""
        with suppress(OSError):
            self._process = subprocess.Popen(self._command)  # noqa: S603  (nothing of it is typed)

    def end(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
