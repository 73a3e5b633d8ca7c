"""What can be chosen of riding out an urge, and what there is to look at before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.wave_rounds import FEWEST_MINUTES, MOST_MINUTES
from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.earlier_waves import EarlierWaves
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import at_the_start, column_in
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class WaveChoices(QWidget):
    """How many minutes lie between two questions, and earlier waves."""

    changed = Signal()

    def __init__(self, look: LookKeeper, minutes: int) -> None:
        super().__init__()
        words = text("Minutes between the questions")
        self._switch = RangeSwitch(
            look,
            [(str(n), str(n)) for n in range(FEWEST_MINUTES, MOST_MINUTES + 1)],
            name="wave.minutes",
            title=words,
            chosen=str(minutes),
        )
        self.earlier = EarlierWaves(look)
        column = column_in(self, 12)
        column.addWidget(labels.above(look, words, at_the_start(self._switch)))
        column.addWidget(self.earlier)
        self._switch.range_chosen.connect(self.changed)

    @property
    def minutes(self) -> int:
        """How many were chosen."""
        return int(self._switch.chosen)

    def show_minutes(self, minutes: int) -> None:
        """Show how many were chosen another time."""
        self._switch.set_chosen(str(minutes))
