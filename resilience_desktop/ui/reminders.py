"""Reminders: none unless somebody wants them, quiet, and telling nothing to who stands by."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.reminders import (
    ChosenTimes,
    Plan,
    RandomTimes,
    is_due,
    upcoming,
    watched_until,
)
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.services.journal import Journal
    from resilience_desktop.settings import Settings
    from resilience_desktop.ui.main_window import MainWindow
    from resilience_desktop.ui.tray import Tray

LOOK_AGAIN = dt.timedelta(minutes=15)
"""Timers stand still while the computer sleeps: this often the clock itself is asked."""
_JUST_NOW = dt.timedelta(hours=1)
"""Who wrote something so shortly before needs no reminder."""
_WRITING = ("journal", "thoughts", "toolkit")
"""Pages to write on: nobody there is disturbed."""


def plan_of(settings: Settings, seed: str) -> Plan | None:
    """Return what the settings ask for, or None while no reminder is to come."""
    if settings.on_a_break or settings.reminders == "off":
        return None
    if settings.reminders == "chosen":
        return ChosenTimes(tuple(map(dt.time.fromisoformat, settings.reminder_times)))
    earliest, latest = map(dt.time.fromisoformat, settings.reminder_hours)
    return RandomTimes(settings.reminders_a_day, earliest, latest, seed)


def is_disturbing(window: MainWindow) -> bool:
    """Return whether somebody is writing, or looks at a dialog of the app."""
    active = QApplication.activeWindow()
    if active is not window:
        return active is not None
    return window.context.preferences.settings.page in _WRITING


def _now() -> Moment:
    return Moment.now(local_zone())


class Reminders(QObject):
    """Waits for the next reminder and says it, in the tray or else in the window."""

    def __init__(self, window: MainWindow, tray: Tray, now: Callable[[], Moment] = _now) -> None:
        super().__init__(window)
        self._window, self._tray, self._now = window, tray, now
        self._plan: Plan | None = None
        self._watched = now().wall
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        tray.message_chosen.connect(lambda: window.capture("mood"))
        window.context.preferences.changed.connect(self._follow)
        self._follow()

    def look(self) -> None:
        """Ask the clock, and say a reminder whose time it is."""
        if self._plan is None:
            return
        now = self._now()
        due = is_due(self._plan, self._watched, now)
        self._watched = watched_until(self._watched, now)
        self._wait(self._plan, now)
        if due and not is_disturbing(self._window):
            self._say_unless_noted(now)

    def _follow(self) -> None:
        """Take a new plan from the settings; what has passed by then belongs to no plan."""
        plan = plan_of(self._window.context.preferences.settings, str(self._window.folder))
        if plan == self._plan:
            return
        self._plan = plan
        if plan is None:
            self._timer.stop()
            return
        now = self._now()
        self._watched = watched_until(self._watched, now)
        self._wait(plan, now)

    def _wait(self, plan: Plan, now: Moment) -> None:
        wait = min(upcoming(plan, self._watched, now).utc - now.utc, LOOK_AGAIN)
        self._timer.start(wait // dt.timedelta(milliseconds=1))

    def _say_unless_noted(self, now: Moment) -> None:
        tasks = self._window.context.tasks
        if not tasks.has_journal:
            self._say()
            return

        def noted(journal: Journal) -> bool:
            newest = journal.looking.timeline(limit=1).items
            return any(abs(now.utc - item.at.utc) < _JUST_NOW for item in newest)

        def answer(just_noted: bool) -> None:
            if not just_noted:
                self._say()

        tasks.read(noted, answer, owner=self, failed=lambda _error: None)

    def _say(self) -> None:
        words = text("A moment for yourself, if you like.")
        is_elsewhere = not self._window.isActiveWindow()
        if not (is_elsewhere and self._tray.say(text("Resilience"), words)):
            self._window.notices.show(words)
