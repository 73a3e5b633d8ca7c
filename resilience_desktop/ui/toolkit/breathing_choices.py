"""What can be chosen of a breathing exercise: the breath, own seconds, and how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.breathing import Breath
from resilience_desktop.domain.breathing_choice import (
    LONGEST_BREATH,
    LONGEST_PHASE,
    MOST_MINUTES,
    MOST_ROUNDS,
    OWN,
    SHORTEST_BREATH,
    STEP,
    BreathingChoice,
    Seconds,
    held_no_longer,
    is_breath,
    own_breath,
    seconds_of,
)
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.number_box import NumberBox
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.breathing import Pattern
    from resilience_desktop.ui.theme import LookKeeper

_MINUTES, _ROUNDS = "minutes", "rounds"
_USUAL_MINUTES, _USUAL_ROUNDS = 5, 8
_AROUND, _BETWEEN = 16, 12


def usual_choice(skill: Skill) -> BreathingChoice:
    """Return what a skill begins with: minutes, or a few rounds where the breath is held."""
    seconds = seconds_of(skill.breath)
    _, hold, _, rest = seconds
    in_rounds = bool(hold or rest)
    rounds = -int(-60 * skill.minutes // skill.breath.seconds)  # no fewer than the minutes hold
    amount = rounds if in_rounds else skill.minutes
    return BreathingChoice(skill.patterns[0].id, seconds, amount, in_rounds)


class BreathingChoices(QWidget):
    """Says at once what is chosen; seconds that nobody can breathe are not taken."""

    changed = Signal()
    """Something else stands here, whether it can be breathed or not."""

    def __init__(self, look: LookKeeper, skill: Skill) -> None:
        super().__init__()
        self.setObjectName("toolkit.breathing")
        self._look, self._skill = look, skill
        self._chosen = usual_choice(skill)
        self._amounts = {_MINUTES: skill.minutes, _ROUNDS: _USUAL_ROUNDS}
        self._pattern = self._pattern_box()
        self._seconds = [self._seconds_box(breath) for breath in Breath]
        self._own = QWidget()
        self._hindrance = ""
        self._said = labels.small(look, "", "text_muted", name="toolkit.breathing.said")
        self._amount = NumberBox(
            look,
            name="toolkit.breathing.amount",
            title=text("How long"),
            least=1,
            most=MOST_MINUTES,
        )
        self._unit = RangeSwitch(
            look,
            [(_MINUTES, text("minutes")), (_ROUNDS, text("rounds"))],
            name="toolkit.breathing.unit",
            title=text("Minutes or rounds"),
        )
        self._lay_out()
        self.setFocusProxy(self._pattern)
        self.show_choice(self._chosen)
        self._pattern.currentIndexChanged.connect(self._choose_pattern)
        for box in self._seconds:
            box.valueChanged.connect(self._take)
        self._amount.valueChanged.connect(self._take)
        self._unit.range_chosen.connect(self._choose_unit)

    @property
    def chosen(self) -> BreathingChoice:
        """What is chosen, and can be breathed."""
        return self._chosen

    @property
    def hindrance(self) -> str:
        """Why nobody can breathe what stands here, and what to do about it; empty when it fits."""
        return self._hindrance

    @property
    def shown(self) -> Seconds:
        """The seconds that stand here, whether they can be breathed or not."""
        return self._typed() if self._is_own else seconds_of(self.breath)

    @property
    def breath(self) -> Pattern:
        """The breath that is chosen."""
        if self._chosen.pattern == OWN:
            return own_breath(self._chosen.own)
        found = {one.id: one.pattern for one in self._skill.patterns}
        return found.get(self._chosen.pattern, self._skill.breath)

    def show_choice(self, choice: BreathingChoice) -> None:
        """Show what was chosen another time; a breath that is not known any more is the usual."""
        self._chosen = choice
        place = max(0, self._pattern.findData(choice.pattern))
        unit = _ROUNDS if choice.in_rounds else _MINUTES
        self._amounts[unit] = choice.amount
        with QSignalBlocker(self._pattern):
            self._pattern.setCurrentIndex(place)
        for box, seconds in zip(self._seconds, choice.own, strict=True):
            with QSignalBlocker(box):
                box.setValue(seconds)
        self._unit.set_chosen(unit)
        self._show_amount()
        self._tell()

    def _choose_pattern(self) -> None:
        untouched = self._chosen.own == seconds_of(self._skill.breath)
        if self._pattern.currentData() == OWN and untouched:  # begin from what was there
            for box, seconds in zip(self._seconds, seconds_of(self.breath), strict=True):
                with QSignalBlocker(box):
                    box.setValue(seconds)
        self._take()

    def _choose_unit(self) -> None:
        self._show_amount()
        self._take()

    def _show_amount(self) -> None:
        in_rounds = self._unit.chosen == _ROUNDS
        with QSignalBlocker(self._amount):
            self._amount.setMaximum(MOST_ROUNDS if in_rounds else MOST_MINUTES)
            self._amount.setValue(self._amounts[self._unit.chosen])

    def _take(self) -> None:
        """Take what stands in the boxes, as far as it can be breathed."""
        self._amounts[self._unit.chosen] = int(self._amount.value())
        self._chosen = BreathingChoice(
            self._pattern.currentData(),
            self._own_seconds(),
            self._amounts[self._unit.chosen],
            self._unit.chosen == _ROUNDS,
        )
        self._tell()
        self.changed.emit()
        if self._hindrance:
            announce(self, self._hindrance)

    @property
    def _is_own(self) -> bool:
        return bool(self._pattern.currentData() == OWN)

    def _own_seconds(self) -> Seconds:
        """Return what was typed, or else the last that fits, without a hold that was taken out."""
        typed = self._typed()
        usual = seconds_of(self._skill.breath)
        near = (held_no_longer(one, typed) for one in (typed, self._chosen.own, usual))
        return next(one for one in near if is_breath(one))

    def _typed(self) -> Seconds:
        in_, hold, out, rest = (box.value() for box in self._seconds)
        return in_, hold, out, rest

    def _tell(self) -> None:
        self._own.setVisible(self._is_own)
        self._hindrance = _hindrance_of(self._typed()) if self._is_own else ""
        seconds = self.breath.seconds
        pace = text("One breath takes {n} seconds, about {many} a minute.").format(
            n=f"{seconds:g}", many=f"{60 / seconds:.2g}"
        )
        self._said.setText(self._hindrance or pace)

    # The parts

    def _pattern_box(self) -> ChoiceBox:
        box = ChoiceBox(shrinks=True)
        box.setObjectName("toolkit.breathing.pattern")
        box.setAccessibleName(text("Breath"))
        for one in self._skill.patterns:
            box.addItem(one.name, one.id)
        box.addItem(text("Own seconds"), OWN)
        return box

    def _seconds_box(self, breath: Breath) -> NumberBox:
        title = {
            Breath.IN: text("In"),
            Breath.HOLD: text("Hold"),
            Breath.OUT: text("Out"),
            Breath.REST: text("Rest"),
        }[breath]
        needed = breath in (Breath.IN, Breath.OUT)
        box = NumberBox(
            self._look,
            name=f"toolkit.breathing.{breath}",
            title=title,
            least=STEP if needed else 0,
            most=LONGEST_PHASE,
            step=STEP,
        )
        box.setAccessibleDescription(text("Seconds"))
        return box

    def _lay_out(self) -> None:
        column = column_in(self, _AROUND)
        upper = QWidget()
        within = column_in(upper, 6)
        within.addWidget(labels.above(self._look, self._pattern.accessibleName(), self._pattern))
        within.addWidget(self._said)
        column.addWidget(upper)
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(_BETWEEN)
        for box in self._seconds:
            own.addWidget(labels.above(self._look, box.accessibleName(), box))
        own.addStretch()
        column.addWidget(self._own)
        length = QWidget()
        row = QHBoxLayout(length)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        row.addWidget(self._amount)
        row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        column.addWidget(labels.above(self._look, self._amount.accessibleName(), length))


def _hindrance_of(seconds: Seconds) -> str:
    """Say what has to be put right before these can be breathed; nothing where they can."""
    if is_breath(seconds):
        return ""
    whole = sum(seconds)
    words = (
        text(
            "A whole breath takes {least} to {most} seconds. These take {n}: make one of them "
            "longer."
        )
        if whole < SHORTEST_BREATH
        else text(
            "A whole breath takes {least} to {most} seconds. These take {n}: make one of them "
            "shorter."
        )
    )
    return words.format(least=f"{SHORTEST_BREATH:g}", most=f"{LONGEST_BREATH:g}", n=f"{whole:g}")
