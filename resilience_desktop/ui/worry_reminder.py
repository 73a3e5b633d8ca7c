"""A word at the time that somebody keeps for worries; it tells nothing to who stands by."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from resilience_desktop.domain.reminders import ChosenTimes, is_due, upcoming, watched_until
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now as present
from resilience_desktop.ui.reminders import LOOK_AGAIN
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.ui.main_window import MainWindow
    from resilience_desktop.ui.tray import Tray

_SKILL = "worry_time"
_WAITS, _ASKS_AGAIN = dt.timedelta(minutes=20), dt.timedelta(minutes=1)
"""For how long the word waits for somebody who is busy, and how often it looks."""


class WorryReminder(QObject):
    """Comes while the journal is open, and not during a break; it waits for who is writing."""

    def __init__(self, window: MainWindow, tray: Tray, now: Callable[[], Moment] = present) -> None:
        super().__init__(window)
        self._window, self._tray, self._now = window, tray, now
        self._plan: ChosenTimes | None = None
        self._watched = now().wall
        self._owed_until: dt.datetime | None = None
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
        if due and not self._window.context.preferences.settings.on_a_break:
            self._owed_until = now.utc + _WAITS
        if self._owed_until is not None:
            wait = min(wait, _ASKS_AGAIN)
            self._say_unless_busy(now)
        self._timer.start(wait // dt.timedelta(milliseconds=1))

    def _say_unless_busy(self, now: Moment) -> None:
        is_over = self._owed_until is not None and now.utc > self._owed_until
        if not is_over and not self._is_busy():
            self._say()
            is_over = True
        if is_over:
            self._owed_until = None

    def _is_busy(self) -> bool:
        """Return whether somebody looks at a dialog of the app, or is writing something."""
        active = QApplication.activeWindow()
        if active is not self._window:
            return active is not None
        field = self._window.focusWidget()
        if isinstance(field, WordsEdit):
            return bool(field.words().strip())
        return isinstance(field, QLineEdit) and bool(field.text().strip())

    def _take(self, time: dt.time | None) -> None:
        plan = ChosenTimes((time,)) if time is not None else None
        if plan == self._plan:
            return
        self._plan, self._owed_until = plan, None
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
