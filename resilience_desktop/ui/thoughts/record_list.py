"""All thought records: those still open first, then the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.rows import record_row, short_days
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widgets.written_rows import Heading
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.written_rows import Row


class RecordList(QWidget):
    """The list, and the way to a new record."""

    new_requested = Signal()
    record_opened = Signal(str)
    bin_requested = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("thoughts.list_page")
        self._context = context
        look = context.look
        self.new = buttons.primary(
            look, text("New thought record"), name="thoughts.new", drawing="plus"
        )
        self.new.clicked.connect(self.new_requested)
        self.list = WrittenList(
            look,
            name="thoughts.list",
            spoken_name=text("Thought records"),
            when_samples=short_days(),
        )
        self.list.row_opened.connect(self._open)
        self.list.bin_requested.connect(self._bin)
        start = buttons.primary(
            look, text("Start a thought record"), name="thoughts.empty.new", drawing="plus"
        )
        start.clicked.connect(self.new_requested)
        self._empty = EmptyState(
            look,
            text("From a hot moment to a fair thought"),
            text(
                "After a stressful moment, a thought record takes it apart: what happened, what "
                "you felt, what went through your mind, and a fairer way to put it. "
                "It takes about five minutes, and every step can be left empty."
            ),
            (start,),
            name="thoughts.empty",
        )
        self._head = QWidget()
        top = QHBoxLayout(self._head)
        set_margins(top, 8, 0, 0, 16)
        top.addWidget(labels.title(look, text("Thought records")), 1)
        top.addWidget(self.new)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._stack = QStackedLayout(self._column)  # in its place first: it shows what it is given
        self._stack.addWidget(self.list)
        self._stack.addWidget(ScrollPane("thoughts.empty.scroll", self._empty))
        context.tasks.journal_changed.connect(self._journal_changed)
        context.look.look_changed.connect(self._arrange)
        self.reload()

    def reload(self) -> None:
        """Read the records again."""
        self._context.tasks.read(
            lambda journal: journal.thought_records(),
            self._show,
            owner=self,
            latest="thoughts.list",
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a readable measure."""
        super().resizeEvent(event)
        self._arrange()

    def _show(self, records: list[ThoughtRecord]) -> None:
        bar = self.list.verticalScrollBar()
        place = bar.value()
        self.list.rows.show_rows(_rows(records), more=False)
        self.list.doItemsLayout()
        bar.setValue(place)
        self._head.setVisible(bool(records))
        self._stack.setCurrentIndex(0 if records else 1)
        self._arrange()

    def _arrange(self) -> None:
        margin = page_margin(self, self._context.look)
        side = max(margin, (self.width() - self._context.look.px(880)) // 2)
        top = margin if self._stack.currentIndex() == 0 else self._context.look.px(88)
        self._column.setContentsMargins(side - 8, top, side - 8, 0)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.thought_records:
            self.reload()

    def _open(self, row: Row) -> None:
        self.record_opened.emit(row.id)

    def _bin(self, row: Row) -> None:
        self.bin_requested.emit(row.id)


def _rows(records: Iterable[ThoughtRecord]) -> list[Heading | Row]:
    rows: list[Heading | Row] = []
    last = ""
    for record in records:
        day = record.at.day
        heading = i18n.month(day) if record.finished else text("Still open")
        if heading != last:
            rows.append(Heading(heading))
            last = heading
        rows.append(record_row(record, when=i18n.short_day(day)))
    return rows
