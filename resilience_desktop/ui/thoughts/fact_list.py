"""Facts, one a line: Enter makes the next one, and a line without words goes by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.thoughts.fact_row import FactRow
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.removed_line import RemovedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class FactList(QWidget):
    """A list of lines with an empty one at its end, for the next fact.

    ``spoken`` is what a screen reader calls a line, such as "Fact for it, {n}". Alt with Up or
    Down moves the line the keyboard is on; what is removed can be put back.
    """

    changed = Signal()

    def __init__(self, context: UiContext, quiet: QuietWords, *, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context, self._quiet, self._spoken = context, quiet, spoken
        self._nudges = True
        self._left_alone: set[str] = set()
        """Lines of which somebody said that they are fine as they are."""
        self._rows: list[FactRow] = []
        self._removed: tuple[int, str] | None = None
        self._holder = QWidget()
        self._column = column_in(self._holder, 8)
        self._gone = RemovedLine(context.look, name=name)
        self._gone.undo_wanted.connect(self._put_back)
        column = column_in(self, 4)
        column.addWidget(self._holder)
        column.addWidget(self._gone)
        self._tidying = QTimer(self, singleShot=True, interval=0)  # once the keyboard has moved on
        self._tidying.timeout.connect(self._tidy)
        self.set_lines(())

    def lines(self) -> tuple[str, ...]:
        """Return the lines that have words, as they were written."""
        return tuple(row.words() for row in self._rows if row.words().strip())

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these lines; what is shown already stays as it is."""
        if self._rows and tuple(lines) == self.lines():
            return
        self._forget_removed()
        while self._rows:
            self._drop(self._rows[-1])
        for words in (*lines, ""):
            self._insert(len(self._rows), words)
        self._arrange()

    def begin(self) -> None:
        """Turn to another record: nothing was removed or left alone in it."""
        self._forget_removed()
        self._left_alone.clear()

    def want_nudges(self, *, wanted: bool) -> None:
        """Say, or do not say, when a line reads like an interpretation."""
        self._nudges = wanted
        for row in self._rows:
            if not wanted or not row.field.hasFocus():  # somebody may be writing it
                row.look(wanted and row.words() not in self._left_alone)

    def first_field(self) -> QWidget:
        """Return the line for the next fact."""
        return self._rows[-1].field

    # Lines come and go

    def _insert(self, number: int, words: str) -> FactRow:
        row = FactRow(self._context, self._quiet, words, name=f"{self.objectName()}.line")
        row.field.words_changed.connect(self._typed)
        row.next_wanted.connect(partial(self._go_on_from, row))
        row.gone_up.connect(partial(self._step, row, -1))
        row.gone_down.connect(partial(self._step, row, 1))
        row.move_wanted.connect(partial(self._move, row))
        row.remove_wanted.connect(partial(self._remove, row))
        row.took_back.connect(partial(self._step_back, row))
        row.left.connect(partial(self._row_left, row))
        row.left_alone.connect(partial(self._leave_alone, row))
        row.lines_pasted.connect(partial(self._insert_after, row))
        self._rows.insert(number, row)
        self._column.insertWidget(number, row)
        row.show()  # at once, so that the keyboard can go there
        row.look(self._nudges and words not in self._left_alone)
        return row

    def _drop(self, row: FactRow) -> None:
        self._quiet.forget(row.field)
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _typed(self) -> None:
        self._arrange()
        self.changed.emit()

    def _go_on_from(self, row: FactRow) -> None:
        """Go to the next line, a new one in the middle of the list."""
        number = self._rows.index(row) + 1
        if not row.words().strip():
            number -= 1
        elif number == len(self._rows) or self._rows[number].words().strip():
            self._insert(number, "")
            self._arrange()
        self._go_to(self._rows[number])

    def _insert_after(self, row: FactRow, lines: list[str]) -> None:
        """Give each line that was pasted a row of its own."""
        number = self._rows.index(row)
        for words in lines:
            number += 1
            row = self._insert(number, words)
        self._arrange()
        self._go_to(row)
        self.changed.emit()

    def _row_left(self, row: FactRow) -> None:
        if row in self._rows:
            row.look(self._nudges and row.words() not in self._left_alone)
            self._tidying.start()

    def _tidy(self) -> None:
        """Take away lines without words that nobody is in, and keep one at the end."""
        for row in self._rows[:-1]:
            if not row.words().strip() and not row.holds_keyboard():
                self._drop(row)
        if self._rows[-1].words().strip():
            self._insert(len(self._rows), "")
        self._arrange()

    def _remove(self, row: FactRow) -> None:
        number = self._rows.index(row)
        self._removed = (number, row.words())
        self._drop(row)
        self._arrange()
        self._gone.offer()
        self.changed.emit()

    def _forget_removed(self) -> None:
        self._removed = None
        self._gone.hide()

    def _put_back(self) -> None:
        if self._removed is None:
            return
        number, words = self._removed
        self._forget_removed()
        self._go_to(self._insert(min(number, len(self._rows) - 1), words))
        self._arrange()
        self.changed.emit()

    # The keyboard

    def _step(self, row: FactRow, by: int) -> None:
        number = self._rows.index(row) + by
        if 0 <= number < len(self._rows):
            self._go_to(self._rows[number])

    def _step_back(self, row: FactRow) -> None:
        """Leave a line without words for the one before it."""
        if self._rows.index(row):
            self._step(row, -1)

    def _move(self, row: FactRow, by: int) -> None:
        """Change places with the line before or after, which has words as well."""
        number = self._rows.index(row)
        last = len(self._rows) - (1 if self._rows[-1].words().strip() else 2)
        if row.words().strip() and 0 <= number + by <= last:
            self._rows.insert(number + by, self._rows.pop(number))
            self._column.insertWidget(number + by, row)
            self._arrange()
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, text("now line {n}").format(n=number + by + 1))
            self.changed.emit()

    def _go_to(self, row: FactRow) -> None:
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        row.field.moveCursor(QTextCursor.MoveOperation.End)

    def _leave_alone(self, row: FactRow) -> None:
        self._left_alone.add(row.words())
        row.look(False)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.stand_at(self._spoken.format(n=number), f"{self.objectName()}.{number}")
            row.offer_tools(first=number == 1, last=not self._words_follow(number))
            row.raise_()  # which is also the order of reading out

    def _words_follow(self, number: int) -> bool:
        return any(row.words().strip() for row in self._rows[number:])
