"""The notes to keep that an entry or a thought record is in, and the way to put it into one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.insight import InsightKind
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.insight import Insight
    from resilience_desktop.ui.context import UiContext


class InsightLinks(QWidget):
    """Follows one entry or record; there is nothing to see of the empty id."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._id = ""
        self.add = buttons.quiet(
            context.look,
            text("Add to a note to keep ..."),
            name=f"{name}.add",
            flush=True,
            drawing="plus",
        )
        self.add.clicked.connect(self._ask)
        holder = QWidget()
        self._found = column_in(holder, 4)
        column = column_in(self, 4)
        column.addWidget(holder)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        context.tasks.journal_changed.connect(self._journal_changed)
        self.hide()

    def follow(self, id_: str) -> None:
        """Show the insights that this is in."""
        if id_ != self._id:
            empty(self._found)
        self._id = id_
        self.setVisible(bool(id_))
        if not id_:
            return

        def show(found: list[Insight]) -> None:
            if self._id == id_:
                self._show(found)

        self._context.tasks.read(
            lambda journal: journal.insights.of(id_), show, owner=self, latest=self.objectName()
        )

    def _show(self, found: list[Insight]) -> None:
        empty(self._found)
        look, name = self._context.look, self.objectName()
        for number, insight in enumerate(found, 1):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(12)
            line.addWidget(labels.own_words(look, insight.gist, most_lines=2), 1)
            go = buttons.link(look, text("Open"), name=f"{name}.open{number}", small=True)
            go.setAccessibleName(text("Open note {n}").format(n=number))
            go.clicked.connect(partial(self._open, insight))
            line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
            self._found.addWidget(row)

    def _open(self, insight: Insight) -> None:
        navigator = self._context.navigator
        if insight.kind is InsightKind.STORY:
            navigator.story_requested.emit()
        else:
            navigator.insights_requested.emit(insight.id, self._id)

    def _ask(self) -> None:
        self._context.navigator.insights_requested.emit("", self._id)

    def _journal_changed(self, changes: Changes) -> None:
        if self._id and changes.insights:
            self.follow(self._id)
