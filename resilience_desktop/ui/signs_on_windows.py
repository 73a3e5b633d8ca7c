"""What Windows says before it sleeps and when its screen is locked: messages to a window."""

from __future__ import annotations

import sys
from ctypes import wintypes
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QWidget

_AWAY = {
    (0x0218, 0x4),  # WM_POWERBROADCAST, PBT_APMSUSPEND
    (0x02B1, 0x7),  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK
}
_MESSAGE = b"windows_generic_MSG"
_NOTIFY_FOR_THIS_SESSION = 0


def says_away(message: int, parameter: int) -> bool:
    """Whether a message says that the computer goes to sleep or that its screen was locked."""
    return (message, parameter) in _AWAY


class WindowsSigns(QObject):
    """Hears that nobody can be looking any more; Windows waits a moment with its sleep."""

    away = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._filter = MessageFilter(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            import ctypes

            handle = wintypes.HWND(int(window.winId()))
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, _NOTIFY_FOR_THIS_SESSION)


class MessageFilter(QAbstractNativeEventFilter):
    """Looks at every message of Windows and stops none."""

    def __init__(self, signs: WindowsSigns) -> None:
        super().__init__()
        self._signs = signs

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Pass on what is a sign."""
        if kind == _MESSAGE:
            told = wintypes.MSG.from_address(int(message))
            if says_away(told.message, told.wParam):
                self._signs.away.emit()
        return False, 0
