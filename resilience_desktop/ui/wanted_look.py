"""Colours and text size as somebody wants them, from the menu, the keys or the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.menu import MainMenu
    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.theme import LookKeeper

_TEXT_STEP = 10


class WantedLook(QObject):
    """Keeps what is wanted, and has the look follow."""

    def __init__(self, window: QWidget, look: LookKeeper, preferences: Preferences) -> None:
        super().__init__(window)
        self._look, self._preferences = look, preferences
        # Everything is laid out anew for a size, so several steps in a row are one.
        self._new_text_size = QTimer(self, singleShot=True, interval=120)
        self._new_text_size.timeout.connect(self._apply_text_size)
        preferences.changed.connect(self._follow)

    def listen_to(self, menu: MainMenu) -> None:
        """Do what the menu asks for."""
        menu.theme_chosen.connect(self._set_theme)
        menu.text_size_step_requested.connect(self.change_text)

    def change_text(self, step: int) -> None:
        """Make text one step larger or smaller, or with 0 as large as usual."""
        settings = self._preferences.settings
        size = settings.text_size + step * _TEXT_STEP if step else 100
        self._preferences.set(settings.with_text_size(size))

    def _set_theme(self, name: str) -> None:
        self._preferences.change(theme=name)

    def _follow(self) -> None:
        settings, look = self._preferences.settings, self._look
        look.set_theme(settings.theme)
        look.set_own_words_font(settings.own_words_font)
        look.set_less_motion(settings.less_motion)
        if settings.text_size != look.current.text_size:
            self._new_text_size.start()

    def _apply_text_size(self) -> None:
        self._look.set_text_size(self._preferences.settings.text_size)
