"""What the charts are filtered by: each part can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import text
from resilience_desktop.ui.filter_names import parts_of
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.chips import Chip, ChipGroup

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class FilterLine(QWidget):
    """Chips, and a way to take them all away; there is nothing to see without a filter."""

    filter_changed = Signal(object)

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("charts.filter_line")
        self._filter = TimelineFilter()
        title = text("Filters; choose one to take it away")
        self.chips = ChipGroup(look, name="charts.filter_chips", title=title)
        self.chips.chosen_changed.connect(self._take_away)
        everything = buttons.link(
            look, text("Show all entries"), name="charts.show_all", small=True
        )
        everything.clicked.connect(lambda: self.filter_changed.emit(TimelineFilter()))
        end = QWidget()
        foot = QHBoxLayout(end)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(everything)
        foot.addStretch()
        line = BesideOrBelow(self.chips, end, 12, least=lambda: self.chips.sizeHint().width())
        self.setLayout(line)
        self.hide()

    def show_filter(self, chosen: TimelineFilter) -> None:
        """Show what is chosen now."""
        self._filter = chosen
        names = list(parts_of(chosen))
        self.chips.set_words(names)
        self.chips.set_chosen(names)
        for chip in self.chips.findChildren(Chip):
            chip.mark = "close"
        self.setVisible(bool(names))

    def _take_away(self) -> None:
        kept = self.chips.chosen()
        for name, without in parts_of(self._filter).items():
            if name not in kept:
                self.filter_changed.emit(without)
                return
