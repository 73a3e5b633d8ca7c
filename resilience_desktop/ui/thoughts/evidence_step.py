"""Facts for and against the thought, with questions that fit its patterns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.fact_list import FactList
from resilience_desktop.ui.thoughts.facts_beside import facts_against, facts_for
from resilience_desktop.ui.thoughts.folded_words import FoldedWords
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.thoughts.think_with import (
    ACCURATE,
    ThinkWith,
    is_accurate,
    matched_questions,
)
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.content import ThinkingPattern
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords

_BESIDE = 560  # text units from which the two lists stand beside each other


class EvidenceStep(StepPage):
    """Two lists, one fact a line and one question above each; all else to think with is folded."""

    step = Step.EVIDENCE

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context)
        look = context.look
        self._id, self._quiet, self._nudges, self._accurate = "", quiet, True, False
        self._accurate_words = labels.muted(
            look, _patterns()[ACCURATE].definition, name="thoughts.accurate"
        )
        self._think = ThinkWith(look, name="thoughts.think_with")
        self._supports = FactList(
            context,
            quiet,
            name="thoughts.for",
            spoken=text("Facts that speak for it, line {n}"),
        )
        self._against = FactList(
            context,
            quiet,
            name="thoughts.against",
            spoken=text("Facts that speak against it, line {n}"),
        )
        self._for_hint = labels.small(
            look, text("What was seen or heard, by you or by others?"), "text_muted"
        )
        self._against_hint = labels.small(look, "", "text_muted", name="thoughts.against.question")
        self._against_title = labels.heading(look, "")
        title = labels.heading(look, facts_for())
        self._is_hard = False
        """Whether the words of the record are such that facts for them are not asked for first."""
        self._both = (
            _side(title, self._for_hint, self._supports),
            _side(self._against_title, self._against_hint, self._against),
        )
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(40)
        for side in self._both:
            self._sides.addWidget(side, 1)
        self._friend = FoldedWords(
            context,
            quiet,
            name="thoughts.friend",
            opener=text("What would you say to a good friend?"),
        )
        self._distance = FoldedWords(
            context,
            quiet,
            name="thoughts.distance",
            opener=text("Look at it from further away"),
            questions=content.guiding_questions("distance"),
        )
        self.column.addWidget(self._accurate_words)
        self.column.addLayout(self._sides)
        self.column.addSpacing(8)
        self.column.addWidget(self._think)
        self.column.addWidget(self._friend)
        self.column.addWidget(self._distance)
        self.column.addStretch()
        for part in (self._supports, self._against, self._friend, self._distance):
            part.changed.connect(self.tell)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the lists, and ask what fits the patterns of the record."""
        if record.id != self._id:
            self._id = record.id
            self._supports.begin()
            self._against.begin()
        self._is_hard = self._quiet.are_in(record)
        self._set_order()
        self._accurate = is_accurate(record)
        self._accurate_words.setVisible(self._accurate)
        for hint in (self._for_hint, self._against_hint):
            hint.setVisible(not self._accurate)
        self._against_title.setText(facts_against(accurate=self._accurate))
        self._want_nudges()
        self._supports.set_lines(record.evidence_for)
        self._against.set_lines(record.evidence_against)
        self._friend.put(record.friend)
        self._distance.put(record.distance)
        self._quiet.begin(record)
        given = _patterns()
        self._ask(record, given)
        if any(chosen.pattern not in given for chosen in record.patterns):
            self._ask_own(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with these facts; lines without words are none."""
        return replace(
            record,
            evidence_for=self._supports.lines(),
            evidence_against=self._against.lines(),
            friend=self._friend.words(),
            distance=self._distance.words(),
        )

    def first_field(self) -> QWidget:
        """Return the line for the next fact."""
        return (self._against if self._is_hard else self._supports).first_field()

    def take_settings(self, settings: JournalSettings) -> None:
        """Say, or do not say, when a line reads like an interpretation."""
        self._nudges = settings.fact_nudges
        self._want_nudges()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lists beside or below each other."""
        super().resizeEvent(event)
        wide = self.width() >= self._context.look.px(_BESIDE)
        way = QBoxLayout.Direction
        self._sides.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._sides.setSpacing(40 if wide else 24)

    def _set_order(self) -> None:
        """Have the facts for it first, or those against it."""
        first, second = reversed(self._both) if self._is_hard else self._both
        self._sides.removeWidget(first)
        self._sides.insertWidget(0, first, 1)
        first.stackUnder(second)  # which is also the order of reading out

    def _want_nudges(self) -> None:
        for facts in (self._supports, self._against):
            facts.want_nudges(wanted=self._nudges and not self._accurate)

    def _ask(self, record: ThoughtRecord, patterns: dict[str, ThinkingPattern]) -> None:
        """Ask one question above the facts that speak against it, and keep the others folded.

        Of a thought that may be accurate nothing is asked against it.
        """
        matched = matched_questions(record, patterns)
        if self._accurate:
            self._think.set_questions(matched)
            return
        first, *others = *matched, *content.guiding_questions("evidence")
        self._against_hint.setText(first)
        self._think.set_questions(others, at_once=0)

    def _ask_own(self, record: ThoughtRecord) -> None:
        """Ask what belongs to patterns of somebody's own, as soon as it is known."""

        def patterns(journal: Journal) -> dict[str, ThinkingPattern]:
            return {known.pattern.id: known.pattern for known in journal.patterns.all()}

        def ask(found: dict[str, ThinkingPattern]) -> None:
            if self._id == record.id:
                self._ask(record, found)

        self._context.tasks.read(patterns, ask, owner=self, latest="thoughts.think_with")


def _side(*parts: QWidget) -> QWidget:
    """Return one of the two lists below what it is called."""
    side = QWidget()
    column = column_in(side, 4)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return side


def _patterns() -> dict[str, ThinkingPattern]:
    return {pattern.id: pattern for pattern in content.thinking_patterns()}
