"""A calendar beside or above the timeline: one month at a time, read in the background."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.month import MonthGrid, month_from
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.month import DayFacts

_NOTCH = 120  # in the unit of Qt's wheel
Found = tuple[dict[dt.date, "DayFacts"], "tuple[dt.date, dt.date] | None", dt.date]


class CalendarPane(QWidget):
    """The month, and ways to others."""

    day_chosen = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("journal.calendar")
        self._context = context
        look = context.look
        self._wanted: dt.date | None = None
        """The day whose month is shown; None until the journal says which day it is."""
        self.turns_with_wheel = True
        self._wheeled = 0
        self.grid = MonthGrid(look, name="journal.days")
        self._previous = buttons.IconButton(
            look, "chevron-left", text("Previous month"), name="journal.month.previous"
        )
        self._next = buttons.IconButton(
            look, "chevron-right", text("Next month"), name="journal.month.next"
        )
        self._month, self._year = ChoiceBox(), ChoiceBox()
        for number in range(1, 13):
            self._month.addItem(i18n.month_name(number), number)
        for box, part, name in (
            (self._month, "month", text("Month")),
            (self._year, "year", text("Year")),
        ):
            box.setObjectName(f"journal.month.{part}")
            box.setAccessibleName(name)
            box.activated.connect(self._choose_month)
        self._previous.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(lambda: self._step(1))
        self.grid.day_chosen.connect(self.day_chosen)
        self.grid.month_wanted.connect(self._go_to)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._previous)
        head.addWidget(self._month, 1)
        head.addWidget(self._year)
        head.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.grid)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        context.tasks.journal_changed.connect(self._journal_changed)

    def show_month_of(self, day: dt.date | None) -> None:
        """Show the month of a day, or the one somebody is in."""
        self._read(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go on by months, a notch of the wheel at a time, where there is no page to scroll."""
        if not self.turns_with_wheel:
            event.ignore()
            return
        self._wheeled += event.angleDelta().y()
        months = int(self._wheeled / _NOTCH)
        if months:
            self._wheeled -= months * _NOTCH
            self._step(-months)
        event.accept()

    def mark_day(self, day: dt.date | None) -> None:
        """Mark the day that the timeline begins with, and show its month."""
        self.grid.mark_shown(day)
        if day is not None and self._wanted is not None:
            self._go_to(day)

    def _read(self, wanted: dt.date | None) -> None:
        def both(journal: Journal) -> Found:
            today = journal.today()
            first = (wanted or today).replace(day=1)
            last = month_from(first, 1) - dt.timedelta(days=1) if _has_next(first) else dt.date.max
            return journal.looking.days(first, last), journal.looking.span(), today

        def show(found: Found) -> None:
            days, span, today = found
            self._wanted = wanted or today
            self.grid.today = today
            self._show_choices(self._wanted, span, today)
            self.grid.show_month(self._wanted, days)

        self._context.tasks.read(both, show, owner=self, latest="journal.calendar")

    def _show_choices(
        self, shown: dt.date, span: tuple[dt.date, dt.date] | None, today: dt.date
    ) -> None:
        first, last = span or (today, today)
        years = range(min(first, shown, today).year, max(last, shown, today).year + 1)
        with QSignalBlocker(self._year), QSignalBlocker(self._month):
            if [self._year.itemData(n) for n in range(self._year.count())] != [*years]:
                self._year.clear()
                for year in years:
                    self._year.addItem(str(year), year)
            self._year.setCurrentIndex(shown.year - years[0])
            self._month.setCurrentIndex(shown.month - 1)

    def _choose_month(self) -> None:
        self._go_to(dt.date(self._year.currentData(), self._month.currentData(), 1))

    def _step(self, months: int) -> None:
        if self._wanted is not None and (months < 0 or _has_next(self._wanted)):
            first = self._wanted.replace(day=1)
            if first > dt.date.min or months > 0:
                self._go_to(month_from(first, months))

    def _go_to(self, day: dt.date) -> None:
        self._wanted = day
        self._read(day)

    def _journal_changed(self, changes: Changes) -> None:
        if (changes.entries or changes.thought_records) and self._wanted is not None:
            self._read(self._wanted)


def _has_next(month: dt.date) -> bool:
    return (month.year, month.month) < (dt.MAXYEAR, 12)
