"""A calm calendar below a field, there until a day is chosen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from resilience_desktop.domain.typed_day import EARLIEST
from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import is_turned
from resilience_desktop.ui.widgets.keys import takes_escape

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from resilience_desktop.ui.theme import LookKeeper


_SHOWN_AHEAD = 45
"""Days to come that the last page can show."""


class CalendarPopup(QFrame):
    """Offers the days up to a last one; Escape, or a click elsewhere, chooses none."""

    day_chosen = Signal(object)
    """A ``datetime.date``."""

    def __init__(self, look: LookKeeper, parent: QWidget, *, name: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(name)
        self.setProperty("kind", "popup")
        self._look = look
        self.days = QCalendarWidget()
        self.days.setMinimumDate(QDate(EARLIEST, 1, 1))
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.days.setGridVisible(False)
        for part, words in (
            ("qt_calendar_prevmonth", text("Previous month")),
            ("qt_calendar_nextmonth", text("Next month")),
            ("qt_calendar_calendarview", text("Days")),
        ):
            if (found := self.days.findChild(QWidget, part)) is not None:
                found.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.days)
        self.days.clicked.connect(self._choose)
        self.days.activated.connect(self._choose)
        look.follow(self._dress)

    def open(self, field: QWidget, day: dt.date, last: dt.date) -> None:
        """Show the month of a day below a field, with the keyboard on that day."""
        end = QDate(last.year, last.month, last.day)
        self.days.setMaximumDate(end)
        self.days.setDateTextFormat(QDate(), QTextCharFormat())
        faint = QTextCharFormat()
        faint.setForeground(self._look.color("text_faint"))
        for ahead in range(1, _SHOWN_AHEAD):
            self.days.setDateTextFormat(end.addDays(ahead), faint)
        self.days.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        left = field.width() - self.width() if is_turned() else 0
        place = field.mapToGlobal(QPoint(left, field.height() + 2))
        room = field.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = place.y()
        if y + self.height() > room.bottom():  # above the field instead
            y = max(room.top(), field.mapToGlobal(QPoint(0, -2 - self.height())).y())
        self.move(x, y)
        self.show()
        self.days.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        """Have Escape for the calendar, and not for the page below it."""
        return takes_escape(event) or super().event(event)

    def _choose(self, chosen: QDate) -> None:
        if self.isVisible():  # Qt tells of a click, and for a double click of an activation too
            self.close()
            self.day_chosen.emit(dt.date(chosen.year(), chosen.month(), chosen.day()))

    def _dress(self) -> None:
        """Give the calendar no red weekends: red means that something cannot be undone."""
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(self._look.color("text"))
        head.setForeground(self._look.color("text_muted"))
        head.setFont(self._look.font("small"))
        self.days.setHeaderTextFormat(head)
        for day in Qt.DayOfWeek:
            self.days.setWeekdayTextFormat(day, plain)
        side = self._look.px(34)  # a day, and what a finger or an unsteady hand can press
        self.days.setMinimumSize(7 * side, 8 * side)
