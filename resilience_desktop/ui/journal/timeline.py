"""Everything written so far, day by day, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.search import Kind
from resilience_desktop.i18n import text
from resilience_desktop.services.journal import Place
from resilience_desktop.ui.bin import move_to_bin
from resilience_desktop.ui.rows import timeline_rows
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.written_list import WrittenList

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Page
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.written_rows import Row

PAGE = 40


class Timeline(QWidget):
    """A list that goes on as far back as there are entries."""

    entry_opened = Signal(str)
    rows_changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._from: dt.date | None = None
        self._end: Place | None = None
        self._loaded = PAGE
        look = context.look
        self._from_words = labels.label(look, "", name="journal.from_day")
        back = buttons.quiet(look, text("Back to the newest"), name="journal.newest")
        back.clicked.connect(self.show_newest)
        self._from_bar = QWidget()
        bar = QHBoxLayout(self._from_bar)
        set_margins(bar, 8, 0, 0, 4)
        bar.addWidget(self._from_words, 1)
        bar.addWidget(back)
        self.list = WrittenList(
            look, name="journal.timeline", spoken_name=text("What you wrote, newest first")
        )
        self.list.row_opened.connect(self._open)
        self.list.bin_requested.connect(self._bin)
        self.list.rows.more_wanted.connect(self._load_more)
        self._empty = self._empty_state()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._from_bar)
        self._stack = QStackedLayout(column)  # in its place first: it shows what it is given
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._from_bar.hide()
        context.tasks.journal_changed.connect(self._journal_changed)

    def show_newest(self) -> None:
        """Show the timeline from its newest entry."""
        self._from = None
        self._loaded = PAGE
        self.reload(to_top=True)

    def show_day(self, day: dt.date) -> None:
        """Show the timeline from this day back."""
        self._from = day
        self._loaded = PAGE
        self.reload(to_top=True)

    def reload(self, *, to_top: bool = False) -> None:
        """Read again what is shown."""
        start = Place.end_of(self._from) if self._from else None
        limit = self._loaded

        def show(found: tuple[Page, dt.date]) -> None:
            page, today = found
            self._end = page.end
            bar = self.list.verticalScrollBar()
            place = 0 if to_top else bar.value()
            self.list.rows.show_rows(timeline_rows(page.items, today), more=page.end is not None)
            self._stack.setCurrentIndex(0 if page.items or self._from else 1)
            self._from_bar.setVisible(self._from is not None)
            if self._from is not None:
                self._from_words.setText(
                    text("From {day} back").format(day=i18n.day(self._from, weekday=True))
                )
            self.list.doItemsLayout()
            bar.setValue(place)
            self.rows_changed.emit()

        self._context.tasks.read(
            lambda journal: (journal.timeline(start, limit), journal.today()),
            show,
            owner=self,
            latest="journal.timeline",
        )

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
        )
        empty.setContentsMargins(8, look.px(88), 24, 24)
        return empty

    def _load_more(self) -> None:
        end = self._end
        if end is None:
            return

        def show(found: tuple[Page, dt.date]) -> None:
            page, today = found
            self._end = page.end
            self._loaded += len(page.items)
            rows = timeline_rows(page.items, today, self.list.rows.last_heading())
            self.list.rows.add_rows(rows, more=page.end is not None)
            self.rows_changed.emit()

        self._context.tasks.read(
            lambda journal: (journal.timeline(end, PAGE), journal.today()),
            show,
            owner=self,
            latest="journal.timeline",
        )

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

    def _start_record(self) -> None:
        self._context.navigator.thought_record_requested.emit("")
