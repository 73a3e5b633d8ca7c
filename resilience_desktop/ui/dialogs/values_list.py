"""What matters to somebody: its name, how much it matters, and how far it was lived."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.month_look import LEAST, MOST, RatedValue
from resilience_desktop.domain.tag import tidy
from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.asked_rating import AskedRating
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.removed_line import RemovedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.ui.theme import LookKeeper

_LONGEST = 60
_INSET = 16


class ValuesList(QWidget):
    """A name can be changed; what was removed can come back until something else is."""

    changed = Signal()

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._rows: list[_Row] = []
        self._gone: tuple[int, RatedValue] | None = None
        holder = QWidget()
        self._column = column_in(holder, 16)
        self._removed = RemovedLine(look, name=name)
        self._removed.undo_wanted.connect(self._put_back)
        self._add = buttons.quiet(
            look, text("Add something"), name=f"{name}.add", flush=True, drawing="plus"
        )
        self._add.clicked.connect(self._add_one)
        self._holder = holder
        column = column_in(self, 8)
        for part in (holder, self._removed):
            column.addWidget(part)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._arrange()

    def values(self) -> tuple[RatedValue, ...]:
        """Return those that have a name."""
        found = (row.value() for row in self._rows)
        return tuple(value for value in found if value is not None)

    def set_values(self, values: Iterable[RatedValue]) -> None:
        """Show these."""
        self._gone = None
        while self._rows:
            self._drop(self._rows[0])
        for value in values:
            self._insert(len(self._rows), value)
        self._arrange()

    def _add_one(self) -> None:
        self._insert(len(self._rows), None)
        self._arrange()
        self._rows[-1].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _insert(self, number: int, value: RatedValue | None) -> None:
        row = _Row(self._look, value)
        row.changed.connect(self.changed)
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
        number, value = self._rows.index(row), row.value()
        self._gone = (number, value) if value is not None else None
        self._drop(row)
        self._arrange()
        if self._gone:
            self._removed.offer()
        else:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _put_back(self) -> None:
        if self._gone is None:
            return
        (number, value), self._gone = self._gone, None
        self._insert(number, value)
        self._arrange()
        self._rows[number].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _arrange(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.stand_at(text("Thing {n}").format(n=number), f"{self.objectName()}.{number}")
            row.raise_()  # which is also the order of reading out
        self._holder.setVisible(bool(self._rows))
        self._removed.setVisible(self._gone is not None)


class _Row(QWidget):
    """A name, and below it two numbers once there is one."""

    changed = Signal()

    def __init__(self, look: LookKeeper, value: RatedValue | None) -> None:
        super().__init__()
        self.field = LineField(value.name if value else "")
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(text("Such as family, being outdoors, honesty"))
        self.field.setCursorPosition(0)
        self.remove = buttons.IconButton(look, "close", text("Remove"))
        self._ratings = QWidget()
        ends = {LEAST: text("not at all"), MOST: text("very much")}
        self._importance = AskedRating(look, text("How much it matters"), ends, name="")
        self._lived = AskedRating(look, text("How far you lived it"), ends, name="")
        if value is not None:
            self._importance.rating.set_rating(value.importance)
            self._lived.rating.set_rating(value.lived)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.field, 1)
        head.addWidget(self.remove)
        below = column_in(self._ratings, 8)
        set_margins(below, _INSET, 0, 0, 0)
        for asked in (self._importance, self._lived):
            below.addWidget(asked)
            asked.rating.rating_changed.connect(self.changed)
        column = column_in(self, 8)
        column.addLayout(head)
        column.addWidget(self._ratings)
        self.field.textEdited.connect(self._typed)
        self._ratings.setVisible(value is not None)

    def value(self) -> RatedValue | None:
        """Return it, or None while it has no name."""
        name = tidy(self.field.text())
        if not name:
            return None
        return RatedValue(name, self._importance.rating.rating, self._lived.rating.rating)

    def stand_at(self, spoken: str, name: str) -> None:
        """Take a place in the list."""
        self.field.setObjectName(name)
        self.field.setAccessibleName(spoken)
        self.remove.setObjectName(f"{name}.remove")
        self.remove.set_words(text("Remove: {line}").format(line=spoken))
        self._importance.be_about(spoken, f"{name}.matters")
        self._lived.be_about(spoken, f"{name}.lived")

    def _typed(self) -> None:
        self._ratings.setVisible(bool(tidy(self.field.text())))
        self.changed.emit()
