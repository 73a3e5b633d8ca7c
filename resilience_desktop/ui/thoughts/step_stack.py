"""The steps of the worksheet that were opened so far, one of them in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.record_form import Step
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.thoughts.balanced_step import BalancedStep
from resilience_desktop.ui.thoughts.evidence_step import EvidenceStep
from resilience_desktop.ui.thoughts.feelings_step import FeelingsStep
from resilience_desktop.ui.thoughts.kindness_step import KindnessStep
from resilience_desktop.ui.thoughts.label_step import LabelStep
from resilience_desktop.ui.thoughts.look_again_step import LookAgainStep
from resilience_desktop.ui.thoughts.next_step import NextStep
from resilience_desktop.ui.thoughts.patterns_step import PatternsStep
from resilience_desktop.ui.thoughts.prediction_step import PredictionStep
from resilience_desktop.ui.thoughts.response_step import ResponseStep
from resilience_desktop.ui.thoughts.settle_first import SettleFirst
from resilience_desktop.ui.thoughts.situation_step import SituationStep
from resilience_desktop.ui.thoughts.thought_step import ThoughtStep
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords
    from resilience_desktop.ui.thoughts.step import StepPage

_PAGES: dict[Step, Callable[[UiContext, QuietWords], StepPage]] = {
    Step.SITUATION: SituationStep,
    Step.FEELINGS: FeelingsStep,
    Step.THOUGHT: ThoughtStep,
    Step.LABEL: LabelStep,
    Step.RESPONSE: ResponseStep,
    Step.PATTERNS: PatternsStep,
    Step.EVIDENCE: EvidenceStep,
    Step.BALANCED: BalancedStep,
    Step.KINDNESS: KindnessStep,
    Step.LOOK_AGAIN: LookAgainStep,
    Step.PREDICTION: PredictionStep,
    Step.NEXT_STEP: NextStep,
}
_SETTLING = (Step.FEELINGS, Step.THOUGHT, Step.PATTERNS, Step.EVIDENCE, Step.BALANCED)
"""Steps at which it can be offered to settle first."""
BAR_ROOM = 16
"""Pixels beside a step for the scroll bar, so that a step is as wide with it as without."""
_BAR = 12


class StepStack(QStackedWidget):
    """Makes each step when it is first shown."""

    changed = Signal()
    """The person changed something in a step."""
    settled = Signal()
    """Somebody chose something when it was offered to settle first, or an exercise ended."""
    settling_turned = Signal()
    """An exercise to settle began or ended."""
    short_requested = Signal()
    """The record is to ask no more than the short form does."""
    keep_requested = Signal()
    """The record is to be kept as it is."""

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__()
        self._context, self._quiet = context, quiet
        self._pages: dict[Step, StepPage] = {}
        self._scrolls: dict[Step, ScrollPane] = {}
        self._ends: dict[Step, QVBoxLayout] = {}
        self._offers: dict[Step, SettleFirst] = {}
        self._in_view: tuple[Step, ThoughtRecord] | None = None
        self._feelings: list[str] = []
        self._settings, self._knows_settings = JournalSettings(), False

    def page(self, step: Step) -> StepPage:
        """Return the page of a step."""
        if step not in self._pages:
            self._make(step)
        return self._pages[step]

    def end(self, step: Step) -> QVBoxLayout:
        """Return what stands below a step, in its scrolling part."""
        self.page(step)
        return self._ends[step]

    def show_step(self, step: Step, record: ThoughtRecord) -> StepPage:
        """Bring a step into view, with what stands in it."""
        page = self.page(step)
        if (left := self._offer()) is not None:
            left.begin(record)  # an exercise ends
        self._in_view = step, record
        page.show_record(record)
        page.stand_at_end()
        if (offer := self._offer()) is not None:
            offer.begin(record, is_hard=self._quiet.are_in(record))
        self.setCurrentWidget(self._scrolls[step])
        return page

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return a record with what stands in its step, and what came of settling there."""
        record = self.page(record.step).applied_to(record)
        offer = self._offers.get(record.step)
        return record if offer is None else offer.applied_to(record)

    def offer_feelings(self, words: list[str]) -> None:
        """Let the steps offer the feelings that were used most of late."""
        self._feelings = words
        for page in self._pages.values():
            page.offer_feelings(words)

    def take_settings(self, settings: JournalSettings) -> None:
        """Let the steps know what somebody wants of their journal."""
        self._settings, self._knows_settings = settings, True
        for page in self._pages.values():
            page.take_settings(settings)
        for offer in self._offers.values():
            offer.want(wanted=settings.settle_first)

    def first_field(self, step: Step) -> QWidget:
        """Return what gets the keyboard when a step opens: a way out where its words are hard."""
        page, offer = self.page(step), self._offers.get(step)
        return page.first_field() if offer is None or not offer.is_hard else offer.first_way()

    @property
    def offers_to_keep(self) -> bool:
        """Whether the step in view offers first to keep the record as it is."""
        offer = self._offer()
        return offer is not None and offer.is_hard

    @property
    def is_settling(self) -> bool:
        """Whether an exercise to settle is there in place of the step."""
        offer = self._offer()
        return offer is not None and offer.is_settling

    def take_escape(self, event: QKeyEvent) -> bool:
        """Leave what is offered before a step with Escape; whether there was anything to leave."""
        offer = self._offer()
        return event.key() == Qt.Key.Key_Escape and offer is not None and offer.take_escape()

    def _offer(self) -> SettleFirst | None:
        return None if self._in_view is None else self._offers.get(self._in_view[0])

    def _make(self, step: Step) -> None:
        page = _PAGES[step](self._context, self._quiet)
        page.changed.connect(self.changed)
        page.offer_feelings(self._feelings)
        if self._knows_settings:  # else nothing is shown that somebody may not want
            page.take_settings(self._settings)
        scroll = ScrollPane(f"thoughts.{step}.scroll")
        holder = QWidget()
        row = QVBoxLayout(holder)

        def make_room(_least: int, most: int) -> None:
            set_margins(row, 0, 16, BAR_ROOM - (_BAR if most else 0), 8)

        scroll.verticalScrollBar().rangeChanged.connect(make_room)
        make_room(0, 0)
        row.addWidget(page)
        if step in _SETTLING:
            offer = self._offers[step] = self._make_offer(step, page)
            if not page.put_offer(offer):
                row.insertWidget(0, offer)
                offer.lower()  # read out before the page too
                row.setSpacing(16)
        end = QWidget()
        row.addWidget(end)
        scroll.setWidget(holder)
        self.addWidget(scroll)
        self._pages[step], self._scrolls[step], self._ends[step] = page, scroll, column_in(end, 0)

    def _make_offer(self, step: Step, page: StepPage) -> SettleFirst:
        offer = SettleFirst(self._context, step, page)
        offer.want(wanted=self._settings.settle_first)
        offer.answered.connect(self.settled)
        offer.turned.connect(self.settling_turned)
        offer.short_requested.connect(self.short_requested)
        offer.keep_requested.connect(self.keep_requested)
        page.changed.connect(self._follow)
        return offer

    def _follow(self) -> None:
        """Look whether a feeling has become strong."""
        if self._in_view is not None and (offer := self._offer()) is not None:
            step, record = self._in_view
            offer.follow(self._pages[step].applied_to(record))
