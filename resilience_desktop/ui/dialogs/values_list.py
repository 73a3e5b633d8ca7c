"""What matters to somebody: its name, how much it matters, and how far it was lived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.month_look import LEAST, MOST, RatedValue
from resilience_desktop.domain.tag import tidy
from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.asked_rating import AskedRating
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets.growing_list import GrowingList, GrowingRow
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_LONGEST = 60
_INSET = 16


class ValuesList(GrowingList[RatedValue]):
    """A list of names, each with its numbers."""

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__(
            look, name=name, spoken=text("Thing {n}"), add=text("Add something"), gaps=(16, 8)
        )

    def new_row(self, value: RatedValue | None) -> _Row:
        """Return a name with its numbers."""
        return _Row(self._look, value)


class _Row(GrowingRow[RatedValue]):
    """A name, and below it two numbers once there is one."""

    def __init__(self, look: LookKeeper, value: RatedValue | None) -> None:
        super().__init__(look)
        self.field: LineField = LineField(value.name if value else "")
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(text("Such as family, being outdoors, honesty"))
        self.field.setCursorPosition(0)
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
        super().stand_at(spoken, name)
        self._importance.be_about(spoken, f"{name}.matters")
        self._lived.be_about(spoken, f"{name}.lived")

    def _typed(self) -> None:
        self._ratings.setVisible(bool(tidy(self.field.text())))
        self.changed.emit()
