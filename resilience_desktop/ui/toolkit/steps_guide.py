"""Steps in words, one at a time: those of the app, and scripts of one's own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from resilience_desktop.i18n import plural, text
from resilience_desktop.services.skills import STEP, is_own
from resilience_desktop.ui.toolkit.earlier_words import EarlierWords
from resilience_desktop.ui.toolkit.step_lines import StepLines
from resilience_desktop.ui.toolkit.timed_guide import TimedGuide
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.keys import press_on_ctrl_enter
from resilience_desktop.ui.widgets.layouts import centred, column_in
from resilience_desktop.ui.widgets.number_box import NumberBox
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane
from resilience_desktop.ui.widgets.text_steps import TextSteps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QRect

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper

_SHORTEST_S, _LONGEST_S = 5, 600
_WIDEST = 480
"""Text units of the lines to write in."""
_LESS_ROOM = 20
"""Pixels less below the way on than is usual in a pane, for the sentence above it."""
_LAST_S = 10
"""So many seconds before the next step comes, that is said."""


class StepsGuide(TimedGuide):
    """Goes on when somebody says so or, where a step has a usual time and it is wanted, by itself.

    It never goes on while somebody writes: each key gives the step its whole time again.
    """

    def __init__(
        self,
        look: LookKeeper,
        skill: Skill,
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(clock=clock)
        self._look, self._skill = look, skill
        self._since = 0.0
        """When the step was begun."""
        self._steps = TextSteps(look, skill.steps, name="toolkit.steps", own=is_own(skill))
        self._fields = skill.fields or (None,) * len(skill.steps)
        self.lines = StepLines(look, self._fields)
        self._earlier = EarlierWords(look)
        self._soon = labels.small(look, "", "text_muted", name="toolkit.steps.soon")
        self._led = QCheckBox(text("Move on by itself"))
        self._led.setObjectName("toolkit.steps.led")
        self._each = NumberBox(
            look,
            name="toolkit.steps.seconds",
            title=text("Seconds for each step"),
            least=_SHORTEST_S,
            most=_LONGEST_S,
        )
        self._each.setValue(skill.seconds.get(STEP, _SHORTEST_S))
        self._choices = self._lay_out_choices()
        self._back = buttons.muted(look, text("Back"), name="toolkit.steps.back")
        self._back.setAccessibleName(text("Back one step"))
        self._next = buttons.primary(look, text("Next"), name="toolkit.steps.next")
        self._lay_out()
        self._connect()

    def join(self, context: UiContext) -> None:
        """Learn what was written another time, where it can be taken again."""
        fields = [one.id for one in self._skill.fields if one and one.remembered]
        if not fields:
            return

        def show(practices: list[Practice]) -> None:
            self._earlier.show_of(practices, fields)
            self._show_earlier()

        skill = self._skill.id
        context.tasks.read(lambda journal: journal.practices.of(skill), show, owner=self)

    @property
    def goes_on_with(self) -> QWidget:
        """The way to the next step."""
        return self._next

    @property
    def choices(self) -> QWidget | None:
        """Whether it goes on by itself."""
        return self._choices if self.can_pause else None

    @property
    def can_pause(self) -> bool:
        """Whether it can lead in time."""
        return STEP in self._skill.seconds

    @property
    def moves(self) -> bool:
        """These are words only."""
        return False

    @property
    def whole(self) -> float | None:
        """How long it takes as it is led; None where somebody goes at their own pace."""
        if not self._led.isChecked():
            return None
        later = len(self._skill.steps) - 1 - self._steps.place
        return self._since + self._each.value() * (1 + later)

    def begin(self) -> None:
        """Begin with the first step, and with empty lines."""
        self.lines.clear()
        self._watch.start()
        self._show_step(0)

    def step(self, by: int) -> None:
        """Go one step on or back, and stay at the first and the last."""
        if by > 0 and not self._steps.is_last:
            self._go_on_to_next()
        elif by < 0 and self._steps.place:
            self._go_back()

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return what was written."""
        return self.lines.answers()

    def _go_on_to_next(self) -> None:
        self._watch.go_on()
        if self._steps.is_last:
            self._end()
        else:
            self._show_step(self._steps.place + 1)

    def _go_back(self) -> None:
        self._watch.go_on()
        self._show_step(self._steps.place - 1)

    def _show_step(self, place: int) -> None:
        here = self.window().focusWidget()
        if (here and self.lines.isAncestorOf(here)) or (place == 0 and here is self._back):
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)  # before what has it goes
        self._since = self.seconds
        self._steps.show_step(place)
        self.lines.show_step(place)
        self._back.setEnabled(place > 0)
        self._next.setText(text("Done") if self._steps.is_last else text("Next"))
        self._show_earlier()
        show_in_pane(self._steps)
        show_in_pane(self._next, self._way_on)  # whole, also where not all of the step is then
        if place:
            self.turned.emit()
        self._follow()

    def _way_on(self) -> QRect:
        """Return what has to be seen of it, but for the room that is left around it."""
        return self._next.rect().adjusted(0, 0, 0, -_LESS_ROOM)

    def _show_earlier(self) -> None:
        here = self._fields[self._steps.place]
        self._earlier.show_if(wanted=bool(here and here.remembered and not self.answers()))

    def _take(self, answers: Mapping[str, str]) -> None:
        self.lines.take(answers)
        self.lines.opener.set_open(is_open=True)
        self._earlier.hide()
        self._note_words()

    def _note_words(self) -> None:
        self._since = self.seconds
        self._show_earlier()
        self.moved.emit()

    def _follow(self) -> None:
        left = self._since + self._each.value() - self.seconds
        is_led = self._led.isChecked() and self.is_running
        if is_led and left <= 0:
            self._go_on_to_next()
            return
        soon = is_led and left <= _LAST_S and not self._steps.is_last
        said = plural("Goes on in {n} second", "Goes on in {n} seconds", int(left) + 1)
        self._soon.setText(said if soon else "")
        self.moved.emit()

    def _choose(self) -> None:
        """Give the step its time from now on."""
        for part in (self._seconds_row, self._soon):
            part.setVisible(self._led.isChecked())
        self._since = self.seconds
        self._follow()

    def _lay_out_choices(self) -> QWidget:
        choices = QWidget(self)
        choices.hide()
        column = column_in(choices, 12)
        self._seconds_row = QWidget()
        across = QHBoxLayout(self._seconds_row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        label = labels.label(self._look, self._each.accessibleName())
        label.setBuddy(self._each)
        across.addWidget(label)
        across.addWidget(self._each)
        across.addStretch()
        self._seconds_row.hide()
        column.addWidget(self._led)
        column.addWidget(self._seconds_row)
        return choices

    def _lay_out(self) -> None:
        self._soon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._soon.hide()
        self._look.follow(self._dress)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addStretch()
        ways.addWidget(self._back)
        ways.addWidget(self._next)
        ways.addStretch()
        column = column_in(self, 12)
        column.addStretch(2)
        column.addWidget(self._steps)
        column.addLayout(centred(self.lines))
        column.addWidget(self._soon)
        column.addSpacing(4)
        column.addLayout(ways)
        column.addSpacing(12)
        column.addLayout(centred(self._earlier))
        column.addStretch(3)

    def _dress(self) -> None:
        for part in (self.lines, self._earlier):
            part.setMaximumWidth(self._look.px(_WIDEST))

    def _connect(self) -> None:
        press_on_ctrl_enter(self, self._next)
        self._next.clicked.connect(self._go_on_to_next)
        self._back.clicked.connect(self._go_back)
        self.lines.changed.connect(self._note_words)
        self._earlier.taken.connect(self._take)
        self._led.toggled.connect(self._choose)
        self._each.valueChanged.connect(self._choose)
