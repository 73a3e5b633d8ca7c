"""The rows of a worksheet: to add, change and remove, to choose one of, and to see side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.gaps import Gaps
from resilience_desktop.ui.toolkit.row_pane import RowPane
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.removed_line import RemovedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.content.skills import Rows
    from resilience_desktop.domain.sheet import SheetRow
    from resilience_desktop.ui.theme import LookKeeper


class SheetRows(QWidget):
    """What was removed can come back until something else is."""

    changed = Signal()

    def __init__(self, look: LookKeeper, rows: Rows, then: str, *, name: str) -> None:
        """Show rows of one kind; ``then`` is what to do with them, said once there are any."""
        super().__init__()
        self.setObjectName(name)
        self._look, self._kind = look, rows
        self._rows: list[RowPane] = []
        self._gone: tuple[int, SheetRow] | None = None
        self._holder = QWidget()
        self._column = column_in(self._holder, 16)
        self._removed = RemovedLine(look, name=name)
        self._removed.undo_wanted.connect(self._put_back)
        self._add = buttons.quiet(look, rows.add, name=f"{name}.add", flush=True, drawing="plus")
        self._add.clicked.connect(lambda: self._begin(len(self._rows)))
        self._gaps = Gaps(look, rows, name=f"{name}.gaps") if rows.ratings else None
        self._then = labels.body(look, then, name=f"{name}.then")
        column = column_in(self, 12)
        if rows.ratings:
            ends = text("0 is not at all, 10 is very much.")
            column.addWidget(labels.small(look, ends, "text_muted", name=f"{name}.ends"))
        column.addWidget(self._holder)
        column.addWidget(self._removed)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        if self._gaps is not None:
            column.addWidget(self._gaps)
        column.addWidget(self._then)
        self._arrange()

    def rows(self) -> tuple[SheetRow, ...]:
        """Return all in which there is something."""
        found = (pane.row() for pane in self._rows)
        return tuple(row for row in found if row is not None)

    def chosen(self) -> str:
        """Return the words of the one that was chosen, or nothing."""
        return next((row.words for row in self.rows() if row.chosen), "")

    def set_rows(self, rows: Iterable[SheetRow]) -> None:
        """Show these."""
        self._gone = None
        while self._rows:
            self._drop(self._rows[0])
        for row in rows:
            self._insert(len(self._rows), row)
        self._arrange()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first of them."""
        if self._rows:
            self._rows[0].take_keyboard()
        else:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, number: int) -> None:
        pane = self._insert(number, None)
        self._arrange()
        pane.take_keyboard()

    def _go_on(self, pane: RowPane) -> None:
        """Begin another below one that has something in it."""
        if pane.row() is not None:
            self._begin(self._rows.index(pane) + 1)

    def _insert(self, number: int, row: SheetRow | None) -> RowPane:
        pane = RowPane(self._look, self._kind, row)
        pane.changed.connect(self._changed)
        pane.chosen.connect(partial(self._choose, pane))
        pane.next_wanted.connect(partial(self._go_on, pane))
        pane.remove.clicked.connect(partial(self._remove, pane))
        self._rows.insert(number, pane)
        self._column.insertWidget(number, pane)
        pane.show()  # at once, so that the keyboard can go there
        pane.dress()
        return pane

    def _drop(self, pane: RowPane) -> None:
        self._rows.remove(pane)
        self._column.removeWidget(pane)
        pane.hide()
        pane.deleteLater()

    def _choose(self, chosen: RowPane) -> None:
        for pane in self._rows:
            if pane is not chosen:
                pane.let_go()

    def _remove(self, pane: RowPane) -> None:
        row, number = pane.row(), self._rows.index(pane)
        self._gone = (number, row) if row is not None else None
        self._drop(pane)
        self._arrange()
        if self._gone:
            self._removed.offer()
        elif self._rows:
            self._rows[min(number, len(self._rows) - 1)].take_keyboard()
        else:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _put_back(self) -> None:
        if self._gone is None:
            return
        (number, row), self._gone = self._gone, None
        pane = self._insert(min(number, len(self._rows)), row)
        if row.chosen:
            self._choose(pane)
        self._arrange()
        pane.take_keyboard()
        self.changed.emit()

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _arrange(self) -> None:
        spoken = text("{name} {n}")
        for number, pane in enumerate(self._rows, 1):
            words = spoken.format(name=self._kind.name, n=number)
            pane.stand_at(words, f"{self.objectName()}.{number}")
            pane.raise_()  # which is also the order of reading out
        self._holder.setVisible(bool(self._rows))
        self._removed.setVisible(self._gone is not None)
        self._tell()

    def _tell(self) -> None:
        if self._gaps is not None:
            self._gaps.show_rows(self.rows())
        self._then.setVisible(any(not pane.is_blank for pane in self._rows))
