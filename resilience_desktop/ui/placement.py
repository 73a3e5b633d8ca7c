"""Where a window was when it was closed, and bringing it there again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from resilience_desktop.settings import Settings

_USUAL = (1280, 800)


def restore_place(window: QMainWindow, settings: Settings) -> None:
    """Give a window the place and size it had, as far as there is still a screen for it."""
    window.resize(*_USUAL)
    if settings.window is not None and _is_on_a_screen(QRect(*settings.window)):
        window.setGeometry(QRect(*settings.window))
    if settings.maximized:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def place_of(window: QMainWindow) -> dict[str, Any]:
    """Return the settings that bring a window back to where it is; none from the whole screen."""
    if window.isFullScreen():
        return {}
    place = window.normalGeometry()
    return {
        "window": (place.x(), place.y(), place.width(), place.height()),
        "maximized": window.isMaximized(),
    }


def _is_on_a_screen(place: QRect) -> bool:
    """Whether enough of the window would be seen: screens come and go."""
    return any(
        (screen.availableGeometry() & place).width() >= 200
        and (screen.availableGeometry() & place).height() >= 100
        for screen in QGuiApplication.screens()
    )
