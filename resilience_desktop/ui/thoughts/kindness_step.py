"""A kind word to oneself, as one would say it to a friend."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class KindnessStep(StepPage):
    """One field: what a friend in the same place would be told, said to oneself."""

    step = Step.KINDNESS

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "kindness")
        self._words = WordsEdit(
            context.look,
            name="thoughts.kindness_words",
            title=text("A kind word to yourself"),
            growing=True,
            lines=4,
        )
        self._quiet = quiet
        self.column.addWidget(self._words)
        self.column.addWidget(quiet.below(self._words, name="thoughts.quiet_kindness"))
        self.column.addStretch()
        self._words.words_changed.connect(self.tell)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the field."""
        self._words.set_words(record.kindness)
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with what was written."""
        return replace(record, kindness=self._words.words())

    def first_field(self) -> QWidget:
        """Return the words."""
        return self._words
