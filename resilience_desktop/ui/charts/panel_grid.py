"""The panels of one period, or those of two beside each other, the earlier one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.ui.widgets import labels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.views.view import Panel
    from resilience_desktop.ui.charts.chart_panel import ChartPanel
    from resilience_desktop.ui.theme import LookKeeper

_BELOW_HEADING, _BELOW_PANEL, _BETWEEN = 12, 48, 32


class PanelGrid(QWidget):
    """Panels of the same name stay where they are and take new values.

    ``make`` is given a panel, and whether it is of the period that is compared with.
    """

    def __init__(self, look: LookKeeper, make: Callable[[Panel, bool], ChartPanel]) -> None:
        super().__init__()
        self._make = make
        self._are_beside = True
        self._shown: list[list[ChartPanel]] = [[], []]
        self._order = [0, 1]
        """Which side stands first: whichever is compared with the other, time goes one way."""
        self._headings = [
            labels.heading(look, "", name=f"charts.period_{number}") for number in (1, 2)
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(0)
        for heading in self._headings:
            heading.setContentsMargins(0, 0, 0, _BELOW_HEADING)
            heading.setParent(self)
            heading.dress()

    @property
    def panels(self) -> list[ChartPanel]:
        """The panels that are shown, of both periods."""
        return [panel for place in self._order for panel in self._shown[place]]

    def show_sides(self, sides: Sequence[tuple[Panel, ...]], periods: Sequence[Period]) -> None:
        """Show the panels of each period; where there are two, their days stand above them."""
        headings = [i18n.period(period.first, period.last) for period in periods]
        self._order = [1, 0] if len(sides) > 1 and periods[1] < periods[0] else [0, 1]
        for place, heading in enumerate(self._headings):
            heading.setText(headings[place] if place < len(sides) else "")
            self._show_side(place, sides[place] if place < len(sides) else ())
            for panel in self._shown[place]:
                panel.say_period(periods[place], is_beside=len(sides) > 1)
        self._place()

    def stand(self, *, beside: bool) -> None:
        """Stand beside each other, or below each other where there is no room."""
        if beside is not self._are_beside:
            self._are_beside = beside
            self._place()
        else:
            self._level()

    def _show_side(self, place: int, panels: tuple[Panel, ...]) -> None:
        there = self._shown[place]
        if [shown.panel.name for shown in there] == [panel.name for panel in panels]:
            for shown, panel in zip(there, panels, strict=True):
                shown.show_panel(panel)
            return
        for shown in there:
            self._grid.removeWidget(shown)
            shown.hide()  # deleting comes later; until then it must not be seen
            shown.deleteLater()
        self._shown[place] = [self._make(panel, place == 1) for panel in panels]
        for made in self._shown[place]:
            made.setContentsMargins(0, 0, 0, _BELOW_PANEL)

    def _place(self) -> None:
        """Put everything in its row: a pair each, or one after the other."""
        for part in (*self._headings, *self.panels):
            self._grid.removeWidget(part)
        two = bool(self._shown[1])
        beside = two and self._are_beside
        row = 0
        for column, place in enumerate(self._order):
            heading, panels = self._headings[place], self._shown[place]
            row = 0 if beside else row
            heading.setVisible(two)
            for part in (heading, *panels) if two else panels:
                self._grid.addWidget(part, row, column if beside else 0)
                part.raise_()  # which is also the order of reading out
                row += 1
        for column in (0, 1):
            self._grid.setColumnStretch(column, int(beside or column == 0))
        for panel in self.panels:
            panel.show()
        self._level()

    def _level(self) -> None:
        """Have pictures that stand beside each other begin at the same height."""
        one, other = self._shown
        for panel in self.panels:
            panel.summary.setMinimumHeight(0)
        if self._are_beside:
            for pair in zip(one, other, strict=False):
                width = max(1, (self.width() - _BETWEEN) // 2)
                heights = [panel.summary.heightForWidth(width) for panel in pair]
                for panel in pair:
                    panel.summary.setMinimumHeight(max(heights))
