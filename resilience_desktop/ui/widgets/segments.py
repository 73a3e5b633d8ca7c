"""A switch between a few choices in one row, exactly one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QMetaMethod, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from resilience_desktop.ui.sides import is_turned, turned
from resilience_desktop.ui.widgets.spoken import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper

_SIDE, _SIDE_QUIET, _RADIUS = 13, 7, 8
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_SIDEWAYS = (Qt.Key.Key_Right, Qt.Key.Key_Left)


class RangeSwitch(Group):
    """Chooses one key out of ``choices``, which are pairs of key and words.

    A ``quiet`` one has no frame: small words, the chosen one underlined.
    """

    range_chosen = Signal(str)
    pressed_again = Signal(str)
    """The choice that stands, chosen once more."""

    def __init__(
        self,
        look: LookKeeper,
        choices: Sequence[tuple[str, str]],
        *,
        name: str,
        title: str,
        chosen: str = "",
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._look, self._quiet = look, quiet
        self._style, self._side = ("small", _SIDE_QUIET) if quiet else ("label", _SIDE)
        self._chosen = chosen or choices[0][0]
        self._segments = [self._segment(key, words) for key, words in choices]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chosen(self._chosen)
        look.look_changed.connect(self.updateGeometry)
        look.look_changed.connect(self._place)

    @property
    def chosen(self) -> str:
        """The key that is chosen."""
        return self._chosen

    def words(self, key: str) -> str:
        """Return what a choice says."""
        return next(segment.text() for segment in self._segments if segment.key == key)

    def set_chosen(self, key: str) -> None:
        """Show another choice."""
        self._chosen = key
        for segment in self._segments:
            here = segment.key == key
            if here:
                segment.setChecked(True)  # the others are unchecked by that
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            )
            if here:
                self.setFocusProxy(segment)
        self.update()

    def sizeHint(self) -> QSize:
        """Return all choices beside each other."""
        return QSize(sum(self._widths()) + 1, self._look.px(32 if self._quiet else 36))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are not shortened."""
        return self.sizeHint()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Put the choices beside each other."""
        self._place()

    def _place(self) -> None:
        left = 0
        for segment, width in zip(self._segments, self._widths(), strict=True):
            place = turned(self, QRectF(left, 0, width + 1, self.height()))
            segment.setGeometry(place.toRect())
            left += width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, Home and End."""
        here = next(n for n, segment in enumerate(self._segments) if segment.key == self._chosen)
        last = len(self._segments) - 1
        key = Qt.Key(event.key())
        if key in _STEPS:
            turn = -1 if is_turned() and key in _SIDEWAYS else 1
            there = max(0, min(last, here + turn * _STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            there = 0 if key == Qt.Key.Key_Home else last
        elif key == Qt.Key.Key_Space and self._hears_again():
            there = here
        else:
            event.ignore()
            return
        self._segments[there].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(self._segments[there].key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint again when the pointer moves over the choices."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, what is chosen and the words."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, _RADIUS, _RADIUS)
        if not self._quiet:
            painter.fillPath(outline, look.color("surface"))
        painter.setClipPath(outline)
        for number, segment in enumerate(self._segments):
            place = QRectF(segment.geometry())
            chosen, hovered = segment.key == self._chosen, segment.underMouse()
            if (chosen and not self._quiet) or hovered:
                painter.fillRect(place, look.color("accent_soft" if chosen else "sunken_strong"))
            if number and not self._quiet:
                between = place.right() if is_turned() else place.left()
                painter.setPen(QPen(look.color("rule"), 1))
                painter.drawLine(QLineF(between, 1, between, self.height() - 1))
            painter.setFont(look.font(self._style))
            painter.setPen(look.color("on_accent_soft" if chosen else "text_muted"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, segment.text())
            if chosen:
                self._underline(painter, place, segment.text())
        painter.setClipping(False)
        if self._quiet:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("stroke"), 1))
        painter.drawPath(outline)

    def _underline(self, painter: QPainter, place: QRectF, words: str) -> None:
        """Underline the choice, so that colour is not its only sign."""
        width = QFontMetricsF(self._look.font(self._style)).horizontalAdvance(words)
        line = QRectF(place.center().x() - width / 2, place.bottom() - 5, width, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("accent"))
        painter.drawRoundedRect(line, 1, 1)

    def _segment(self, key: str, words: str) -> _Segment:
        segment = _Segment(self, key, words)
        segment.setObjectName(f"{self.objectName()}.{key}")
        segment.picked.connect(self._choose)
        segment.installEventFilter(self)
        return segment

    def _choose(self, key: str) -> None:
        told = self.range_chosen if key != self._chosen else self.pressed_again
        self.set_chosen(key)
        told.emit(key)

    def _hears_again(self) -> bool:
        """Whether choosing the same once more does anything; else Space is for who is around."""
        return self.isSignalConnected(QMetaMethod.fromSignal(self.pressed_again))

    def _widths(self) -> list[int]:
        measure = QFontMetricsF(self._look.font(self._style))
        return [
            round(measure.horizontalAdvance(segment.text()) + 2 * self._side + 0.5)
            for segment in self._segments
        ]


class _Segment(QRadioButton):
    """One choice, as pointer, keyboard and screen reader see it; the switch does the painting."""

    picked = Signal(str)

    def __init__(self, switch: RangeSwitch, key: str, words: str) -> None:
        super().__init__(words, switch)
        self.key = key
        self.clicked.connect(self._pick)

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def nextCheckState(self) -> None:
        self.setChecked(True)  # a second click keeps the choice

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the switch knows the keys

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def _pick(self) -> None:
        self.picked.emit(self.key)
