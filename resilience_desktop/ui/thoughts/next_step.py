"""One small next step, and a day to look at the record again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.day_choice import MONTH, TODAY, TOMORROW, WEEK, DayChoice
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class NextStep(StepPage):
    """What to do, when, and when to be asked how it turned out. None of it is asked for."""

    step = Step.NEXT_STEP

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "next_step")
        look = context.look
        self._words = WordsEdit(
            look, name="thoughts.next_words", title=text("Next step"), growing=True, lines=3
        )
        self._on = DayChoice(
            look,
            (TODAY, TOMORROW),
            name="thoughts.next_on",
            title=text("A day for it, if you like"),
        )
        self._again = DayChoice(
            look,
            (TOMORROW, WEEK, MONTH),
            name="thoughts.revisit_on",
            title=text("Look at this record again"),
        )
        remark = text("From that day on a quiet line here asks how it turned out.")
        self._remark = labels.small(look, remark, "text_muted")
        title = text("How it turned out")
        self._turned_out = WordsEdit(
            look, name="thoughts.turned_out", title=title, growing=True, lines=3
        )
        self._later = labels.above(look, title, self._turned_out)
        self._quiet = quiet
        self.column.addWidget(self._words)
        self.column.addWidget(quiet.below(self._words, name="thoughts.quiet_next_words"))
        self.column.addSpacing(8)
        for choice in (self._on, self._again):
            field = labels.above(look, choice.accessibleName(), choice)
            self.column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addSpacing(8)
        self.column.addWidget(self._remark)
        self.column.addSpacing(8)
        self.column.addWidget(self._later)
        self.column.addWidget(quiet.below(self._turned_out, name="thoughts.quiet_turned_out"))
        self.column.addStretch()
        for words in (self._words, self._turned_out):
            words.words_changed.connect(self.tell)
        for choice in (self._on, self._again):
            choice.day_changed.connect(self.tell)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields; how it turned out is asked for only once it was."""
        self._words.set_words(record.next_step)
        self._on.set_day(record.next_step_on)
        self._again.set_day(record.revisit_on)
        self._turned_out.set_words(record.turned_out)
        self._later.setVisible(record.revisited or bool(record.turned_out.strip()))
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with what was chosen; another day asks anew."""
        again = self._again.day()
        return replace(
            record,
            next_step=self._words.words(),
            next_step_on=self._on.day(),
            revisit_on=again,
            revisited=record.revisited and again == record.revisit_on,
            turned_out=self._turned_out.words(),
        )

    def first_field(self) -> QWidget:
        """Return the words."""
        return self._words
