"""What every list of one's own rows has in common: adding, removing, and bringing back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.layouts import column_in, widgets_of
from resilience_desktop.ui.widgets.removed_line import RemovedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.ui.theme import LookKeeper

Value = TypeVar("Value")


class GrowingRow(QWidget, Generic[Value]):
    """A field with what belongs to it, and the button that takes it away."""

    changed = Signal()
    next_wanted = Signal()
    """Somebody wants to go on in another row below."""

    field: QWidget
    """Its words."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.remove = buttons.IconButton(look, "close", text("Remove"))

    def value(self) -> Value | None:
        """Return what stands in it, or None for nothing."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Put the keyboard on it."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self) -> None:
        """Take fonts anew: Qt takes them when there is a parent."""

    def stand_at(self, spoken: str, name: str) -> None:
        """Take a place in the list."""
        self.field.setObjectName(name)
        self.field.setAccessibleName(spoken)
        self.remove.setObjectName(f"{name}.remove")
        self.remove.set_words(text("Remove: {line}").format(line=spoken))


class GrowingList(QWidget, Generic[Value]):
    """What was removed can come back until something else is.

    ``spoken`` is what a screen reader calls a row, such as "Sentence {n}"; without words for
    ``add`` no row can be added.
    """

    changed = Signal()

    def __init__(
        self, look: LookKeeper, *, name: str, spoken: str, add: str, gaps: tuple[int, int]
    ) -> None:
        """``gaps`` are the pixels between rows, and between the rows and what is below."""
        super().__init__()
        self.setObjectName(name)
        self._look, self._spoken = look, spoken
        self._rows: list[GrowingRow[Value]] = []
        self._removed: tuple[int, Value] | None = None
        self._holder = QWidget()
        self._places = column_in(self._holder, gaps[0])
        self._gone = RemovedLine(look, name=name)
        self._places.addWidget(self._gone)
        self._gone.undo_wanted.connect(self._put_back)
        self._add = buttons.quiet(look, add, name=f"{name}.add", flush=True, drawing="plus")
        self._add.clicked.connect(lambda: self._begin(len(self._rows)))
        self.column = column_in(self, gaps[1])
        self.column.addWidget(self._holder)
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        if not add:
            self._add.hide()
        self._arrange()

    def new_row(self, value: Value | None) -> GrowingRow[Value]:
        """Return a row that shows this, or an empty one."""
        raise NotImplementedError

    def values(self) -> tuple[Value, ...]:
        """Return what stands in the rows, but for blank ones."""
        found = (row.value() for row in self._rows)
        return tuple(value for value in found if value is not None)

    def set_values(self, values: Iterable[Value]) -> None:
        """Show these."""
        self._removed = None
        while self._rows:
            self._drop(self._rows[0])
        for value in values:
            self._insert(len(self._rows), value)
        self._arrange()

    def put(self, *values: Value) -> None:
        """Add these below the others."""
        for value in values:
            self._insert(len(self._rows), value)
        self._arrange()
        self.changed.emit()

    def start(self) -> None:
        """Put the keyboard where the next row goes."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, number: int) -> None:
        row = self._insert(number, None)
        self._arrange()
        row.take_keyboard()

    def _go_on(self, row: GrowingRow[Value]) -> None:
        """Begin another row below one that has something in it."""
        if row.value() is not None:
            self._begin(self._rows.index(row) + 1)

    def _insert(self, number: int, value: Value | None) -> GrowingRow[Value]:
        row = self.new_row(value)
        row.changed.connect(self.changed)
        row.next_wanted.connect(partial(self._go_on, row))
        row.remove.clicked.connect(partial(self._remove, row))
        self._rows.insert(number, row)
        after = self._rows[number - 1] if number else None
        self._places.insertWidget(self._places.indexOf(after) + 1 if after else 0, row)
        row.show()  # at once, so that the keyboard can go there
        row.dress()
        return row

    def _drop(self, row: GrowingRow[Value]) -> None:
        self._rows.remove(row)
        self._places.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: GrowingRow[Value]) -> None:
        value, number = row.value(), self._rows.index(row)
        self._removed = None if value is None else (number, value)
        self._places.insertWidget(self._places.indexOf(row), self._gone)
        self._drop(row)
        self._arrange()
        if self._removed:
            self._gone.offer()
        elif self._rows:
            self._rows[min(number, len(self._rows) - 1)].take_keyboard()
        else:
            self.start()
        self.changed.emit()

    def _put_back(self) -> None:
        if self._removed is None:
            return
        (number, value), self._removed = self._removed, None
        row = self._insert(min(number, len(self._rows)), value)
        self._arrange()
        row.take_keyboard()
        self.changed.emit()

    def _arrange(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.stand_at(self._spoken.format(n=number), f"{self.objectName()}.{number}")
        for part in widgets_of(self._places):
            part.raise_()  # which is also the order of reading out
        self._gone.setVisible(self._removed is not None)
        self._holder.setVisible(bool(self._rows) or self._removed is not None)
