"""Which days the charts are of, and which others they are compared with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.period import Period, first_day_of_last_months
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now
from resilience_desktop.ui.charts.chart_tools import BEFORE, OWN, YEAR, ChartTools
from resilience_desktop.ui.charts.stretch_fields import StretchFields
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QHBoxLayout

    from resilience_desktop.ui.theme import LookKeeper

_WEEKS = "4w"
_MONTHS = {"3": 3, "6": 6, "12": 12}
_ALL = "all"
_GAP = 16
_LONGEST = dt.date(2025, 9, 28), dt.date(2026, 9, 28)
"""Days that take the most room to be told."""
_LEAST_DAYS = 7
"""Nobody comes closer than a week: single days are read in the journal."""


class RangeBar(QWidget):
    """Chooses the period, by a switch, by dates of one's own, or step by step.

    What has no room in its row stands in ``aside``, a row of the page that has some left.
    """

    changed = Signal()

    def __init__(self, look: LookKeeper, aside: QHBoxLayout) -> None:
        super().__init__()
        self._look = look
        self._today = now().day
        self._span: tuple[dt.date, dt.date] | None = None
        self._own: Period | None = None
        self._before = Period(self._today, self._today)
        """What was shown before somebody chose dates of their own."""
        self._is_typing = self._is_typing_other = False
        """Whether dates are typed; days that were pulled out of a picture need no fields."""
        self._came_from: tuple[str, Period | None] | None = None
        self._other_came_from: tuple[str, Period] | None = None
        """What was shown before somebody came closer or moved along."""
        self.switch = RangeSwitch(
            look,
            (
                (_WEEKS, text("4 weeks")),
                ("3", text("3 months")),
                ("6", text("6 months")),
                ("12", text("1 year")),
                (_ALL, text("All")),
                (OWN, text("Dates")),
            ),
            name="charts.range",
            title=text("How far back"),
            chosen="6",
        )
        self._words = labels.muted(look, "", name="charts.period")
        self._words.setWordWrap(False)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.back = buttons.quiet(look, "", name="charts.back")
        self.back.hide()
        self._is_aside = False
        self.tools = ChartTools(look)
        self.dates = StretchFields(
            look, names=("charts.first", "charts.last"), titles=(text("From"), text("Until"))
        )
        self.other_dates = StretchFields(
            look,
            names=("charts.other_first", "charts.other_last"),
            titles=(text("Compare from"), text("Compare until")),
        )
        above = QWidget()
        self._row, self._aside = FlowLayout(above, gap=_GAP), aside
        for part in self._parts():
            self._row.addWidget(part)
        aside.addWidget(self.tools.more)
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
        self.switch.pressed_again.connect(self._chosen_again)
        self.tools.compare_chosen.connect(self.compare_with)
        self.back.clicked.connect(self.go_back)
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
        if self.tools.compared == BEFORE:
            return period.before()
        if self.tools.compared == YEAR:
            return period.a_year_before()
        return self.other_dates.period if self.tools.compared == OWN else None

    @property
    def shows_all(self) -> bool:
        """Whether everything there is is shown, however it was chosen."""
        first, last = self._span or (self._today, self._today)
        return self.period.has(first) and self.period.has(last)

    def show_all(self) -> None:
        """Show everything there is."""
        self.switch.set_chosen(_ALL)
        self.switch.setFocus()
        self._chosen(_ALL)

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

    @property
    def can_go_back(self) -> bool:
        """Whether somebody came closer or moved along."""
        return (self._came_from or self._other_came_from) is not None

    def go_back(self) -> None:
        """Show again what was shown before somebody came closer or moved along."""
        if not self.can_go_back:
            return
        if self.back.hasFocus():
            self.switch.setFocus()  # the button goes
        if self._came_from is not None:
            key, self._own = self._came_from
            self.switch.set_chosen(key)
        if self._other_came_from is not None:
            self.tools.compared, other = self._other_came_from
            self.other_dates.show_period(other)
        self._came_from = self._other_came_from = None
        self._tell()
        self.changed.emit()
        announce(self, self._words.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the tools where they have no room."""
        super().resizeEvent(event)
        self._fold()

    def _shown(self, *, is_other: bool) -> Period:
        return (self.other if is_other else None) or self.period

    def _show(self, period: Period, *, is_other: bool) -> None:
        if is_other:
            before = self.other or period
            self._other_came_from = self._other_came_from or (self.tools.compared, before)
            self.tools.compared = OWN
            self.other_dates.show_period(period)
        else:
            self._came_from = self._came_from or (self.switch.chosen, self._own)
            self._own = period
            self.switch.set_chosen(OWN)
        self._tell()
        self.changed.emit()

    def _bounds(self, period: Period) -> Period:
        first, last = self._span or (self._today, self._today)
        return Period(min(first, period.first), max(last, self._today, period.last))

    def _chosen(self, key: str) -> None:
        self._came_from = None
        self._is_typing = key == OWN
        self._own = self._before if key == OWN else None
        self._tell()
        self.changed.emit()

    def _chosen_again(self, key: str) -> None:
        """Let the days be typed that were pulled out of a picture."""
        self._is_typing = key == OWN
        self._tell()

    def _typed(self) -> None:
        if self._own is None:
            return  # the fields follow, nobody is typing
        if self.dates.period != self._own:
            self._own = self.dates.period
            self._tell()
            self.changed.emit()

    def _typed_other(self) -> None:
        if self.tools.compared == OWN:
            self.changed.emit()

    def compare_with(self, key: str) -> None:
        """Compare with ``before``, ``year``, dates of one's own (``own``), or ``none``."""
        if key == OWN and self.tools.compared != OWN:
            self.other_dates.show_period(self.other or self.period.before())
        self.tools.compared = key
        self._other_came_from = None
        self._is_typing_other = key == OWN
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        period = self.period
        self._before = period
        self.dates.setVisible(self._own is not None and self._is_typing)
        self.dates.show_period(period)
        self.other_dates.setVisible(self.tools.compared == OWN and self._is_typing_other)
        words = i18n.period(period.first, period.last)
        self._words.setText(words)
        self.switch.setAccessibleDescription(words)
        self.back.setVisible(self.can_go_back)
        self.back.setText(self._way_back())
        self._fold()

    def _way_back(self) -> str:
        key = self._came_from[0] if self._came_from else self.switch.chosen
        if key == OWN:
            return text("Back to your dates")
        return text("Back to {range}").format(range=self.switch.words(key))

    def _fold(self) -> None:
        """Leave to the other row what would begin a second one here."""
        if self.parentWidget() is None:
            return  # nothing has its place yet
        switch, tools = self.switch.sizeHint().width(), self.tools.sizeHint().width()
        widest = self._words.fontMetrics().horizontalAdvance(i18n.period(*_LONGEST))
        is_folded = not self._has_room(switch, widest, tools)
        self._words.setMinimumWidth(0 if is_folded else widest)  # nothing beside them moves
        self.tools.fold(is_folded=is_folded)
        words = self._words.sizeHint().width()
        self._words.setVisible(self._own is not None or self._has_room(switch, words))
        before = (switch, words) if is_folded else (switch, widest, tools)
        back = self.back.sizeHint().width() if self.can_go_back else 0
        self._set_aside_back(is_aside=not self._has_room(*before, back))

    def _has_room(self, *widths: int) -> bool:
        return sum(widths) + _GAP * (len(widths) - 1) <= self.width()

    def _parts(self) -> tuple[QWidget, ...]:
        """Return what may stand in the row: what comes and goes is last, so nothing moves."""
        return self.switch, self._words, self.tools, self.back

    def _set_aside_back(self, *, is_aside: bool) -> None:
        if is_aside is self._is_aside:
            return
        self._is_aside = is_aside
        if is_aside:
            self._row.removeWidget(self.back)
            self._aside.insertWidget(self._aside.count() - 1, self.back)
        else:
            self._aside.removeWidget(self.back)
            self._row.addWidget(self.back)
            self._row.put_in_order(self._parts())
        self.back.setVisible(self.can_go_back)

    def _dress(self) -> None:
        """Keep the words level with what stands beside them."""
        self._words.setMinimumHeight(self.switch.sizeHint().height())
        self._fold()
