"""What every step of the worksheet has: a question or two, and a part of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.record_form import Step
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext


class StepPage(QWidget):
    """One step. It shows its part of a record and gives it back with the person's changes."""

    changed = Signal()
    step: Step
    keeps_thought_in_view = True

    def __init__(self, context: UiContext, questions: str = "") -> None:
        super().__init__()
        self.setObjectName(f"thoughts.{self.step}")
        self._context = context
        self._showing = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        if questions:
            self.column.addWidget(Question(context, content.guiding_questions(questions)))
            self.column.addSpacing(8)

    def show_record(self, record: ThoughtRecord) -> None:
        """Show this step's part of a record."""
        self._showing = True
        self.put(record)
        self._showing = False

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields; changes made here are not the person's."""
        raise NotImplementedError

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with what stands in this step."""
        raise NotImplementedError

    def offer_feelings(self, words: list[str]) -> None:
        """Take the feelings that were used most of late."""

    def take_settings(self, settings: JournalSettings) -> None:
        """Take what somebody wants of their journal."""

    def marked(self, thought: str) -> list[tuple[str, bool]]:
        """Return the thought that is kept in view in pieces; True marks what this step is about."""
        return [(thought, False)]

    def first_field(self) -> QWidget:
        """Return what gets the keyboard when the step opens."""
        raise NotImplementedError

    def tell(self, *_: object) -> None:
        """Say that the person changed something."""
        if not self._showing:
            self.changed.emit()


class Question(QWidget):
    """One question to think with; the others come one at a time, on request."""

    def __init__(self, context: UiContext, questions: tuple[str, ...]) -> None:
        super().__init__()
        self._questions, self._place = questions, 0
        self._words = labels.muted(context.look, questions[0])
        more = buttons.quiet(
            context.look,
            text("Another question to think with"),
            name="thoughts.question",
            flush=True,
            drawing="question",
        )
        more.clicked.connect(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(more)
        column.setAlignment(more, Qt.AlignmentFlag.AlignLeft)
        more.setVisible(len(questions) > 1)

    def _next(self) -> None:
        self._place = (self._place + 1) % len(self._questions)
        self._words.setText(self._questions[self._place])
