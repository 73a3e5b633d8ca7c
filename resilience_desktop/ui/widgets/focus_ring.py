"""One ring round whatever has the keyboard focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_WITH_BORDER = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
"""These show the focus by a border of 2 px."""
_PILLS = ("chip", "help")
_GAP, _LINE, _RADIUS = 2, 2, 8
_REACH = _GAP + _LINE
_IN_TAB = QMargins(3, 8, 3, 5)
"""From the edges of a tab to the ring round its words: above the line at its foot."""
_MOVING = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
)
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
)


class FocusRing(QWidget):
    """Lies over a window and rings the focus when the keyboard was used last.

    A widget with the property ``rings_itself`` is left to do so; ``ring_radius`` gives a corner.
    A window with ``rings_at_once`` has its ring before any key is pressed.
    """

    # Here too, since Qt may send a last event while Python takes the ring apart.
    _handle: QObject | None = None
    _target: QWidget | None = None

    def __init__(self, window: QWidget, look: LookKeeper) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self._look = look
        self._watched: list[QWidget] = []
        self._by_keyboard = bool(window.property("rings_at_once"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        self._listen()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        look.look_changed.connect(self._place)

    @property
    def target(self) -> QWidget | None:
        """What is ringed now."""
        return self._target if self.isVisible() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is ringed, and notice whether keyboard or pointer is used."""
        kind = event.type()
        if watched is self._handle:
            if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
                self._key_pressed(event)
            elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
                self._by_keyboard = False
                self._ring(None)
        elif kind in (QEvent.Type.Show, QEvent.Type.WinIdChange) and watched is self.parent():
            self._listen()
        elif kind in _MOVING and self._target is not None:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        if self._target is None or not shiboken6.isValid(self._target):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("focus"), _LINE))
        origin = self.geometry().topLeft()
        around = self._around(self._target).translated(-origin)
        line = QRectF(around).adjusted(1, 1, -1, -1)
        radius = self._radius(self._target, line)
        painter.drawRoundedRect(line, radius, radius)

    def _listen(self) -> None:
        """Hear what the system sends to the window itself."""
        handle = self.window().windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _key_pressed(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        if event.key() not in _MODIFIERS and self._target is None:
            self._ring(QApplication.focusWidget())

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        window = self.window()
        if window is self or not shiboken6.isValid(window):
            return  # the window is going, and the focus with it
        by_tab = Qt.WidgetAttribute.WA_KeyboardFocusChange
        if window.testAttribute(by_tab):
            window.setAttribute(by_tab, False)
            self._by_keyboard = True
        self._ring(now if self._by_keyboard else None)

    def _ring(self, widget: QWidget | None) -> None:
        ringed = widget is not None and widget.window() is self.window()
        if ringed and (isinstance(widget, _WITH_BORDER) or widget is self.window()):
            ringed = False
        if widget is not None and widget.property("rings_itself"):
            ringed = False
        for watched in self._watched:
            if shiboken6.isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        if isinstance(self._target, QTabBar) and shiboken6.isValid(self._target):
            self._target.currentChanged.disconnect(self._place)
        self._target = widget if ringed else None
        if isinstance(self._target, QTabBar):
            self._target.currentChanged.connect(self._place)
        above = self._target
        while above is not None and above is not self.window():
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()
        self._place()

    def _place(self, *_: object) -> None:
        target = self._target
        if target is None or not shiboken6.isValid(target) or not target.isVisible():
            self.hide()
            return
        room = self._around(target) & self._visible_part(target)
        if room.isEmpty():
            self.hide()
            return
        self.setGeometry(room)
        self.show()
        self.raise_()
        self.update()

    def _around(self, target: QWidget) -> QRect:
        corner = target.mapTo(self.window(), QPoint(0, 0))
        if isinstance(target, QTabBar):  # the keyboard is on one of its tabs
            return target.tabRect(target.currentIndex()).translated(corner) - _IN_TAB
        upwards = 0 if target.property("kind") == "link" else _REACH  # it is higher than its words
        return QRect(corner, target.size()).adjusted(-_REACH, -upwards, _REACH, upwards)

    def _visible_part(self, target: QWidget) -> QRect:
        """Return what the scroll areas round a widget show of it, with room for its ring.

        Where the widget itself is not cut, its ring is not either: there is a margin round the
        area.
        """
        visible = self.window().rect()
        whole = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size())
        inner: QWidget | None = target
        while inner is not None and inner is not self.window():
            outer = inner.parentWidget()
            if outer is not None and isinstance(outer.parentWidget(), QAbstractScrollArea):
                shown = QRect(outer.mapTo(self.window(), QPoint(0, 0)), outer.size())
                visible &= shown.adjusted(
                    -_REACH * (whole.left() >= shown.left()),
                    -_REACH * (whole.top() >= shown.top()),
                    _REACH * (whole.right() <= shown.right()),
                    _REACH * (whole.bottom() <= shown.bottom()),
                )
            inner = outer
        return visible

    def _radius(self, target: QWidget, line: QRectF) -> float:
        given = target.property("ring_radius")
        if target.property("kind") in _PILLS:
            return line.height() / 2
        return (float(given) if given is not None else _RADIUS) + _GAP + _LINE / 2
