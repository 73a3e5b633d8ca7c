"""A timer for quiet minutes, and for something of one's own with an end or without one."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import plural, text
from resilience_desktop.services.skills import is_own
from resilience_desktop.ui.toolkit.time_ring import TimeRing
from resilience_desktop.ui.toolkit.timed_guide import TimedGuide
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.number_box import NumberBox
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.ui.theme import LookKeeper

LONGEST_MIN = 60
LONGEST_OWN_MIN = 240
_USUAL_MIN = 10
_BELLS_MIN = (1, 2, 5, 10)
_END, _OPEN = "end", "open"


class TimerChoices(QWidget):
    """How many minutes, and when there is a bell."""

    def __init__(self, look: LookKeeper, skill: Skill) -> None:
        super().__init__()
        self.setObjectName("toolkit.timer")
        own = is_own(skill)
        most = LONGEST_OWN_MIN if own else LONGEST_MIN
        self.minutes = NumberBox(
            look, name="toolkit.timer.minutes", title=text("Minutes"), least=1, most=most
        )
        self.minutes.setValue(min(most, skill.minutes or _USUAL_MIN))
        self.end = RangeSwitch(
            look,
            [(_OPEN, text("As long as it takes")), (_END, text("With an end"))],
            name="toolkit.timer.end",
            title=text("How long"),
            chosen=_END if skill.minutes else _OPEN,
            parent=self,
        )
        self.bell = ChoiceBox(shrinks=True)
        self.bell.setObjectName("toolkit.timer.bell")
        self.bell.setAccessibleName(text("When the bell sounds"))
        self.bell.addItem(text("At the beginning and the end"), 0)
        for minutes in _BELLS_MIN:
            words = plural("Every minute too", "Every {n} minutes too", minutes)
            self.bell.addItem(words, minutes)
        column = column_in(self, 12)
        if own:
            column.addWidget(self.end, 0, Qt.AlignmentFlag.AlignLeft)
        self._minutes_row = _beside(look, self.minutes)
        column.addWidget(self._minutes_row)
        bell = labels.above(look, self.bell.accessibleName(), self.bell)
        bell.setVisible(not own)
        column.addWidget(bell)
        self.end.setVisible(own)
        self.end.range_chosen.connect(self._show_minutes)
        self._show_minutes()

    @property
    def has_end(self) -> bool:
        """Whether it ends by itself."""
        return self.end.chosen == _END

    def _show_minutes(self) -> None:
        self._minutes_row.setVisible(self.has_end)


class TimerGuide(TimedGuide):
    """Says no more than how many minutes are left, or how many there were."""

    def __init__(
        self,
        look: LookKeeper,
        skill: Skill,
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(clock=clock)
        self._choices = TimerChoices(look, skill)
        self._rung = 0
        """How often the bell has sounded in between."""
        self.ring = TimeRing(look, name="toolkit.ring", title=text("Time"))
        self._done = buttons.plain(look, text("Done"), name="toolkit.timer.done")
        self._done.clicked.connect(self._end)
        column = column_in(self, 12)
        column.addWidget(self.ring, 1)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignHCenter)
        self._choices.minutes.valueChanged.connect(self._choose)
        self._choices.bell.currentIndexChanged.connect(self._choose)
        self._choices.end.range_chosen.connect(self._choose)

    @property
    def choices(self) -> QWidget:
        """How long, and when there is a bell."""
        return self._choices

    @property
    def whole(self) -> float | None:
        """How long it takes; None where that is open."""
        return 60 * self._choices.minutes.value() if self._choices.has_end else None

    def begin(self) -> None:
        """Begin from the start, with a bell where one is wanted."""
        self._rung = 0
        self._watch.start()
        self.turned.emit()
        self._follow()

    def set_still(self, *, still: bool) -> None:
        """Leave out the arc."""
        self.ring.set_still(still=still)

    def _choose(self) -> None:
        """Do as is chosen now; what would have sounded before is let be."""
        self._rung = self._due()
        self._follow()

    def _due(self) -> int:
        every = 60 * self._choices.bell.currentData()
        return int(self.seconds // every) if every else 0

    def _follow(self) -> None:
        whole, seconds = self.whole, self.seconds
        self._done.setVisible(whole is None)
        if whole is None:
            minutes = int(seconds // 60)
            words = plural("{n} minute", "{n} minutes", minutes)
            self._tell(words if minutes else text("Begun"), None)
        else:
            left = max(1, math.ceil((whole - seconds) / 60))
            self._tell(plural("{n} minute left", "{n} minutes left", left), seconds / whole)
        self.moved.emit()
        if whole is not None and seconds >= whole and self.is_running:
            self._end()
        elif self._due() > self._rung:
            self._rung = self._due()
            self.turned.emit()

    def _tell(self, words: str, over: float | None) -> None:
        paused = not self.is_running and self.seconds > 0
        self.ring.tell(text("Paused") if paused else words, over=over)


def _beside(look: LookKeeper, minutes: NumberBox) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    label = labels.label(look, minutes.accessibleName())
    label.setBuddy(minutes)
    across.addWidget(label)
    across.addWidget(minutes)
    across.addStretch()
    return row
