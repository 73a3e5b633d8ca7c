"""The number of a rating, to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QToolTip, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from resilience_desktop.ui.widgets.span import Span


class RatingNumber(LineField):
    """A box for a whole number, or nothing."""

    chosen = Signal(object)

    def __init__(self, span: Span, parent: QWidget) -> None:
        super().__init__(parent)
        self._span = span
        self.setProperty("kind", "number")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(max(3, len(str(span.low))))
        self.setValidator(_WholeNumber(span, self))
        self.inputRejected.connect(self._say_span)
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self.selectAll)  # for the next one

    def show_rating(self, rating: int | None) -> None:
        """Show a number, or none."""
        shown = "" if rating is None else str(rating)
        if self._number() != rating or (rating is None and self.text()):
            self.setText(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count by one."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        number = self._number()
        span = self._span
        self.chosen.emit(span.middle if number is None else span.bound(number + by))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all of it."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)  # after the click has placed its cursor

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show what was understood: 3 is 10 where the scale begins there."""
        super().focusOutEvent(event)
        number = self._number()
        if number is not None:
            self.setText(str(number))

    def _number(self) -> int | None:
        typed = self.text()
        if not typed.removeprefix("-").isdecimal():
            return None
        return self._span.bound(int(typed))

    def _edited(self) -> None:
        self.chosen.emit(self._number())

    def _say_span(self) -> None:
        """Say why a key did nothing: 150 is not 15, and not 100 either."""
        words = text("A whole number from {low} to {high}").format(
            low=_shown(self._span.low), high=self._span.high
        )
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), words, self)
        announce(self, words)


class _WholeNumber(QValidator):
    """Lets nothing be typed that is more than a scale has, so that no number is made another."""

    def __init__(self, span: Span, parent: QWidget) -> None:
        super().__init__(parent)
        self._low, self._high = min(0, span.low), span.high

    def validate(self, typed: str, place: int) -> tuple[QValidator.State, str, int]:
        if typed in ("", "-" if self._low < 0 else ""):
            state = QValidator.State.Intermediate
        elif typed.removeprefix("-").isdecimal() and self._low <= int(typed) <= self._high:
            state = QValidator.State.Acceptable
        else:
            state = QValidator.State.Invalid
        return state, typed, place


def _shown(value: int) -> str:
    return str(value).replace("-", "\N{MINUS SIGN}")
