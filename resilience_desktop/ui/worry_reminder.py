"""A word at the time that somebody keeps for worries; it tells nothing to who stands by."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from resilience_desktop.domain.reminders import ChosenTimes, is_due, upcoming, watched_until
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now as present
from resilience_desktop.ui.reminders import LOOK_AGAIN, is_disturbing

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.ui.main_window import MainWindow
    from resilience_desktop.ui.tray import Tray

_SKILL = "worry_time"


class WorryReminder(QObject):
    """Comes while the journal is open, to nobody who writes, and not during a break."""

    def __init__(self, window: MainWindow, tray: Tray, now: Callable[[], Moment] = present) -> None:
        super().__init__(window)
        self._window, self._tray, self._now = window, tray, now
        self._plan: ChosenTimes | None = None
        self._watched = now().wall
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        context = window.context
        context.tasks.journal_changed.connect(self._journal_changed)
        context.upkeep.looked_after.connect(self.follow)

    def follow(self) -> None:
        """Ask the open journal whether there is such a time."""
        tasks = self._window.context.tasks
        if tasks.has_journal:
            tasks.read(
                lambda journal: journal.settings().worry_time,
                self._take,
                owner=self,
                failed=lambda _error: None,
            )

    def look(self) -> None:
        """Ask the clock, and say a word if it is the time."""
        if self._plan is None:
            return
        now = self._now()
        due = is_due(self._plan, self._watched, now)
        self._watched = watched_until(self._watched, now)
        wait = min(upcoming(self._plan, self._watched, now).utc - now.utc, LOOK_AGAIN)
        self._timer.start(wait // dt.timedelta(milliseconds=1))
        on_a_break = self._window.context.preferences.settings.on_a_break
        if due and not on_a_break and not is_disturbing(self._window):
            self._say()

    def _take(self, time: dt.time | None) -> None:
        plan = ChosenTimes((time,)) if time is not None else None
        if plan == self._plan:
            return
        self._plan = plan
        self._timer.stop()
        self._watched = watched_until(self._watched, self._now())  # what has passed is gone
        self.look()

    def _say(self) -> None:
        neutral = text("A moment for yourself, if you like.")
        is_elsewhere = not self._window.isActiveWindow()
        if is_elsewhere and self._tray.say(text("Resilience"), neutral):
            return
        way = text("Open"), lambda: self._window.navigator.open_skill(_SKILL)
        self._window.notices.show(text("It is your time for worries, if you like."), way=way)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.settings:
            self.follow()
