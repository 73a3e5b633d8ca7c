"""Which days the report is of."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.report_profile import Preset, days_of
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.domain.report_profile import ReportMade
    from resilience_desktop.ui.theme import LookKeeper


class PeriodChoice(QWidget):
    """A box of stretches that end today, and two dates for whoever wants others."""

    changed = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        today = dt.datetime.now(dt.UTC).astimezone().date()
        self._span = (today, today)
        self._made: ReportMade | None = None
        self._since: ReportMade | None = None
        """The report that the days begin with: one made just now does not change them."""
        self.box = ChoiceBox(shrinks=True)
        self.box.setObjectName("share.period")
        self.box.setAccessibleName(text("Period"))
        self._days = labels.small(look, "", "text_muted", name="share.period.days")
        self.first = self._date(look, "from", text("From"))
        self.last = self._date(look, "until", text("Until"))
        self._dates = QWidget()
        below = column_in(self._dates, 6)
        for words, field in ((text("From"), self.first), (text("Until"), self.last)):
            below.addWidget(labels.above(look, words, field))
        column = column_in(self, 6)
        column.addWidget(self.box)
        column.addWidget(self._dates)
        column.addWidget(self._days)
        self.setFocusProxy(self.box)
        self._offer()
        self.choose(Preset.MONTHS_6)
        self.box.currentIndexChanged.connect(self._chosen)

    @property
    def preset(self) -> Preset:
        """What is chosen in the box."""
        return Preset(self.box.currentData())

    @property
    def dates(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day, where they are somebody's own."""
        return self.period() if self.preset is Preset.OWN else None

    def period(self) -> tuple[dt.date, dt.date]:
        """Return the first and the last day, in this order."""
        days = self.first.when().date(), self.last.when().date()
        return min(days), max(days)

    def show_days(self, span: tuple[dt.date, dt.date], made: ReportMade | None) -> None:
        """Take how far the journal goes, and the report that was made last."""
        self._span, self._made = span, made
        self._offer()
        self._follow()

    def begin(self) -> None:
        """Let the days begin with the report that was made last."""
        self._since = self._made
        self._follow()

    def choose(self, preset: Preset, dates: tuple[dt.date, dt.date] | None = None) -> None:
        """Choose a stretch of days, or some of one's own."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(preset.value))
        if dates is not None:
            self._show(*dates)
        self.begin()

    def choose_own(self, first: dt.date, last: dt.date) -> None:
        """Choose these days, whatever stretch they are."""
        self.choose(Preset.OWN, (first, last))

    def _chosen(self) -> None:
        self.begin()
        self.changed.emit()

    def _follow(self) -> None:
        """Show the days of the preset; dates of one's own begin where it was."""
        own = self.preset is Preset.OWN
        if not own:
            self._show(*days_of(self.preset, self._span, self._since))
        self._dates.setVisible(own)
        self._tell()

    def _tell(self) -> None:
        words = i18n.period(*self.period())
        if self.preset is Preset.SINCE_LAST and self._since is None:
            words = text("No report was made yet, so it is of all days: {days}").format(days=words)
        self._days.setText(words)
        turned_round = self.first.when() > self.last.when()
        self._days.setVisible(self.preset is not Preset.OWN or turned_round)

    def _show(self, first: dt.date, last: dt.date) -> None:
        for field, day in ((self.first, first), (self.last, last)):
            with QSignalBlocker(field):
                field.set_when(dt.datetime.combine(day, dt.time()))

    def _offer(self) -> None:
        """Fill the box, which says so while no report was made."""
        chosen = self.box.currentData()
        with QSignalBlocker(self.box):
            self.box.clear()
            for preset, words in self._names().items():
                self.box.addItem(words, preset.value)
            self.box.setCurrentIndex(max(0, self.box.findData(chosen)))

    def _names(self) -> dict[Preset, str]:
        none_yet = text("Since my last report (none yet)")
        return {
            Preset.SINCE_LAST: text("Since my last report") if self._made else none_yet,
            Preset.WEEKS: text("Last 4 weeks"),
            Preset.MONTHS_3: text("Last 3 months"),
            Preset.MONTHS_6: text("Last 6 months"),
            Preset.YEAR: text("Last year"),
            Preset.ALL: text("All days"),
            Preset.OWN: text("Own dates"),
        }

    def _date(self, look: LookKeeper, part: str, spoken: str) -> DayTimeEdit:
        field = DayTimeEdit(look, name=f"share.{part}", title=spoken, with_time=False)
        field.when_changed.connect(self._tell)
        field.when_changed.connect(self.changed)
        return field
