"""A short word at the bottom of the window, with Undo where there is something to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor, QEnterEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from resilience_desktop import themes
from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import is_turned, set_margins

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent

    from resilience_desktop.ui.theme import LookKeeper

ABOVE_EDGE = 84
"""Over the actions at the foot of a page."""
_RISE = 8
_SIDE = 18  # room left and right of the words
_BESIDE = 24  # pixels from the side of the window
_CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say this when it is free; never words a person wrote."""
    from PySide6 import QtGui

    if hasattr(QtGui, "QAccessibleAnnouncementEvent"):  # Qt 6.8
        QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, words))
    else:
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Notices(QObject):
    """Shows one notice at a time over the bottom of a window."""

    def __init__(self, window: QWidget, look: LookKeeper) -> None:
        super().__init__(window)
        self._look = look
        self._undo: Callable[[], object] | None = None
        self._go: Callable[[], object] | None = None
        self._resting: QPoint | None = None
        """Where the pointer stood when the notice came, as long as it stays there."""
        self._frame = QFrame(window)
        self._frame.setObjectName("notice")
        self._frame.hide()
        self._label = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=False)
        self._label.setObjectName("notice.text")
        self._button = QPushButton(text("Undo"))
        self._button.setObjectName("notice.undo")
        self._button.clicked.connect(self.undo_last)
        self._way = QPushButton()
        self._way.setObjectName("notice.go")
        self._way.clicked.connect(self._follow)
        row = self._row = QHBoxLayout(self._frame)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self._way)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(themes.tokens()["motion"]["toast_ms"])
        self._timer.timeout.connect(self.dismiss)
        self._movement = QPropertyAnimation(self._frame, b"pos", self)
        self._movement.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._frame.setMouseTracking(True)
        self._label.setMouseTracking(True)
        for watched in (window, self._frame, self._label, self._way, self._button):
            watched.installEventFilter(self)
        look.look_changed.connect(self._place)

    def show(
        self,
        words: str,
        undo: Callable[[], object] | None = None,
        *,
        way: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show these words, never a person's own, in place of whatever was shown.

        ``way`` leads to what they speak of: the words of a button, and what it does.
        """
        self._undo, self._go = undo, way[1] if way else None
        self._label.setText(words)
        self._way.setText(way[0] if way else "")
        self._way.setVisible(way is not None)
        self._button.setVisible(undo is not None)
        # The button has room of its own around its words.
        has_button = undo is not None or way is not None
        set_margins(self._row, _SIDE, 0, _SIDE - 10 if has_button else _SIDE, 0)
        self._resting = QCursor.pos()
        self._frame.show()
        self._frame.raise_()
        self._place()
        duration = self._look.motion("gentle")
        if duration:
            self._movement.setDuration(duration)
            self._movement.setStartValue(self._frame.pos() + QPoint(0, _RISE))
            self._movement.setEndValue(self._frame.pos())
            self._movement.start()
        self._wait()
        announce(self._frame, words)

    def undo_last(self) -> bool:
        """Undo what the notice speaks of, if it can; return whether there was something."""
        undo = self._undo
        self.dismiss()
        if undo is None:
            return False
        undo()
        return True

    def dismiss(self) -> None:
        """Take the notice away; there is nothing to undo any more."""
        self._undo = self._go = None
        self._timer.stop()
        self._movement.stop()
        self._frame.hide()

    @property
    def words(self) -> str:
        """What is being shown, or nothing."""
        return "" if self._frame.isHidden() else self._label.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes, wait while pointer or focus is on the notice."""
        kind = event.type()
        if watched is self.parent():
            if kind == QEvent.Type.Resize:
                self._place()
        elif isinstance(event, QEnterEvent) or kind == QEvent.Type.MouseMove:
            if cast("QMouseEvent", event).globalPosition().toPoint() != self._resting:
                self._resting = None
                self._timer.stop()
        elif kind == QEvent.Type.FocusIn:
            self._timer.stop()
        elif kind == QEvent.Type.MouseButtonPress and not isinstance(watched, QPushButton):
            self.dismiss()  # it lies over what somebody wants to press
            return True
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._wait()
        return False

    def _follow(self) -> None:
        go = self._go
        self.dismiss()
        if go is not None:
            go()

    def _wait(self) -> None:
        pointed_at = self._frame.underMouse() and QCursor.pos() != self._resting
        wanted = pointed_at or self._button.hasFocus() or self._way.hasFocus()
        if not self._frame.isHidden() and not wanted:
            self._timer.start()

    def _place(self) -> None:
        window = self._frame.parentWidget()
        if window is None or self._frame.isHidden():
            return
        self._movement.stop()
        self._frame.setMinimumHeight(self._look.px(44))
        self._label.setWordWrap(False)
        widest = window.width() - 2 * ABOVE_EDGE
        wished = self._frame.sizeHint().width()
        self._label.setWordWrap(wished > widest)
        width = min(wished, widest)
        height = self._frame.heightForWidth(width) if wished > widest else -1
        height = max(height, self._frame.sizeHint().height(), self._frame.minimumHeight())
        self._frame.setGeometry(self._freest(window, QSize(width, height)))

    def _freest(self, window: QWidget, size: QSize) -> QRect:
        """Return where it lies over the fewest controls: in the middle, at the end or the start."""
        end, top = window.width() - size.width() - _BESIDE, window.height() - size.height()
        sides = (_BESIDE, end) if is_turned() else (end, _BESIDE)
        places = [
            QRect(QPoint(left, top - ABOVE_EDGE), size)
            for left in ((window.width() - size.width()) // 2, *sides)
        ]
        controls = [
            QRect(control.mapTo(window, QPoint(0, 0)), control.size())
            for kind in _CONTROLS
            for control in window.findChildren(kind)
            if control.isVisible() and not control.visibleRegion().isEmpty()
            if not self._frame.isAncestorOf(control)
        ]
        return min(places, key=lambda place: sum(map(place.intersects, controls)))
