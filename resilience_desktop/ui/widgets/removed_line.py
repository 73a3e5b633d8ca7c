"""What stands where something of one's own was taken away: a word of it, and Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class RemovedLine(QWidget):
    """Hidden until something was removed; it keeps nothing itself."""

    undo_wanted = Signal()

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self._words = labels.small(look, text("Removed."), "text_muted")
        self._undo = buttons.link(look, text("Undo"), name=f"{name}.undo")
        self._undo.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        row.addStretch()
        self.hide()

    def offer(self) -> None:
        """Offer to bring back what has just gone; the keyboard is there at once."""
        self.show()
        self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._words.text())
