"""A quiet line about a thought record that somebody wanted to look at again; never a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.later import Later
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext


class LookAgainLine(Later):
    """Shows the one that has waited longest, and nothing while there is none."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._id = ""
        self.hide()
        context.tasks.journal_changed.connect(self._journal_changed)
        context.upkeep.looked_after.connect(self.look)  # it may be another day by then
        self.look()

    def make(self) -> None:
        """Make the line."""
        look, name = self._context.look, self.objectName()
        self._title = labels.small(
            look, text("You wanted to look at this again:"), "text_muted", name=f"{name}.title"
        )
        self._words = labels.own_words(look, "", most_lines=1, name=f"{name}.words")
        self._open = buttons.link(look, text("Look again"), name=f"{name}.open")
        self._open.clicked.connect(self._go)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        column = column_in(self, 2)
        set_margins(column, 0, 4, 0, 12)
        column.addWidget(self._title)
        column.addLayout(row)

    def look(self) -> None:
        """Look whether a record waits today."""
        self._context.tasks.read(
            lambda journal: journal.to_look_at_again(),
            self._show,
            owner=self,
            latest=self.objectName(),
        )

    def _show(self, waiting: list[ThoughtRecord]) -> None:
        record = next(iter(waiting), None)
        self.setVisible(record is not None)
        if record is not None:
            self._id = record.id
            thought = record.hot_thought
            words = thought.text if thought else record.situation
            self._words.setText(" ".join(words.split()) or text("A thought record"))

    def _go(self) -> None:
        self._context.navigator.follow_up_requested.emit(self._id)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.thought_records:
            self.look()
