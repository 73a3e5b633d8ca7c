"""Lines of one's own, one field each: to add, change and remove, and to bring back what went."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.removed_line import RemovedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper


class LineList(QWidget):
    """A list of fields; ``spoken`` is what a screen reader calls one, such as "Sentence {n}"."""

    changed = Signal()

    def __init__(self, look: LookKeeper, *, name: str, spoken: str, add: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._look, self._spoken = look, spoken
        self._rows: list[_Row] = []
        self._removed: tuple[int, int, str] | None = None
        self._holder = QWidget()
        self._column = column_in(self._holder, 4)
        self._gone = RemovedLine(look, name=name)
        self._gone.undo_wanted.connect(self._put_back)
        self._add = buttons.quiet(look, add, name=f"{name}.add", flush=True, drawing="plus")
        self._add.clicked.connect(self._add_line)
        if not add:
            self._add.hide()
        column = column_in(self, 4)
        column.addWidget(self._holder)
        column.addWidget(self._gone)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._arrange()

    def lines(self) -> list[tuple[int, str]]:
        """Return the lines that are not blank, each with its place at first; -1 for a new one."""
        found = [(row.place, row.field.text().strip()) for row in self._rows]
        return [(place, words) for place, words in found if words]

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these lines."""
        self._removed = None
        while self._rows:
            self._drop(self._rows[0])
        for place, words in enumerate(lines):
            self._insert(place, place, words)
        self._arrange()

    def _add_line(self) -> None:
        self._insert(len(self._rows), -1, "")
        self._arrange()
        self._rows[-1].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _insert(self, number: int, place: int, words: str) -> None:
        row = _Row(self._look, place, words)
        row.field.textEdited.connect(self.changed)
        row.remove.clicked.connect(partial(self._remove, row))
        self._rows.insert(number, row)
        self._column.insertWidget(number, row)
        row.show()  # at once, so that the keyboard can go there

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: _Row) -> None:
        words, number = row.field.text(), self._rows.index(row)
        self._removed = (number, row.place, words) if words.strip() else None
        self._drop(row)
        self._arrange()
        if self._removed:
            self._gone.offer()
        else:
            following = self._rows[min(number, len(self._rows) - 1)].field if self._rows else None
            (following or self._add).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _put_back(self) -> None:
        if self._removed is None:
            return
        (number, place, words), self._removed = self._removed, None
        self._insert(number, place, words)
        self._arrange()
        self._rows[number].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _arrange(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.stand_at(self._spoken.format(n=number), f"{self.objectName()}.{number}")
            row.raise_()  # which is also the order of reading out
        self._holder.setVisible(bool(self._rows))
        self._gone.setVisible(self._removed is not None)


class _Row(QWidget):
    """A field, and the button that takes it away."""

    def __init__(self, look: LookKeeper, place: int, words: str) -> None:
        super().__init__()
        self.place = place
        self.field = LineField(words)
        self.field.setCursorPosition(0)
        self.remove = buttons.IconButton(look, "close", text("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.remove)

    def stand_at(self, spoken: str, name: str) -> None:
        """Take a place in the list."""
        self.field.setObjectName(name)
        self.field.setAccessibleName(spoken)
        self.remove.setObjectName(f"{name}.remove")
        self.remove.set_words(text("Remove: {line}").format(line=spoken))
