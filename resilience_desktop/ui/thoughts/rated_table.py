"""First and later ratings of records as a table; a row opens its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from resilience_desktop import i18n
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.insights.records_seen import RecordRatings
    from resilience_desktop.ui.theme import LookKeeper

Index = QModelIndex | QPersistentModelIndex

_THOUGHT = 1
_MOST_SEEN = 10
_SHORTEST = 120
_MEASURED = 100  # rows: they are days and short numbers, and there may be thousands
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Ratings(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rated: Sequence[RecordRatings] = ()

    def show_rated(self, rated: Sequence[RecordRatings]) -> None:
        """Show these, as they come."""
        self.beginResetModel()
        self.rated = rated
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Answer Qt."""
        return 0 if parent.isValid() else len(self.rated)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Answer Qt."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer Qt."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (text("Day"), text("Thought"), text("First"), text("Later"))[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one = self.rated[index.row()]
        return (
            i18n.day(one.day),
            " ".join(one.thought.split()),
            f"{one.first:.0f}",
            f"{one.later:.0f}",
        )[index.column()]


class RatedTable(QTableView):
    """The table itself; a click or Enter opens a record."""

    record_opened = Signal(str)

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("thoughts.seen.table")
        self.setAccessibleName(text("Feelings at first and later, by record"))
        self._look = look
        self._model = _Ratings(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(_MEASURED)
        header.setSectionResizeMode(_THOUGHT, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        look.follow(self._fit)

    def show_rated(self, rated: Sequence[RecordRatings]) -> None:
        """Show these ratings."""
        self._model.show_rated(rated)
        self._fit()

    def sizeHintForColumn(self, column: int) -> int:
        """Return what a column wants; a thought may be shortened, its record has it whole."""
        wanted = super().sizeHintForColumn(column)
        return min(wanted, self._look.px(_SHORTEST)) if column == _THOUGHT else wanted

    def _fit(self) -> None:
        rows = min(_MOST_SEEN, self._model.rowCount())
        head, row = self.horizontalHeader().sizeHint().height(), self._look.px(36)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight(head + rows * row + 4)

    def _open(self, index: QModelIndex) -> None:
        self.record_opened.emit(self._model.rated[index.row()].record)


def _side(column: int) -> Qt.AlignmentFlag:
    return _WORDS if column <= _THOUGHT else _NUMBERS
