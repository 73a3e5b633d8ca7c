"""Lines of one's own, one field each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from resilience_desktop.ui.widgets.growing_list import GrowingList, GrowingRow
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper

Line = tuple[int, str]
"""The place of a line at first, -1 for a new one, and its words."""


class LineList(GrowingList[Line]):
    """A list of fields."""

    def __init__(self, look: LookKeeper, *, name: str, spoken: str, add: str = "") -> None:
        super().__init__(look, name=name, spoken=spoken, add=add, gaps=(4, 4))

    def lines(self) -> list[Line]:
        """Return the lines that are not blank."""
        return list(self.values())

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these lines."""
        self.set_values(enumerate(lines))

    def new_row(self, value: Line | None) -> _Row:
        """Return a field."""
        return _Row(self._look, *(value or (-1, "")))


class _Row(GrowingRow[Line]):
    """A field, and the button that takes it away."""

    def __init__(self, look: LookKeeper, place: int, words: str) -> None:
        super().__init__(look)
        self._place = place
        self.field: LineField = LineField(words)
        self.field.setCursorPosition(0)
        self.field.textEdited.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.remove)

    def value(self) -> Line | None:
        """Return the line, unless it is blank."""
        words = self.field.text().strip()
        return (self._place, words) if words else None
