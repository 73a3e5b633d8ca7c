"""An icon beside the clock, where the system has room for one and somebody wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QSystemTrayIcon

from resilience_desktop.i18n import text
from resilience_desktop.ui.icons import app_icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.ui.main_window import MainWindow


class Tray(QObject):
    """Follows the settings; while it is not there, closing the window ends the app as usual.

    It shows no number, no mark and nothing that somebody wrote.
    """

    message_chosen = Signal()
    """Somebody went to what ``say`` said."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = window.context.preferences
        self._icon: QSystemTrayIcon | None = None
        self._preferences.changed.connect(self.follow)
        window.installEventFilter(self)
        self.follow()

    @property
    def is_there(self) -> bool:
        """Whether somebody can see the icon."""
        return self._icon is not None and self._icon.isVisible()

    def follow(self) -> None:
        """Come and go as the settings and the system have it."""
        settings = self._preferences.settings
        wanted = settings.stay_in_tray or settings.reminders != "off"
        if wanted and QSystemTrayIcon.isSystemTrayAvailable():
            if self._icon is None:
                self._icon = self._build()
            self._break.setVisible(settings.reminders != "off")
            self._break.setChecked(settings.on_a_break)
            self._icon.show()
        elif self._icon is not None:
            self._icon.hide()
        self._window.hides_when_closed = settings.stay_in_tray and self.is_there

    def say(self, title: str, words: str) -> bool:
        """Show a message of the system, never somebody's own words; return whether it can."""
        self.follow()
        if self._icon is None or not self.is_there or not QSystemTrayIcon.supportsMessages():
            return False
        self._icon.showMessage(title, words, app_icon())
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look once more before the window is closed: trays come and go with their desktop."""
        if event.type() == QEvent.Type.Close:
            self.follow()
        return super().eventFilter(watched, event)

    def _build(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(app_icon(), self)
        icon.setToolTip(text("Resilience"))
        self._menu = QMenu(self._window)
        self._menu.setObjectName("tray.menu")
        self._break = self._fill_menu()
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._open)
        icon.messageClicked.connect(self.message_chosen)
        return icon

    def _fill_menu(self) -> QAction:
        """Add what can be done; return the action of a break."""
        window, add, separate = self._window, self._add, self._menu.addSeparator
        add("mood", text("Note a mood"), lambda: window.capture("mood"))
        add("thought", text("New thought record"), lambda: window.capture("thought"))
        add("help", text("Help now"), self._help)
        separate()
        add("open", text("Open Resilience"), window.come_to_front)
        pause = add("break", text("Take a break from reminders"), self._take_break)
        pause.setCheckable(True)
        separate()
        add("quit", text("Quit"), window.quit)
        return pause

    def _add(self, name: str, words: str, work: Callable[[], object]) -> QAction:
        action = QAction(words, self._menu)
        action.setObjectName(f"tray.{name}")
        action.triggered.connect(lambda: work())
        self._menu.addAction(action)
        return action

    def _open(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._window.come_to_front()

    def _help(self) -> None:
        self._window.come_to_front()
        if self._window.findChild(QDialog, "help") is None:  # it may be open already
            self._window.show_help()

    def _take_break(self) -> None:
        self._preferences.change(on_a_break=self._break.isChecked())
