"""The other sheets of a skill, the newest first, each to be opened again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.ui.theme import LookKeeper


class EarlierSheets(QWidget):
    """A day and the first words of each; away while there are none."""

    chosen = Signal(str)
    """Id of a sheet somebody wants to see."""

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._sheets: list[Sheet] = []
        holder = QWidget()
        self._rows = column_in(holder, 4)
        column = column_in(self, 8)
        column.addWidget(labels.heading(look, text("Other sheets")))
        column.addWidget(holder)
        self.hide()

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """List these sheets."""
        if list(sheets) == self._sheets:
            return  # the keyboard may be on one of them
        self._sheets = list(sheets)
        empty(self._rows)
        for place, sheet in enumerate(sheets, 1):
            row = QWidget()
            column = column_in(row, 0)
            day = i18n.day(sheet.made, weekday=True)
            go = buttons.link(self._look, day, name=f"{self.objectName()}.{place}")
            go.setAccessibleName(text("Open the sheet of {day}").format(day=day))
            go.clicked.connect(partial(self.chosen.emit, sheet.id))
            column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
            words = first_words(sheet)
            if words:
                column.addWidget(labels.own_words(self._look, words, most_lines=1))
            self._rows.addWidget(row)
        self.setVisible(bool(sheets))


def first_words(sheet: Sheet) -> str:
    """Return what tells a sheet from others: what was written first, or else what was chosen."""
    written = (words for _, words in sheet.answers)
    chosen = (row.words for row in sheet.rows if row.chosen)
    return next((" ".join(words.split()) for words in (*written, *chosen) if words.strip()), "")
