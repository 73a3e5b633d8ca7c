"""Step five: a fair way to put it, that can be believed at least half."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class BalancedStep(StepPage):
    """The balanced thought and how far it is believed."""

    step = Step.BALANCED

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "alternative")
        asked = text("How far do you believe this?")
        self._words = WordsEdit(
            context.look,
            name="thoughts.balanced_words",
            title=text("Balanced thought"),
            growing=True,
            lines=4,
        )
        self._belief = Rating(
            context.look,
            content.rating_anchors("belief"),
            name="thoughts.balanced_belief",
            title=asked,
        )
        self._quiet = quiet
        self.column.addWidget(self._words)
        self.column.addWidget(quiet.below(self._words, name="thoughts.quiet_balanced"))
        self.column.addSpacing(8)
        self.column.addWidget(labels.label(context.look, asked))
        self.column.addWidget(self._belief)
        self.column.addStretch()
        self._words.words_changed.connect(self.tell)
        self._belief.rating_changed.connect(self.tell)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields."""
        self._words.set_words(record.balanced_thought)
        self._belief.set_rating(record.balanced_belief)
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with its balanced thought."""
        return replace(
            record,
            balanced_thought=self._words.words(),
            balanced_belief=self._belief.rating,
        )

    def first_field(self) -> QWidget:
        """Return the words."""
        return self._words
