"""The time of day that somebody keeps for worries, and how long it lasts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTime
from PySide6.QtWidgets import QCheckBox, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.segments import RangeSwitch
from resilience_desktop.ui.widgets.time_edit import TimeEdit

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

SHORTER, LONGER = 15, 20
"""Minutes."""
_FIRST = "17:00"


class WorrySlot(QWidget):
    """Kept as soon as it is chosen."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        look = context.look
        self._context = context
        self._minutes = LONGER
        self._wanted = QCheckBox(text("Every day at"))
        self._wanted.setObjectName("worry.slot")
        self._wanted.setAccessibleName(text("Keep a time for worries every day"))
        self._time = TimeEdit("worry.time", text("Time for worries"), _FIRST, self._choose)
        length = text("How long")
        self._length = RangeSwitch(
            look,
            [(str(n), text("{n} minutes").format(n=n)) for n in (SHORTER, LONGER)],
            name="worry.minutes",
            title=length,
            chosen=str(LONGER),
        )
        self._length.range_chosen.connect(self._choose_length)
        self._wanted.toggled.connect(self._choose)
        ways = QWidget()
        row = FlowLayout(ways, gap=12, level=True)
        for part in (self._wanted, self._time, self._length):
            row.addWidget(part)
        hint = text(
            "The same time and place each day, but not in the two hours before bed. "
            "A reminder appears then, while the app is open."
        )
        column = column_in(self, 8)
        column.addWidget(labels.heading(look, text("Your time for worries")))
        column.addWidget(ways)
        column.addWidget(labels.small(look, hint, "text_muted", name="worry.slot_hint"))
        context.tasks.journal_changed.connect(self._journal_changed)
        self._read()

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self._minutes

    def _read(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.settings(), self._show, owner=self, latest="worry.slot"
        )

    def _show(self, settings: JournalSettings) -> None:
        self._minutes = settings.worry_minutes
        time = settings.worry_time
        with QSignalBlocker(self._wanted), QSignalBlocker(self._time):
            self._wanted.setChecked(time is not None)
            if time is not None:
                self._time.setTime(QTime(time.hour, time.minute))
        self._time.setEnabled(time is not None)
        self._length.set_chosen(str(SHORTER if self._minutes <= SHORTER else LONGER))

    def _choose_length(self, minutes: str) -> None:
        self._minutes = int(minutes)
        self._choose()

    def _choose(self) -> None:
        is_wanted = self._wanted.isChecked()
        self._time.setEnabled(is_wanted)
        time = dt.time.fromisoformat(self._time.when()) if is_wanted else None
        minutes = self._minutes

        def keep(journal: Journal) -> Changes:
            wanted = replace(journal.settings(), worry_time=time, worry_minutes=minutes)
            return journal.keep_settings(wanted)

        self._context.tasks.write(keep, owner=self)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.settings and not self._time.hasFocus():
            self._read()
