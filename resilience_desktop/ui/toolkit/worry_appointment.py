"""The worry appointment itself: one worry at a time, within the time that was set aside."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.worry import Outcome
from resilience_desktop.i18n import text
from resilience_desktop.services import clock as clocks
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.toolkit.worry_rows import became
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.enter_edit import EnterEdit
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.quote import KeptInView
from resilience_desktop.ui.widgets.stop_button import StopButton
from resilience_desktop.ui.widgets.stopwatch import Stopwatch, time_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from resilience_desktop.domain.worry import Worry
    from resilience_desktop.ui.theme import LookKeeper

SKILL = "worry_time"
_LOOK_MS = 250


class WorryAppointment(QWidget):
    """Asks what becomes of each worry. Whoever shows it keeps what was said.

    ``foot`` has Stop and the time; whoever shows this puts it where it is always in view.
    """

    changed = Signal()
    """Something was said, typed, or is over."""
    closed = Signal()

    def __init__(self, look: LookKeeper, *, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__()
        self.setObjectName("worry.appointment")
        self._look = look
        self._worries: list[Worry] = []
        self._place = 0
        self._whole = 0
        self._has_ended = self._is_time_over = False
        self._practice: Practice | None = None
        self._watch = Stopwatch(clock, self)
        self._watch.look_every(_LOOK_MS)
        self._watch.moved.connect(self._follow)
        self._worry = KeptInView(look, "", name="worry.now")
        self._question = labels.heading(look, text("Is there something you can do about it?"))
        self._gone = self._answer(text("It no longer matters"), "gone")
        self._step = self._answer(text("Yes, one step"), "step")
        self._stands = self._answer(text("No, let it stand for today"), "stands")
        self._field = EnterEdit(
            look, name="worry.step.words", title=text("The step"), growing=True, lines=1
        )
        self._on = buttons.primary(look, text("Next"), name="worry.next")
        self._time_over = labels.body(look, "", name="worry.time_over")
        self._end = labels.heading(look, "", name="worry.end")
        self._absorbing = labels.body(look, "", name="worry.absorbing")
        self._readout = labels.muted(look, "", name="worry.readout")
        self._readout.setWordWrap(False)
        self._pause = buttons.Button(
            look, text("Pause"), name="worry.pause", drawing="pause", large=True
        )
        self._back = buttons.muted(
            look, text("The one before"), name="worry.back", drawing="arrow-left"
        )
        self.stop = StopButton(look, name="worry.stop")
        self._close = buttons.primary(look, text("Close"), name="worry.close")
        self._lay_out()
        self._connect()

    @property
    def is_going(self) -> bool:
        """Whether it has begun and is not over."""
        return self._practice is not None and not self._has_ended

    def begin(self, worries: Sequence[Worry], minutes: int) -> None:
        """Begin with the first of these."""
        self._worries, self._place, self._whole = list(worries), 0, minutes * 60
        self._has_ended = self._is_time_over = False
        self._practice = Practice(skill=SKILL, at=clocks.now())
        self._watch.start()
        self._show()
        self.changed.emit()

    def practice(self) -> Practice | None:
        """Return this use of the time for worries as far as it went."""
        if self._practice is None:
            return None
        is_through = self._place >= len(self._worries)
        return replace(
            self._practice,
            seconds=int(self._watch.seconds),
            stopped=not (is_through or self._is_time_over),
        )

    def worries(self) -> list[Worry]:
        """Return those of which something was said."""
        return [one for one in self._worries if one.looked_at == self._today()]

    def words(self) -> str:
        """Return the step that is being typed."""
        return self._field.words()

    def take_keyboard(self) -> None:
        """Put the keyboard where it goes on."""
        if self._has_ended:
            target: QWidget = self._close
        else:
            target = self._field if self._field.isVisibleTo(self) else self._gone
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def pause(self) -> None:
        """Keep the place: nobody is looking."""
        if self.is_going:
            self._watch.pause()
            self._tell()

    def finish(self) -> None:
        """End it, whether all were looked at or not: what is left waits."""
        self._watch.pause()
        self._has_ended = True
        self._show()
        announce(self._end, self._end.text())
        self.changed.emit()
        self.take_keyboard()

    # What is said

    def _say(self, outcome: Outcome, step: str) -> None:
        worry = self._worries[self._place]
        self._worries[self._place] = replace(
            worry, outcome=outcome, step=step, looked_at=self._today()
        )
        self.changed.emit()

    def _go_on_with(self, outcome: Outcome) -> None:
        self._say(outcome, self._worries[self._place].step)
        self._next()

    def _ask_for_step(self) -> None:
        worry = self._worries[self._place]
        self._say(Outcome.ACTED, worry.step)
        self._show_step(shown=True)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        self._say(Outcome.ACTED, self._field.words())

    def _next(self) -> None:
        self._place += 1
        if self._place < len(self._worries):
            self._show()
            self.take_keyboard()
        else:
            self.finish()

    def _go_back(self) -> None:
        self._place -= 1
        self._show()
        self.take_keyboard()

    # Time

    def _follow(self) -> None:
        if not self._is_time_over and self._watch.seconds >= self._whole:
            self._is_time_over = True
            self._time_over.show()
            announce(self._time_over, self._time_over.text())
            self.changed.emit()
        self._tell()

    def _turn_pause(self) -> None:
        if self._watch.is_running:
            self._watch.pause()
        else:
            self._watch.go_on()
        self._tell()

    # Showing

    def _show(self) -> None:
        going = self.is_going
        if going:
            worry = self._worries[self._place]
            self._worry.title.setText(became(worry))
            self._worry.set_words(worry.words)
            self._field.set_words(worry.step)
        left = self._place < len(self._worries)
        self._end.setText(
            text("What is left can wait.") if left else text("That was the last one.")
        )
        for part in (self._worry, self._question, self._answers, self.foot):
            part.setVisible(going)
        for part in (self._end, self._absorbing, self._close):
            part.setVisible(not going)
        self._time_over.setVisible(going and self._is_time_over)
        self._back.setVisible(self._place > 0)
        self._show_step(shown=going and self._worries[self._place].outcome is Outcome.ACTED)
        self._tell()

    def _show_step(self, *, shown: bool) -> None:
        self._step_part.setVisible(shown)

    def _tell(self) -> None:
        running = self._watch.is_running
        self._pause.setText(text("Pause") if running else text("Go on"))
        self._pause.set_drawing("pause" if running else "play")
        self._readout.setText(time_of(min(self._watch.seconds, self._whole), self._whole))

    @staticmethod
    def _today() -> dt.date:
        return clocks.now().day

    # Building

    def _answer(self, words: str, name: str) -> buttons.Button:
        return buttons.plain(self._look, words, name=f"worry.{name}")

    def _lay_out(self) -> None:
        look = self._look
        self._time_over.setText(
            text("The time is over. Finish this one if you like; what is left can wait.")
        )
        self._absorbing.setText(
            text("Now something that holds your attention: a walk, a film, a task for your hands.")
        )
        self._answers, self.foot, self._step_part = QWidget(), QWidget(), QWidget()
        answers = FlowLayout(self._answers, gap=12)
        for button in (self._gone, self._step, self._stands):
            answers.addWidget(button)
        step = column_in(self._step_part, 12)
        step.addWidget(labels.above(look, text("The step"), self._field))
        step.addWidget(self._on, 0, Qt.AlignmentFlag.AlignLeft)
        self.foot.hide()
        foot = FlowLayout(self.foot, gap=12, level=True)
        for part in (self._pause, self.stop, self._readout, self._back):
            foot.addWidget(part)
        column = column_in(self, 20)
        for whole in (self._worry, self._question, self._answers, self._step_part):
            column.addWidget(whole)
        column.addWidget(self._time_over)
        column.addWidget(self._end)
        column.addWidget(self._absorbing)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._gone.clicked.connect(lambda: self._go_on_with(Outcome.GONE))
        self._stands.clicked.connect(lambda: self._go_on_with(Outcome.STANDS))
        self._step.clicked.connect(self._ask_for_step)
        self._field.words_changed.connect(self._typed)
        self._field.next_wanted.connect(self._next)
        self._on.clicked.connect(self._next)
        self._back.clicked.connect(self._go_back)
        self._pause.clicked.connect(self._turn_pause)
        self.stop.clicked.connect(self.finish)
        self._close.clicked.connect(self.closed)
