"""Words that wrap, as one of several lines: Enter leaves them, Shift+Enter begins a line inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class EnterEdit(WordsEdit):
    """Whoever shows it says where Enter goes."""

    next_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)
