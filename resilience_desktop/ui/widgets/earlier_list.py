"""What was written on other days, the newest first, each to be opened again."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from resilience_desktop.ui.theme import LookKeeper


@dataclass(frozen=True, slots=True)
class Earlier:
    """One of them: what it is opened by, and what tells it from others."""

    id: str
    day: dt.date
    words: str = field(default="", repr=False)


class EarlierList(QWidget):
    """A day and the first words of each; away while there are none."""

    chosen = Signal(str)
    """Id of one that somebody wants to see."""

    def __init__(self, look: LookKeeper, title: str, spoken: str, *, name: str) -> None:
        """``spoken`` is what a screen reader calls one, such as "Open the sheet of {day}"."""
        super().__init__()
        self.setObjectName(name)
        self._look, self._spoken = look, spoken
        self._shown: list[Earlier] = []
        holder = QWidget()
        self._rows = column_in(holder, 4)
        column = column_in(self, 8)
        column.addWidget(labels.heading(look, title))
        column.addWidget(holder)
        self.hide()

    def show_earlier(self, earlier: Iterable[Earlier]) -> None:
        """List these."""
        found = list(earlier)
        if found == self._shown:
            return  # the keyboard may be on one of them
        self._shown = found
        empty(self._rows)
        for place, one in enumerate(found, 1):
            row = QWidget()
            column = column_in(row, 0)
            day = i18n.day(one.day, weekday=True)
            go = buttons.link(self._look, day, name=f"{self.objectName()}.{place}")
            go.setAccessibleName(self._spoken.format(day=day))
            go.clicked.connect(partial(self.chosen.emit, one.id))
            column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
            if one.words:
                column.addWidget(labels.own_words(self._look, one.words, most_lines=1))
            self._rows.addWidget(row)
        self.setVisible(bool(found))
