"""The mood scale: eleven steps on one line, or nothing, since there is no default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from resilience_desktop import content, i18n
from resilience_desktop.domain.entry import HIGHEST, LOWEST
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.mood_mark import mark_path, paint_mark
from resilience_desktop.ui.widgets.spoken import Group

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.ui.theme import LookKeeper

VALUES = range(LOWEST, HIGHEST + 1)
_MINUS_KEYS = ("-", i18n.MINUS, "\N{EN DASH}")
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_HALO = 4
_RING_GAP, _RING = 2, 2


class MoodScale(Group):
    """Chooses -5 to +5; ``words`` says some or all of the steps in words.

    Each step is a radio button that paints nothing: the scale paints them all, since a chosen mark
    and its ring reach beyond a narrow step.
    """

    mood_chosen = Signal(object)
    """The step that was chosen, or None when the choice was cleared."""
    words_typed = Signal(str)
    """Somebody types words and not a number: they belong somewhere else."""

    def __init__(
        self,
        look: LookKeeper,
        words: Mapping[int, str],
        *,
        name: str,
        title: str,
        neutral: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._look, self._words, self._neutral = look, words, neutral
        self._value: int | None = None
        self._minus_typed = False
        self._by_keyboard = False
        # Numbers grow to the right in every writing, as on the charts and on paper.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._steps = {value: self._step(value) for value in VALUES}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()
        look.look_changed.connect(self.updateGeometry)

    @classmethod
    def for_mood(cls, look: LookKeeper, *, name: str, title: str = "") -> MoodScale:
        """Return the scale that asks for mood."""
        words = {value: content.mood_word(value) for value in VALUES}
        return cls(look, words, name=name, title=title or text("Mood right now"))

    @classmethod
    def for_energy(cls, look: LookKeeper, *, name: str, title: str = "") -> MoodScale:
        """Return the scale that asks for energy."""
        return cls(
            look, content.energy_anchors(), name=name, title=title or text("Energy"), neutral=True
        )

    @property
    def mood(self) -> int | None:
        """The step that is chosen, or None."""
        return self._value

    def set_mood(self, value: int | None) -> None:
        """Show a step, or none; the keyboard goes along if it is here."""
        self._stand_at(value)

    @property
    def is_focused(self) -> bool:
        """Whether the keyboard is on one of the steps."""
        return any(step.hasFocus() for step in self._steps.values())

    def in_words(self) -> str:
        """Return what the chosen step means, for the readout; empty when it has no words."""
        return "" if self._value is None else self._words.get(self._value, "")

    def sizeHint(self) -> QSize:
        """Return eleven wide steps."""
        return QSize(self._look.px(44) * len(VALUES), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return eleven narrow steps."""
        return QSize(self._look.px(33) * len(VALUES), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, arrow, Home, End or Space; Delete clears."""
        typed, key = event.text(), event.key()
        self._by_keyboard = True
        self.update()
        minus_typed, self._minus_typed = self._minus_typed, typed in _MINUS_KEYS
        others = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if others != Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif typed and typed in "012345":
            self._choose(-int(typed) if minus_typed else int(typed))
        elif key in _ARROWS:
            self._choose(max(LOWEST, min(HIGHEST, self._standing() + _ARROWS[Qt.Key(key)])))
        elif key == Qt.Key.Key_Home:
            self._choose(LOWEST)
        elif key == Qt.Key.Key_End:
            self._choose(HIGHEST)
        elif key == Qt.Key.Key_Space:
            self._choose(self._standing())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        elif _is_a_word(typed):
            self.words_typed.emit(typed)
        elif not self._minus_typed and typed != "+":
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint again when the pointer or the focus moves over the steps."""
        if event.type() in (
            QEvent.Type.Enter,
            QEvent.Type.Leave,
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
        ):
            if isinstance(event, QFocusEvent):
                self._minus_typed = False
                if event.gotFocus() and event.reason() in _BY_KEYBOARD:
                    self._by_keyboard = True
                elif event.gotFocus() and event.reason() == Qt.FocusReason.MouseFocusReason:
                    self._by_keyboard = False
            self.update()
        return super().eventFilter(watched, event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Spread the steps over the width."""
        height = self._look.px(44 + 20)
        for value, step in self._steps.items():
            left, right = self._edge(value), self._edge(value + 1)
            step.setGeometry(QRect(QPoint(left, 0), QSize(right - left, height)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, the marks, the numbers and the words below."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())  # Qt would take the app's
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        for value in VALUES:
            self._paint_step(painter, value)
        self._paint_words(painter)

    def _step(self, value: int) -> _Step:
        step = _Step(self, value)
        step.setObjectName(f"{self.objectName()}.{value}")
        said = i18n.spoken(value)
        step.setAccessibleName(f"{said}, {self._words[value]}" if value in self._words else said)
        step.picked.connect(self._choose)
        step.installEventFilter(self)
        return step

    def _choose(self, value: int | None) -> None:
        changed = value != self._value
        self._stand_at(value)
        if changed:
            self.mood_chosen.emit(value)

    def _stand_at(self, value: int | None) -> None:
        here = self.window().focusWidget()  # also in a window that is not active yet
        self._value = value
        self._tell()
        if here in self._steps.values():
            self._steps[self._standing()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _standing(self) -> int:
        """Return the step where the keyboard stands: the chosen one, or the middle."""
        return 0 if self._value is None else self._value

    def _tell(self) -> None:
        """Let the steps, the tab order and the screen reader know the value."""
        for value, step in self._steps.items():
            step.show_chosen(chosen=value == self._value)
            here = value == self._standing()
            step.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._steps[self._standing()])
        if self._value is None:
            self.setAccessibleDescription(text("not set"))
        else:
            self.setAccessibleDescription(self._steps[self._value].accessibleName())
        self.update()

    def _height(self) -> int:
        return self._look.px(44 + 20) + 4 + self._look.line_height("small")

    def _edge(self, value: int) -> int:
        return round((value - LOWEST) * self.width() / len(VALUES))

    def _middle(self, value: int) -> QPointF:
        x = (value - LOWEST + 0.5) * self.width() / len(VALUES)
        return QPointF(round(x) + 0.5, self._look.px(22) + 0.5)

    def _side(self, value: int) -> float:
        return self._look.px(36 if value == self._value else 18)

    def _paint_line(self, painter: QPainter) -> None:
        """Draw the line between the marks, with a gap round the chosen one."""
        painter.setPen(QPen(self._look.color("rule_strong"), 1))
        for value in VALUES[:-1]:
            start, end = self._middle(value), self._middle(value + 1)
            for step, point, way in ((value, start, 1), (value + 1, end, -1)):
                if step == self._value:
                    point.setX(point.x() + way * (self._side(step) / 2 + _HALO))
            if start.x() < end.x():
                painter.drawLine(start, end)

    def _paint_step(self, painter: QPainter, value: int) -> None:
        step, middle, side = self._steps[value], self._middle(value), self._side(value)
        chosen = value == self._value
        if step.underMouse() and self.isEnabled() and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("sunken_strong"))
            reach = self._look.px(15)
            painter.drawEllipse(middle, reach, reach)
        number = i18n.signed(value) if chosen else ""
        paint_mark(
            painter, self._look, middle, side, value,
            words=number, style="body", neutral=self._neutral,
        )  # fmt: skip
        if step.hasFocus() and self._by_keyboard:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("focus"), _RING))
            round_it = 1 if self._neutral else value
            painter.drawPath(mark_path(middle, side + 2 * _RING_GAP + _RING, round_it))
        width = self.width() / len(VALUES)
        below = QRectF(middle.x() - width, self._look.px(45), 2 * width, self._look.px(18))
        painter.setFont(self._look.font("small", weight=600 if chosen else 400, tabular=True))
        painter.setPen(self._look.color("text" if chosen else "text_faint"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, i18n.signed(value))

    def _paint_words(self, painter: QPainter) -> None:
        font = self._look.font("small")
        painter.setFont(font)
        painter.setPen(self._look.color("text_muted"))
        line = self._look.line_height("small")
        foot = QRectF(0, self.height() - line, self.width(), line)
        measure = QFontMetricsF(font)
        ends = [measure.horizontalAdvance(self._words.get(v, "")) for v in (LOWEST, HIGHEST)]
        middle = measure.horizontalAdvance(self._words.get(0, ""))
        fits = max(ends) + middle / 2 + 12 <= self.width() / 2
        for value, place in (
            (LOWEST, Qt.AlignmentFlag.AlignLeft),
            (0, Qt.AlignmentFlag.AlignHCenter),
            (HIGHEST, Qt.AlignmentFlag.AlignRight),
        ):
            if value or fits:
                painter.drawText(foot, place, self._words.get(value, ""))


_ARROWS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
}


class _Step(QRadioButton):
    """One step, as pointer, keyboard and screen reader see it; the scale does the painting."""

    picked = Signal(int)

    def __init__(self, scale: MoodScale, value: int) -> None:
        super().__init__(scale)
        self._value = value
        self.clicked.connect(self._pick)
        self.setProperty("rings_itself", True)

    def show_chosen(self, *, chosen: bool) -> None:
        self.setAutoExclusive(False)  # or the last one that is chosen would stay so
        self.setChecked(chosen)
        self.setAutoExclusive(True)  # what makes it a radio button to a screen reader

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def nextCheckState(self) -> None:
        self.setChecked(True)  # a second click keeps the choice

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the scale knows the keys

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def _pick(self) -> None:
        self.picked.emit(self._value)


def _is_a_word(typed: str) -> bool:
    """Whether a key begins or goes on with a word."""
    return bool(typed) and all(map(str.isalpha, typed))
