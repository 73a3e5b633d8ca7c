"""Locking: the journal is closed, and a fresh process shows the lock.

A process that has shown a journal keeps pieces of it in its memory, whatever it lets go of. So
this one ends, and the next one has never seen any of it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from resilience_desktop.domain.idle import Clocks, is_time_to_lock
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from resilience_desktop.ui.main_window import MainWindow

LOOK_MS = 15_000
PLAYER = "toolkit.player"
"""What leads through an exercise; by its name, since most times none was ever opened."""
LINGER_MS = 1500
"""About as long as a process takes to show its window."""
_SIGNS_OF_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
    }
)


def _clocks() -> Clocks:
    return Clocks(time.monotonic(), time.time())


class Lock(QObject):
    """Locks the journal of a window when somebody wishes it, or nobody was there for a while."""

    leaving = Signal()
    """The journal is closed; another process shows it next."""
    kept = Signal()
    """This process goes on, and has kept what can be kept: sleep may begin."""
    _used: Clocks | None = None  # here too: Qt may send a last event while Python takes this apart

    def __init__(
        self,
        window: MainWindow,
        start_again: Callable[[Path], bool],
        clocks: Callable[[], Clocks] = _clocks,
    ) -> None:
        super().__init__(window)
        self._window, self._start_again, self._clocks = window, start_again, clocks
        self._used = clocks()
        self._is_put_off = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        window.lock_requested.connect(self.lock)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)
            for gained in (app.focusWindowChanged, app.focusObjectChanged):
                gained.connect(self._hear)
            self._hear(app.focusWindow())
        window.pages_shown.connect(self._begin)

    def _begin(self) -> None:
        self._used = self._clocks()  # before there was nothing to lock

    def _hear(self, used: QObject | None) -> None:
        """Note the use of a window, and of what has the keyboard, where an input method writes.

        All that the system sends comes through these. To watch the whole app would put us between
        any two parts of it, however often one only draws itself.
        """
        if used is not None:
            used.installEventFilter(self)  # once, however often

    def lock(self, *, at_once: bool = False) -> None:
        """Keep what is being typed, close the journal, and leave the lock to a fresh process.

        With ``at_once`` this one does not stay until the other is there.
        What cannot be saved would be lost by that. The journal is then covered until it can be.
        """
        window, tasks = self._window, self._window.context.tasks
        if not (window.can_be_locked and tasks.has_journal):
            return
        window.covers.put_on()
        tasks.stop_long_work()  # what was typed would wait for it
        if window.unsaved():
            self._stay_covered()
            return
        window.keep_all()
        tasks.close_journal()
        self.leaving.emit()
        if self._start_again(window.folder):
            if at_once or not LINGER_MS or window.is_away:
                window.end()
            else:
                self._linger()
        else:
            window.show_lock()
            self._used = self._clocks()
            self.kept.emit()

    def _linger(self) -> None:
        """End a moment later: a window that is gone looks like a crash.

        Until the next one is there this one stays, covered, and takes no key and no click.
        """
        for top in QApplication.topLevelWidgets():
            top.setEnabled(False)
        QTimer.singleShot(LINGER_MS, self._window, self._window.end)

    def leave_alone(self) -> None:
        """Lock at once: nobody can be looking. What cannot be locked is kept, and covered."""
        window, tasks = self._window, self._window.context.tasks
        if window.can_be_locked:
            self.lock(at_once=True)
        elif tasks.has_journal:
            window.covers.put_on()
            window.keep_all()
            done = self._say_kept
            tasks.read(lambda _journal: None, done, owner=self, failed=done)
        else:
            self.kept.emit()

    def look(self) -> None:
        """Lock when nothing was done for as long as the settings say, or it was put off."""
        if self._is_led() and not self._is_time():
            self._used = self._clocks()
        self._is_put_off = self._is_put_off and self._window.covers.are_there
        if (self._is_time() or self._is_put_off) and self._window.can_be_locked:
            self.lock()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note when the app was used last; what comes too late does not put the lock off."""
        if event.type() in _SIGNS_OF_USE and self._used is not None:
            if self._is_time() and self._window.can_be_locked:
                QTimer.singleShot(0, self, self.look)
            else:
                self._used = self._clocks()
        return False

    def _stay_covered(self) -> None:
        """Let nobody read, and lose nothing: the journal is locked once everything is saved."""
        self._is_put_off = True
        self._used = self._clocks()  # whoever comes back can look after what is not saved
        self._window.covers.say(
            text(
                "Covered, but not locked: what you typed is not saved yet, and would be lost. "
                "It is locked as soon as it is saved. Press F9 or click to go on."
            )
        )
        self.kept.emit()

    def _is_led(self) -> bool:
        """Whether an exercise leads somebody, who is there without touching anything."""
        players: list[QWidget] = self._window.findChildren(QWidget, PLAYER)
        return any(getattr(player, "is_leading", False) for player in players)

    def _say_kept(self, _answer: object) -> None:
        self.kept.emit()

    def _is_time(self) -> bool:
        minutes = self._window.context.preferences.settings.lock_after
        used = self._used
        return used is not None and is_time_to_lock(used, self._clocks(), minutes)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()
