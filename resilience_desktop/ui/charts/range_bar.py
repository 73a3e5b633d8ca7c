"""Which days the charts are of, and which others they are compared with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.period import Period, first_day_of_last_months
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.ui.theme import LookKeeper

_WEEKS = "4w"
_MONTHS = {"3": 3, "6": 6, "12": 12}
_ALL, _OWN = "all", "own"
_LEAST_DAYS = 7
"""Nobody comes closer than a week: single days are read in the journal."""


class RangeBar(QWidget):
    """Chooses the period, by a switch, by dates of one's own, or step by step."""

    changed = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self._look = look
        self._today = dt.date.min
        self._span: tuple[dt.date, dt.date] | None = None
        self._own: Period | None = None
        self._before = Period(dt.date.min, dt.date.min)
        """What was shown before somebody chose dates of their own."""
        self._other: Callable[[Period], Period] | None = None
        self.switch = RangeSwitch(
            look,
            (
                (_WEEKS, text("4 weeks")),
                ("3", text("3 months")),
                ("6", text("6 months")),
                ("12", text("1 year")),
                (_ALL, text("All")),
                (_OWN, text("Dates")),
            ),
            name="charts.range",
            title=text("How far back"),
            chosen="6",
        )
        self._words = labels.muted(look, "", name="charts.period")
        self._words.setWordWrap(False)
        self.compare = buttons.quiet(
            look, text("Compare"), name="charts.compare", drawing="chevron-down"
        )
        self.first = DayTimeEdit(look, name="charts.first", title=text("From"), with_time=False)
        self.last = DayTimeEdit(look, name="charts.last", title=text("Until"), with_time=False)
        self._dates = QWidget()
        dates = FlowLayout(self._dates, gap=16)
        for words, field in ((text("From"), self.first), (text("Until"), self.last)):
            dates.addWidget(labels.above(look, words, field))
            field.when_changed.connect(self._typed)
        self._dates.hide()
        above = QWidget()
        row = FlowLayout(above, gap=16)
        for part in (self.switch, self._words, self.compare):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(above)
        column.addWidget(self._dates)
        self.switch.range_chosen.connect(self._chosen)
        self.compare.clicked.connect(self._offer)

    @property
    def period(self) -> Period:
        """The days the charts are of."""
        if self._own is not None:
            return self._own
        first, last = self._span or (self._today, self._today)
        key = self.switch.chosen
        if key == _ALL:
            return Period(first, max(first, last))
        start = (
            self._today - dt.timedelta(days=27)
            if key == _WEEKS
            else first_day_of_last_months(self._today, _MONTHS[key])
        )
        if self._span and first <= self._today:
            start = max(start, first)  # nobody wrote before they began
        return Period(start, self._today)

    @property
    def other(self) -> Period | None:
        """The days to compare with, or None."""
        return self._other(self.period) if self._other else None

    @property
    def shows_all(self) -> bool:
        """Whether everything there is is chosen."""
        return self._own is None and self.switch.chosen == _ALL

    def set_days(self, today: dt.date, span: tuple[dt.date, dt.date] | None) -> None:
        """Say what day it is, and on which days the first and the last thing was written."""
        self._today, self._span = today, span
        self._tell()

    def show_stretch(self, first: dt.date, last: dt.date) -> None:
        """Show these days, and at least a week."""
        short = _LEAST_DAYS - (last - first).days - 1
        if short > 0:
            first -= dt.timedelta(days=short // 2)
            last += dt.timedelta(days=short - short // 2)
        self._own = Period(first, last)
        self.switch.set_chosen(_OWN)
        self._tell()
        self.changed.emit()

    def zoom(self, day: dt.date, factor: float) -> None:
        """See more or less round a day that stays in its place."""
        period = self.period
        before = round((day - period.first).days * factor)
        after = round((period.last - day).days * factor)
        bounds = self._bounds()
        first = max(bounds.first, day - dt.timedelta(days=before))
        last = min(bounds.last, day + dt.timedelta(days=after))
        self.show_stretch(first, max(first, last))

    def go(self, way: int) -> None:
        """Go a quarter of the period earlier or later, not beyond what was written."""
        period, bounds = self.period, self._bounds()
        step = max(1, period.days // 4) * way
        step = max((bounds.first - period.first).days, step)
        step = min((bounds.last - period.last).days, step)
        if step:
            by = dt.timedelta(days=step)
            self.show_stretch(period.first + by, period.last + by)

    def _bounds(self) -> Period:
        first, last = self._span or (self._today, self._today)
        return Period(min(first, self.period.first), max(last, self._today, self.period.last))

    def _chosen(self, key: str) -> None:
        self._own = self._before if key == _OWN else None
        self._tell()
        self.changed.emit()

    def _typed(self) -> None:
        if self._own is None:
            return  # the fields follow, nobody is typing
        first, last = sorted(field.when().date() for field in (self.first, self.last))
        if (first, last) != (self._own.first, self._own.last):
            self._own = Period(first, last)
            self._tell()
            self.changed.emit()

    def _offer(self) -> None:
        menu = QMenu(self.compare)
        menu.setObjectName("charts.compare.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for key, words, other in (
            ("before", text("With the same length of time before"), Period.before),
            ("year", text("With the same days a year before"), Period.a_year_before),
            ("none", text("With nothing"), None),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"charts.compare.{key}")
            action.triggered.connect(lambda _=False, other=other: self._compare(other))
        menu.popup(self.compare.mapToGlobal(self.compare.rect().bottomLeft()))

    def _compare(self, other: Callable[[Period], Period] | None) -> None:
        self._other = other
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        period, other = self.period, self.other
        self._before = period
        self._dates.setVisible(self._own is not None)
        for field, day in ((self.first, period.first), (self.last, period.last)):
            if not field.field.hasFocus():
                with QSignalBlocker(field):
                    field.set_when(dt.datetime.combine(day, dt.time()))
        words = i18n.period(period.first, period.last)
        if other is not None:
            words = text("{period}, beside {other}").format(
                period=words, other=i18n.period(other.first, other.last)
            )
        self._words.setText(words)
