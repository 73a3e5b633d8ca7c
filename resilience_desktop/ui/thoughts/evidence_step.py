"""Facts for the thought and against it: as lists."""

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


class EvidenceStep(StepPage):
    """As lists."""

    step = Step.EVIDENCE

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "evidence_for")
        self._words = WordsEdit(
            context.look,
            name="thoughts.friend",
            title=text("What you would say to a good friend"),
            growing=True,
            lines=4,
        )
        self._quiet = quiet
        self.column.addWidget(self._words)
        self.column.addWidget(quiet.below(self._words, name="thoughts.quiet_friend"))
        self.column.addStretch()
        self._words.words_changed.connect(self.tell)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the field."""
        self._words.set_words(record.friend)
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with what was written."""
        return replace(record, friend=self._words.words())

    def first_field(self) -> QWidget:
        """Return the words."""
        return self._words
