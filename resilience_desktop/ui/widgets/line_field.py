"""A field for one line of typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from resilience_desktop.ui.widgets.keys import is_idle_undo

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent


class LineField(QLineEdit):
    """Leaves Ctrl+Z to the window when no typing is left to be undone."""

    def event(self, event: QEvent) -> bool:
        """Let the window's Undo have the keys where there is nothing to undo here."""
        if is_idle_undo(event, can_undo=self.isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)
