"""One window a journal: a later start hands its wish to the window that is there, and ends.

The two meet at a local socket, a file or a pipe of this computer that only the same user can
open. No network is involved, and nothing passes through but one of three known words.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QDeadlineTimer,
    QDir,
    QLockFile,
    QObject,
    QThread,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from resilience_desktop.paths import Places

WISHES = ("show", "mood", "thought")
"""What a start may want of the window that is there: to be seen, or a form ready to type."""

_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105  (Wayland's leave to come to the front, no secret)
_MESSAGE = re.compile(rf"({'|'.join(WISHES)}) ([!-~]{{0,256}})\n".encode())
_LONGEST = 300
_HEARD = b"heard\n"
_PATIENCE_MS = 2000
"""How long a visitor may take to say something that is understood."""
_WAIT_MS = 5000
"""How long a start waits for a window that is just coming or going."""
_AGAIN_MS = 50


class SingleInstance(QObject):
    """The claim of this process to be the one that shows a journal."""

    wished = Signal(str)
    """Another start has one of ``WISHES``."""

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meeting_place = _meeting_place(places.cache)
        self._name = ""
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    def claim(self, folder: Path, wish: str = "show", *, listen: bool = True) -> bool:
        """Claim a journal's folder; return False when the window that has it took the wish.

        Unless it is to ``listen`` at once, that is left to ``listen``, as soon as there is time:
        another start asks again until then.

        A window that holds the claim but does not answer is no reason to show nothing: this
        one then opens, and the journal itself says that it is in use.
        """
        name = _name(folder)
        if name == self._name:
            return True
        self.leave()
        lock = QLockFile(str(self._meeting_place / f"{name}.lock"))
        lock.setStaleLockTime(0)  # only that its process is gone makes a lock stale
        patience = QDeadlineTimer(_WAIT_MS)
        is_there = False
        while not lock.tryLock(0):
            if lock.error() is not QLockFile.LockError.LockFailedError:
                return True  # a folder that cannot be written to
            try:
                reached, heard = _hand_over(self._address(name), wish, patience)
            except ImportError:  # QtNetwork loads a Kerberos library, which a small Linux may lack
                return True
            if heard:
                return False
            is_there = is_there or reached
            if patience.hasExpired():
                break
            QThread.msleep(_AGAIN_MS)
        if lock.isLocked() or not is_there:
            self._name, self._lock = name, lock
            if sys.platform != "win32":
                with suppress(OSError):
                    Path(self._address(name)).unlink()  # left by a process that was killed
            if listen:
                self.listen()
        return True

    def listen(self) -> None:
        """Let later starts say what they wish of this one."""
        if not self._name or self._server is not None:
            return
        # Late: loading it takes longer than a page needs to be shown.
        with suppress(ImportError):
            from PySide6.QtNetwork import QLocalServer

            self._server = server = QLocalServer(self)
            server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            server.newConnection.connect(self._meet)
            server.listen(self._address(self._name))

    def leave(self) -> None:
        """Give the claim up; the next start is on its own."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
        if self._lock is not None:
            self._lock.unlock()
        self._name, self._lock, self._server = "", None, None

    def _address(self, name: str) -> str:
        # A bare name is a pipe on Windows; elsewhere it would be a file in the folder of all users.
        return name if sys.platform == "win32" else str(self._meeting_place / f"{name}.socket")

    def _meet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            visitor = self._server.nextPendingConnection()
            visitor.setReadBufferSize(_LONGEST)
            visitor.readyRead.connect(partial(self._hear, visitor))
            visitor.disconnected.connect(visitor.deleteLater)
            QTimer.singleShot(_PATIENCE_MS, visitor, visitor.abort)
            self._hear(visitor)

    def _hear(self, visitor: QLocalSocket) -> None:
        if not visitor.canReadLine():
            return
        message = _MESSAGE.fullmatch(visitor.readLine(_LONGEST).data())
        if message is None:
            visitor.abort()
            return
        visitor.write(_HEARD)
        visitor.flush()  # what the wish leads to may take longer than the visitor's time
        visitor.disconnectFromServer()
        if message[2] and QGuiApplication.platformName().startswith("wayland"):
            os.environ[_TOKEN] = message[2].decode()  # where Qt looks when it raises a window
        self.wished.emit(message[1].decode())


def _hand_over(address: str, wish: str, patience: QDeadlineTimer) -> tuple[bool, bool]:
    """Return whether somebody is there, and whether they have heard the wish."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_left(patience)):
        return False, False
    if sys.platform == "win32":
        import ctypes

        # Only who is in front may say who comes to the front next; -1 is any process.
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    message = f"{wish} {os.environ.get(_TOKEN, '')}\n".encode("ascii", "replace")
    socket.write(message if _MESSAGE.fullmatch(message) else f"{wish} \n".encode())
    heard = socket.waitForReadyRead(_left(patience)) and socket.readAll().data() == _HEARD
    return True, heard


def _left(patience: QDeadlineTimer) -> int:
    return max(1, patience.remainingTime())


def _meeting_place(cache: Path) -> Path:
    """Return a folder of this user: the one that systems have for it, or else the app's own."""
    given = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if given.is_absolute() and given.is_dir():
        return given
    with suppress(OSError):  # then nothing can be claimed, which is noticed later
        cache.mkdir(parents=True, exist_ok=True)
    return cache


def _name(folder: Path) -> str:
    """Return the same name for the same folder and user, and one that says nothing of either."""
    whole = f"{QDir.homePath()}\n{os.path.normcase(folder.resolve())}"
    return f"resilience-desktop-{sha256(whole.encode()).hexdigest()[:16]}"
