"""Everything written so far, day by day, newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import text
from resilience_desktop.services.looking import Place
from resilience_desktop.ui import practice_row
from resilience_desktop.ui.bin import move_to_bin
from resilience_desktop.ui.never_share import set_never_shared, set_record_never_shared
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.rows import timeline_rows
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.scroll_pane import bring_into_sight
from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widgets.written_rows import Heading

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.looking import Page
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.written_rows import Row

PAGE = 40
_MOST = 200  # rows that are loaded at a time; what is further away is read again
_NEAR_TOP = 400  # pixels before the top at which what was let go is read again


class Timeline(QWidget):
    """A list that goes on as far back as there are entries, of which it holds a stretch."""

    entry_opened = Signal(str)
    large_requested = Signal(object)
    """A ``Row`` of an entry someone wants to read on the whole screen."""
    seal_requested = Signal(object)
    """A ``Row`` someone wants to seal."""
    rows_changed = Signal()
    everything_wanted = Signal()
    """Somebody wants to see everything, whatever the filters say."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._from: dt.date | None = None
        self._alone = False
        """Whether only that day is shown."""
        self._unfiltered = False
        self._whole = False
        self._filter = TimelineFilter()
        self._places: list[Place] = []
        """Where each row stands."""
        self._above: Place | None = None
        """The place below which the rows begin, if newer ones were let go."""
        self._end: Place | None = None
        self._asks_above = False
        self._goes_to_top = False
        """Whether the next rows are to be read from their first."""
        look = context.look
        self._from_words = labels.label(look, "", name="journal.from_day")
        back = self._back = buttons.quiet(look, text("Back to the newest"), name="journal.newest")
        back.clicked.connect(self.show_newest)
        self._from_bar = QWidget()
        bar = self._bar = QHBoxLayout(self._from_bar)
        bar.addWidget(self._from_words, 1)
        bar.addWidget(back)
        self.list = WrittenList(
            look, name="journal.timeline", spoken_name=text("What you wrote, newest first")
        )
        self.list.row_opened.connect(self._open)
        self.list.bin_requested.connect(self._bin)
        self.list.star_requested.connect(self._star)
        self.list.large_requested.connect(self.large_requested)
        self.list.seal_requested.connect(self.seal_requested)
        self.list.never_share_requested.connect(self._never_share)
        self.list.rows.more_wanted.connect(self._load_more)
        self.list.verticalScrollBar().valueChanged.connect(self._load_newer)
        self._further = buttons.quiet(
            look, text("Further back"), name="journal.further", flush=True, drawing="chevron-down"
        )
        self._further.clicked.connect(self._go_further)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._from_bar)
        # Not a stacked layout: it would forget how high the list is where the page scrolls.
        self._empty: QWidget | None = None
        self._nothing: QWidget | None = None
        self._column = column
        column.addWidget(self.list, 1)
        column.addWidget(self._further, 0, Qt.AlignmentFlag.AlignLeading)
        self.grow(whole=False, side=0)
        self._from_bar.hide()
        context.tasks.journal_changed.connect(self._journal_changed)

    @property
    def first_day(self) -> dt.date | None:
        """The day it begins with, if somebody chose one."""
        return self._from

    @property
    def filter(self) -> TimelineFilter:
        """What is let through."""
        return self._filter

    @property
    def is_filter_aside(self) -> bool:
        """Whether there is a filter that what is shown does not follow."""
        return self._unfiltered and bool(self._filter)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever written, as far as is known."""
        return self._empty is not None and not self._empty.isHidden()

    def grow(self, *, whole: bool, side: int) -> None:
        """Be as high as the rows where the page scrolls as a whole, or let the list scroll.

        What stands above the list keeps ``side`` pixels away from the edge that reading ends at.
        """
        self._whole = whole
        policy = QSizePolicy.Policy  # where it scrolls by itself, what is above it goes first
        self.list.setSizePolicy(policy.Expanding, policy.Expanding if whole else policy.Ignored)
        set_margins(self._bar, 8, 0, side, 4)
        self._offer_more()

    def shows(self, id_: str) -> bool:
        """Whether a row is in sight, or among the rows where the page scrolls as a whole."""
        index, seen = self.list.rows.index_of(id_), self.list.viewport().rect()
        in_sight = self._whole or self.list.visualRect(index).intersects(seen)
        return index.isValid() and in_sight and not self.isHidden()

    def show_newest(self) -> None:
        """Show the timeline from its newest entry."""
        self._begin(None)

    def show_day(
        self, day: dt.date | None, *, alone: bool = False, unfiltered: bool = False
    ) -> None:
        """Show the timeline from this day or the newest back, or this day alone.

        With ``unfiltered`` the filter is set aside until somebody goes back.
        """
        self._begin(day, alone=alone, unfiltered=unfiltered)

    def day_in_sight(self) -> dt.date | None:
        """Return the day at the top of what is shown, or None where that is the newest."""
        model, bar = self.list.rows, self.list.verticalScrollBar()
        index = self.list.indexAt(QPoint(self.list.viewport().width() // 2, 8))
        if not index.isValid() or (bar.value() == 0 and self._above is None):
            return self._from
        above = (model.row_at(model.index(number)) for number in range(index.row()))
        passed = sum(not isinstance(row, Heading) for row in above)
        return dt.date.fromisoformat(self._places[passed].day)

    def choose(self, chosen: TimelineFilter) -> None:
        """Show only what a filter lets through."""
        if chosen != self._filter or self.is_filter_aside:
            self._filter = chosen
            self._begin(None)

    def show_from_its_beginning(self) -> None:
        """Read what was let go at the top: there is nothing that would ask for it by scrolling."""
        if self._above is not None:
            self._begin(self._from, unfiltered=self._unfiltered)

    def reload(self, *, to_top: bool = False) -> None:
        """Read again what is shown."""
        day, chosen = self._from, self._wanted()
        start = self._above or (Place.end_of(day) if day else None)
        limit = max(PAGE, len(self._places))

        def show(found: tuple[Page, dt.date]) -> None:
            page, today = found
            self._places, self._end, self._asks_above = list(page.places), page.end, False
            bar = self.list.verticalScrollBar()
            place = 0 if to_top else bar.value()
            rows = timeline_rows(page, today)
            self.list.show_rows(rows, more=page.end is not None)
            self._show_state()
            self.list.doItemsLayout()
            bar.setValue(place)
            self.rows_changed.emit()
            if self._goes_to_top:
                self._goes_to_top = False
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                QTimer.singleShot(0, self, self._go_to_top)

        self._context.tasks.read(
            lambda journal: (journal.looking.timeline(start, limit, chosen), journal.today()),
            show,
            owner=self,
            latest="journal.timeline",
        )

    def _begin(self, day: dt.date | None, *, alone: bool = False, unfiltered: bool = False) -> None:
        self._from, self._alone, self._above, self._places = day, alone, None, []
        self._unfiltered = unfiltered
        self.reload(to_top=True)

    def _wanted(self) -> TimelineFilter:
        """Return what is let through: the filter, and of a day alone no other."""
        chosen = TimelineFilter() if self._unfiltered else self._filter
        return replace(chosen, first=self._from, last=self._from) if self._alone else chosen

    def _show_state(self) -> None:
        day, aside = self._from, self.is_filter_aside
        is_filtered = bool(self._filter) and not aside
        if self._places or (day and not is_filtered):
            self._show_only(self.list)
        else:
            self._show_only(self._nothing_found() if is_filtered else self._nothing_written())
        self._from_bar.setVisible(day is not None or aside)
        self._back.setText(text("Back to the filter") if aside else text("Back to the newest"))
        if day is not None:
            words = text("Only {day}") if self._alone else text("From {day} back")
            self._from_words.setText(words.format(day=i18n.day(day, weekday=True)))
        else:
            self._from_words.setText(text("Without the filter"))
        self._offer_more()

    @property
    def _is_full(self) -> bool:
        """Whether nothing more is loaded below: where the page scrolls, no row is let go."""
        places = self._places
        return self._whole and len(places) >= _MOST and places[0].day != places[-1].day

    def _offer_more(self) -> None:
        self._further.setVisible(self._is_full and self._end is not None)

    def _go_further(self) -> None:
        """Show the timeline from the last day that is loaded."""
        day = dt.date.fromisoformat(self._places[-1].day)
        self._begin(day, unfiltered=self._unfiltered)
        self._goes_to_top = True

    def _show_only(self, shown: QWidget) -> None:
        for part in (self.list, self._empty, self._nothing):
            if part is not None:
                part.setVisible(part is shown)

    def _nothing_found(self) -> QWidget:
        if self._nothing is None:
            from resilience_desktop.ui.journal.nothing_here import nothing_found

            self._nothing = nothing_found(self._context.look, self.everything_wanted)
            self._put_in_place_of_list(self._nothing)
        return self._nothing

    def _nothing_written(self) -> QWidget:
        if self._empty is None:
            from resilience_desktop.ui.journal.nothing_here import nothing_written

            self._empty = nothing_written(self._context)
            self._put_in_place_of_list(self._empty)
        return self._empty

    def _put_in_place_of_list(self, nothing: QWidget) -> None:
        nothing.hide()
        self._column.insertWidget(self._column.indexOf(self._further), nothing, 1)
        nothing.stackUnder(self._further)

    # Further back and forward again

    def _go_to_top(self) -> None:
        bring_into_sight(self._from_bar, self._from_bar.rect())

    def _load_more(self) -> None:
        end, chosen = self._end, self._wanted()
        if end is None:
            return
        if self._is_full:
            self.list.rows.add_rows((), more=True)
            return
        self._asks_above = False  # that answer is not waited for any more

        def show(found: tuple[Page, dt.date]) -> None:
            page, today = found
            model = self.list.rows
            self._end = page.end
            self._places += page.places
            rows = timeline_rows(page, today, model.last_heading())
            model.add_rows(rows, more=page.end is not None)
            if model.scrolls:
                self._let_go_above()
            self._offer_more()
            self.rows_changed.emit()

        self._context.tasks.read(
            lambda journal: (journal.looking.timeline(end, PAGE, chosen), journal.today()),
            show,
            owner=self,
            latest="journal.timeline",
        )

    def _load_newer(self, value: int) -> None:
        above, model = self._above, self.list.rows
        is_asking = self._asks_above or model.is_waiting
        if above is None or is_asking or value > _NEAR_TOP or not model.scrolls:
            return
        self._asks_above = True
        chosen = self._wanted()
        if self._from is not None:
            last = min(self._from, chosen.last) if chosen.last else self._from
            chosen = replace(chosen, last=last)

        def show(found: tuple[Page, dt.date]) -> None:
            page, today = found
            self._asks_above = False
            self._above = page.places[0] if len(page.places) == PAGE else None
            self._places[:0] = page.places
            rows = timeline_rows(page, today)
            self.list.leave_in_place(lambda: model.put_above(rows))
            self._let_go_below()
            self.rows_changed.emit()

        self._context.tasks.read(
            lambda journal: (journal.looking.newer(above, PAGE, chosen), journal.today()),
            show,
            owner=self,
            latest="journal.timeline",
        )

    def _let_go_above(self) -> None:
        model = self.list.rows
        if len(self._places) <= _MOST:
            return
        kept = model.rows()[len(self._places) - _MOST]
        number = model.start_of_day(model.index_of(kept.id).row())
        if number:
            self.list.leave_in_place(lambda: model.drop_first(number))
            gone = len(self._places) - len(model.rows())
            self._above = self._places[gone - 1]
            del self._places[:gone]

    def _let_go_below(self) -> None:
        model = self.list.rows
        if len(self._places) <= _MOST:
            return
        first_gone = model.rows()[_MOST]
        number = model.index_of(first_gone.id).row()
        if isinstance(model.row_at(model.index(number - 1)), Heading):
            number -= 1
        model.drop_last(model.rowCount() - number)
        self._end = self._places[_MOST - 1]
        del self._places[_MOST:]

    def _journal_changed(self, changes: Changes) -> None:
        if changes.entries or changes.thought_records or changes.practices or changes.toolkit:
            self.reload()

    def _open(self, row: Row) -> None:
        if row.kind == Kind.ENTRY:
            self.entry_opened.emit(row.id)
        elif row.kind == Kind.PRACTICE:
            self._context.navigator.practice_requested.emit(row.id)
        else:
            self._context.navigator.thought_record_requested.emit(row.id)

    def _bin(self, row: Row) -> None:
        if row.kind == Kind.PRACTICE:
            practice_row.remove(self._context, row.id, owner=self)
        else:
            move_to_bin(self._context, row.id, row.kind, owner=self)

    def _never_share(self, row: Row) -> None:
        set_row = set_never_shared if row.kind == Kind.ENTRY else set_record_never_shared
        set_row(self._context, row.id, never=not row.never_share, owner=self)

    def _star(self, row: Row) -> None:
        starred = not row.starred
        said = text("Marked for your next session") if starred else text("No longer marked")

        def tell(_changes: Changes) -> None:
            announce(self.list, said)

        self._context.tasks.write(
            lambda journal: journal.marks.star(row.id, starred=starred), tell, owner=self
        )
