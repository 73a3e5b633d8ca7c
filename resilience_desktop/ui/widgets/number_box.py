"""A box for a number that is typed or stepped, such as seconds in halves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from resilience_desktop.ui.theme import LookKeeper

_TYPED = re.compile(r"\d{0,3}(?:[.,]\d?)?")


class NumberBox(QDoubleSpinBox):
    """Tells a number once it is whole: with Enter, an arrow key, or when the keyboard leaves.

    Nothing above ``most`` can be typed, and what is too little is what it was before. A point and
    a comma are the same. The mouse wheel is left to the page.
    """

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        title: str,
        least: float,
        most: float,
        step: float = 1.0,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setDecimals(0 if step == int(step) else 1)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self._look = look
        look.follow(self._dress)

    def textFromValue(self, value: float) -> str:
        """Show no more places than there are."""
        return f"{value:g}"

    def valueFromText(self, typed: str) -> float:
        """Return the step that is nearest to what was typed."""
        step = self.singleStep()
        return round(float(typed.replace(",", ".")) / step) * step

    def validate(self, typed: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let nothing be typed that is no number of these."""
        state = QValidator.State.Invalid
        if _TYPED.fullmatch(typed) and not (self.decimals() == 0 and re.search("[.,]", typed)):
            state = QValidator.State.Intermediate
            if re.search(r"\d", typed):
                number = self.valueFromText(typed)
                if number > self.maximum():
                    state = QValidator.State.Invalid
                elif number >= self.minimum():
                    state = QValidator.State.Acceptable
        return state, typed, place

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _dress(self) -> None:
        self.setFixedWidth(self._look.px(80))
