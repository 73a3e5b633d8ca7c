"""Cool, move, slow, release: four short parts, of which some are not for every body."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.toolkit.gate_question import GateQuestion
from resilience_desktop.ui.toolkit.remembering import remember
from resilience_desktop.ui.toolkit.time_ring import TimeRing
from resilience_desktop.ui.toolkit.timed_guide import TimedGuide, whole_seconds
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import centred, column_in
from resilience_desktop.ui.widgets.pacer import LEAD_IN, Pacer

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.toolkit import Toolkit
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper

COOL, MOVE, SLOW, RELEASE = "cool", "move", "slow", "release"
_GATED = (COOL, MOVE)
"""What needs a body without the conditions of the gate, and something to be made ready first."""
_WIDEST = 480


@dataclass(frozen=True, slots=True)
class _Part:
    key: str
    sentence: str
    seconds: int

    @property
    def is_paced(self) -> bool:
        return self.key not in _GATED

    @property
    def lasts(self) -> int:
        return self.seconds + (LEAD_IN if self.is_paced else 0)


class CoolGuide(TimedGuide):
    """Asks the gate once, and leaves out what is not safe; every part can be left out.

    The cold and the exercise wait until somebody is ready; no part lasts longer than it is meant
    to. What was answered is kept in the toolkit.
    """

    def __init__(
        self,
        look: LookKeeper,
        skill: Skill,
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(clock=clock)
        assert skill.gate is not None  # noqa: S101
        self._look = look
        self._context: UiContext | None = None
        self._all = tuple(
            _Part(key, sentence, skill.seconds[key])
            for key, sentence in zip((COOL, MOVE, SLOW, RELEASE), skill.steps, strict=True)
        )
        self._may_be_cold: bool | None = None
        self._asks_anew = False
        """Whether somebody wants to be asked again."""
        self._has_begun = False
        self._part: _Part | None = None
        self._waits = False
        """Whether the part is there and has not been begun."""
        self._since = 0.0
        self._gate = GateQuestion(look, skill.gate)
        self._cold = skill.gate.caution
        self._count = labels.small(look, "", "text_muted", name="toolkit.cool.count")
        self._sentence = labels.title(look, "", name="toolkit.cool.part")
        self.ring = TimeRing(look, name="toolkit.ring", title=skill.name)
        self.pacer = Pacer(look, skill.breath, name="toolkit.pacer", clock=clock)
        self._leads = QStackedWidget()
        self._ready = buttons.primary(look, "", name="toolkit.cool.ready")
        self._skip = buttons.quiet(look, text("Leave this part out"), name="toolkit.cool.skip")
        self._left_out = labels.muted(look, "", name="toolkit.cool.without")
        self._anew = buttons.link(look, text("Answer again"), name="toolkit.cool.again")
        self._choices = QWidget()
        self._lay_out()
        self._connect()
        self._show_answer()

    def join(self, context: UiContext) -> None:
        """Learn what was answered before."""
        self._context = context

        def know(toolkit: Toolkit) -> None:
            if self._may_be_cold is None and not self._asks_anew:
                self._know(toolkit.may_be_cold)

        context.tasks.read(lambda journal: journal.toolkit.get(), know, owner=self)

    @property
    def goes_on_with(self) -> QWidget:
        """What begins a part or goes on to the next; of the answers the one that is always safe."""
        if self._asks:
            return self._gate.some
        return self._ready if self._waits else self._skip

    @property
    def waits(self) -> bool:
        """Whether the question or the part is there, and nothing has been begun."""
        return self._asks or self._waits

    @property
    def caution(self) -> str:
        """What to heed of the cold, unless that is left out."""
        return "" if self._may_be_cold is False else self._cold

    @property
    def choices(self) -> QWidget:
        """What was answered, and a way to answer again."""
        return self._choices

    @property
    def whole(self) -> float:
        """How long the parts take that there are, as far as nothing is left out."""
        if self._part is None:
            return self.seconds + sum(part.lasts for part in self._parts())
        later = self._parts()[self._place() + 1 :]
        end = self._since + self._part.lasts
        return max(end, self.seconds) + sum(part.lasts for part in later)

    def begin(self) -> None:
        """Begin with the first part or, until that was answered, with the question."""
        self._has_begun, self._part = True, None
        self._watch.start()
        self._watch.pause()
        self._ask_or_begin()

    def pause(self) -> None:
        """Keep the place."""
        self.pacer.pause()
        super().pause()

    def go_on(self) -> None:
        """Go on from there; what waits begins, and nothing does before the answer."""
        if self._part is None or self._asks:
            self._take_keyboard()
        elif self._waits:
            self._begin_part()
        else:
            if self._part.is_paced:
                self.pacer.go_on()
            super().go_on()

    def set_still(self, *, still: bool) -> None:
        """Show words and numbers only."""
        self.ring.set_still(still=still)
        self.pacer.set_still(still=still)

    # The question

    @property
    def _asks(self) -> bool:
        return self._may_be_cold is None

    def _take_keyboard(self) -> None:
        self.goes_on_with.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_or_begin(self) -> None:
        asks = self._asks
        had_keyboard = self._gate.isAncestorOf(self.focusWidget() or self)
        self._gate.setVisible(asks)
        self._leading.setVisible(not asks)
        if asks:
            announce(self, self._gate.findChildren(labels.Label)[0].text())
            self.moved.emit()
        elif self._part is None or self._part not in self._parts():
            self._show_part(self._parts()[0])
        else:
            self.moved.emit()
        if had_keyboard:
            self._take_keyboard()

    def _answer(self, may_be_cold: bool) -> None:
        self._asks_anew = False
        self._know(may_be_cold)
        if self._has_begun:
            self._take_keyboard()
        if self._context is not None:
            remember(self._context.tasks, partial(_keep, may_be_cold), owner=self)

    def _know(self, may_be_cold: bool | None) -> None:
        self._may_be_cold = may_be_cold
        self._show_answer()
        if self._has_begun and may_be_cold is not None:
            self._ask_or_begin()

    def _ask_again(self) -> None:
        self._may_be_cold, self._asks_anew = None, True
        self._show_answer()
        if self._has_begun:
            self.pause()
            self._ask_or_begin()
            self._take_keyboard()

    def _show_answer(self) -> None:
        said = {
            None: text("You are asked about your body first."),
            True: text("With the cold and the exercise."),
            False: text("Without the cold and the exercise."),
        }[self._may_be_cold]
        self._left_out.setText(said)
        self._anew.setVisible(self._may_be_cold is not None)

    # The parts

    def _parts(self) -> tuple[_Part, ...]:
        return tuple(p for p in self._all if self._may_be_cold or p.key not in _GATED)

    def _place(self) -> int:
        return self._parts().index(self._part) if self._part in self._parts() else 0

    def _show_part(self, part: _Part) -> None:
        """Show what to do; what needs nothing begins by itself."""
        self._part, self._waits, self._since = part, True, self.seconds
        place, parts = self._place(), self._parts()
        self._count.setText(text("{n} of {all}").format(n=place + 1, all=len(parts)))
        self._sentence.setText(part.sentence)
        announce(self, part.sentence)
        self._leads.setCurrentWidget(self.pacer if part.is_paced else self.ring)
        minutes, seconds = divmod(part.seconds, 60)
        length = (
            plural("{n} second", "{n} seconds", seconds)
            if seconds
            else plural("{n} minute", "{n} minutes", minutes)
        )
        self._ready.setText(text("Begin: {time}").format(time=length))
        self.ring.tell(text("When you are ready"), over=0.0)
        if part.is_paced:
            self._begin_part()
        else:
            self._watch.pause()
            self._ready.show()
            if self._skip.hasFocus():  # where Enter would leave out what has just come
                self._take_keyboard()
            self.moved.emit()

    def _begin_part(self) -> None:
        if self._part is None:
            return
        had_keyboard = self._ready.hasFocus()
        self._waits, self._since = False, self.seconds
        self._ready.hide()
        if had_keyboard:
            self._skip.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._part.is_paced:
            self.pacer.start(self._part.seconds)
        self.turned.emit()
        self._watch.go_on()
        self._follow()

    def _leave_out(self) -> None:
        self.pacer.pause()
        self._next_part()

    def _next_part(self) -> None:
        place, parts = self._place(), self._parts()
        if place + 1 < len(parts):
            self._show_part(parts[place + 1])
        else:
            self._end()

    def _follow(self) -> None:
        part = self._part
        if part is None or self._waits:
            self.moved.emit()
            return
        if part.is_paced and not self.is_running:
            self.pacer.pause()
        left = self._since + part.lasts - self.seconds
        if not part.is_paced and left <= 0:
            self._next_part()
            return
        words = text("Left") if self.is_running else text("Paused")
        self.ring.tell(words, whole_seconds(left), over=1 - left / part.lasts)
        self.moved.emit()

    def _breathed(self) -> None:
        if self._part is not None and self._part.is_paced and not self._waits:
            self._next_part()

    def _lay_out(self) -> None:
        for label in (self._count, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.ring, self.pacer):
            self._leads.addWidget(widget)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addStretch()
        ways.addWidget(self._ready)
        ways.addWidget(self._skip)
        ways.addStretch()
        self._leading = QWidget()
        leading = column_in(self._leading, 12)
        leading.addWidget(self._count)
        leading.addWidget(self._sentence)
        leading.addWidget(self._leads, 1)
        leading.addLayout(ways)
        column = column_in(self, 0)
        column.addLayout(centred(self._gate))
        column.addWidget(self._leading, 1)
        chosen = QHBoxLayout(self._choices)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(8)
        chosen.addWidget(self._left_out, 1)
        chosen.addWidget(self._anew)
        self._look.follow(self._dress)

    def _dress(self) -> None:
        self._gate.setMaximumWidth(self._look.px(_WIDEST))

    def _connect(self) -> None:
        self._gate.answered.connect(self._answer)
        self._anew.clicked.connect(self._ask_again)
        self._ready.clicked.connect(self._begin_part)
        self._skip.clicked.connect(self._leave_out)
        self.pacer.turned.connect(self.turned)
        self.pacer.finished.connect(self._breathed)


def _keep(may_be_cold: bool, journal: Journal) -> Changes:
    return journal.toolkit.keep(replace(journal.toolkit.get(), may_be_cold=may_be_cold))
