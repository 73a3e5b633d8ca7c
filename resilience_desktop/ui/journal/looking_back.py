"""Everything written so far, and the ways through it: days, filters, the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.calendar_pane import CalendarPane
from resilience_desktop.ui.journal.filter_bar import FilterBar
from resilience_desktop.ui.journal.filter_panel import FilterPanel
from resilience_desktop.ui.journal.on_this_day import OnThisDay
from resilience_desktop.ui.journal.timeline import Timeline
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.ui.context import UiContext

_BAR = 12  # pixels beside the rows, most of them for the scroll bar
_INSET = 1  # pixels, so that the drawing of the first button begins where the rows do
_ROOM_FOR_BOTH = 760  # units a page is high that has calendar and timeline below each other


class LookingBack(QWidget):
    """The timeline with what stands above it, and the calendar beside it where there is room."""

    turned = Signal()
    """Somebody opened or closed the calendar or the filters."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self._mode: tuple[bool, bool] | None = None
        """Whether the calendar stands beside the list, and whether it takes its place."""
        self.timeline = Timeline(context)
        self.calendar = CalendarPane(context)
        self.filters = FilterBar(context)
        self._panel = FilterPanel(context)
        self._memories = OnThisDay(context)
        self.open_calendar = buttons.Opener(
            look, text("Calendar"), name="journal.open_calendar", flush=True
        )
        self.open_filters = buttons.Opener(
            look, text("Filter"), name="journal.open_filters", flush=True
        )
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(12)
        for tool in (self.open_filters, self.filters.saved, self.open_calendar):
            tools.addWidget(tool)
        tools.addStretch()
        self._tools.hide()
        self._above = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._memories.look()

    def start(self) -> None:
        """Read what is shown."""
        self.timeline.reload()

    def show_day(self, day: dt.date) -> None:
        """Show everything from this day back, whatever was chosen before."""
        self.open_filters.set_open(is_open=False)
        if self._covers:
            self.open_calendar.set_open(is_open=False)
        self._choose(TimelineFilter())
        self.timeline.show_day(day)

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self._panel if self.open_filters.is_open else self.timeline.list]

    def arrange(self, *, beside: bool, whole: bool, height: int) -> None:
        """Put the calendar beside the list, or above it, or where the page is low in its place.

        With ``whole`` the page scrolls, and nothing in here does.
        """
        self._panel.grow(whole=whole)
        set_margins(self._edges, _INSET, 0, 0 if whole else _BAR, 0)
        self.filters.leave_room(0 if whole else _BAR)
        self.timeline.leave_room(0 if whole else _BAR)
        covers = not (beside or whole) and height < self._context.look.px(_ROOM_FOR_BOTH)
        if (beside, covers) == self._mode:
            return
        self._mode = beside, covers
        place = self._row if beside else self._above
        place.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        settings = self._context.preferences.settings
        remembered = settings.calendar_beside if beside else settings.calendar_above
        self.open_calendar.set_open(is_open=remembered and not covers)
        self._show_parts()

    @property
    def _beside(self) -> bool:
        return self._mode is not None and self._mode[0]

    @property
    def _covers(self) -> bool:
        return self._mode is not None and self._mode[1]

    def _show_parts(self) -> None:
        """Show what is open, and the timeline unless that takes its place."""
        panel = self.open_filters.is_open
        calendar = self.open_calendar.is_open and not self._tools.isHidden()
        covers = panel or (calendar and self._covers)
        self.timeline.setVisible(not covers)
        self._panel.setVisible(panel)
        self._memories.make_room(is_needed=covers)
        if calendar and self.calendar.isHidden():
            self.calendar.show_today()
        self.calendar.setVisible(calendar and not (panel and not self._beside))

    def _turn_calendar(self, is_open: bool) -> None:
        beside, covers = self._beside, self._covers
        if is_open and not beside:
            self.open_filters.set_open(is_open=False)
        if not covers:
            key = "calendar_beside" if beside else "calendar_above"
            self._context.preferences.change(**{key: is_open})
        self._show_parts()
        self.turned.emit()

    def _turn_panel(self, is_open: bool) -> None:
        self._show_parts()
        if is_open:
            self._panel.open(self.timeline.filter)
        self.turned.emit()

    def _close_panel(self) -> None:
        self.open_filters.set_open(is_open=False)
        self.timeline.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, chosen: TimelineFilter) -> None:
        self.filters.show_filter(chosen)
        self.timeline.choose(chosen)
        if self.open_filters.is_open:
            self._panel.show_filter(chosen)

    def _rows_changed(self) -> None:
        """Offer ways through what is there only when something is."""
        self.calendar.mark_day(self.timeline.first_day)
        is_empty = self.timeline.is_empty
        if self._tools.isHidden() != is_empty:
            self._tools.setVisible(not is_empty)
            self._show_parts()

    def _lay_out(self) -> None:
        set_margins(self._above, 8, 4, 0, 12)
        self._panel.hide()
        column = QVBoxLayout()
        column.setSpacing(0)
        tools = self._tools
        top = BesideOrBelow(tools, self._memories, 12, least=lambda: tools.sizeHint().width())
        self._edges = QHBoxLayout()
        self._edges.addLayout(top)
        column.addLayout(self._edges)
        column.addLayout(self._above)
        column.addWidget(self.filters)
        column.addWidget(self.timeline, 1)
        column.addWidget(self._panel, 1)
        column.addStretch()  # for the calendar, where it takes the place of the list
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addLayout(column, 1)

    def _connect(self) -> None:
        self.open_calendar.turned.connect(self._turn_calendar)
        self.open_filters.turned.connect(self._turn_panel)
        self.calendar.day_chosen.connect(self.show_day)
        self._memories.day_chosen.connect(self.show_day)
        self.filters.filter_changed.connect(self._choose)
        self.filters.found_said.connect(self._panel.say_found)
        self._panel.filter_changed.connect(self._choose)
        self._panel.closed.connect(self._close_panel)
        self.timeline.everything_wanted.connect(self.filters.take_all_away)
        self.timeline.rows_changed.connect(self._rows_changed)
