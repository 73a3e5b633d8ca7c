"""A rating from 0 to 100, or on a scale of one's own: slider and number are one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QIntValidator,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QSlider, QWidget

from resilience_desktop.domain.feeling import STRONGEST, WEAKEST
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.ui.theme import LookKeeper

STEP = 5
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_FEW = 20
"""Steps up to which an arrow moves by one."""


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where a rating goes."""

    low: int = WEAKEST
    high: int = STRONGEST

    @property
    def step(self) -> int:
        """How far an arrow moves."""
        return 1 if self.high - self.low <= _FEW else STEP

    @property
    def page(self) -> int:
        """How far Page up and Page down move."""
        return 2 * self.step

    @property
    def middle(self) -> int:
        """Where an empty one begins."""
        return (self.low + self.high) // 2

    def bound(self, value: int) -> int:
        """Return the value, or the end that is nearest to it."""
        return max(self.low, min(self.high, value))


_USUAL = Span()


class Rating(QWidget):
    """Chooses 0 to 100, or what ``span`` says, or nothing; ``words`` names ends and middle."""

    rating_changed = Signal(object)
    """The new rating, or None when it was cleared."""

    def __init__(
        self,
        look: LookKeeper,
        words: Mapping[int, str],
        *,
        name: str,
        title: str,
        span: Span = _USUAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._words, self._span = look, words, span
        self._rating: int | None = None
        self._slider = _Slider(look, span, self)
        self._slider.chosen.connect(self._take)
        self._number = _Number(span, self)
        self._number.chosen.connect(self._take)
        self.set_name(name)
        self.setAccessibleName(title)
        self.setFocusProxy(self._slider)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._slider, 0, 0)
        grid.addWidget(self._number, 0, 1)
        self._under = _RatingWords(look, words, span)
        grid.addWidget(self._under, 1, 0)
        self._tell()
        look.follow(self._dress)

    @property
    def rating(self) -> int | None:
        """The rating, or None when it is not set."""
        return self._rating

    def set_rating(self, rating: int | None) -> None:
        """Show a rating, or none."""
        self._rating = rating
        self._tell()

    def set_name(self, name: str) -> None:
        """Take another object name, as one of several that changed places."""
        self.setObjectName(name)
        self._slider.setObjectName(f"{name}.slider")
        self._number.setObjectName(f"{name}.number")

    def setAccessibleName(self, title: str) -> None:
        """Say what is being rated: slider and number have one name."""
        self._slider.setAccessibleName(title)
        self._number.setAccessibleName(title)

    def show_words(self, *, shown: bool) -> None:
        """Show or leave out the words below: in a column of ratings the last one has them."""
        self._under.setVisible(shown)

    def _take(self, rating: int | None) -> None:
        if rating != self._rating:
            self.set_rating(rating)
            self.rating_changed.emit(rating)

    def _tell(self) -> None:
        self._slider.show_rating(self._rating)
        self._number.show_rating(self._rating)
        span = self._span
        if self._rating is None:
            said = text("not set, {low} to {high}").format(low=_aloud(span.low), high=span.high)
        elif span.low == 0:
            said = text("{n} of {most}").format(n=self._rating, most=span.high)
        else:
            said = text("{n}, from {low} to {high}").format(
                n=_aloud(self._rating), low=_aloud(span.low), high=_aloud(span.high)
            )
        if self._rating is not None and self._rating in self._words:
            said = f"{said}, {self._words[self._rating]}"
        self._slider.setAccessibleDescription(said)
        self._number.setAccessibleDescription(said)

    def _dress(self) -> None:
        self._number.setFixedWidth(self._look.px(60))


class _RatingWords(QWidget):
    """What the ends and the middle of a rating mean, as wide as its slider."""

    def __init__(
        self, look: LookKeeper, words: Mapping[int, str], span: Span, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the slider above
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for value, place in (
            (span.low, Qt.AlignmentFlag.AlignLeft),
            (span.middle, Qt.AlignmentFlag.AlignHCenter),
            (span.high, Qt.AlignmentFlag.AlignRight),
        ):
            label = Label(look, words.get(value, ""), "small", "text_faint")
            label.setAlignment(place | Qt.AlignmentFlag.AlignTop)
            # Thirds of one width: the middle word stands under the middle of the track.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(label, 1)


class _Slider(QSlider):
    """A slider that can be empty, moves to where it is pressed and counts by 5, or by 1."""

    chosen = Signal(object)

    def __init__(self, look: LookKeeper, span: Span, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._span = look, span
        self._rating: int | None = None
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
        self._rating = rating
        self.setValue(self._span.middle if rating is None else rating)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(96), self._look.px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a rating is not changed in passing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._under(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.chosen.emit(self._under(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, radius = self.height() / 2, self._radius()
        groove = QRectF(0, middle - 2, self.width(), 4)
        painter.setBrush(look.color("rule_strong"))
        painter.drawRoundedRect(groove, 2, 2)
        role = "accent" if self.isEnabled() else "text_faint"
        if self._rating is None:
            painter.setPen(QPen(look.color("stroke"), 1))  # the ends, so that it is seen as empty
            painter.drawLine(QPointF(0.5, middle - 5), QPointF(0.5, middle + 5))
            painter.drawLine(
                QPointF(self.width() - 0.5, middle - 5), QPointF(self.width() - 0.5, middle + 5)
            )
            return
        share = (self._rating - self._span.low) / (self._span.high - self._span.low)
        x = radius + share * (self.width() - 2 * radius)
        painter.setBrush(look.color(role))
        painter.drawRoundedRect(QRectF(0, middle - 2, x, 4), 2, 2)
        painter.drawEllipse(QPointF(x, middle), radius, radius)
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(QPointF(x, middle), radius - 1, radius - 1)
        painter.setBrush(look.color(role))
        painter.drawEllipse(QPointF(x, middle), radius - 4, radius - 4)

    def _radius(self) -> float:
        return self._look.px(20) / 2

    def _under(self, x: float) -> int:
        radius, span = self._radius(), self._span
        share = (x - radius) / max(1.0, self.width() - 2 * radius)
        steps = round(share * (span.high - span.low) / span.step)
        return span.bound(span.low + steps * span.step)

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


class _Number(LineField):
    """A box for a whole number, or nothing."""

    chosen = Signal(object)

    def __init__(self, span: Span, parent: QWidget) -> None:
        super().__init__(parent)
        self._span = span
        self.setProperty("kind", "number")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(max(3, len(str(span.low))))
        self.setValidator(QIntValidator(min(0, span.low), 10 * STRONGEST - 1, self))
        self.textEdited.connect(self._edited)

    def show_rating(self, rating: int | None) -> None:
        shown = "" if rating is None else str(rating)
        if self._number() != rating or (rating is None and self.text()):
            self.setText(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        number = self._number()
        span = self._span
        self.chosen.emit(span.middle if number is None else span.bound(number + by))

    def focusInEvent(self, event: QFocusEvent) -> None:
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
        number = self._number()
        if number is not None and int(self.text()) > number:
            self.setText(str(number))  # 150 is 100: there is no more
        self.chosen.emit(number)


def _aloud(value: int) -> str:
    """Return a number as a screen reader should say it: a hyphen may be passed over."""
    return text("minus {number}").format(number=-value) if value < 0 else str(value)


_MOVES = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 1,
    Qt.Key.Key_PageDown: -1,
}
