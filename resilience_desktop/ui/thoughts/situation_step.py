"""Step one: what happened, as a camera would show it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.when_field import WhenField
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class SituationStep(StepPage):
    """Who, what, where and when."""

    step = Step.SITUATION
    keeps_thought_in_view = False

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "situation")
        self._when = WhenField(context.look, name="thoughts.when")
        self._words = WordsEdit(
            context.look,
            name="thoughts.situation_words",
            title=text("What happened"),
            growing=True,
            lines=5,
        )
        self._quiet = quiet
        self.column.addWidget(self._words)
        self.column.addWidget(quiet.below(self._words, name="thoughts.quiet_situation"))
        self.column.addWidget(self._when)
        self.column.addStretch()
        self._words.words_changed.connect(self.tell)
        self._when.when_changed.connect(self.tell)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields."""
        self._when.set_moment(record.at)
        self._words.set_words(record.situation)
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with its situation."""
        return replace(record, at=self._when.moment(), situation=self._words.words())

    def first_field(self) -> QWidget:
        """Return the words."""
        return self._words
