"""Charts: what was written over weeks and years, in pictures, in sentences and as tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import text
from resilience_desktop.services.views.choosing import VIEWS, find
from resilience_desktop.services.views.view import SHORT_SPELLS, Asked
from resilience_desktop.ui.charts.chart_panel import SENTENCE_WIDTH, ChartPanel
from resilience_desktop.ui.charts.chart_picture import ChartPicture
from resilience_desktop.ui.charts.early_signs_list import EarlySignsList
from resilience_desktop.ui.charts.filter_dialog import ChartFilterDialog
from resilience_desktop.ui.charts.filter_line import FilterLine
from resilience_desktop.ui.charts.lower_days_choice import LowerDaysChoice
from resilience_desktop.ui.charts.month_look_way import MonthLookWay
from resilience_desktop.ui.charts.panel_grid import PanelGrid
from resilience_desktop.ui.charts.range_bar import RangeBar
from resilience_desktop.ui.charts.times_of_change import TimesOfChangeDialog
from resilience_desktop.ui.charts.view_switch import ViewSwitch
from resilience_desktop.ui.lower_days_line import LowerDaysLine
from resilience_desktop.ui.settings.section import tick
from resilience_desktop.ui.way_back import Whereabouts
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widths import is_narrow, page_margin

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.views.view import Found, Opens, Panel
    from resilience_desktop.ui.context import UiContext

Read = tuple["Found", "tuple[dt.date, dt.date] | None"]
Worked = tuple["tuple[tuple[Panel, ...], ...]", str, "tuple[Period, ...]"]
"""The panels of each period, what both say beside each other, and the periods."""


class ChartsPage(QWidget):
    """One view at a time, of days that all views share; two periods stand beside each other."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("charts")
        self._context = context
        self._filter = TimelineFilter()
        self._found: Found | None = None
        self._writes = 0
        self._found_at = -1
        """How much had been written when what there is was last read."""
        look = context.look
        self.views = ViewSwitch(look, [(view.key, view.title) for view in VIEWS])
        self._choices = QWidget()
        above = QHBoxLayout(self._choices)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(16)
        above.addWidget(self.views, 1)
        self.range = RangeBar(look, above)
        self.filters = FilterLine(look)
        self._between = labels.muted(look, "", name="charts.compared")
        self._wait = labels.muted(look, text("One moment ..."), name="charts.wait")
        self._everything = buttons.quiet(
            look, text("Show everything"), name="charts.show_everything", flush=True
        )
        write = buttons.quiet(look, text("Write an entry"), name="charts.empty.write", flush=True)
        write.clicked.connect(partial(context.navigator.page_requested.emit, "journal"))
        self._nothing = EmptyState(
            look,
            text("Months at a glance"),
            text(
                "When there are entries with a mood, each day becomes one mark here, and a line "
                "shows the middle of seven days. Days without entries stay empty."
            ),
            (write,),
            name="charts.empty",
        )
        self.short_spells = tick(
            "charts.low_spells.short",
            text("Also low spells that begin with two days"),
            False,
            self._work_out,
        )
        self.lower_days = LowerDaysChoice(context)
        self._month_look = MonthLookWay(context)
        self.early_signs = EarlySignsList(context)
        self._note = LowerDaysLine(context, name="charts.lower_days")
        self._beside = PanelGrid(look, self._panel)
        self._lay_out()
        self.views.chosen.connect(self._work_out)
        self.range.changed.connect(self._work_out)
        self.range.tools.filter_wanted.connect(self._choose_filter)
        self.range.tools.changes_wanted.connect(self.open_changes)
        self._everything.clicked.connect(self.range.show_all)
        self.filters.filter_changed.connect(self.set_filter)
        context.tasks.journal_changed.connect(self._journal_changed)
        context.look.look_changed.connect(self._arrange)

    def panels(self) -> list[ChartPanel]:
        """Return the panels of the view that is shown, of both periods."""
        return self._beside.panels

    def whereabouts(self) -> Whereabouts:
        """Return the way back to the picture or the table somebody goes on from."""
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        mark = focus.mark if isinstance(focus, ChartPicture) else None
        return Whereabouts("charts", text("Back to Charts"), partial(self._come_back, name, mark))

    def _come_back(self, name: str, mark: Hashable | None) -> None:
        """Have the keyboard where it was; the page may have read what changed meanwhile."""
        self._context.navigator.page_requested.emit("charts")
        found = self.findChild(QWidget, name) if name else None
        if found is None:
            return
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(found, ChartPicture) and mark is not None:
            found.show_mark(mark)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back from what was pulled out of a picture, when the keyboard is on one."""
        in_picture = isinstance(QApplication.focusWidget(), ChartPicture)
        if event.key() == Qt.Key.Key_Escape and in_picture and self.range.can_go_back:
            self.range.go_back()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give pictures their height again once what is above them has found its own."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fitting.start()
        return super().eventFilter(watched, event)

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
        for part in (self._choices, self.range, self._beside):
            part.setVisible(span is not None)
        self._nothing.setVisible(span is None)
        if span is None:
            self.short_spells.hide()
            self.lower_days.hide()
            self.early_signs.hide()
            self._month_look.hide()
            self.filters.hide()
            self._between.hide()
            self._everything.hide()
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
        is_bare = not any(panel.drawings or panel.table for panels in sides for panel in panels)
        if self.views.key == "early_signs" and self._found is not None:
            is_bare &= any(sign.is_counted for sign in self._found.early_signs)  # else no day helps
        self._everything.setVisible(is_bare and not self.range.shows_all and not self._filter)
        for part in (self.short_spells, self.lower_days):
            part.setVisible(self.views.key == "low_spells")
        self.early_signs.setVisible(self.views.key == "early_signs")
        self._month_look.setVisible(self.views.key == "wider")
        self._between.setText(between)
        self._between.setVisible(bool(between))
        self._beside.show_sides(sides, periods)

    def _panel(self, panel: Panel, is_other: bool) -> ChartPanel:
        name_end = ".other" if is_other else ""
        made, days = ChartPanel(self._context, panel, name_end=name_end), self.range
        made.day_opened.connect(self._open)
        made.stretch_chosen.connect(partial(days.show_stretch, is_other=is_other))
        made.zoomed.connect(partial(days.zoom, is_other=is_other))
        made.moved.connect(partial(days.go, is_other=is_other))
        made.as_table.turned.connect(partial(self._turn_beside, made))
        return made

    def _turn_beside(self, turned: ChartPanel, is_open: bool) -> None:
        """Keep what stands beside each other level: both tables, or none."""
        for panel in self.panels():
            if panel.panel.name == turned.panel.name and not is_narrow(self, self._context.look):
                panel.as_table.set_open(is_open=is_open)

    def _open(self, wanted: Opens) -> None:
        navigator = self._context.navigator
        is_filter = isinstance(wanted, TimelineFilter)
        (navigator.filter_requested if is_filter else navigator.day_requested).emit(wanted)

    def _journal_changed(self, changes: Changes) -> None:
        matters = (
            changes.entries,
            changes.thought_records,
            changes.times_of_change,
            changes.month_looks,
            changes.early_signs,
            changes.goals,
            changes.settings,
        )
        if any(matters):
            self._writes += 1
            if self.isVisible():
                self._read()

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(12)
        self._column.addWidget(self._choices)
        self._column.addWidget(self.range)
        self._column.addWidget(self.filters)
        self._column.addWidget(self._note)
        self._column.addWidget(self._wait)
        self._column.addWidget(self.short_spells)
        self._column.addWidget(self._month_look)
        self._column.addWidget(self._between)
        self._column.addWidget(self._beside)
        self._column.addWidget(self.lower_days)
        self._column.addWidget(self.early_signs)
        self._column.addWidget(self._everything, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        self._pane = ScrollPane("charts.scroll", self._inside)
        self._pane.keep_width()
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_pictures)
        self._inside.installEventFilter(self)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._pane)
        for part in (
            self._beside,
            self._between,
            self.short_spells,
            self.lower_days,
            self._month_look,
            self.early_signs,
            self._everything,
            self._nothing,
        ):
            part.hide()

    def _fit_pictures(self) -> None:
        """Have the first picture end where the window does, as far as it can give way."""
        pictures = [(panel, picture) for panel in self.panels() for picture in panel.pictures]
        if not pictures:
            return
        first, picture = pictures[0]
        above = first.mapTo(self._inside, QPoint()).y() + first.room_round_picture()
        room = self._pane.viewport().height() - above
        same = [other for _, other in pictures if other.drawing.name == picture.drawing.name]
        missing = max(other.whole_height for other in same) - room
        less = max(0, min(missing, *(other.spare for other in same)))
        for other in same:
            other.give_way(less)

    def _arrange(self) -> None:
        look = self._context.look
        margin = page_margin(self, look)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._beside.stand(beside=not is_narrow(self, look))
        self._nothing.setContentsMargins(0, look.px(56), 0, 0)
        self._between.setMaximumWidth(look.px(SENTENCE_WIDTH))
        self._fitting.start()


def _worked_out(key: str, asked: Asked, found: Found) -> Worked:
    from resilience_desktop.services.views.choosing import compared, panels

    return panels(key, asked, found), compared(key, asked, found), asked.periods
