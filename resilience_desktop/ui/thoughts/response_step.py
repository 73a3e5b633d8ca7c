"""What was done, and what was chosen in place of what the moment called for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class ResponseStep(StepPage):
    """Two fields, and a sentence about the gap between what happens and what one does."""

    step = Step.RESPONSE

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "response")
        look = context.look
        self._quiet = quiet
        self._did = self._field("did", text("What you did, or wanted to do"))
        self.column.addSpacing(8)
        self._chose = self._field("chose", text("What you chose instead"))
        gap = text(
            "Between what happens and what you do there is a small gap. A pause of one breath is "
            "enough to find it, and it may not be there each time."
        )
        self.column.addWidget(labels.small(look, gap, "text_muted", name="thoughts.gap"))
        self.column.addStretch()

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields."""
        self._did.set_words(record.did)
        self._chose.set_words(record.chose)
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with what was written."""
        return replace(record, did=self._did.words(), chose=self._chose.words())

    def first_field(self) -> QWidget:
        """Return what was done."""
        return self._did

    def _field(self, name: str, title: str) -> WordsEdit:
        look = self._context.look
        words = WordsEdit(look, name=f"thoughts.{name}", title=title, growing=True, lines=3)
        words.words_changed.connect(self.tell)
        self.column.addWidget(labels.above(look, title, words))
        self.column.addWidget(self._quiet.below(words, name=f"thoughts.quiet_{name}"))
        return words
