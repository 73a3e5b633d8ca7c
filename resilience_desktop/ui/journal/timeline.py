"""Everything written so far, day by day, newest first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import text
from resilience_desktop.services.journal import Place
from resilience_desktop.ui.bin import move_to_bin
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.rows import timeline_rows
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widgets.written_rows import Heading

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Page
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.written_rows import Row

PAGE = 40
_MOST = 200  # rows that are loaded at a time; what is further away is read again
_NEAR_TOP = 400  # pixels before the top at which what was let go is read again


class Timeline(QWidget):
    """A list that goes on as far back as there are entries, of which it holds a stretch."""

    entry_opened = Signal(str)
    seal_requested = Signal(object)
    """A ``Row`` someone wants to seal."""
    rows_changed = Signal()
    everything_wanted = Signal()
    """Somebody wants to see everything, whatever the filters say."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._from: dt.date | None = None
        self._filter = TimelineFilter()
        self._places: list[Place] = []
        """Where each row stands."""
        self._above: Place | None = None
        """The place below which the rows begin, if newer ones were let go."""
        self._end: Place | None = None
        self._asks_above = False
        look = context.look
        self._from_words = labels.label(look, "", name="journal.from_day")
        back = buttons.quiet(look, text("Back to the newest"), name="journal.newest")
        back.clicked.connect(self.show_newest)
        self._from_bar = QWidget()
        bar = self._bar = QHBoxLayout(self._from_bar)
        self.leave_room(0)
        bar.addWidget(self._from_words, 1)
        bar.addWidget(back)
        self.list = WrittenList(
            look, name="journal.timeline", spoken_name=text("What you wrote, newest first")
        )
        self.list.row_opened.connect(self._open)
        self.list.bin_requested.connect(self._bin)
        self.list.star_requested.connect(self._star)
        self.list.seal_requested.connect(self.seal_requested)
        self.list.rows.more_wanted.connect(self._load_more)
        self.list.verticalScrollBar().valueChanged.connect(self._load_newer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._from_bar)
        # Not a stacked layout: it would forget how high the list is where the page scrolls.
        self._empty, self._nothing = self._empty_state(), self._nothing_found()
        for part in (self.list, self._empty, self._nothing):
            column.addWidget(part, 1)
        self._show_only(self.list)
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
    def is_empty(self) -> bool:
        """Whether nothing was ever written, as far as is known."""
        return not self._empty.isHidden()

    def leave_room(self, side: int) -> None:
        """Keep what stands above the list away from the edge that reading ends at."""
        set_margins(self._bar, 8, 0, side, 4)

    def show_newest(self) -> None:
        """Show the timeline from its newest entry."""
        self._begin(None)

    def show_day(self, day: dt.date) -> None:
        """Show the timeline from this day back."""
        self._begin(day)

    def choose(self, chosen: TimelineFilter) -> None:
        """Show only what a filter lets through."""
        if chosen != self._filter:
            self._filter = chosen
            self._begin(None)

    def show_from_its_beginning(self) -> None:
        """Read what was let go at the top: there is nothing that would ask for it by scrolling."""
        if self._above is not None:
            self._begin(self._from)

    def reload(self, *, to_top: bool = False) -> None:
        """Read again what is shown."""
        day, chosen = self._from, self._filter
        start = self._above or (Place.end_of(day) if day else None)
        limit = max(PAGE, len(self._places))

        def show(found: tuple[Page, dt.date]) -> None:
            page, today = found
            self._places, self._end, self._asks_above = list(page.places), page.end, False
            bar = self.list.verticalScrollBar()
            place = 0 if to_top else bar.value()
            rows = timeline_rows(page.items, today, moods=page.days)
            self.list.rows.show_rows(rows, more=page.end is not None)
            self._show_state(day, chosen)
            self.list.doItemsLayout()
            bar.setValue(place)
            self.rows_changed.emit()

        self._context.tasks.read(
            lambda journal: (journal.timeline(start, limit, chosen), journal.today()),
            show,
            owner=self,
            latest="journal.timeline",
        )

    def _begin(self, day: dt.date | None) -> None:
        self._from, self._above, self._places = day, None, []
        self.reload(to_top=True)

    def _show_state(self, day: dt.date | None, chosen: TimelineFilter) -> None:
        nothing = self._nothing if chosen else self._empty
        self._show_only(self.list if self._places or (day and not chosen) else nothing)
        self._from_bar.setVisible(day is not None)
        if day is not None:
            words = text("From {day} back")
            self._from_words.setText(words.format(day=i18n.day(day, weekday=True)))

    def _show_only(self, shown: QWidget) -> None:
        for part in (self.list, self._empty, self._nothing):
            part.setVisible(part is shown)

    # Further back and forward again

    def _load_more(self) -> None:
        end, chosen = self._end, self._filter
        if end is None:
            return
        self._asks_above = False  # that answer is not waited for any more

        def show(found: tuple[Page, dt.date]) -> None:
            page, today = found
            model = self.list.rows
            self._end = page.end
            self._places += page.places
            rows = timeline_rows(page.items, today, model.last_heading(), page.days)
            model.add_rows(rows, more=page.end is not None)
            if model.scrolls:
                self._let_go_above()
            self.rows_changed.emit()

        self._context.tasks.read(
            lambda journal: (journal.timeline(end, PAGE, chosen), journal.today()),
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
        chosen = self._filter
        if self._from is not None:
            last = min(self._from, chosen.last) if chosen.last else self._from
            chosen = replace(chosen, last=last)

        def show(found: tuple[Page, dt.date]) -> None:
            page, today = found
            self._asks_above = False
            self._above = page.places[0] if len(page.places) == PAGE else None
            self._places[:0] = page.places
            rows = timeline_rows(page.items, today, moods=page.days)
            self.list.leave_in_place(lambda: model.put_above(rows))
            self._let_go_below()
            self.rows_changed.emit()

        self._context.tasks.read(
            lambda journal: (journal.newer(above, PAGE, chosen), journal.today()),
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

    def _nothing_found(self) -> EmptyState:
        look = self._context.look
        take_away = buttons.quiet(
            look,
            text("Take all filters away"),
            name="journal.nothing.all",
            flush=True,
            drawing="close",
        )
        take_away.clicked.connect(self.everything_wanted)
        nothing = EmptyState(
            look,
            text("Nothing fits all of this"),
            text("Everything you wrote is still there. With fewer filters, more of it is shown."),
            (take_away,),
            name="journal.nothing",
            above=look.px(48),
        )
        nothing.setContentsMargins(8, 0, 24, 8)
        return nothing

    def _empty_state(self) -> EmptyState:
        look, navigator = self._context.look, self._context.navigator
        bring = buttons.quiet(
            look,
            text("Bring in entries from another app"),
            name="journal.empty.import",
            flush=True,
            drawing="download",
        )
        bring.clicked.connect(navigator.import_requested)
        example = buttons.quiet(
            look,
            text("Look around with example entries"),
            name="journal.empty.demo",
            flush=True,
            drawing="book",
        )
        example.clicked.connect(navigator.demo_requested)
        record = buttons.quiet(
            look,
            text("Start with a thought record"),
            name="journal.empty.record",
            flush=True,
            drawing="record",
        )
        record.clicked.connect(self._start_record)
        empty = EmptyState(
            look,
            text("This side fills up as you write"),
            text(
                "Entries appear here by day, newest first. There is no right amount: "
                "a number on its own is an entry, and so is one sentence."
            ),
            (bring, example, record),
            name="journal.empty",
            above=look.px(48),
        )
        empty.setContentsMargins(8, 0, 24, 8)
        return empty

    def _journal_changed(self, changes: Changes) -> None:
        if changes.entries or changes.thought_records:
            self.reload()

    def _open(self, row: Row) -> None:
        if row.kind == Kind.ENTRY:
            self.entry_opened.emit(row.id)
        else:
            self._context.navigator.thought_record_requested.emit(row.id)

    def _bin(self, row: Row) -> None:
        move_to_bin(self._context, row.id, row.kind, owner=self)

    def _star(self, row: Row) -> None:
        starred = not row.starred
        said = text("Marked for your next session") if starred else text("No longer marked")

        def tell(_changes: Changes) -> None:
            announce(self.list, said)

        self._context.tasks.write(
            lambda journal: journal.star(row.id, starred=starred), tell, owner=self
        )

    def _start_record(self) -> None:
        self._context.navigator.thought_record_requested.emit("")
