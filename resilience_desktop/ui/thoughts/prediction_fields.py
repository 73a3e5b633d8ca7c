"""What came of a prediction: what happened, and what there is to learn from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from resilience_desktop.domain.thought_record import Prediction
    from resilience_desktop.ui.theme import LookKeeper


class WhatHappened(QWidget):
    """The later half of a prediction; it can wait for as long as it takes."""

    changed = Signal()

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.happened = _words(look, f"{name}.happened", text("What happened"))
        self.learned = _words(look, f"{name}.learned", text("What you learned from it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for field in (self.happened, self.learned):
            column.addWidget(labels.above(look, field.accessibleName(), field))
            field.words_changed.connect(self.changed)

    def put(self, prediction: Prediction) -> None:
        """Fill the fields."""
        self.happened.set_words(prediction.happened)
        self.learned.set_words(prediction.learned)

    def applied_to(self, prediction: Prediction) -> Prediction:
        """Return the prediction with what stands here."""
        return replace(prediction, happened=self.happened.words(), learned=self.learned.words())


def _words(look: LookKeeper, name: str, title: str) -> WordsEdit:
    return WordsEdit(look, name=name, title=title, growing=True, lines=3)
