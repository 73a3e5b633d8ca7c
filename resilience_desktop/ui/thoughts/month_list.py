"""Something that is counted by month, in a line each; a month without any is not there.

The newest months are shown at once; more of them are one press away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.spoken import Group

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from resilience_desktop.ui.theme import LookKeeper


_FIRST = 12


class MonthList(Group):
    """Months and what was counted in them, the newest first."""

    def __init__(self, look: LookKeeper, *, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._look = look
        self._lines: Mapping[dt.date, str] = {}
        self._more = buttons.Opener(
            look, text("Show more"), text("Show fewer"), name=f"{name}.more", flush=True
        )
        self._more.turned.connect(self._fill)
        holder = QWidget()
        column = column_in(self, 2)
        column.addWidget(holder)
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_months(self, lines: Mapping[dt.date, str]) -> None:
        """Show what each month, named by its first day, has."""
        self._lines = lines
        self._more.setVisible(len(lines) > _FIRST)
        self._fill()

    def _fill(self, *_: object) -> None:
        empty(self._grid)
        newest = sorted(self._lines, reverse=True)
        for number, month in enumerate(newest if self._more.is_open else newest[:_FIRST]):
            named = labels.body(self._look, i18n.month(month))
            counted = labels.muted(self._look, self._lines[month])
            for column, label in enumerate((named, counted)):
                label.setWordWrap(False)
                self._grid.addWidget(label, number, column)
                label.show()  # at once: the layout would do it later
