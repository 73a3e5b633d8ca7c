"""Everything written so far, and the ways through it: days, filters, the calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.filter_bar import FilterBar
from resilience_desktop.ui.journal.on_this_day import OnThisDay
from resilience_desktop.ui.journal.timeline import Timeline
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.timeline_filter import TimelineFilter
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.calendar_pane import CalendarPane
    from resilience_desktop.ui.journal.filter_panel import FilterPanel

_BAR = 12  # pixels beside the rows, most of them for the scroll bar
_INSET = 1  # pixels, so that the drawing of the first button begins where the rows do
_LOW = 760  # units; a page lower than this has less room for a calendar above the list
_TOO_LOW = 660  # units; in such a page the calendar goes once a day is chosen
_NO_LIMIT = 16_777_215  # Qt's own
_PANEL = 320  # units the filters are wide beside the list


class LookingBack(QWidget):
    """The timeline with what stands above it; calendar and filters beside it if there is room.

    Both are made when they are first opened.
    """

    turned = Signal()
    """Somebody opened or closed the calendar or the filters."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        look = context.look
        self._beside: bool | None = None
        """Whether calendar and filters stand beside the list, when one of them is open."""
        self._is_low = self._is_whole = False
        """Whether a calendar above the list leaves little of it; whether the page scrolls."""
        self._height = 0
        self._calendar: CalendarPane | None = None
        self._panel: FilterPanel | None = None
        self.timeline = Timeline(context)
        self.filters = FilterBar(context)
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

    @property
    def calendar(self) -> CalendarPane:
        """The calendar, hidden until it is opened."""
        if self._calendar is None:
            from resilience_desktop.ui.journal.calendar_pane import CalendarPane

            self._calendar = CalendarPane(self._context)
            self._calendar.hide()
            self._calendar.day_chosen.connect(self._show_day)
            self._calendar.mark_day(self.timeline.first_day)
            self._place_calendar(self._calendar)
        return self._calendar

    @property
    def _filter_panel(self) -> FilterPanel:
        """The filters, hidden until they are opened."""
        if self._panel is None:
            from resilience_desktop.ui.journal.filter_panel import FilterPanel

            self._panel = FilterPanel(self._context)
            self._panel.hide()
            self._panel.filter_changed.connect(self._choose)
            self._panel.closed.connect(self._close_panel)
            self.filters.counted.connect(self._panel.say_count)
            self._place_panel(self._panel)
        return self._panel

    def start(self) -> None:
        """Read what is shown."""
        self.timeline.reload()

    def show_day(self, day: dt.date | None) -> None:
        """Show everything from this day or the newest back; the filter waits meanwhile."""
        self._show_day(day, unfiltered=True)

    def show_filtered(self, chosen: TimelineFilter) -> None:
        """Show only what passes a filter; the list has the keyboard."""
        self.open_filters.set_open(is_open=False)
        self._choose(chosen)
        self.timeline.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self._filter_panel if self.open_filters.is_open else self.timeline.list]

    def arrange(self, *, beside: bool, whole: bool, height: int) -> None:
        """Put calendar and filters beside the list, or the calendar above it.

        With ``whole`` the page scrolls, and nothing in here does.
        """
        side = 0 if whole else _BAR
        self._is_whole, self._height = whole, height
        set_margins(self._edges, _INSET, 0, side, 0)
        self.filters.leave_room(side)
        self.timeline.grow(whole=whole, side=side)
        set_margins(self._above, 8, 4, side, 12)
        is_low = not (beside or whole) and height < self._context.look.px(_TOO_LOW)
        stands, is_new = beside != self._beside, (beside, is_low) != (self._beside, self._is_low)
        self._beside, self._is_low = beside, is_low
        if self._calendar is not None:
            (self._place_calendar if stands else self._fit_calendar)(self._calendar)
        if self._panel is not None:
            (self._place_panel if stands else self._fit_panel)(self._panel)
        if is_new:
            self._show_calendar_again()
            self._show_parts()

    def _place_calendar(self, calendar: CalendarPane) -> None:
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        (self._row if self._beside else self._above).addWidget(calendar, 0, top)
        self._keep_order()
        self._fit_calendar(calendar)

    def _fit_calendar(self, calendar: CalendarPane) -> None:
        is_cramped = not (self._beside or self._is_whole)
        calendar.turns_with_wheel = not self._is_whole
        calendar.grid.stand_closer(closer=is_cramped and self._height < self._context.look.px(_LOW))

    def _place_panel(self, panel: FilterPanel) -> None:
        (self._row if self._beside else self._column).addWidget(panel, 1)
        self._keep_order()
        panel.stand(beside=bool(self._beside))
        self._fit_panel(panel)

    def _fit_panel(self, panel: FilterPanel) -> None:
        width = self._context.look.px(_PANEL)
        panel.grow(whole=self._is_whole)
        panel.setMinimumWidth(width if self._beside else 0)
        panel.setMaximumWidth(width if self._beside else _NO_LIMIT)

    def _keep_order(self) -> None:
        """Keep the order a screen reader goes in: after the calendar."""
        for part in (self.filters, self.timeline, self._panel):
            if part is not None:
                part.raise_()

    def _show_calendar_again(self) -> None:
        """Open the calendar if somebody wants it open, and the filters are not in its place."""
        settings = self._context.preferences.settings
        above = settings.calendar_above and not self._is_low
        wanted = settings.calendar_beside if self._beside else above
        with QSignalBlocker(self.open_calendar):
            self.open_calendar.set_open(is_open=wanted and not self.open_filters.is_open)

    def _show_parts(self) -> None:
        """Show what is open: the calendar, or the filters, for the list where there is no room."""
        panel = self.open_filters.is_open
        calendar = self.open_calendar.is_open and not self._tools.isHidden()
        covers = panel and not self._beside
        self.timeline.setVisible(not covers)
        if panel or self._panel is not None:
            self._filter_panel.setVisible(panel)
        self._memories.make_room(is_needed=covers)
        self._make_room_for_filters()
        if calendar and self.calendar.isHidden():
            self.calendar.show_month_of(self.timeline.day_in_sight())
        if calendar or self._calendar is not None:
            self.calendar.setVisible(calendar)

    def _make_room_for_filters(self) -> None:
        covers = self.open_filters.is_open and not self._beside
        self.filters.make_room(is_needed=covers or self.timeline.is_filter_aside)

    def _turn_calendar(self, is_open: bool) -> None:
        if not self._is_low:
            key = "calendar_beside" if self._beside else "calendar_above"
            self._context.preferences.change(**{key: is_open})
        if is_open:
            self.open_filters.set_open(is_open=False)
        self._show_parts()
        self.turned.emit()

    def _turn_panel(self, is_open: bool) -> None:
        self._show_calendar_again()
        self._show_parts()
        if is_open:
            self._filter_panel.open(self.timeline.filter)
            self.filters.count()
        self.turned.emit()

    def _show_day(
        self, day: dt.date | None, *, alone: bool = False, unfiltered: bool = False
    ) -> None:
        if not self._beside:
            self.open_filters.set_open(is_open=False)
            self._close_low_calendar()
        self.timeline.show_day(day, alone=alone, unfiltered=unfiltered)

    def _close_low_calendar(self) -> None:
        if self._is_low and self.open_calendar.is_open:
            self.open_calendar.set_open(is_open=False)
            self.timeline.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_panel(self) -> None:
        self.open_filters.set_open(is_open=False)
        self.timeline.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, chosen: TimelineFilter) -> None:
        self.filters.show_filter(chosen)
        self.timeline.choose(chosen)
        if self.open_filters.is_open:
            self._filter_panel.show_filter(chosen)

    def _rows_changed(self) -> None:
        """Offer ways through what is there only when something is."""
        if self._calendar is not None:
            self._calendar.mark_day(self.timeline.first_day)
        self._make_room_for_filters()
        is_empty = self.timeline.is_empty
        if self._tools.isHidden() != is_empty:
            self._tools.setVisible(not is_empty)
            self._show_parts()

    def _lay_out(self) -> None:
        self._list_side = QWidget()
        column = self._column = QVBoxLayout(self._list_side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools = self._tools
        top = BesideOrBelow(tools, self._memories, 12, least=lambda: tools.sizeHint().width())
        self._edges = QHBoxLayout()
        self._edges.addLayout(top)
        column.addLayout(self._edges)
        column.addLayout(self._above)
        column.addWidget(self.filters)
        column.addWidget(self.timeline, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self._list_side, 2)

    def _connect(self) -> None:
        self.open_calendar.turned.connect(self._turn_calendar)
        self.open_filters.turned.connect(self._turn_panel)
        self._memories.day_chosen.connect(partial(self._show_day, alone=True, unfiltered=True))
        self.filters.filter_changed.connect(self._choose)
        self.timeline.everything_wanted.connect(self.filters.take_all_away)
        self.timeline.rows_changed.connect(self._rows_changed)
