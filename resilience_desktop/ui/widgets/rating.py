"""A rating from 0 to 100: slider and number box are one value with one name."""

from __future__ import annotations

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

STEP, PAGE = 5, 10
MIDDLE = (WEAKEST + STRONGEST) // 2
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Rating(QWidget):
    """Chooses 0 to 100, or nothing; ``words`` names the ends and the middle."""

    rating_changed = Signal(object)
    """The new rating, or None when it was cleared."""

    def __init__(
        self,
        look: LookKeeper,
        words: Mapping[int, str],
        *,
        name: str,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._words = look, words
        self._rating: int | None = None
        self._slider = _Slider(look, self)
        self._slider.chosen.connect(self._take)
        self._number = _Number(self)
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
        self._under = _RatingWords(look, words)
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
        if self._rating is None:
            said = text("not set, 0 to 100")
        else:
            said = text("{n} of 100").format(n=self._rating)
            if self._rating in self._words:
                said = f"{said}, {self._words[self._rating]}"
        self._slider.setAccessibleDescription(said)
        self._number.setAccessibleDescription(said)

    def _dress(self) -> None:
        self._number.setFixedWidth(self._look.px(60))


class _RatingWords(QWidget):
    """What the ends and the middle of a rating mean, as wide as its slider."""

    def __init__(
        self, look: LookKeeper, words: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the slider above
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for value, place in (
            (WEAKEST, Qt.AlignmentFlag.AlignLeft),
            (MIDDLE, Qt.AlignmentFlag.AlignHCenter),
            (STRONGEST, Qt.AlignmentFlag.AlignRight),
        ):
            label = Label(look, words.get(value, ""), "small", "text_faint")
            label.setAlignment(place | Qt.AlignmentFlag.AlignTop)
            # Thirds of one width: the middle word stands under the middle of the track.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(label, 1)


class _Slider(QSlider):
    """A slider that can be empty, moves to where it is pressed and counts by 5."""

    chosen = Signal(object)

    def __init__(self, look: LookKeeper, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._rating: int | None = None
        # Numbers grow to the right in every writing, as on the charts and on paper.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setRange(WEAKEST, STRONGEST)
        self.setSingleStep(STEP)
        self.setPageStep(PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(self._take_position)
        look.look_changed.connect(self.updateGeometry)

    def show_rating(self, rating: int | None) -> None:
        self._rating = rating
        self.setValue(MIDDLE if rating is None else rating)
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
            self.chosen.emit(self._moved(_MOVES[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.chosen.emit(WEAKEST if key == Qt.Key.Key_Home else STRONGEST)
        elif key in _CLEARING:
            self.chosen.emit(None)
        elif key == Qt.Key.Key_Space and self._rating is None:
            self.chosen.emit(MIDDLE)
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
        share = self._rating / STRONGEST
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
        radius = self._radius()
        share = (x - radius) / max(1.0, self.width() - 2 * radius)
        return max(WEAKEST, min(STRONGEST, round(share * STRONGEST / STEP) * STEP))

    def _moved(self, by: int) -> int:
        """Return the next whole step in a direction; an empty slider starts in the middle."""
        if self._rating is None:
            return MIDDLE
        nearest = self._rating // STEP * STEP
        if by < 0 and nearest != self._rating:
            nearest += STEP
        return max(WEAKEST, min(STRONGEST, nearest + by))

    def _take_position(self, _action: int) -> None:
        """Follow a screen reader that moves the slider."""
        self.chosen.emit(self.sliderPosition())


class _Number(LineField):
    """A box for a whole number from 0 to 100, or nothing."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "number")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(3)
        self.setValidator(QIntValidator(WEAKEST, 10 * STRONGEST - 1, self))
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
        moved = MIDDLE if number is None else max(WEAKEST, min(STRONGEST, number + by))
        self.chosen.emit(moved)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)  # after the click has placed its cursor

    def _number(self) -> int | None:
        return min(STRONGEST, int(self.text())) if self.text().isdecimal() else None

    def _edited(self) -> None:
        number = self._number()
        if number is not None and str(number) != self.text():
            self.setText(str(number))  # 150 is 100: there is no more
        self.chosen.emit(number)


_MOVES = {
    Qt.Key.Key_Right: STEP,
    Qt.Key.Key_Up: STEP,
    Qt.Key.Key_Left: -STEP,
    Qt.Key.Key_Down: -STEP,
    Qt.Key.Key_PageUp: PAGE,
    Qt.Key.Key_PageDown: -PAGE,
}
