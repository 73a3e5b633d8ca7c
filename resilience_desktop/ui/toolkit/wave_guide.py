"""Riding out an urge: how strong it is, asked every few minutes, as a wave."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.wave_rounds import WaveRounds
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.toolkit.guide import GuidePane
from resilience_desktop.ui.toolkit.remembering import remember
from resilience_desktop.ui.toolkit.wave_after import WaveAfter
from resilience_desktop.ui.toolkit.wave_choices import WaveChoices
from resilience_desktop.ui.toolkit.wave_view import WaveView
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.clear_button import ClearButton
from resilience_desktop.ui.widgets.layouts import centred, column_in
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.stopwatch import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.practice import Rating as Rated
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper

_LOOK_MS = 250
_MEASURE = 560
_URGE, _INSTEAD = "urge", "instead"


class WaveGuide(GuidePane):
    """Asks quietly and draws the answers; between them there is a sentence to stay with.

    After the longest time it waits, and somebody says whether to go on.
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
        self._look, self._skill = look, skill
        self._context: UiContext | None = None
        self._is_chosen = False
        self._choices = WaveChoices(look, skill.seconds["prompt_every"] // 60)
        self._rounds = WaveRounds(self._choices.minutes)
        self._until = self._longest
        self._stopwatch = Stopwatch(clock, self)
        self._stopwatch.look_every(_LOOK_MS)
        names = {one.id: one.name for one in skill.fields if one is not None}
        self._after = WaveAfter(look, instead=names[_INSTEAD], fact=skill.fact)
        self._line = labels.heading(look, "", name="wave.line")
        question = text("How strong is the urge now?")
        ends = {0: text("none"), 100: text("as strong as can be")}
        self._rating = Rating(look, ends, name="wave.rating", title=question)
        self._question = question
        self._view = WaveView(look, name="wave", below=skill.fact)
        self._urge = LineField()
        self._urge.setObjectName("wave.urge")
        self._urge.setAccessibleName(names[_URGE])
        self._lay_out(names[_URGE])
        self._connect()

    # What the player asks

    def join(self, context: UiContext) -> None:
        """Learn of earlier waves, and how often to ask."""
        self._context = context
        context.tasks.journal_changed.connect(self._look_for_waves)
        self._read_waves()
        context.tasks.read(
            lambda journal: journal.remembered.wave_minutes(), self._remember, owner=self
        )

    @property
    def goes_on_with(self) -> QWidget:
        """The first rating."""
        return self._rating

    @property
    def choices(self) -> QWidget:
        """How often to be asked; and earlier waves, to look at."""
        return self._choices

    @property
    def afterwards(self) -> QWidget:
        """The whole wave, and what happened."""
        return self._after

    @property
    def can_pause(self) -> bool:
        """It asks in time."""
        return True

    @property
    def moves(self) -> bool:
        """It only grows by a dot now and then."""
        return False

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return self._stopwatch.is_running

    @property
    def seconds(self) -> float:
        """For how long somebody has watched it."""
        return self._stopwatch.seconds

    @property
    def whole(self) -> int:
        """When it next waits for somebody to say whether to go on."""
        return self._until

    def begin(self) -> None:
        """Begin from the start, and ask at once."""
        self._rounds = WaveRounds(self._choices.minutes)
        self._until = self._longest
        self._urge.clear()
        self._after.instead.set_words("")
        self._rating.set_rating(None)
        self._stopwatch.start()
        self._show_wave()
        self._ask()
        self.moved.emit()

    def pause(self) -> None:
        """Keep the place; after the longest time that is the end."""
        self._stopwatch.pause()
        self.moved.emit()
        if self._is_over:
            self.finished.emit()

    def go_on(self) -> None:
        """Go on from there; after the longest time for as long again."""
        if self._is_over:
            self._until += self._longest
            self._show_line()
            self._show_wave()
        self._stopwatch.go_on()
        self.moved.emit()

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return what the urge was, and what happened."""
        written = ((_URGE, self._urge.text()), (_INSTEAD, self._after.instead.words()))
        return tuple((name, words) for name, words in written if words.strip())

    def wave(self) -> tuple[Rated, ...]:
        """Return how it went."""
        return self._rounds.wave

    # While it lasts

    @property
    def _longest(self) -> int:
        return self._skill.seconds["longest"]

    @property
    def _is_over(self) -> bool:
        """Whether the longest time has passed, and nobody has said yet to go on."""
        return self.seconds >= self._until

    def _pass(self) -> None:
        if self._is_over:
            self._stopwatch.pause()
            self._offer_more()
        elif self._rounds.look(self.seconds):
            self._rating.set_rating(None)
            self._ask()
            self.turned.emit()
        self.moved.emit()

    def _ask(self) -> None:
        self._show_line()
        announce(self, self._question)

    def _take(self, strength: int | None) -> None:
        self._rounds.take(self.seconds, strength)
        self._show_line()
        self._show_wave()
        self.moved.emit()

    def _show_line(self) -> None:
        """Show the one line: the question, what to stay with until the next, or that time is up."""
        asks = self._rounds.asks or self._is_over
        self._line.set_role("text" if asks else "text_muted")
        if self._is_over:
            over = plural("{n} minute is over.", "{n} minutes are over.", self._until // 60)
            self._line.setText(f"{over} {text('You can go on or stop.')}")
        else:
            self._line.setText(self._question if asks else " ".join(self._skill.steps))

    def _show_wave(self) -> None:
        self._view.show_wave(self.wave(), self._until)
        self._after.show_wave(self.wave())

    def _offer_more(self) -> None:
        self._show_line()
        announce(self, self._line.text())
        self.turned.emit()

    def _remember(self, minutes: int | None) -> None:
        """Ask as often as was chosen last, unless somebody was quicker."""
        if minutes is not None and not self._is_chosen:
            self._choices.show_minutes(minutes)
            self._rounds.minutes = minutes

    def _choose(self) -> None:
        self._is_chosen = True
        minutes = self._rounds.minutes = self._choices.minutes
        if self._context is not None:
            remember(
                self._context.tasks,
                lambda journal: journal.remembered.keep_wave_minutes(minutes),
                owner=self,
            )

    # Earlier ones

    def _look_for_waves(self, changes: Changes) -> None:
        """Learn of a wave that is over; while one is ridden out it is no earlier one."""
        if changes.practices and self.isHidden():
            self._read_waves()

    def _read_waves(self) -> None:
        if self._context is not None:
            skill = self._skill.id
            self._context.tasks.read(
                lambda journal: journal.practices.of(skill),
                self._choices.earlier.show_practices,
                owner=self,
                latest="earlier waves",
            )

    # The parts

    def _lay_out(self, urge: str) -> None:
        look = self._look
        inside = QWidget()
        column = column_in(inside, 12)
        rated = QHBoxLayout()
        rated.setSpacing(12)
        rated.addWidget(self._rating, 1)
        rated.addWidget(
            ClearButton(look, self._rating, self._question, name="wave.clear"),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        named = QHBoxLayout()
        named.setSpacing(12)
        label = labels.label(look, urge)
        label.setWordWrap(False)
        label.setBuddy(self._urge)
        named.addWidget(label)
        named.addWidget(self._urge, 1)
        column.addLayout(named)
        column.addWidget(self._line)
        column.addLayout(rated)
        column.addWidget(self._view, 1)
        column_in(self, 0).addLayout(centred(inside))
        self._inside = inside
        look.follow(self._dress)

    def _dress(self) -> None:
        self._inside.setMaximumWidth(self._look.px(_MEASURE))

    def _connect(self) -> None:
        self._stopwatch.moved.connect(self._pass)
        self._rating.rating_changed.connect(self._take)
        self._rating.entered.connect(lambda: self._rounds.settle())  # of this round, not the first
        self._urge.textChanged.connect(self.moved)
        self._after.changed.connect(self.moved)
        self._choices.changed.connect(self._choose)
