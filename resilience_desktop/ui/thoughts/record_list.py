"""All thought records: those still open first, then the newest; searched, filtered, in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.i18n import text
from resilience_desktop.ui.look_again_line import LookAgainLine
from resilience_desktop.ui.never_share import set_record_never_shared
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.rows import short_days
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.thoughts.kept_menu import KeptMenu
from resilience_desktop.ui.thoughts.other_form import OtherForm
from resilience_desktop.ui.thoughts.record_filter_bar import RecordFilterBar
from resilience_desktop.ui.thoughts.record_rows import record_rows
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.row_painter import ROW_SIDE
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.record_brief import RecordBrief
    from resilience_desktop.services.record_book import RecordPage
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.written_rows import Row

PAGE = 40


class RecordList(QWidget):
    """The list, and the ways to a new record and to what all of them show."""

    new_requested = Signal()
    form_requested = Signal(str)
    """Id of the form that a new record is to begin with."""
    record_opened = Signal(str)
    bin_requested = Signal(str)
    seen_requested = Signal()
    """Somebody wants to see what the records show."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("thoughts.list_page")
        self._context = context
        self._filter = RecordFilter()
        self._last: RecordBrief | None = None
        """The record that the next page comes after."""
        self._loaded = 0
        look = context.look
        self.new = buttons.primary(
            look, text("New thought record"), name="thoughts.new", drawing="plus"
        )
        self.new.clicked.connect(self.new_requested)
        self.seen = buttons.quiet(
            look, text("What my records show"), name="thoughts.seen", drawing="chart", flush=True
        )
        self.seen.clicked.connect(self.seen_requested)
        self._patterns = buttons.quiet(
            look, text("Thinking patterns"), name="thoughts.pattern_list", drawing="book"
        )
        self._patterns.clicked.connect(lambda: context.navigator.patterns_requested.emit(""))
        self._kept = KeptMenu(context, name="thoughts.kept")
        self._kept.setProperty("flush", "end")
        self.bar = RecordFilterBar(context, (self.seen, self._patterns, self._kept))
        self.bar.filter_changed.connect(self.choose)
        self.bar.list_wanted.connect(self._go_to_list)
        self.list = WrittenList(
            look,
            name="thoughts.list",
            spoken_name=text("Thought records"),
            when_samples=short_days(),
            has_drawings=False,
        )
        self.list.row_opened.connect(self._open)
        self.list.bin_requested.connect(self._bin)
        self.list.star_requested.connect(self._star)
        self.list.never_share_requested.connect(self._never_share)
        self.list.rows.more_wanted.connect(self._load_more)
        self._empty = self._nothing_written()
        self._nothing = self._nothing_found()
        self._head = self._make_head()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._above = QVBoxLayout()
        self._above.setSpacing(0)
        self._column.addLayout(self._above)
        for part in (self._head, LookAgainLine(context, name="thoughts.waiting"), self.bar):
            self._above.addWidget(part)
        self._stack = QStackedLayout(self._column)  # in its place first: it shows what it is given
        for part in (
            self.list,
            ScrollPane("thoughts.empty.scroll", self._empty),
            ScrollPane("thoughts.nothing.scroll", self._nothing),
        ):
            self._stack.addWidget(part)
        context.tasks.journal_changed.connect(self._journal_changed)
        context.look.look_changed.connect(self._arrange)
        self.list.verticalScrollBar().rangeChanged.connect(self._arrange)
        self.reload()

    @property
    def filter(self) -> RecordFilter:
        """What is let through."""
        return self._filter

    def beginning(self) -> QWidget:
        """Return the way to a new record that is in view."""
        return self._start if self._stack.currentIndex() == 1 else self.new

    def choose(self, chosen: RecordFilter) -> None:
        """Show only what a filter lets through."""
        if chosen != self._filter:
            self._filter, self._loaded = chosen, 0
            self.bar.show_filter(chosen)
            self.reload(to_top=True)

    def reload(self, *, to_top: bool = False) -> None:
        """Read again as many records as are shown."""
        chosen, limit = self._filter, max(PAGE, self._loaded)

        def show(found: RecordPage) -> None:
            self._show(found, limit, to_top=to_top)

        self._context.tasks.read(
            lambda journal: journal.records.beginning(chosen, limit),
            show,
            owner=self,
            latest="thoughts.list",
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a readable measure."""
        super().resizeEvent(event)
        self._arrange()

    def _show(self, found: RecordPage, limit: int, *, to_top: bool) -> None:
        bar = self.list.verticalScrollBar()
        place = 0 if to_top else bar.value()
        records = found.records
        self._loaded, self._last = len(records), records[-1] if records else None
        self.list.rows.show_rows(record_rows(records), more=len(records) == limit)
        self.list.doItemsLayout()
        bar.setValue(place)
        any_ = found.any_written or bool(self._filter)
        self._head.setVisible(any_)
        self.bar.setVisible(any_)
        self._stack.setCurrentIndex(0 if records else 2 if any_ else 1)
        self.bar.say_found(found.number)
        self._arrange()

    def _load_more(self) -> None:
        chosen, last = self._filter, self._last

        def show(records: list[RecordBrief]) -> None:
            model = self.list.rows
            self._loaded += len(records)
            self._last = records[-1] if records else None
            rows = record_rows(records, model.last_heading(), last.day if last else None)
            model.add_rows(rows, more=len(records) == PAGE)

        self._context.tasks.read(
            lambda journal: journal.records.page(chosen, last, PAGE),
            show,
            owner=self,
            latest="thoughts.list",
        )

    def _arrange(self, *_: object) -> None:
        """Put everything between the same two edges; the scroll bar of the list is beyond them."""
        look = self._context.look
        margin = page_margin(self, look)
        side = max(margin, (self.width() - look.px(880)) // 2) - ROW_SIDE
        top = look.px(88) if self._stack.currentIndex() == 1 else margin
        bar = self.list.verticalScrollBar()
        beyond = min(side, bar.sizeHint().width() if bar.maximum() else 0)
        set_margins(self._column, side, top, side - beyond, 0)
        set_margins(self._above, ROW_SIDE, 0, ROW_SIDE + beyond, 0)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.thought_records:
            self.reload()

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, row: Row) -> None:
        self.record_opened.emit(row.id)

    def _bin(self, row: Row) -> None:
        self.bin_requested.emit(row.id)

    def _never_share(self, row: Row) -> None:
        set_record_never_shared(self._context, row.id, never=not row.never_share, owner=self)

    def _star(self, row: Row) -> None:
        starred = not row.starred
        said = text("Marked for your next session") if starred else text("No longer marked")

        def tell(_changes: Changes) -> None:
            announce(self.list, said)

        self._context.tasks.write(
            lambda journal: journal.marks.star(row.id, starred=starred), tell, owner=self
        )

    # Building

    def _make_head(self) -> QWidget:
        look = self._context.look
        title = labels.title(look, text("Thought records"))
        title.setWordWrap(False)
        ways = QWidget()
        row = FlowLayout(ways)
        row.addWidget(self._other_form("thoughts.other_form"))
        row.addWidget(self.new)
        head = QWidget()
        column = QVBoxLayout(head)
        set_margins(column, 0, 0, 0, 12)
        column.addLayout(BesideOrBelow(title, ways, 16, least=lambda: title.sizeHint().width()))
        return head

    def _other_form(self, name: str) -> OtherForm:
        other = OtherForm(self._context, name=name)
        other.chosen.connect(self.form_requested)
        return other

    def _nothing_written(self) -> EmptyState:
        look = self._context.look
        self._start = start = buttons.primary(
            look, text("Start a thought record"), name="thoughts.empty.new", drawing="plus"
        )
        start.clicked.connect(self.new_requested)
        return EmptyState(
            look,
            text("From a hot moment to a fair thought"),
            text(
                "After a stressful moment, a thought record takes it apart: what happened, what "
                "you felt, what went through your mind, and a fairer way to put it. "
                "Two minutes are enough to begin, and every step can be left empty."
            ),
            (
                start,
                self._other_form("thoughts.empty.other_form"),
                KeptMenu(self._context, name="thoughts.empty.kept"),
            ),
            name="thoughts.empty",
        )

    def _nothing_found(self) -> EmptyState:
        look = self._context.look
        back = buttons.quiet(
            look, text("Show all records"), name="thoughts.nothing.all", flush=True, drawing="close"
        )
        back.clicked.connect(self.bar.take_all_away)
        nothing = EmptyState(
            look,
            text("No record fits all of this"),
            text("Every record is still there. With fewer words or filters, more are shown."),
            (back,),
            name="thoughts.nothing",
            above=look.px(48),
        )
        nothing.setContentsMargins(8, 0, 24, 8)
        return nothing
