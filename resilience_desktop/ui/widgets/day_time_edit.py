"""A field for a day and a time, with a calm calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit, QWidget

from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_EARLIEST = QDate(100, 1, 1)
"""Diaries of other centuries can be read here too; Qt would begin in 1752."""


class DayTimeEdit(QDateTimeEdit):
    """Chooses a wall time, without a zone."""

    when_changed = Signal()

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        title: str,
        with_time: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._look = look
        self._silent = False
        self.show_time(shown=with_time)
        self.setCalendarPopup(True)
        self.setMinimumDate(_EARLIEST)
        self.setMaximumDate(QDate.currentDate())  # what was felt tomorrow cannot be known
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setGridVisible(False)
        for part, words in (
            ("qt_calendar_prevmonth", text("Previous month")),
            ("qt_calendar_nextmonth", text("Next month")),
            ("qt_calendar_calendarview", text("Days")),
        ):
            if (found := calendar.findChild(QWidget, part)) is not None:
                found.setAccessibleName(words)
        self.dateTimeChanged.connect(self._changed)
        look.follow(self._dress)

    def when(self) -> dt.datetime:
        """Return the wall time, to the minute."""
        date, time = self.date(), self.time()
        return dt.datetime(  # noqa: DTZ001  (a wall time has no zone)
            date.year(), date.month(), date.day(), time.hour(), time.minute()
        )

    def set_when(self, when: dt.datetime) -> None:
        """Show a wall time."""
        self._silent = True
        try:
            self.setMaximumDate(max(QDate.currentDate(), QDate(when.year, when.month, when.day)))
            self.setDateTime(
                QDateTime(QDate(when.year, when.month, when.day), QTime(when.hour, when.minute))
            )
        finally:
            self._silent = False

    def show_time(self, *, shown: bool) -> None:
        """Ask for the time of day too, or for the day only; the time stays."""
        self.setDisplayFormat("d MMMM yyyy, HH:mm" if shown else "d MMMM yyyy")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a day changes only when someone means it."""
        event.ignore()

    def _changed(self) -> None:
        if not self._silent:
            self.when_changed.emit()

    def _dress(self) -> None:
        """Give the calendar no red weekends: red means that something cannot be undone."""
        calendar = self.calendarWidget()
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(self._look.color("text"))
        head.setForeground(self._look.color("text_muted"))
        head.setFont(self._look.font("small"))
        calendar.setHeaderTextFormat(head)
        for day in Qt.DayOfWeek:
            calendar.setWeekdayTextFormat(day, plain)
        side = self._look.px(34)  # a day, and what a finger or an unsteady hand can press
        calendar.setMinimumSize(7 * side, 8 * side)
