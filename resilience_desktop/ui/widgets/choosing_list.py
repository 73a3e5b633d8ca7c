"""A list of what was written in which one row is chosen, for what stands beside or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal

from resilience_desktop.ui.widgets.written_list import WrittenList
from resilience_desktop.ui.widgets.written_rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper


class ChoosingList(WrittenList):
    """The row the keyboard is on is the chosen one, and stays so while the keyboard is away."""

    row_chosen = Signal()

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        spoken_name: str,
        when_samples: Sequence[str] = ("00:00",),
    ) -> None:
        super().__init__(look, name=name, spoken_name=spoken_name, when_samples=when_samples)
        self.has_menu = False

    def chosen(self) -> Row | None:
        """Return the row that is chosen."""
        row = self.rows.row_at(self.currentIndex())
        return row if isinstance(row, Row) else None

    def choose_first(self) -> None:
        """Choose the first row, if there is one."""
        rows = self.rows.rows()
        if rows:
            self.setCurrentIndex(self.rows.index_of(rows[0].id))

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Mark the chosen row."""
        super().currentChanged(current, previous)
        row = self.chosen()
        self.mark_open(row.id if row else "")
        self.row_chosen.emit()
