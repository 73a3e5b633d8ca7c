"""Muscle relaxation: one group after the other is tensed, then let go."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from resilience_desktop.content.skills import Side, left_first
from resilience_desktop.domain.led_stages import LedStage, LedStages
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.toolkit.remembering import remember
from resilience_desktop.ui.toolkit.time_ring import TimeRing
from resilience_desktop.ui.toolkit.timed_guide import TimedGuide, whole_seconds
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper

READY, TENSE, RELEASE = "ready", "tense", "release"
_READY_S = 4
"""Seconds to read which muscles come next; the whole is as long as it is taught with them."""


class MusclesGuide(TimedGuide):
    """Says each stage once; a group can be left out, and then its time is not taken.

    Which side comes first is remembered; a choice that is made meanwhile is for the next time.
    """

    def __init__(
        self,
        look: LookKeeper,
        skill: Skill,
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(clock=clock)
        self._skill, self._groups = skill.id, skill.groups
        self._all = skill.groups
        self._context: UiContext | None = None
        self._is_chosen = False
        self._stages = LedStages(
            tuple(
                LedStage(name, seconds, group)
                for group in range(len(skill.groups))
                for name, seconds in (
                    (READY, _READY_S),
                    (TENSE, skill.seconds[TENSE]),
                    (RELEASE, skill.seconds[RELEASE]),
                )
            )
        )
        self._left_out = 0.0
        """Seconds of the stages that were left out."""
        self._stage = -1
        """The stage that was last said."""
        self._choices = QWidget(self)
        self._choices.hide()
        self._left = QCheckBox(text("Start with the left side"))
        self._left.setObjectName("toolkit.muscles.left")
        self._left.clicked.connect(self._choose)
        later = text("From the next time on.")
        self._later = labels.small(look, later, "text_muted", name="toolkit.muscles.later")
        self._later.hide()
        choices = column_in(self._choices, 4)
        choices.addWidget(self._left)
        choices.addWidget(self._later)
        self._count = labels.small(look, "", "text_muted", name="toolkit.muscles.count")
        self._name = labels.title(look, "", name="toolkit.muscles.group")
        self._how = labels.body(look, "", name="toolkit.muscles.how")
        self.ring = TimeRing(look, name="toolkit.ring", title=skill.name)
        self._skip = buttons.quiet(look, text("Leave this one out"), name="toolkit.muscles.skip")
        self._skip.clicked.connect(self._leave_out)
        column = column_in(self, 4)
        for label in (self._count, self._name, self._how):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(12)
        column.addWidget(self.ring, 1)
        column.addSpacing(4)
        column.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignHCenter)

    def join(self, context: UiContext) -> None:
        """Begin with the side that was chosen last."""
        self._context, skill = context, self._skill
        context.tasks.read(
            lambda journal: journal.remembered.left_first(skill), self._remember, owner=self
        )

    @property
    def choices(self) -> QWidget | None:
        """Which side comes first, where there are sides."""
        return self._choices if any(g.side is not Side.BOTH for g in self._all) else None

    @property
    def whole(self) -> float:
        """How long it takes without what was left out."""
        return self._stages.seconds - self._left_out

    def begin(self) -> None:
        """Begin with the first group."""
        self._left_out = 0.0
        self._watch.start()
        self._take_sides()

    def set_still(self, *, still: bool) -> None:
        """Leave out the arc."""
        self.ring.set_still(still=still)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the side stays as it was chosen for as long as it lasts."""
        super().showEvent(event)
        self._later.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let it be chosen for this time."""
        super().hideEvent(event)
        self._later.hide()

    def _remember(self, left: bool) -> None:
        """Take what was chosen last, also in the first moment, unless somebody was quicker."""
        if not self._is_chosen and left != self._left.isChecked():
            self._left.setChecked(left)
            if self._stage == 0:
                self._take_sides()

    def _choose(self, left: bool) -> None:
        self._is_chosen = True
        if self._context is not None:
            skill = self._skill
            remember(
                self._context.tasks,
                lambda journal: journal.remembered.keep_left_first(skill, left),
                owner=self,
            )

    def _take_sides(self) -> None:
        self._groups = left_first(self._all) if self._left.isChecked() else self._all
        self._stage = -1
        self._follow()

    def _leave_out(self) -> None:
        here = self._position
        self._left_out += self._stages.end_of_group(here) - here
        self._follow()

    @property
    def _position(self) -> float:
        return self._watch.seconds + self._left_out

    def _follow(self) -> None:
        place = self._stages.at(self._position)
        if place is None:
            self.moved.emit()
            self._end()
            return
        stage = place.stage
        over = self._watch.seconds / self.whole
        words = text("Paused") if not self.is_running else _words(stage.name)
        self.ring.tell(words, whole_seconds(place.seconds_left), over=over)
        if place.number != self._stage:
            self._stage = place.number
            self._show_group(stage)
        self.moved.emit()

    def _show_group(self, stage: LedStage) -> None:
        """Show which muscles it is, and have a screen reader say what is to be done."""
        group = self._groups[stage.group]
        place = text("{n} of {all}").format(n=stage.group + 1, all=len(self._groups))
        self._count.setText(place)
        self._name.setText(group.name)
        self._how.setText(text("Notice how that feels.") if stage.name == RELEASE else group.how)
        said = _words(stage.name)
        if stage.name == READY:
            said = f"{group.name}. {group.how}"
        elif stage.name == TENSE:
            time_ = plural("{n} second", "{n} seconds", int(stage.seconds))
            said = text("{phase}, {time}").format(phase=said, time=time_)
            self.turned.emit()
        else:
            self.turned.emit()
        announce(self, said)


def _words(stage: str) -> str:
    return {READY: text("Get ready"), TENSE: text("Tense"), RELEASE: text("Let go")}[stage]
