"""Charts: what was written over weeks and years, in pictures, in sentences and as tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import text
from resilience_desktop.services.views.choosing import VIEWS, find
from resilience_desktop.services.views.view import Asked
from resilience_desktop.ui.charts.chart_panel import ChartPanel
from resilience_desktop.ui.charts.range_bar import RangeBar
from resilience_desktop.ui.charts.view_switch import ViewSwitch
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widths import is_narrow, page_margin

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.views.view import Found, Panel
    from resilience_desktop.ui.context import UiContext

Read = tuple["Found", "tuple[dt.date, dt.date] | None"]


class ChartsPage(QWidget):
    """One view at a time, of days that all views share; two periods stand beside each other."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("charts")
        self._context = context
        self._filter = TimelineFilter()
        self._found: Found | None = None
        self._is_old = True
        """Whether something was written since the views were last read."""
        look = context.look
        self.views = ViewSwitch(look, [(view.key, view.title) for view in VIEWS])
        self.range = RangeBar(look)
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
        self._beside = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._beside)
        self._columns = [QWidget(), QWidget()]
        self._lists = [column_in(column, 48) for column in self._columns]
        self._shown: list[list[ChartPanel]] = [[], []]
        self._lay_out()
        self.views.chosen.connect(self._work_out)
        self.range.changed.connect(self._work_out)
        context.tasks.journal_changed.connect(self._journal_changed)
        context.look.look_changed.connect(self._arrange)

    def panels(self) -> list[ChartPanel]:
        """Return the panels of the view that is shown, of both periods."""
        return [panel for panels in self._shown for panel in panels]

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [
            self.views,
            self.range.switch,
            *(p for panel in self.panels() for p in panel.panes()),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margins of the page."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while another page was shown."""
        super().showEvent(event)
        if self._is_old:
            self._read()

    def _read(self) -> None:
        chosen = self._filter

        def read(journal: Journal) -> Read:
            return find(journal, chosen), journal.looking.span()

        self._is_old = False
        self._wait.setVisible(self._found is None)
        self._context.tasks.read(read, self._take, owner=self, latest="charts.found")

    def _take(self, read: Read) -> None:
        self._found, span = read
        self.range.set_days(self._found.today, span)
        for part in (self.views, self.range, self._beside):
            part.setVisible(span is not None)
        self._nothing.setVisible(span is None)
        if span is None:
            self._wait.hide()
        else:
            self._work_out()

    def _work_out(self, *_: object) -> None:
        if self._found is None:
            return
        asked = Asked(period=self.range.period, other=self.range.other, filter=self._filter)
        self._context.tasks.compute(
            partial(_panels, self.views.key, asked, self._found),
            self._show,
            owner=self,
            latest="charts.panels",
        )

    def _show(self, sides: tuple[tuple[Panel, ...], ...]) -> None:
        self._wait.hide()
        has_picture = any(panel.drawings for panels in sides for panel in panels)
        self._hint.setVisible(not has_picture and not self.range.shows_all)
        for place, column in enumerate(self._columns):
            panels = sides[place] if place < len(sides) else ()
            column.setVisible(bool(panels))
            self._show_panels(place, panels)

    def _show_panels(self, place: int, panels: tuple[Panel, ...]) -> None:
        there = self._shown[place]
        if [shown.panel.name for shown in there] == [panel.name for panel in panels]:
            for shown, panel in zip(there, panels, strict=True):
                shown.show_panel(panel)
            return
        empty(self._lists[place])
        self._shown[place] = [self._panel(panel) for panel in panels]
        for made in self._shown[place]:
            self._lists[place].addWidget(made)

    def _panel(self, panel: Panel) -> ChartPanel:
        made = ChartPanel(self._context, panel)
        made.day_opened.connect(self._context.navigator.day_requested)
        made.stretch_chosen.connect(self.range.show_stretch)
        made.zoomed.connect(self.range.zoom)
        made.moved.connect(self.range.go)
        return made

    def _journal_changed(self, changes: Changes) -> None:
        if changes.entries or changes.thought_records:
            self._is_old = True
            if self.isVisible():
                self._read()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(16)
        self._column.addWidget(self.views)
        self._column.addWidget(self.range)
        self._column.addSpacing(8)
        self._column.addWidget(self._wait)
        self._column.addWidget(self._beside)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._nothing)
        self._column.addStretch()
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(32)
        for column in self._columns:
            self._sides.addWidget(column, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ScrollPane("charts.scroll", inside))
        for part in (self.views, self.range, self._beside, self._hint, self._nothing):
            part.hide()

    def _arrange(self) -> None:
        look = self._context.look
        margin = page_margin(self, look)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._sides.setDirection(
            QBoxLayout.Direction.TopToBottom
            if is_narrow(self, look)
            else QBoxLayout.Direction.LeftToRight
        )
        self._nothing.setContentsMargins(0, look.px(56), 0, 0)


def _panels(key: str, asked: Asked, found: Found) -> tuple[tuple[Panel, ...], ...]:
    from resilience_desktop.services.views.choosing import panels

    return panels(key, asked, found)
