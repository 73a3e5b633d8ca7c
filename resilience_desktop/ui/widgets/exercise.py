"""A short exercise to settle: slow breathing, or a few steps in words. It needs no journal."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.pacer import Pacer
from resilience_desktop.ui.widgets.stop_button import StopButton
from resilience_desktop.ui.widgets.stopwatch import time_of
from resilience_desktop.ui.widgets.text_steps import TextSteps

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.ui.theme import LookKeeper

BREATHING, GROUNDING = "slow_breathing", "grounding_54321"
MINUTES = 2
_GAP = 12


class Exercise(QWidget):
    """What is to be done, in large; ``buttons``, ``caution`` and ``words_only`` belong to it.

    Whoever shows it puts those where they are always in view. Space pauses wherever it has no
    other use, also on Stop, so that a hand resting on the keyboard does not end the exercise;
    Enter on Stop stops.
    """

    stopped = Signal()
    """Stop was pressed."""
    closed = Signal()
    """It was over, and somebody goes on."""

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        closing: str,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self.setObjectName(f"{name}.exercise")
        self._look, self._name = look, name
        self._skills = {key: content.skill(key) for key in (BREATHING, GROUNDING)}
        self._kind, self._seconds, self._clock = BREATHING, 60 * MINUTES, clock
        self._begun, self._ended = set[str](), set[str]()
        """The kinds that were begun, and those that came to their end."""
        self._spent = dict.fromkeys(self._skills, 0.0)
        """Seconds in each kind, besides those that are being spent."""
        self._since: float | None = None
        """When the steps in words were begun or gone back to."""
        self._less = False
        self.pacer = Pacer(look, self._skills[BREATHING].breath, name=f"{name}.pacer", clock=clock)
        self._steps = TextSteps(look, self._skills[GROUNDING].steps, name=f"{name}.steps")
        self._title = labels.title(look, "", name=f"{name}.title")
        self._lead = labels.muted(look, "", name=f"{name}.lead")
        self._readout = labels.muted(look, "", name=f"{name}.readout")
        self.caution = labels.small(look, "", "text_muted", name=f"{name}.caution")
        self.words_only = QCheckBox(text("Words and numbers only"), self)
        self.words_only.setObjectName(f"{name}.words_only")
        self._pause = self._button(text("Pause"), "pause", drawing="pause")
        self._back = self._button(text("Back"), "back", kind="muted")
        self._back.setAccessibleName(text("Back one step"))
        self._next = self._button(text("Next"), "next", kind="primary")
        self.stop = StopButton(look, name=f"{name}.stop")
        self._again = self._button(text("Once more"), "again")
        self._close = self._button(closing, "close")
        self.buttons = self._row_of_buttons()
        self._lay_out()
        self._connect()
        self.choose(BREATHING)

    # Beginning and ending

    @property
    def is_breathing(self) -> bool:
        """Whether it is the one with the pacer."""
        return self._kind == BREATHING

    @property
    def is_over(self) -> bool:
        """Whether it came to its end."""
        return self._kind in self._ended

    def choose(self, kind: str) -> None:
        """Turn to ``BREATHING`` or ``GROUNDING``."""
        self._kind, skill = kind, self._skills[kind]
        self._title.setText(skill.name)
        self._lead.setText(skill.lead)
        self.caution.setText(" ".join(skill.cautions))
        self._steps.setVisible(not self.is_breathing)
        for widget in (self.pacer, self._readout):
            widget.setVisible(self.is_breathing)
        self.stop.set_pausing(pausing=self.is_breathing)
        self._show_motion()
        self._show_buttons()

    def begin(self) -> None:
        """Begin from the start."""
        self._begun.add(self._kind)
        self._ended.discard(self._kind)
        if self.is_breathing:
            self._spent[BREATHING] += self.pacer.elapsed
            self.pacer.start(self._seconds)
        else:
            self._go_to_step(0)
        self._show_buttons()

    def turn_to(self, kind: str) -> None:
        """Go to the other kind, and on from where that was left."""
        self.pacer.pause()
        self._stop_counting()
        self.choose(kind)
        if self.is_over or not self.has_begun(kind):
            self.begin()
        elif self.is_breathing:
            self.pacer.go_on()
        else:
            self._go_to_step(self._steps.place)

    def has_begun(self, kind: str) -> bool:
        """Whether one kind was begun."""
        return kind in self._begun

    def seconds(self, kind: str) -> int:
        """Return for how long one kind was done, without pauses."""
        spent = self._spent[kind]
        if kind == BREATHING:
            spent += self.pacer.elapsed
        elif self._since is not None:
            spent += self._clock() - self._since
        return int(spent)

    def last(self, seconds: int) -> None:
        """Breathe for so long; what runs already keeps its place."""
        self._seconds = seconds
        if not self.is_over:
            self.pacer.set_total(seconds)

    def want_less_motion(self, *, less: bool) -> None:
        """Show words and numbers only, without a choice."""
        self._less = less
        self._show_motion()

    def _begin_again(self) -> None:
        self.begin()
        self.stop.setFocus()

    def _go_to_step(self, place: int) -> None:
        self._stop_counting()
        self._since = self._clock()
        self._steps.show_step(place)

    def _stop_counting(self) -> None:
        if self._since is not None:
            self._spent[GROUNDING] += self._clock() - self._since
            self._since = None

    def _finish(self) -> None:
        self._ended.add(self._kind)
        self._stop_counting()
        sentence = text("That is all. Take your time.")
        self._show_buttons()
        if self.is_breathing:
            self._readout.setText(sentence)
            announce(self, sentence)
        else:
            self._steps.show_end(sentence)
        self._close.setFocus()

    # While it lasts

    def take_space(self, event: QKeyEvent) -> bool:
        """Pause or go on with Space that was of no use where the keyboard is."""
        if event.key() != Qt.Key.Key_Space or not self.is_breathing or self.is_over:
            return False
        if not event.isAutoRepeat():
            self._turn_pause()
        return True

    def _tell(self) -> None:
        """Show how much of the time is over, and whether it is passing."""
        running = self.pacer.is_running
        self._pause.setText(text("Pause") if running else text("Go on"))
        self._pause.set_drawing("pause" if running else "play")
        self._readout.setText(time_of(self.pacer.elapsed, self.pacer.total))

    def _turn_pause(self) -> None:
        if self.pacer.is_running:
            self.pacer.pause()
        else:
            self.pacer.go_on()

    def _step_on(self) -> None:
        if self._steps.is_last:
            self._finish()
        else:
            self._steps.show_step(self._steps.place + 1)
            self._show_buttons()

    def _step_back(self) -> None:
        self._steps.show_step(self._steps.place - 1)
        self._show_buttons()

    def _show_buttons(self) -> None:
        going = not self.is_over
        self._pause.setVisible(going and self.is_breathing)
        self._back.setVisible(going and not self.is_breathing)
        self._back.setEnabled(self._steps.place > 0)
        self._next.setVisible(going and not self.is_breathing)
        self.stop.setVisible(going)
        self._again.setVisible(not going)
        self._close.setVisible(not going)

    def _show_motion(self) -> None:
        """Keep still if that is wanted here, by the settings or by the system."""
        less = self._look.reduced_motion or self._less
        self.words_only.setVisible(self.is_breathing and not less)
        self.pacer.set_still(still=less or self.words_only.isChecked())

    # The parts

    def _button(self, words: str, name: str, *, kind: str = "plain", drawing: str = "") -> Button:
        return Button(
            self._look, words, kind, name=f"{self._name}.{name}", drawing=drawing, large=True
        )

    def _row_of_buttons(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addStretch()
        for button in (
            *(self._pause, self._back, self._next),
            *(self.stop, self._again, self._close),
        ):
            row.addWidget(button)
        row.addStretch()
        return holder

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._title, self._lead, self._readout, self.caution):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._lead)
        column.addSpacing(16)
        column.addWidget(self.pacer, 1)
        column.addWidget(self._steps, 1)
        column.addSpacing(12)
        column.addWidget(self._readout)

    def _connect(self) -> None:
        self.pacer.told.connect(self._tell)
        self.pacer.finished.connect(self._finish)
        self.words_only.toggled.connect(self._show_motion)
        self._look.look_changed.connect(self._show_motion)
        self._pause.clicked.connect(self._turn_pause)
        self._back.clicked.connect(self._step_back)
        self._next.clicked.connect(self._step_on)
        self._again.clicked.connect(self._begin_again)
        self.stop.clicked.connect(self.stopped)
        self._close.clicked.connect(self.closed)
