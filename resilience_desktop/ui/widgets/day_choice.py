"""A box that chooses a day to come, or none: a few near ones by name, any other in a calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal

from resilience_desktop import i18n
from resilience_desktop.domain.typed_day import moved
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.calendar_popup import CalendarPopup

TODAY, TOMORROW, WEEK, MONTH = "today", "tomorrow", "week", "month"
_OTHER = "other"
_YEARS_AHEAD = 10
_ONE_MONTH = 1  # what ``moved`` calls the month of a day


class DayChoice(ChoiceBox):
    """Chooses no day, one of the near ones it is given, or another."""

    day_changed = Signal()

    def __init__(
        self, look: LookKeeper, near: Sequence[str], *, name: str, title: str, days_back: int = 0
    ) -> None:
        """Offer the near days; ``days_back`` is how far before today the calendar goes."""
        super().__init__(shrinks=True)
        self._days_back = dt.timedelta(days=days_back)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._look, self._near = look, near
        self._day: dt.date | None = None
        self._calendar: CalendarPopup | None = None
        self.activated.connect(self._choose)
        self.set_day(None)

    def day(self) -> dt.date | None:
        """Return the day that is chosen."""
        return self._day

    def set_day(self, day: dt.date | None) -> None:
        """Show a day, or that there is none."""
        self._day = day
        self.clear()
        self.addItem(text("No day"), None)
        near = {near_day(key): key for key in self._near}
        for one, key in near.items():
            self.addItem(_words(key).format(day=_written(one)), one)
        if day is not None and day not in near:
            self.addItem(_written(day), day)
        self.addItem(text("Another day ..."), _OTHER)
        self.setCurrentIndex(self._place())

    def _place(self) -> int:
        return next(n for n in range(self.count()) if self.itemData(n) == self._day)

    def _choose(self, place: int) -> None:
        chosen = self.itemData(place)
        if chosen == _OTHER:
            self.setCurrentIndex(self._place())
            self._open_calendar()
        else:
            self._take(chosen)

    def _take(self, day: dt.date | None) -> None:
        if day != self._day:
            self.set_day(day)
            self.day_changed.emit()

    def _open_calendar(self) -> None:
        if self._calendar is None:
            from resilience_desktop.ui.widgets.calendar_popup import CalendarPopup

            self._calendar = CalendarPopup(self._look, self, name=f"{self.objectName()}.days")
            self._calendar.day_chosen.connect(self._take_from_calendar)
        today = _today()
        last = today.replace(year=today.year + _YEARS_AHEAD, day=1)
        first = min(today - self._days_back, self._day or today)
        self._calendar.days.setMinimumDate(QDate(first.year, first.month, first.day))
        self._calendar.open(self, self._day or near_day(TOMORROW), last)

    def _take_from_calendar(self, day: dt.date) -> None:
        self._take(day)
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def near_day(key: str) -> dt.date:
    """Return the day that ``tomorrow`` and the like are, seen from today."""
    today = _today()
    if key == MONTH:
        return moved(dt.datetime.combine(today, dt.time()), _ONE_MONTH, 1).date()
    return today + dt.timedelta(days={TODAY: 0, TOMORROW: 1, WEEK: 7}[key])


def _words(key: str) -> str:
    return {
        TODAY: text("Today, {day}"),
        TOMORROW: text("Tomorrow, {day}"),
        WEEK: text("In a week, {day}"),
        MONTH: text("In a month, {day}"),
    }[key]


def _written(day: dt.date) -> str:
    return i18n.day(day, weekday=True, year=day.year != _today().year)


def _today() -> dt.date:
    today = QDate.currentDate()
    return dt.date(today.year(), today.month(), today.day())
