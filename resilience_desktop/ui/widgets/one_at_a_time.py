"""Several quiet lines of which only the first that has something to say is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from collections.abc import Sequence


class OneAtATime(QWidget):
    """Whoever comes back after a while meets one question, and the next when that is answered.

    A line shows and hides itself; here it only waits for those before it.
    """

    def __init__(self, lines: Sequence[QWidget]) -> None:
        super().__init__()
        self._lines: list[QWidget] = []
        self._places: list[QWidget] = []
        self._column = column_in(self, 0)
        self.add(lines)

    def add(self, lines: Sequence[QWidget]) -> None:
        """Add lines that wait for those which are there."""
        for line in lines:
            place = QWidget()
            column_in(place, 0).addWidget(line)
            self._column.addWidget(place)
            self._lines.append(line)
            self._places.append(place)
            line.installEventFilter(self)
        self._choose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose again when a line has something to say, or nothing more."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._choose()
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        there = [not line.isHidden() for line in self._lines]
        for number, place in enumerate(self._places):
            place.setVisible(there[number] and not any(there[:number]))
        self.setVisible(any(there))
