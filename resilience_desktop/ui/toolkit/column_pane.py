"""A pane that scrolls, with a part in it that is never too wide to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.ui.theme import LookKeeper

_WIDTH = 600
"""Text units that a part is wide at most."""
_RING, _BELOW = 4, 20
"""Pixels beside a part for the focus ring, and below it."""


class ColumnPane(ScrollPane):
    """Room beside the part is margin, so that it is asked how high it is at its own width."""

    def __init__(self, look: LookKeeper, part: QWidget) -> None:
        inside = QWidget()
        super().__init__(f"{part.objectName()}.scroll", inside)
        self._look = look
        self._side = self._above = 0
        self._column = QVBoxLayout(inside)
        self._column.addWidget(part)
        look.look_changed.connect(self._arrange)

    def set_margins(self, *, side: int, above: int) -> None:
        """Keep at least these many pixels."""
        self._side, self._above = side - _RING, above
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the part its width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        spare = self.viewport().width() - self._side - self._look.px(_WIDTH)
        set_margins(self._column, self._side, self._above, max(self._side, spare), _BELOW)
