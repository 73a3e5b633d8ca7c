"""One use of a skill, from before it to after it."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.practice import Practice
from resilience_desktop.services import clock as clocks
from resilience_desktop.ui.stay_awake import StayAwake
from resilience_desktop.ui.toolkit.exercise_keys import ArrowSteps
from resilience_desktop.ui.toolkit.guides import guide_for
from resilience_desktop.ui.toolkit.player_view import PlayerView, Stage
from resilience_desktop.ui.toolkit.practice_saving import (
    PracticeSaving,
    own_change_in,
    says_anything,
)
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.stopwatch import minutes_and_seconds, time_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work


class Player(QWidget):
    """Leads through a skill with its guide, and keeps what came of it by itself.

    It is kept from the first moment on as far as it went, so that closing loses nothing. Space
    pauses wherever it has no other use; Esc and Enter on Stop stop. Enter goes on where somebody
    goes at their own pace.
    """

    closed = Signal()
    """Somebody goes on to something else."""
    named = Signal(bool)
    """Whether the name of the skill is in view in it."""

    def __init__(
        self,
        context: UiContext,
        skill: Skill,
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self.setObjectName("toolkit.player")
        self._context, self._skill = context, skill
        self._stage = Stage.BEFORE
        self._practice: Practice | None = None
        self._has_ended = False
        self._is_kept = False
        """Whether some of it was kept: then what is taken back has to be taken back there too."""
        self._noted: object = None
        """What of it was last due to be kept while it lasts."""
        self._said: object = None
        """What was last due to be kept of the words of the guide once it is over."""
        self._awake = StayAwake(self)
        self._guide = guide_for(context.look, skill, clock=clock)
        self._view = PlayerView(context, skill, self._guide, clock=clock)
        self._before, self._after, self._foot = (
            self._view.before,
            self._view.after,
            self._view.foot,
        )
        self._saving = PracticeSaving(
            context,
            self,
            self._view.not_saved,
            is_going=lambda: self.is_going,
            work=self._as_it_stands,
            words=lambda: self._practice.words if self._practice else "",
        )
        column_in(self, 0).addWidget(self._view)
        self._connect()
        if context.tasks.has_journal:
            self._guide.join(context)

    @property
    def skill(self) -> Skill:
        """What it leads through."""
        return self._skill

    @property
    def is_going(self) -> bool:
        """Whether the exercise has begun and is not over."""
        return self._stage is Stage.MEANWHILE

    @property
    def is_leading(self) -> bool:
        """Whether its time passes by itself, towards an end."""
        return self.is_going and self._guide.is_running and self._guide.whole is not None

    def begin_at_once(self) -> None:
        """Begin without asking anything first, unless something has to be put right."""
        if not (self.is_going or self._guide.hindrance):
            self._begin()

    def take_keyboard(self) -> None:
        """Put the keyboard where one goes on from, or where something has to be put right."""
        choices = self._guide.choices
        if self._stage is Stage.BEFORE and self._guide.hindrance and choices is not None:
            choices.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._view.take_keyboard()

    def pause(self) -> None:
        """Keep the place, for something else that begins."""
        if self.is_going:
            self._guide.pause()

    def save_now(self) -> None:
        """Keep it as far as it went."""
        self._saving.flush()

    def then(self, work: Callable[[], object]) -> None:
        """Do something that takes this away, once all that was said is kept."""
        self._saving.then(work)

    # While it lasts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pause or go on with Space, and stop or close with Esc."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self._stage is not Stage.BEFORE:
            self._stop() if self.is_going else self._close()
        elif key == Qt.Key.Key_Space and self.is_going and self._guide.can_pause:
            if not event.isAutoRepeat():
                self._turn_pause()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause what nobody can see, and keep it as far as it went."""
        super().hideEvent(event)
        if self.is_going:
            self._guide.pause()
        self._saving.flush()
        self._stay_awake()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on by itself where no time is kept."""
        super().showEvent(event)
        if self.is_going and not self._guide.can_pause:
            self._guide.go_on()
        self._stay_awake()

    def _begin(self) -> None:
        self._has_ended = self._is_kept = False
        self._practice = Practice(
            skill=self._skill.id, at=clocks.now(), before=self._before.distress.rating
        )
        self._turn_to(Stage.MEANWHILE)
        self._guide.begin()
        self._follow()
        self.take_keyboard()

    def _turn_pause(self) -> None:
        if self._guide.is_running:
            self._guide.pause()
        else:
            self._guide.go_on()

    def _stop(self) -> None:
        self._guide.pause()
        if self.is_going:  # and did not end with that very moment
            self._end()

    def _finish(self) -> None:
        if self.is_going:
            self._has_ended = True
            self._end()

    def _end(self) -> None:
        """Keep what came of it, and ask how it is now; of nothing there is nothing to ask."""
        practice = self._practice = self._so_far()
        if not says_anything(practice):
            self._ask_before()
        else:
            self._said = self._guide.answers()
            self._turn_to(Stage.AFTER)
            self._after.begin(self._time_spent())
            self._saving.touch()
            self._saving.flush()
        self._stay_awake()
        self.take_keyboard()

    def _time_spent(self) -> str:
        """Return for how long, where it came to its end; how much was left is nobody's concern."""
        led = self._guide.can_pause and self._has_ended
        return minutes_and_seconds(self._guide.seconds) if led else ""

    def _follow(self) -> None:
        """Show how far it is, and have kept what is new."""
        guide = self._guide
        self._view.tell_caution()
        self._foot.tell_hindrance(guide.hindrance)
        if self._stage is Stage.AFTER and guide.answers() != self._said:
            self._said = guide.answers()
            self._say_more()
        if not self.is_going:
            return
        if guide.waits and self._foot.pause.hasFocus():  # which is about to go
            self.take_keyboard()
        self._foot.tell(
            time_of(guide.seconds, guide.whole), is_running=guide.is_running, waits=guide.waits
        )
        self._stay_awake()
        noted = guide.answers(), guide.wave(), int(guide.seconds) // 60
        if noted != self._noted:
            self._noted = noted
            self._saving.touch()

    def _ring(self) -> None:
        if self.is_going and self.isVisible():
            self._foot.bell.ring()

    def _stay_awake(self) -> None:
        passes = self._guide.is_running or not self._guide.can_pause
        if self.is_going and self.isVisible() and passes:
            self._awake.hold()
        else:
            self._awake.let_go()

    # Keeping it

    def _so_far(self) -> Practice:
        """Return it as it would be if it ended now; once it is over, with what was said since."""
        assert self._practice is not None  # noqa: S101
        if self._stage is Stage.AFTER:
            return replace(
                self._practice,
                answers=self._guide.answers(),
                after=self._after.distress.rating,
                note=self._after.note.words(),
            )
        guide = self._guide
        return replace(
            self._practice,
            seconds=int(guide.seconds),
            stopped=not self._has_ended,
            answers=guide.answers(),
            wave=guide.wave(),
        )

    def _as_it_stands(self) -> Work | None:
        if self._practice is None or not self._context.tasks.has_journal:
            return None  # before it begins, and while the journal is locked
        practice = self._so_far()
        if not (self._is_kept or practice.is_a_use):
            return None
        self._is_kept = True
        return lambda journal: journal.practices.keep(practice)

    def _say_more(self) -> None:
        self._saving.touch()
        if self._so_far().change is None:
            self._after.show_change("")

    def _look_at_change(self) -> None:
        """Say how distress was after this skill, with this time in it."""
        if self._stage is not Stage.AFTER or self._saving.is_pending:
            return
        if self._so_far().change is None or not self._context.tasks.has_journal:
            return
        skill = self._skill.id
        self._context.tasks.read(
            lambda journal: own_change_in(journal, skill),
            self._tell_change,
            owner=self,
            latest=skill,
        )

    def _tell_change(self, sentence: str) -> None:
        if self._stage is Stage.AFTER:
            self._after.show_change(sentence)

    # Going on

    def _turn_to(self, stage: Stage) -> None:
        self._stage = stage
        self._view.show_stage(stage)

    def _ask_before(self) -> None:
        self._practice = None
        self._turn_to(Stage.BEFORE)

    def _begin_again(self) -> None:
        """Ask as before the first time, once all that was said is kept."""

        def ask() -> None:
            self._before.distress.clear()
            self._ask_before()
            self.take_keyboard()

        self._saving.then(ask)

    def _close(self) -> None:
        self._saving.then(self.closed.emit)

    def _connect(self) -> None:
        foot, guide = self._foot, self._guide
        ArrowSteps(
            self, (*guide.findChildren(Button), foot.pause, foot.stop, foot.choices), guide.step
        )
        self._view.named.connect(self.named)
        guide.moved.connect(self._follow)
        guide.turned.connect(self._ring)
        guide.finished.connect(self._finish)
        foot.start.clicked.connect(self._begin)
        foot.pause.clicked.connect(self._turn_pause)
        foot.stop.clicked.connect(self._stop)
        foot.again.clicked.connect(self._begin_again)
        foot.close_.clicked.connect(self._close)
        self._after.changed.connect(self._say_more)
        self._saving.settled.connect(self._look_at_change)
