"""How far two numbers of each part of life are apart: two dots on a line from 0 to 10."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.row_pane import MOST
from resilience_desktop.ui.widgets.first_and_later import FirstAndLater, Legend, RatedTwice
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.content.skills import Rows
    from resilience_desktop.domain.sheet import SheetRow
    from resilience_desktop.ui.theme import LookKeeper


@dataclass(frozen=True, slots=True)
class _Rated(RatedTwice):
    """Two numbers of one row, each with its name."""

    names: tuple[str, str] = field(default=("", ""), repr=False)

    def in_words(self) -> str:
        """Return both as a screen reader can say them."""
        first, second = self.names
        return text("{first}: {one} of 10. {second}: {two} of 10.").format(
            first=first, one=self.first, second=second, two=self.later
        )


class Gaps(QWidget):
    """A line for each row with both numbers; away while there is none."""

    def __init__(self, look: LookKeeper, rows: Rows, *, name: str) -> None:
        super().__init__()
        self._ids = tuple(rated.id for rated in rows.ratings)
        self._names = (rows.ratings[0].name, rows.ratings[1].name)
        self._shown: list[RatedTwice] = []
        self._lines = FirstAndLater(
            look, name=name, title=text("Both numbers side by side"), highest=MOST
        )
        column = column_in(self, 8)
        column.addWidget(Legend(look, *self._names), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._lines)
        self.hide()

    def show_rows(self, rows: Sequence[SheetRow]) -> None:
        """Show the rows that have both numbers."""
        found: list[RatedTwice] = []
        for row in rows:
            first, second = (dict(row.ratings).get(id_) for id_ in self._ids)
            if first is not None and second is not None:
                found.append(_Rated(row.words, first, second, self._names))
        if found != self._shown:
            self._shown = found
            self._lines.set_rows(found)
        self.setVisible(bool(found))
