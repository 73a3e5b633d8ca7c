"""A prediction, to be held against what happens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.prediction_fields import WhatHappened
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class PredictionStep(StepPage):
    """What is expected and how likely it seems; what happened is folded away until it has."""

    step = Step.PREDICTION

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "prediction")
        look = context.look
        self._words = WordsEdit(
            look, name="thoughts.expected", title=text("What you expect"), growing=True, lines=3
        )
        likely = text("How likely does it seem now?")
        self._likely = Rating(look, likely_words(), name="thoughts.likely", title=likely)
        self._open = buttons.Opener(
            look, text("What happened"), name="thoughts.happened_open", flush=True
        )
        self._later = WhatHappened(look, name="thoughts.later")
        self._quiet = quiet
        self.column.addWidget(self._words)
        self.column.addWidget(quiet.below(self._words, name="thoughts.quiet_expected"))
        self.column.addSpacing(8)
        self.column.addWidget(labels.label(look, likely))
        self.column.addWidget(self._likely)
        self.column.addSpacing(8)
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._later)
        for field in (self._later.happened, self._later.learned):
            name = field.objectName().rpartition(".")[2]
            self.column.addWidget(quiet.below(field, name=f"thoughts.quiet_{name}"))
        self.column.addStretch()
        self._words.words_changed.connect(self.tell)
        self._likely.rating_changed.connect(self.tell)
        self._later.changed.connect(self.tell)
        self._open.turned.connect(self._later.setVisible)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields; what is there stays in view."""
        prediction = record.prediction
        self._words.set_words(prediction.expected)
        self._likely.set_rating(prediction.likely)
        self._later.put(prediction)
        is_open = bool(prediction.happened.strip() or prediction.learned.strip())
        self._open.set_open(is_open=is_open)
        self._later.setVisible(is_open)
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with what was written."""
        prediction = replace(
            record.prediction, expected=self._words.words(), likely=self._likely.rating
        )
        return replace(record, prediction=self._later.applied_to(prediction))

    def first_field(self) -> QWidget:
        """Return the words."""
        return self._words


def likely_words() -> dict[int, str]:
    """Return what the ends and the middle of the scale mean."""
    return {0: text("not at all"), 50: text("half and half"), 100: text("for sure")}
