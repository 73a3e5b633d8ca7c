"""The way to take the number of a rating back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.rating import Rating


class ClearButton(Button):
    """Takes the number back and leaves the word; it is there while there is a number."""

    def __init__(self, look: LookKeeper, rating: Rating, what: str, *, name: str = "") -> None:
        super().__init__(look, text("Clear"), "link", name=name)
        self._rating = rating
        self.setProperty("small", "true")
        self.set_what(what)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._clear)
        rating.shown.connect(self._follow)
        self._follow()

    def set_what(self, what: str) -> None:
        """Say whose number this clears."""
        self.setAccessibleName(text("Clear the number for {feeling}").format(feeling=what))

    def _follow(self) -> None:
        self.setVisible(self._rating.rating is not None)

    def _clear(self) -> None:
        self._rating.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rating.clear()
