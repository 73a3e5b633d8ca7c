"""Two parts of the same width beside each other, or below each other where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.ui.theme import LookKeeper

_WIDE, _BETWEEN, _BELOW = 560, 32, 16
"""Text units from which on they stand beside each other; pixels between them either way."""


class Halves(QWidget):
    """Shows both from the top."""

    def __init__(self, look: LookKeeper, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(first, 1)
        self._row.addWidget(second, 1)
        self._arrange()
        look.look_changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width says so."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Take another height where a part has one."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def _arrange(self) -> None:
        beside = self.width() >= self._look.px(_WIDE)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._row.setSpacing(_BETWEEN if beside else _BELOW)
