"""What every window over the window has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSlider, QDialog

from resilience_desktop.ui.reading_order import go_on
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

HELP_KEYS = ("F1", "Ctrl+Shift+H")
_SCROLLS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class Dialog(QDialog):
    """A window over the window, in which Tab goes in the order of reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for keys in HELP_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(self._show_help)

    def _show_help(self) -> None:
        """Ask the window below, which can open Help now over anything."""
        below = self.parentWidget()
        while below is not None and not hasattr(below, "show_help"):
            below = below.parentWidget()
        if below is not None:
            below.show_help()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Follow the order of reading, also where parts came later."""
        return go_on(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by page wherever the keyboard is: there may be nothing to press in the pane."""
        pane = next((p for p in self.findChildren(ScrollPane) if p.isVisible()), None)
        if pane is not None and event.key() in _SCROLLS:
            pane.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
