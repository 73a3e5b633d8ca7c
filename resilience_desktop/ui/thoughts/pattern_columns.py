"""Patterns in one column or two, each in its place for as long as somebody is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.thoughts.pattern_row import PatternRow

_TWO_COLUMNS = 700  # text units from which a name and what can be done with it fit in a half


class PatternColumns(QWidget):
    """Rows that come later stand below those that are there; nothing moves to make room."""

    def __init__(self, look: LookKeeper, last: QWidget) -> None:
        """Lay out rows with ``last`` below them."""
        super().__init__()
        self._look, self._last = look, last
        self._shown: list[PatternRow] = []
        self._places: list[list[str]] = []
        """The patterns of each column from its top, also those that are not in view now."""
        self._is_found = False
        left, self._right_half = QWidget(), QWidget()
        self._columns = (column_in(left, 4), column_in(self._right_half, 4))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        for half, column in zip((left, self._right_half), self._columns, strict=True):
            column.addStretch()
            row.addWidget(half, 1)

    def begin(self) -> None:
        """Forget all places: the next rows are laid out anew."""
        self._places = []

    def show_rows(self, rows: Sequence[PatternRow], *, found: bool = False) -> None:
        """Show these rows and hide the others; what a search ``found`` stands in its own order."""
        for row in self._shown:
            row.setHidden(row not in rows)
        self._shown, self._is_found = list(rows), found
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two columns where there is room."""
        super().resizeEvent(event)
        if self._places and len(self._places) != self._number():
            self.begin()
            self._arrange()

    def _number(self) -> int:
        return 2 if self.width() >= self._look.px(_TWO_COLUMNS) else 1

    def _arrange(self) -> None:
        by_id = {row.pattern.id: row for row in self._shown}
        if self._is_found:
            places = _added([[] for _ in range(self._number())], list(by_id))
        else:
            self._places = self._places or [[] for _ in range(self._number())]
            there = {id_ for column in self._places for id_ in column}
            self._places = _added(self._places, [id_ for id_ in by_id if id_ not in there])
            places = [[id_ for id_ in column if id_ in by_id] for column in self._places]
        for column, inside in zip(self._columns, places, strict=False):
            for place, id_ in enumerate(inside):
                row = by_id[id_]
                column.insertWidget(place, row)
                row.show()  # once it is in here: else it is a window of its own
                row.raise_()  # which is also the order of reading out
        self._right_half.setVisible(len(places) > 1 and bool(places[1]))
        end = 1 if not self._right_half.isHidden() else 0
        at = len(places[end])
        self._columns[end].insertWidget(at, self._last, 0, Qt.AlignmentFlag.AlignLeft)
        self._last.raise_()


def _added(columns: list[list[str]], new: list[str]) -> list[list[str]]:
    """Return the columns with new patterns at their ends, as even as that can be."""
    if len(columns) == 1:
        return [[*columns[0], *new]]
    left, right = columns
    half = (len(left) + len(right) + len(new) + 1) // 2
    here = max(0, half - len(left))
    return [[*left, *new[:here]], [*right, *new[here:]]]
