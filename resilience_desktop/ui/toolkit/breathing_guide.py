"""Being led through slow breaths: the pacer, and what can be chosen of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from resilience_desktop.domain.breathing import Breath
from resilience_desktop.domain.breathing_choice import held_no_longer, seconds_of
from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.breathing_choices import BreathingChoices
from resilience_desktop.ui.toolkit.guide import GuidePane
from resilience_desktop.ui.toolkit.remembering import remember
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.pacer import Pacer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.breathing_choice import BreathingChoice
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper


class BreathingGuide(GuidePane):
    """Leads as the choices say, also when they change meanwhile, and remembers them.

    Seconds that nobody can breathe change nothing until they are put right, but nobody is led to
    hold a breath for longer than stands there: until then it waits.
    """

    def __init__(
        self,
        look: LookKeeper,
        skill: Skill,
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self.setObjectName("toolkit.guide")
        self._skill = skill
        self._context: UiContext | None = None
        self._has_begun = self._is_over = self._is_chosen = False
        self._goes_on_by_itself = False
        """Whether it was leading when it had to wait."""
        self._choices = BreathingChoices(look, skill)
        self.pacer = Pacer(look, self._choices.breath, name="toolkit.pacer", clock=clock)
        column_in(self, 0).addWidget(self.pacer)
        self._choices.changed.connect(self._choose)
        self.pacer.told.connect(self.moved)
        self.pacer.turned.connect(self.turned)
        self.pacer.finished.connect(self._finish)

    def join(self, context: UiContext) -> None:
        """Begin with what was chosen last."""
        self._context = context
        skill = self._skill.id
        context.tasks.read(
            lambda journal: journal.remembered.breathing(skill), self._remember, owner=self
        )

    @property
    def choices(self) -> QWidget:
        """The breath, and how long."""
        return self._choices

    @property
    def hindrance(self) -> str:
        """Why own seconds cannot be breathed."""
        return self._choices.hindrance

    @property
    def waits(self) -> bool:
        """Whether it would lead to hold a breath for longer than is shown."""
        if not (self._has_begun and self.hindrance):
            return False
        leads = seconds_of(self.pacer.pattern)
        return held_no_longer(leads, self._choices.shown) != leads

    @property
    def caution(self) -> str:
        """What to heed when the breath is held where the skill itself has no hold."""
        has_hold = any(p.breath in (Breath.HOLD, Breath.REST) for p in self._choices.breath.phases)
        words = text(
            "With heart or lung disease, pregnancy or a history of fainting, leave out holding the "
            "breath, and ask a clinician first."
        )
        return words if has_hold and words not in self._skill.cautions else ""

    @property
    def can_pause(self) -> bool:
        """It leads in time."""
        return True

    @property
    def is_running(self) -> bool:
        """Whether the pacer leads."""
        return self.pacer.is_running

    @property
    def seconds(self) -> float:
        """For how long somebody breathed along."""
        return self.pacer.elapsed

    @property
    def whole(self) -> float:
        """How long it takes, in whole breaths."""
        return self.pacer.total

    def begin(self) -> None:
        """Begin from the start."""
        self._has_begun, self._is_over, self._goes_on_by_itself = True, False, False
        chosen, breath = self._choices.chosen, self._choices.breath
        self.pacer.set_pattern(breath)
        self.pacer.start(chosen.amount * (breath.seconds if chosen.in_rounds else 60))

    def pause(self) -> None:
        """Keep the place."""
        self._goes_on_by_itself = False
        self.pacer.pause()

    def go_on(self) -> None:
        """Go on from there, unless it has to wait."""
        if not self.waits:
            self.pacer.go_on()

    def set_still(self, *, still: bool) -> None:
        """Show words and numbers only."""
        self.pacer.set_still(still=still)

    def _finish(self) -> None:
        self._is_over = True
        self.finished.emit()

    def _remember(self, choice: BreathingChoice | None) -> None:
        """Take what was chosen last, unless somebody was quicker."""
        if choice is not None and not self._is_chosen:
            self._choices.show_choice(choice)
            self._follow()

    def _choose(self) -> None:
        self._is_chosen = True
        self._follow()
        if self._context is not None:
            tasks, chosen, skill = self._context.tasks, self._choices.chosen, self._skill.id
            remember(
                tasks, lambda journal: journal.remembered.keep_breathing(skill, chosen), owner=self
            )

    def _follow(self) -> None:
        """Lead as is chosen now, if it can be breathed; time that is over stays over."""
        if self._has_begun and not self._is_over:
            chosen, breath = self._choices.chosen, self._choices.breath
            if breath != self.pacer.pattern and not self.hindrance:
                self.pacer.set_pattern(breath)
            if chosen.in_rounds:
                self.pacer.set_rounds(chosen.amount)
            else:
                self.pacer.set_total(60 * chosen.amount)
            self._wait_or_go_on()
        self.moved.emit()

    def _wait_or_go_on(self) -> None:
        if self.waits and self.is_running:
            self._goes_on_by_itself = True
            self.pacer.pause()
        elif self._goes_on_by_itself and not self.waits:
            self._goes_on_by_itself = False
            self.pacer.go_on()
