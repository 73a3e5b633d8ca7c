"""The data of the mood chart as a table: every day, gaps included as nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import number

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.services.sharing import MoodView

Index = QModelIndex | QPersistentModelIndex

_ALIGNMENT = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
)
"""Of the days, and of the numbers."""


class _Days(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view: MoodView | None = None
        self._days: list[dt.date] = []

    def show_view(self, view: MoodView) -> None:
        """Show the days of a chart, newest first."""
        self.beginResetModel()
        self._view = view
        self._days = sorted(view.series.means, reverse=True)
        self.endResetModel()

    def day(self, row: int) -> dt.date:
        """Return the day of a row."""
        return self._days[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Answer Qt."""
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Answer Qt."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer Qt."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (text("Day"), text("Mood, mean of the day"), text("Median of 7 days"))[section]
        return _ALIGNMENT[section > 0] if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt."""
        if self._view is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENT[index.column() > 0]
        aloud = role == Qt.ItemDataRole.AccessibleTextRole
        if role != Qt.ItemDataRole.DisplayRole and not aloud:
            return None
        day = self._days[index.row()]
        series = self._view.series
        if index.column() == 0:
            return i18n.day(day, weekday=True)
        value = series.means[day] if index.column() == 1 else series.median.get(day)
        if value is None:
            return text("no median") if aloud else ""
        return i18n.spoken(value) if aloud else number(i18n.signed(value, decimals=1))


class DayTable(QTableView):
    """The table itself; a click or Enter opens a day."""

    day_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("charts.table")
        self.setAccessibleName(text("Mood by day"))
        self._model = _Days(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)

    def show_view(self, view: MoodView) -> None:
        """Show the days of a chart."""
        self._model.show_view(view)

    def _open(self, index: QModelIndex) -> None:
        self.day_opened.emit(self._model.day(index.row()))
