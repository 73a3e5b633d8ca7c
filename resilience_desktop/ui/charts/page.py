"""Charts: what was written over weeks and years, in pictures, in sentences and as tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import text
from resilience_desktop.services.views.choosing import VIEWS, find
from resilience_desktop.services.views.view import SHORT_SPELLS, Asked
from resilience_desktop.ui.charts.chart_panel import SENTENCE_WIDTH, ChartPanel
from resilience_desktop.ui.charts.filter_dialog import ChartFilterDialog
from resilience_desktop.ui.charts.filter_line import FilterLine
from resilience_desktop.ui.charts.lower_days_choice import LowerDaysChoice
from resilience_desktop.ui.charts.panel_grid import PanelGrid
from resilience_desktop.ui.charts.range_bar import RangeBar
from resilience_desktop.ui.charts.times_of_change import TimesOfChangeDialog
from resilience_desktop.ui.charts.view_switch import ViewSwitch
from resilience_desktop.ui.lower_days_line import LowerDaysLine
from resilience_desktop.ui.settings.section import tick
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widths import is_narrow, page_margin

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.views.view import Found, Panel
    from resilience_desktop.ui.context import UiContext

Read = tuple["Found", "tuple[dt.date, dt.date] | None"]
Worked = tuple["tuple[tuple[Panel, ...], ...]", str, "tuple[Period, ...]"]
"""The panels of each period, what both say beside each other, and the periods."""


class ChartsPage(QWidget):
    """One view at a time, of days that all views share; two periods stand beside each other."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("charts")
        self._context = context
        self._filter = TimelineFilter()
        self._found: Found | None = None
        self._writes = 0
        self._found_at = -1
        """How much had been written when what there is was last read."""
        look = context.look
        self.views = ViewSwitch(look, [(view.key, view.title) for view in VIEWS])
        self.range = RangeBar(look)
        self.filters = FilterLine(look)
        self._between = labels.muted(look, "", name="charts.compared")
        self._wait = labels.muted(look, text("One moment ..."), name="charts.wait")
        self._hint = labels.muted(look, text("All shows everything there is."), name="charts.hint")
        self._nothing = EmptyState(
            look,
            text("Months at a glance"),
            text(
                "When there are entries with a mood, each day becomes one mark here, and a line "
                "shows the middle of seven days. Days without entries stay empty."
            ),
            name="charts.empty",
        )
        self.short_spells = tick(
            "charts.low_spells.short",
            text("Also low spells that begin with two days"),
            False,
            self._work_out,
        )
        self.lower_days = LowerDaysChoice(context)
        self._note = LowerDaysLine(context, name="charts.lower_days")
        self._beside = PanelGrid(look, self._panel)
        self._lay_out()
        self.views.chosen.connect(self._work_out)
        self.range.changed.connect(self._work_out)
        self.range.filter_wanted.connect(self._choose_filter)
        self.range.changes_wanted.connect(self.open_changes)
        self.filters.filter_changed.connect(self.set_filter)
        context.tasks.journal_changed.connect(self._journal_changed)
        context.look.look_changed.connect(self._arrange)

    def panels(self) -> list[ChartPanel]:
        """Return the panels of the view that is shown, of both periods."""
        return self._beside.panels

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [
            self.views,
            self.range.switch,
            self.filters.chips,
            *(p for panel in self.panels() for p in panel.panes()),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margins of the page."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while another page was shown."""
        super().showEvent(event)
        if self._found_at != self._writes:
            self._read()

    def set_filter(self, chosen: TimelineFilter) -> None:
        """Show only what passes a filter."""
        self._filter = chosen
        self.filters.show_filter(chosen)
        if self.isVisible():
            self._read()
        else:
            self._found_at = -1

    def open_changes(self) -> None:
        """Open the times of change."""
        TimesOfChangeDialog(self._context, self.window()).open()

    def _choose_filter(self) -> None:
        dialog = ChartFilterDialog(self._context, self.window(), self._filter)
        dialog.chosen.connect(self.set_filter)
        dialog.open()

    def _read(self) -> None:
        """Read what was written, or what of it passes another filter, if nothing was since."""
        chosen, writes = self._filter, self._writes
        before = self._found if self._found_at == writes else None

        def read(journal: Journal) -> Read:
            return find(journal, chosen, before), journal.looking.span()

        self._wait.setVisible(self._found is None)
        self._context.tasks.read(
            read,
            partial(self._take, writes),
            owner=self,
            latest="charts.found",
            failed=self._not_shown,
        )

    def _not_shown(self, error: BaseException) -> None:
        """Say what went wrong as it is said everywhere; what was shown before stays."""
        self._wait.hide()
        self._context.tasks.work_failed.emit(error)

    def _take(self, writes: int, read: Read) -> None:
        self._found, span = read
        self._found_at = writes
        self.range.set_days(self._found.today, span)
        for part in (self.views, self.range, self._beside):
            part.setVisible(span is not None)
        self._nothing.setVisible(span is None)
        if span is None:
            self.short_spells.hide()
            self.lower_days.hide()
            self.filters.hide()
            self._between.hide()
            self._wait.hide()
        else:
            self._work_out()

    def _work_out(self, *_: object) -> None:
        if self._found is None:
            return
        asked = Asked(
            period=self.range.period,
            other=self.range.other,
            filter=self._filter,
            choice=self._choice(),
        )
        self._context.tasks.compute(
            partial(_worked_out, self.views.key, asked, self._found),
            self._show,
            owner=self,
            latest="charts.panels",
            failed=self._not_shown,
        )

    def _choice(self) -> str:
        is_short = self.views.key == "low_spells" and self.short_spells.isChecked()
        return SHORT_SPELLS if is_short else ""

    def _show(self, worked: Worked) -> None:
        sides, between, periods = worked
        self._wait.hide()
        has_picture = any(panel.drawings for panels in sides for panel in panels)
        self._hint.setVisible(not has_picture and not self.range.shows_all and not self._filter)
        for part in (self.short_spells, self.lower_days):
            part.setVisible(self.views.key == "low_spells")
        self._between.setText(between)
        self._between.setVisible(bool(between))
        self._beside.show_sides(sides, [i18n.period(p.first, p.last) for p in periods])

    def _panel(self, panel: Panel, is_other: bool) -> ChartPanel:
        name_end = ".other" if is_other else ""
        made, days = ChartPanel(self._context, panel, name_end=name_end), self.range
        made.day_opened.connect(self._context.navigator.day_requested)
        made.stretch_chosen.connect(partial(days.show_stretch, is_other=is_other))
        made.zoomed.connect(partial(days.zoom, is_other=is_other))
        made.moved.connect(partial(days.go, is_other=is_other))
        return made

    def _journal_changed(self, changes: Changes) -> None:
        matters = (changes.entries, changes.thought_records, changes.times_of_change)
        if any(matters) or changes.settings:
            self._writes += 1
            if self.isVisible():
                self._read()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(16)
        self._column.addWidget(self.views)
        self._column.addWidget(self.range)
        self._column.addWidget(self.filters)
        self._column.addWidget(self._note)
        self._column.addSpacing(8)
        self._column.addWidget(self._wait)
        self._column.addWidget(self.short_spells)
        self._column.addWidget(self._between)
        self._column.addWidget(self._beside)
        self._column.addWidget(self.lower_days)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ScrollPane("charts.scroll", inside))
        for part in (
            self._beside,
            self._between,
            self.short_spells,
            self.lower_days,
            self._hint,
            self._nothing,
        ):
            part.hide()

    def _arrange(self) -> None:
        look = self._context.look
        margin = page_margin(self, look)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._beside.stand(beside=not is_narrow(self, look))
        self._nothing.setContentsMargins(0, look.px(56), 0, 0)
        self._between.setMaximumWidth(look.px(SENTENCE_WIDTH))


def _worked_out(key: str, asked: Asked, found: Found) -> Worked:
    from resilience_desktop.services.views.choosing import compared, panels, periods

    return panels(key, asked, found), compared(key, asked, found), periods(key, asked)
