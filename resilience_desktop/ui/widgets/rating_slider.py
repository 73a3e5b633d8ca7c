"""The slider of a rating: it can be empty, and then shows no handle that would suggest a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from resilience_desktop import i18n

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QEnterEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QWheelEvent,
    )

    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.span import Span

_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_MINUS_KEYS = ("-", i18n.MINUS, "\N{EN DASH}")
_ONE_NUMBER_MS = 1000  # milliseconds in which the next digit belongs to the same number
_DOTS = 10  # steps that an open track shows
_MOVES = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 1,
    Qt.Key.Key_PageDown: -1,
}


class RatingSlider(QSlider):
    """A slider that can be empty, moves to where it is pressed and counts by 5, or by 1.

    A number can be typed on it, too.
    """

    chosen = Signal(object)

    def __init__(self, look: LookKeeper, span: Span, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._span = look, span
        self._rating: int | None = None
        self._pointer: float | None = None
        self._typed = ""
        self._typing = QTimer(self, singleShot=True, interval=_ONE_NUMBER_MS)
        self._typing.timeout.connect(self._end_number)
        self.setMouseTracking(True)
        # Numbers grow to the right in every writing, as on the charts and on paper.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setRange(span.low, span.high)
        self.setSingleStep(span.step)
        self.setPageStep(span.page)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(self._take_position)
        look.look_changed.connect(self.updateGeometry)

    def show_rating(self, rating: int | None) -> None:
        """Show a number, or none."""
        self._rating = rating
        self.setValue(self._span.middle if rating is None else rating)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a usual track."""
        return QSize(self._look.px(180), self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        """Return a short track."""
        return QSize(self._look.px(96), self._look.px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit, move, clear, or begin in the middle."""
        key = Qt.Key(event.key())
        if self._takes(event):
            return
        self._end_number()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _MOVES:
            by_page = key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            far = self._span.page if by_page else self._span.step
            self.chosen.emit(self._moved(_MOVES[key] * far))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.chosen.emit(self._span.low if key == Qt.Key.Key_Home else self._span.high)
        elif key in _CLEARING:
            self.chosen.emit(None)
        elif key == Qt.Key.Key_Space and self._rating is None:
            self.chosen.emit(self._span.middle)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Have a number typed here begin anew next time."""
        self._end_number()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll; a rating is not changed in passing."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the number under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._under(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the pointer."""
        self._point_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.chosen.emit(self._under(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where it is."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track up to the handle, or open."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._rating is None:
            self._paint_unset(painter)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        middle, radius = self.height() / 2, self._radius()
        groove = QRectF(0, middle - 2, self.width(), 4)
        painter.setBrush(look.color("rule_strong"))
        painter.drawRoundedRect(groove, 2, 2)
        role = "accent" if self.isEnabled() else "text_faint"
        share = (self._rating - self._span.low) / (self._span.high - self._span.low)
        x = radius + share * (self.width() - 2 * radius)
        painter.setBrush(look.color(role))
        painter.drawRoundedRect(QRectF(0, middle - 2, x, 4), 2, 2)
        painter.drawEllipse(QPointF(x, middle), radius, radius)
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(QPointF(x, middle), radius - 1, radius - 1)
        painter.setBrush(look.color(role))
        painter.drawEllipse(QPointF(x, middle), radius - 4, radius - 4)

    def _paint_unset(self, painter: QPainter) -> None:
        """Paint an open track with its steps: it can be pressed anywhere, and says nothing.

        A handle would stand somewhere, and suggest a number; it comes with the pointer.
        """
        look, middle, radius = self._look, self.height() / 2, self._radius()
        painter.setPen(QPen(look.color("stroke"), 1))
        painter.setBrush(look.color("surface"))
        high = radius - 2
        track = QRectF(0.5, middle - high, self.width() - 1, 2 * high)
        painter.drawRoundedRect(track, high, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("stroke"))
        for step in range(_DOTS + 1):
            x = radius + step / _DOTS * (self.width() - 2 * radius)
            painter.drawEllipse(QPointF(x, middle), 1.5, 1.5)
        if self._pointer is not None and self.isEnabled():
            x = max(radius, min(self.width() - radius, self._pointer))
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(look.color("surface"))
            painter.drawEllipse(QPointF(x, middle), high - 2, high - 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show a handle where it would be."""
        self._point_at(event.position().x())

    def leaveEvent(self, _event: QEvent) -> None:
        """Show none."""
        self._point_at(None)

    def _point_at(self, x: float | None) -> None:
        self._pointer = x
        self.update()

    def _radius(self) -> float:
        return self._look.px(20) / 2

    def _under(self, x: float) -> int:
        radius, span = self._radius(), self._span
        share = (x - radius) / max(1.0, self.width() - 2 * radius)
        steps = round(share * (span.high - span.low) / span.step)
        return span.bound(span.low + steps * span.step)

    def _takes(self, event: QKeyEvent) -> bool:
        """Take a digit, alone or as the next one of a number; return whether it was one."""
        allowed = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        sign = "-" if event.text() in _MINUS_KEYS and self._span.low < 0 else event.text()
        is_part = sign == "-" or (sign.isascii() and sign.isdigit())
        if not is_part or event.modifiers() & ~allowed:
            return False
        longer = self._typed + sign if sign != "-" else sign
        self._typed = longer if self._leads_somewhere(longer) else sign
        if self._typed != "-" and self._span.low <= int(self._typed) <= self._span.high:
            self.chosen.emit(int(self._typed))
        self._typing.start()
        return True

    def _leads_somewhere(self, typed: str) -> bool:
        """Whether some number on the scale begins so."""
        span = self._span
        return any(str(value).startswith(typed) for value in range(span.low, span.high + 1))

    def _end_number(self) -> None:
        self._typed = ""
        self._typing.stop()

    def _moved(self, by: int) -> int:
        """Return the next whole step in a direction; an empty slider starts in the middle."""
        span = self._span
        if self._rating is None:
            return span.middle
        nearest = span.low + (self._rating - span.low) // span.step * span.step
        if by < 0 and nearest != self._rating:
            nearest += span.step
        return span.bound(nearest + by)

    def _take_position(self, _action: int) -> None:
        """Follow a screen reader that moves the slider."""
        self.chosen.emit(self.sliderPosition())
