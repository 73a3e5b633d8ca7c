"""The rows in which things are ticked one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from resilience_desktop import i18n
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from resilience_desktop.services.reporting.picks import Pick

    Index = QModelIndex | QPersistentModelIndex


class ChooserRows(QAbstractListModel):
    """What can be ticked, with what is never shared among it, without a box."""

    ticks_changed = Signal()
    PICK = Qt.ItemDataRole.UserRole
    """The ``Pick`` of a row."""

    def __init__(self, picks: Sequence[Pick], chosen: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        self._picks = picks
        self._shown = list(picks)
        shareable = {pick.id for pick in picks if not pick.never_share}
        offered = {pick.id for pick in picks}
        self._chosen = {id_ for id_ in chosen if id_ in shareable}
        self._elsewhere = frozenset(chosen) - offered
        """What was chosen of other days: it stays so."""

    def chosen(self) -> frozenset[str]:
        """Return all that is ticked, whether it is shown now or not."""
        return frozenset(self._chosen) | self._elsewhere

    def number_chosen(self) -> int:
        """Return how many of what is offered are ticked."""
        return len(self._chosen)

    def look_for(self, words: str) -> None:
        """Show what holds these words; ticks stay where they are."""
        self.beginResetModel()
        self._shown = [pick for pick in self._picks if pick.has(words)]
        self.endResetModel()

    def shown(self) -> list[Pick]:
        """Return what was found."""
        return self._shown

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all that was found, or none of it; never what is never shared."""
        ids = {pick.id for pick in self._shown if not pick.never_share}
        self._chosen = self._chosen | ids if ticked else self._chosen - ids
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.ticks_changed.emit()

    def turn(self, index: Index) -> None:
        """Tick a row, or take its tick away."""
        pick = self._shown[index.row()]
        if not pick.never_share:
            self._chosen ^= {pick.id}
            self.dataChanged.emit(index, index)
            self.ticks_changed.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """Answer Qt."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Answer Qt: what is never shared has no box."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_row = index.isValid() and not self._shown[index.row()].never_share
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_row else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt."""
        if not index.isValid():
            return None
        pick = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{i18n.day(pick.day)}, {_words(pick)}"
        if role == Qt.ItemDataRole.CheckStateRole and not pick.never_share:
            ticked = pick.id in self._chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return pick if role == self.PICK else None


def _words(pick: Pick) -> str:
    if pick.never_share:
        return text("Never shared: {words}").format(words=pick.words)
    if pick.only_numbers:
        return text("{words} (numbers only)").format(words=pick.words)
    return pick.words
