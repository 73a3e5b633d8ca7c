"""The entries and records that a note links to: each to open, or to take the link away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.entry import Entry
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from resilience_desktop.domain.insight import Insight
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext


class LinkedPages(QWidget):
    """Nothing is to be seen while there is no link to anything that is there."""

    opened = Signal()
    """Somebody goes to one of the pages."""
    unlinked = Signal(str)
    """The link to this id is wanted no longer."""

    def __init__(self, context: UiContext, *, name: str, title: str) -> None:
        super().__init__()
        self._context, self._name = context, name
        self._id = ""
        holder = QWidget()
        self._rows = column_in(holder, 4)
        column = column_in(self, 8)
        column.addWidget(labels.label(context.look, title))
        column.addWidget(holder)
        self.hide()

    def follow(self, note: Insight | None) -> None:
        """Show what a note links to."""
        empty(self._rows)
        self.hide()
        self._id = note.id if note else ""
        if note is None:
            return

        def show(found: list[Entry | ThoughtRecord]) -> None:
            if self._id == note.id:
                self._show(found)

        self._context.tasks.read(
            lambda journal: journal.insights.linked(note),
            show,
            owner=self,
            latest=f"{self._name}.linked",
        )

    def _show(self, items: list[Entry | ThoughtRecord]) -> None:
        empty(self._rows)
        self.setVisible(bool(items))
        for number, item in enumerate(items, 1):
            self._rows.addWidget(self._row(number, item))

    def _row(self, number: int, item: Entry | ThoughtRecord) -> QWidget:
        look = self._context.look
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        kind = text("Entry") if isinstance(item, Entry) else text("Thought record")
        words = f"{kind}, {i18n.day(item.at.day, weekday=True)}"
        go = buttons.link(look, text("Open"), name=f"{self._name}.open{number}")
        go.setAccessibleName(text("Open {page}").format(page=words))
        remove = buttons.IconButton(
            look,
            "close",
            text("Take the link to {page} away").format(page=words),
            name=f"{self._name}.unlink{number}",
        )
        go.clicked.connect(partial(self._go_to, item))
        remove.clicked.connect(partial(self.unlinked.emit, item.id))
        line.addWidget(labels.body(look, words), 1)
        line.addWidget(go)
        line.addWidget(remove)
        return row

    def _go_to(self, item: Entry | ThoughtRecord) -> None:
        navigator = self._context.navigator
        if isinstance(item, Entry):
            navigator.entry_requested.emit(item.id)
        else:
            navigator.thought_record_requested.emit(item.id)
        self.opened.emit()
