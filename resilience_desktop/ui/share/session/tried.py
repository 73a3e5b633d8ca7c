"""What was agreed last time, and how it went; nothing of it is better than another."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.session import HowItWent
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.session import HomeworkLine
    from resilience_desktop.ui.theme import LookKeeper


class Tried(QWidget):
    """A line of words and a switch for each; away while there is nothing."""

    changed = Signal()

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._lines: list[HomeworkLine] = []
        self._holder = QWidget()
        self._rows = column_in(self._holder, 12)
        column = column_in(self, 8)
        column.addWidget(labels.heading(look, text("What you wanted to try")))
        column.addWidget(labels.small(look, text("However it went, it is worth talking about.")))
        column.addWidget(self._holder)

    def lines(self) -> tuple[HomeworkLine, ...]:
        """Return the lines with what was said of each."""
        return tuple(self._lines)

    def show_lines(self, lines: Sequence[HomeworkLine]) -> None:
        """Show these lines."""
        self._lines = list(lines)
        empty(self._rows)
        for place, line in enumerate(lines):
            self._rows.addWidget(self._row(place, line))
        self.setVisible(bool(lines))

    def _row(self, place: int, line: HomeworkLine) -> QWidget:
        row = QWidget()
        column = column_in(row, 4)
        choices = (
            (HowItWent.OPEN.value, text("Not yet")),
            (HowItWent.DONE.value, text("Done")),
            (HowItWent.PARTLY.value, text("Partly")),
            (HowItWent.NOT.value, text("Not this time")),
        )
        switch = RangeSwitch(
            self._look,
            choices,
            name=f"{self.objectName()}.{place + 1}",
            title=text("How it went, {n}").format(n=place + 1),
            chosen=line.went.value,
        )
        switch.range_chosen.connect(partial(self._take, place))
        column.addWidget(labels.own_words(self._look, line.words, selectable=False))
        column.addWidget(switch, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _take(self, place: int, went: str) -> None:
        self._lines[place] = replace(self._lines[place], went=HowItWent(went))
        self.changed.emit()
