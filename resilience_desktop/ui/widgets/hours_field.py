"""A field for hours: 7, 7.5, 7,5 or 7:30; the arrows move by a quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator

from resilience_desktop.domain.hours import MOST, STEP, hours_from, to_quarter
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

_FIRST = 8.0
"""Where the arrows begin in an empty field."""
_TYPED = QRegularExpression("[0-9]{0,2}([.,:][0-9]{0,2})?")
_MOVES = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}


class HoursField(LineField):
    """Hours, or nothing; what is too much stays to be corrected. Nothing but hours can be typed."""

    hours_changed = Signal()

    def __init__(
        self, look: LookKeeper, *, name: str, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text("Such as 7, 7.5 or 7:30"))
        self.setProperty("kind", "number")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QRegularExpressionValidator(_TYPED, self))
        self._look = look
        self.textEdited.connect(self.hours_changed)
        look.follow(self._dress)

    @property
    def hours(self) -> float | None:
        """What is typed, in hours; None for nothing, and for what cannot be read."""
        return hours_from(self.text())

    @property
    def is_wrong(self) -> bool:
        """Whether what is typed cannot be: 25, or 7:80."""
        return bool(self.text().strip()) and self.hours is None

    def set_hours(self, hours: float | None) -> None:
        """Show hours, or nothing."""
        self.setText("" if hours is None else f"{hours:g}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a quarter of an hour."""
        by = _MOVES.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        hours = self.hours
        moved = _FIRST if hours is None else to_quarter(hours + by)
        self.set_hours(max(0.0, min(float(MOST), moved)))
        self.hours_changed.emit()

    def _dress(self) -> None:
        self.setFixedWidth(self._look.px(72))
