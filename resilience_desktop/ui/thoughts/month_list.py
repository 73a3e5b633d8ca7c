"""Something that is counted by month, in a line each; a month without any is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from resilience_desktop import i18n
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import empty
from resilience_desktop.ui.widgets.spoken import Group

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from resilience_desktop.ui.theme import LookKeeper


class MonthList(Group):
    """Months and what was counted in them, the newest first."""

    def __init__(self, look: LookKeeper, *, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)

    def show_months(self, lines: Mapping[dt.date, str]) -> None:
        """Show what each month, named by its first day, has."""
        empty(self._grid)
        for number, month in enumerate(sorted(lines, reverse=True)):
            named = labels.body(self._look, i18n.month(month))
            counted = labels.muted(self._look, lines[month])
            for column, label in enumerate((named, counted)):
                label.setWordWrap(False)
                self._grid.addWidget(label, number, column)
                label.show()  # at once: the layout would do it later
