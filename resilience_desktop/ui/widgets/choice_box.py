"""A box to choose from, that does not change when a page is scrolled over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class ChoiceBox(QComboBox):
    """Leaves the mouse wheel to the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a choice changes only when someone opens the box."""
        event.ignore()
