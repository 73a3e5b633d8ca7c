"""A pane that scrolls up and down, without a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from resilience_desktop.ui.sides import is_turned

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect

_SETTLED_MS = 400  # milliseconds in which a pane has found its length
_MORE = 24  # pixels above and below what is brought into sight


class ScrollPane(QScrollArea):
    """Shows something that may be higher than the pane, never wider.

    The keyboard is never on the pane, only on what is inside; that is brought into sight.
    """

    def __init__(
        self, name: str, content: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if content is not None:
            self.setWidget(content)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def keep_width(self) -> int:
        """Leave room for the bar also while there is none, and return how much.

        What is inside then is as wide with the bar as without.
        """
        bar = self.verticalScrollBar()
        room = bar.sizeHint().width()
        is_leaving = False

        def leave(_low: int, high: int) -> None:
            nonlocal is_leaving
            if is_leaving:  # the room itself has changed the range: Qt would go back and forth
                return
            is_leaving = True
            left, right = (room, 0) if is_turned() else (0, room)
            self.setViewportMargins(*((0, 0, 0, 0) if high else (left, 0, right, 0)))
            is_leaving = False

        bar.rangeChanged.connect(leave)
        leave(0, bar.maximum())
        return room

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """Follow the keyboard; a window that opens or comes back stays as it is."""
        inside = self.widget()
        if before is None or now is None or inside is None or not inside.isAncestorOf(now):
            return
        if before.window() is not now.window():  # that of a dialog over it that has gone
            return
        if not QApplication.mouseButtons():  # a pointer is where someone looks already
            self.ensureWidgetVisible(now, 0, _MORE)


def show_in_pane(widget: QWidget, part: Callable[[], QRect] | None = None) -> None:
    """Bring a widget that has just changed, or a part of it, into sight once it has its place.

    Again while the pane finds its length: a scroll bar that comes with it leaves less room. What
    goes elsewhere meanwhile is left alone.
    """
    pane = _pane_of(widget)
    if pane is None:
        return
    bar = pane.verticalScrollBar()
    stood: int | None = None

    def show() -> None:
        nonlocal stood
        if stood is None or bar.value() == min(stood, bar.maximum()):
            bring_into_sight(widget, part() if part else widget.rect())
            stood = bar.value()

    QTimer.singleShot(0, widget, show)
    changes = bar.rangeChanged

    def show_again() -> None:
        if isValid(widget):  # it may be gone by now
            QTimer.singleShot(0, widget, show)

    connection = changes.connect(show_again)
    QTimer.singleShot(_SETTLED_MS, pane, lambda: changes.disconnect(connection))


def bring_into_sight(widget: QWidget, part: QRect) -> None:
    """Scroll the pane a widget is in, if any, so that a part of it is seen, or its beginning."""
    pane = _pane_of(widget)
    if pane is not None and (inside := pane.widget()) is not None:
        half = min(part.height(), pane.viewport().height() - 2 * _MORE) // 2
        middle = widget.mapTo(inside, QPoint(part.center().x(), part.top() + half))
        pane.ensureVisible(middle.x(), middle.y(), 0, half + _MORE)


def _pane_of(widget: QWidget) -> ScrollPane | None:
    pane = widget.parentWidget()
    while pane is not None and not isinstance(pane, ScrollPane):
        pane = pane.parentWidget()
    return pane
