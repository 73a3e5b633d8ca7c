"""A fair way to put it, that can be believed at least half, beside the thought that came first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QWidget

from resilience_desktop import content
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import Check
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.belief import belief_in_words
from resilience_desktop.ui.thoughts.facts_beside import FactsBeside
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.quote import KeptInView
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.spoken import Group
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords

_BESIDE = 620  # text units from which both thoughts stand beside each other


class BalancedStep(StepPage):
    """The automatic thought with the facts, and the balanced one beside it or below."""

    step = Step.BALANCED
    keeps_thought_in_view = False  # it is here, beside the new one

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "alternative")
        look = context.look
        self._quiet = quiet
        self._thought = KeptInView(
            look, text("The automatic thought"), name="thoughts.balanced_beside"
        )
        self._facts = FactsBeside(look)
        self._words = WordsEdit(
            look,
            name="thoughts.balanced_words",
            title=text("Balanced thought"),
            growing=True,
            lines=4,
        )
        asked = text("How far do you believe this?")
        self._belief = Rating(
            look,
            content.rating_anchors("belief"),
            name="thoughts.balanced_belief",
            title=asked,
        )
        self._checks = _Checks(context)
        first, second = QWidget(), QWidget()
        left, right = column_in(first, 16), column_in(second, 8)
        left.addWidget(self._thought)
        left.addWidget(self._facts)
        left.addStretch()
        right.addWidget(labels.label(look, text("A fairer way to put it")))
        right.addWidget(self._words)
        right.addWidget(quiet.below(self._words, name="thoughts.quiet_balanced"))
        right.addSpacing(8)
        right.addWidget(labels.label(look, asked))
        right.addWidget(self._belief)
        right.addSpacing(8)
        right.addWidget(self._checks)
        self._first = first
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setSpacing(16)
        self._sides.addWidget(first, 2)
        self._sides.addWidget(second, 3)
        self.column.addLayout(self._sides)
        self.column.addStretch()
        self._words.words_changed.connect(self.tell)
        self._belief.rating_changed.connect(self.tell)
        for box in self._checks.boxes.values():
            box.toggled.connect(self.tell)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields."""
        thought = record.hot_thought
        self._facts.put(record)
        self._thought.setVisible(thought is not None)
        self._first.setVisible(thought is not None or not self._facts.isHidden())
        if thought is not None:
            self._thought.set_words(thought.text)
            believed = thought.belief_before
            self._thought.set_below(
                "" if believed is None else belief_in_words(thought.kind, believed)
            )
        self._words.set_words(record.balanced_thought)
        self._belief.set_rating(record.balanced_belief)
        self._checks.put(record.checks)
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with its balanced thought."""
        return replace(
            record,
            balanced_thought=self._words.words(),
            balanced_belief=self._belief.rating,
            checks=self._checks.ticked(record.checks),
        )

    def first_field(self) -> QWidget:
        """Return the words."""
        return self._words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the thoughts beside or below each other."""
        super().resizeEvent(event)
        wide = self.width() >= self._context.look.px(_BESIDE)
        way = QBoxLayout.Direction
        self._sides.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._sides.setSpacing(40 if wide else 16)
        self._facts.fold(is_folded=not wide)


class _Checks(Group):
    """What the thought can be looked through for: four ticks, and nothing adds them up."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("thoughts.checks")
        title = text("Look it over, if you like")
        self.setAccessibleName(title)
        self.boxes = {
            Check.SPECIFIC: QCheckBox(text("It is about this one thing")),
            Check.FAIR: QCheckBox(text("It is fair to the facts")),
            Check.KIND: QCheckBox(text("It is kind to you")),
            Check.NEXT_STEP: QCheckBox(text("It leads to a next step")),
        }
        column = column_in(self, 0)
        column.addWidget(labels.label(context.look, title))
        for check, box in self.boxes.items():
            box.setObjectName(f"thoughts.check.{check}")
            column.addWidget(box)

    def put(self, checks: tuple[Check, ...]) -> None:
        """Show which are ticked."""
        for check, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(check in checks)

    def ticked(self, before: tuple[Check, ...]) -> tuple[Check, ...]:
        """Return what is ticked: as it was kept, then what is new."""
        now = [check for check, box in self.boxes.items() if box.isChecked()]
        stays = [check for check in before if check in now]
        return (*stays, *(check for check in now if check not in stays))
