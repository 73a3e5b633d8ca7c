"""What every step of the worksheet has: a question or two, and a part of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.buttons import Opener
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.words_edit import WordsEdit

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
        self._thinking: Question | None = None
        if questions:
            self._thinking = Question(context, content.guiding_questions(questions))
            self.column.addWidget(self._thinking)
            self.column.addSpacing(8)

    def show_record(self, record: ThoughtRecord) -> None:
        """Show this step's part of a record."""
        self._showing = True
        if self._thinking is not None:
            self._thinking.fold()
        self.put(record)
        self._showing = False

    def stand_at_end(self) -> None:
        """Have what is typed next come after what is written already."""
        for words in self.findChildren(WordsEdit):
            words.moveCursor(QTextCursor.MoveOperation.End)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields; changes made here are not the person's."""
        raise NotImplementedError

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with what stands in this step."""
        raise NotImplementedError

    def put_offer(self, offer: QWidget) -> bool:
        """Take what is offered before this step inside; whether it has a place there."""
        return False

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
    """One question to think with; the others are listed below it on request.

    The first is what most people need first, in each record: which it is may not be left to chance.
    """

    def __init__(self, context: UiContext, questions: tuple[str, ...]) -> None:
        super().__init__()
        self._questions = questions
        self._words = [labels.muted(context.look, question) for question in questions]
        rest = QWidget()
        self._more = Opener(context.look, text("More questions"), name="thoughts.question")
        self._more.setProperty("flush", "end")
        self._more.turned.connect(rest.setVisible)
        rest.hide()
        look = context.look
        column, below = column_in(self, 0), column_in(rest, 4)
        column.addLayout(BesideOrBelow(self._words[0], self._more, 16, least=lambda: look.px(320)))
        column.addWidget(rest)
        for words in self._words[1:]:
            below.addWidget(words)
        self._more.setVisible(len(questions) > 1)  # inside by now, so no window of its own

    def fold(self) -> None:
        """Fold the others away."""
        self._more.set_open(is_open=False)
