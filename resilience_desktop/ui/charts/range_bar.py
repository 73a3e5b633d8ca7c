"""Which days the charts are of, and which others they are compared with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.period import Period, first_day_of_last_months
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now
from resilience_desktop.ui.charts.stretch_fields import StretchFields
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_WEEKS = "4w"
_MONTHS = {"3": 3, "6": 6, "12": 12}
_ALL, _OWN = "all", "own"
_BEFORE, _YEAR, _NOTHING = "before", "year", "none"
"""What the period is compared with, or ``_OWN``."""
_LEAST_DAYS = 7
"""Nobody comes closer than a week: single days are read in the journal."""


class RangeBar(QWidget):
    """Chooses the period, by a switch, by dates of one's own, or step by step."""

    changed = Signal()
    filter_wanted = Signal()
    changes_wanted = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self._look = look
        self._today = now().day
        self._span: tuple[dt.date, dt.date] | None = None
        self._own: Period | None = None
        self._before = Period(self._today, self._today)
        """What was shown before somebody chose dates of their own."""
        self._compared = _NOTHING
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
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.compare = buttons.quiet(
            look, text("Compare"), name="charts.compare", drawing="chevron-down"
        )
        self.filter = buttons.quiet(look, text("Filter ..."), name="charts.filter")
        self.changes = buttons.quiet(
            look, text("Times of change ..."), name="charts.times_of_change"
        )
        self.dates = StretchFields(
            look, names=("charts.first", "charts.last"), titles=(text("From"), text("Until"))
        )
        self.other_dates = StretchFields(
            look,
            names=("charts.other_first", "charts.other_last"),
            titles=(text("Compare from"), text("Compare until")),
        )
        above = QWidget()
        row = FlowLayout(above, gap=16)
        for part in (self.switch, self._words, self.compare, self.filter, self.changes):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(above)
        for fields in (self.dates, self.other_dates):
            fields.hide()
            column.addWidget(fields)
        self.dates.typed.connect(self._typed)
        self.other_dates.typed.connect(self._typed_other)
        self.switch.range_chosen.connect(self._chosen)
        self.compare.clicked.connect(self._offer)
        self.filter.clicked.connect(self.filter_wanted)
        self.changes.clicked.connect(self.changes_wanted)
        look.follow(self._dress)
        self._tell()

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
        period = self.period
        if self._compared == _BEFORE:
            return period.before()
        if self._compared == _YEAR:
            return period.a_year_before()
        return self.other_dates.period if self._compared == _OWN else None

    @property
    def shows_all(self) -> bool:
        """Whether everything there is is chosen."""
        return self._own is None and self.switch.chosen == _ALL

    def set_days(self, today: dt.date, span: tuple[dt.date, dt.date] | None) -> None:
        """Say what day it is, and on which days the first and the last thing was written."""
        self._today, self._span = today, span
        self._tell()

    def show_stretch(self, first: dt.date, last: dt.date, *, is_other: bool = False) -> None:
        """Show these days as far as anything was written, and at least a week.

        ``is_other`` is for the days that are compared with.
        """
        before = self._shown(is_other=is_other)
        bounds = self._bounds(before)
        last = max(bounds.first, min(bounds.last, last))
        first = max(bounds.first, min(last, first))
        short = _LEAST_DAYS - (last - first).days - 1
        if short > 0:
            first -= dt.timedelta(days=short // 2)
            last += dt.timedelta(days=short - short // 2)
        beyond = dt.timedelta(days=max(0, (last - bounds.last).days))
        period = Period(first - beyond, last - beyond)
        if period != before:
            self._show(period, is_other=is_other)
        announce(self, i18n.period(period.first, period.last))

    def zoom(self, day: dt.date, factor: float, *, is_other: bool = False) -> None:
        """See more or less round a day that stays in its place."""
        period = self._shown(is_other=is_other)
        bounds = self._bounds(period)
        before = min(round((day - period.first).days * factor), (day - bounds.first).days)
        after = min(round((period.last - day).days * factor), (bounds.last - day).days)
        first, last = day - dt.timedelta(days=before), day + dt.timedelta(days=after)
        self.show_stretch(first, last, is_other=is_other)

    def go(self, way: int, *, is_other: bool = False) -> None:
        """Go a quarter of the period earlier or later, not beyond what was written."""
        period = self._shown(is_other=is_other)
        bounds = self._bounds(period)
        step = max(1, period.days // 4) * way
        step = max((bounds.first - period.first).days, step)
        step = min((bounds.last - period.last).days, step)
        by = dt.timedelta(days=step)
        self.show_stretch(period.first + by, period.last + by, is_other=is_other)

    def _shown(self, *, is_other: bool) -> Period:
        return (self.other if is_other else None) or self.period

    def _show(self, period: Period, *, is_other: bool) -> None:
        if is_other:
            self._compared = _OWN
            self.other_dates.show_period(period)
        else:
            self._own = period
            self.switch.set_chosen(_OWN)
        self._tell()
        self.changed.emit()

    def _bounds(self, period: Period) -> Period:
        first, last = self._span or (self._today, self._today)
        return Period(min(first, period.first), max(last, self._today, period.last))

    def _chosen(self, key: str) -> None:
        self._own = self._before if key == _OWN else None
        self._tell()
        self.changed.emit()

    def _typed(self) -> None:
        if self._own is None:
            return  # the fields follow, nobody is typing
        if self.dates.period != self._own:
            self._own = self.dates.period
            self._tell()
            self.changed.emit()

    def _typed_other(self) -> None:
        if self._compared == _OWN:
            self.changed.emit()

    def _offer(self) -> None:
        menu = QMenu(self.compare)
        menu.setObjectName("charts.compare.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for key, words in (
            (_BEFORE, text("With the same length of time before")),
            (_YEAR, text("With the same days a year before")),
            (_OWN, text("With dates of your own")),
            (_NOTHING, text("With nothing")),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"charts.compare.{key}")
            action.setCheckable(True)
            action.setChecked(key == self._compared)
            action.triggered.connect(lambda _=False, key=key: self.compare_with(key))
        menu.popup(self.compare.mapToGlobal(self.compare.rect().bottomLeft()))

    def compare_with(self, key: str) -> None:
        """Compare with ``before``, ``year``, dates of one's own (``own``), or ``none``."""
        if key == _OWN and self._compared != _OWN:
            self.other_dates.show_period(self.other or self.period.before())
        self._compared = key
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        period = self.period
        self._before = period
        self.dates.setVisible(self._own is not None)
        self.dates.show_period(period)
        self.other_dates.setVisible(self._compared == _OWN)
        self._words.setText(i18n.period(period.first, period.last))

    def _dress(self) -> None:
        """Keep the words level with what stands beside them."""
        self._words.setMinimumHeight(self.switch.sizeHint().height())
