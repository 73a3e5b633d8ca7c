"""Quiet lines about what was begun elsewhere and not kept: a free page, the quick form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now
from resilience_desktop.ui.slots import FREE, QUICK
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.later import Later

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.ui.context import UiContext


class Waiting(QWidget):
    """Shows nothing while nothing waits."""

    def __init__(self, context: UiContext, open_page: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("journal.waiting")
        self._context = context
        open_note = context.navigator.quick_entry_requested.emit
        self._lines = {
            FREE: _Line(context, "journal.waiting.page", open_page),
            QUICK: _Line(context, "journal.waiting.note", open_note),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        for line in self._lines.values():
            column.addWidget(line)
            line.hide()
        self.hide()
        context.navigator.waiting_changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look what waits."""
        self._context.tasks.read(
            lambda journal: (journal.drafts.get(FREE), journal.drafts.get(QUICK)),
            self._show,
            owner=self,
            latest="journal.waiting",
        )

    def _show(self, found: tuple[Entry | None, Entry | None]) -> None:
        page, note = found
        said = {
            FREE: (page, text("A page you began today waits."), text("A page from {day} waits.")),
            QUICK: (
                note,
                text("A short note you began today waits."),
                text("A short note from {day} waits."),
            ),
        }
        today = now().day
        for slot, (draft, of_today, of_a_day) in said.items():
            line = self._lines[slot]
            line.setVisible(draft is not None)
            if draft is not None:
                day = draft.at.day
                words = i18n.day(day, weekday=True, year=day.year != today.year)
                line.say(of_today if day == today else of_a_day.format(day=words))
        self.setVisible(any(found))


class _Line(Later):
    """What waits, and a link that opens it."""

    def __init__(self, context: UiContext, name: str, opens: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._name, self._opens = context, name, opens

    def make(self) -> None:
        """Make the line."""
        context, name, opens = self._context, self._name, self._opens
        self._words = labels.small(context.look, "", "text_muted", name=name)
        self._words.setWordWrap(False)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._open = buttons.link(context.look, text("Open it"), name=f"{name}.open", small=True)
        self._open.clicked.connect(lambda: opens())
        row = FlowLayout(self, 8)
        row.addWidget(self._words)
        row.addWidget(self._open)

    def say(self, words: str) -> None:
        """Say what waits."""
        self.be_made()
        self._words.setText(words)
        self._words.setMinimumHeight(self._open.sizeHint().height())  # in line with its words
        self._open.setAccessibleDescription(words)
