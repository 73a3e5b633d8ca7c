"""The way out of an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.ui.theme import LookKeeper


class StopButton(Button):
    """Stops with Enter, and leaves Space to what is around it where that pauses.

    So a hand that rests on the keyboard does not end the exercise.
    """

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__(look, text("Stop"), name=name, drawing="stop", large=True)
        self._pausing = False
        self.set_pausing(pausing=False)

    def set_pausing(self, *, pausing: bool) -> None:
        """Say which keys there are: one that pauses, or only those that stop."""
        self._pausing = pausing
        self.setToolTip(text("Space pauses, Esc stops") if pausing else text("Esc stops"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Space through if it is to pause."""
        if self._pausing and event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)
