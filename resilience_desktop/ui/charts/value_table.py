"""The values of a panel as a table: each row is worked out when it comes into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from resilience_desktop.ui.sides import number

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from resilience_desktop.services.views.view import Opens, Table
    from resilience_desktop.ui.theme import LookKeeper

Index = QModelIndex | QPersistentModelIndex

_ROW, _MOST_ROWS = 36, 14
_MEASURED = 100  # rows of which the longest makes its column
_BESIDE = Qt.AlignmentFlag.AlignVCenter
_ALIGNMENT = {
    True: Qt.AlignmentFlag.AlignRight | _BESIDE,
    False: Qt.AlignmentFlag.AlignLeft | _BESIDE,
}


class _Values(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._table: Table | None = None

    def show_table(self, table: Table) -> None:
        """Show other values."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def opens(self, row: int) -> Opens:
        """Return what a row opens."""
        return self._table.opens(self._table.rows[row]) if self._table else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Answer Qt."""
        return 0 if parent.isValid() or self._table is None else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Answer Qt."""
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer Qt."""
        if self._table is None or orientation != Qt.Orientation.Horizontal:
            return None
        column = self._table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        return _ALIGNMENT[column.is_number] if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt."""
        if self._table is None or not index.isValid():
            return None
        is_number = self._table.columns[index.column()].is_number
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENT[is_number]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        cell = self._table.cells(self._table.rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.aloud
        return number(cell.shown) if is_number else cell.shown


class ValueTable(QTableView):
    """The table itself; a click or Enter opens a day, or what passes a filter."""

    day_opened = Signal(object)

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._model = _Values(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self._numbers: list[int] = []
        self._needs: list[int] = []
        """What each column needs, as far as it was measured."""
        self.setShowGrid(False)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        look.look_changed.connect(self._fit)

    def show_table(self, table: Table) -> None:
        """Show the values of a panel."""
        self.setAccessibleName(table.title)
        self._model.show_table(table)
        self._numbers = [place for place, column in enumerate(table.columns) if column.is_number]
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns their room: while it is out of sight nobody measures."""
        super().showEvent(event)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns whole."""
        super().resizeEvent(event)
        self._share()

    def _fit(self) -> None:
        """Be as high as the rows, up to a few; more are scrolled."""
        row = self._look.px(_ROW)
        self.verticalHeader().setDefaultSectionSize(row)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + min(_MOST_ROWS, self._model.rowCount()) * row + 4)
        self._needs.clear()
        self._share()

    def _share(self) -> None:
        """Give each column what it needs, and numbers the rest; what is too wide is scrolled."""
        header = self.horizontalHeader()
        columns = range(header.count() if self.isVisible() else 0)
        if not self._needs:
            self._needs = [
                max(self.sizeHintForColumn(place), header.sectionSizeHint(place))
                for place in columns
            ]
        rest = max(0, self.viewport().width() - sum(self._needs))
        sharing = self._numbers or list(columns)[-1:]
        for place in columns:
            more = rest // len(sharing) if place in sharing else 0
            header.resizeSection(place, self._needs[place] + more)

    def _open(self, index: QModelIndex) -> None:
        wanted = self._model.opens(index.row())
        if wanted is not None:
            self.day_opened.emit(wanted)
