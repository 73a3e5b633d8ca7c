"""A small table of words that is as high as its rows; a row can be chosen to see more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper

_ROW, _MOST_ROWS, _NARROWEST = 36, 8, 96
_AT_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FewRows(QTableWidget):
    """Shows rows of words below the titles of their columns."""

    row_chosen = Signal(int)

    def __init__(
        self, look: LookKeeper, titles: Sequence[str], *, name: str, spoken_name: str
    ) -> None:
        super().__init__(0, len(titles))
        self.setObjectName(name)
        self.setAccessibleName(spoken_name)
        self._look = look
        self.setHorizontalHeaderLabels(list(titles))
        self.horizontalHeader().setDefaultAlignment(_AT_START)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(_NARROWEST)
        header.setStretchLastSection(True)
        self.itemSelectionChanged.connect(self._choose)
        look.follow(self._fit)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows and choose none."""
        self.clearContents()
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setTextAlignment(_AT_START)
                self.setItem(number, column, item)
        self._fit()

    def _choose(self) -> None:
        rows = self.selectionModel().selectedRows()
        self.row_chosen.emit(rows[0].row() if rows else -1)

    def _fit(self) -> None:
        row = self._look.px(_ROW)
        self.verticalHeader().setDefaultSectionSize(row)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + min(_MOST_ROWS, self.rowCount()) * row + 4)
