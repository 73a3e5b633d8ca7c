"""A plain cover over everything that can be read, for when somebody looks over a shoulder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from resilience_desktop.ui.theme import LookKeeper

_STAY_WITH_THE_WINDOW = {
    (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    (
        Qt.Key.Key_H,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    ),
    (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
}
"""Keys that work on a covered window: to go on, Help now, lock and quit."""


class Covers(QObject):
    """Covers all windows of the app at once, and takes the covers away again."""

    def __init__(self, window: QWidget, look: LookKeeper) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self._covers: list[_Cover] = []
        self._before: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_focus)

    @property
    def are_there(self) -> bool:
        """Whether the windows are covered."""
        return bool(self._covers)

    def turn(self) -> None:
        """Cover what can be seen, or show it again."""
        if self._covers:
            self.take_away()
        else:
            self.put_on()

    def put_on(self) -> None:
        """Cover every window; what was typed there stays as it is."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self._covers = [cover for cover in self._covers if shiboken6.isValid(cover)]
        if not self._covers:
            self._before = QApplication.focusWidget()
        covered = [cover.window() for cover in self._covers]
        tops = [top for top in QApplication.topLevelWidgets() if self._is_shown(top)]
        for top in tops:
            if top in covered:
                continue
            _name_in_task_bar(top, text("Resilience"))
            cover = _Cover(top, self._look)
            cover.left.connect(self.take_away)
            self._covers.append(cover)
            cover.show()
            cover.raise_()
            cover.repaint()  # at once: what follows may take a while
        front = QApplication.activeWindow()
        cover = next((c for c in self._covers if c.parentWidget() is front), self._covers[0])
        cover.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_away(self) -> None:
        """Show everything again, with the keyboard where it was."""
        covers, self._covers = self._covers, []
        for cover in covers:
            if shiboken6.isValid(cover):
                _name_in_task_bar(cover.window(), cover.window().windowTitle())
                cover.hide()
                cover.deleteLater()
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say something else on the covers, until they are taken away."""
        for cover in self._covers:
            cover.say(words)

    def _is_shown(self, top: QWidget) -> bool:
        if top is self._window:
            return True  # also while it is hidden: it comes back covered
        shown = top.isVisible() and top.windowType() != Qt.WindowType.ToolTip
        return shown and _is_above(self._window, top)

    def _keep_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Leave no keyboard to what is covered, also when a page sets the focus only now."""
        if now is None:
            return
        for cover in self._covers:
            if shiboken6.isValid(cover) and cover.window() is now.window() and cover is not now:
                cover.setFocus(Qt.FocusReason.OtherFocusReason)


class _Cover(QWidget):
    """Lies over one window and takes all keys and clicks."""

    left = Signal()

    def __init__(self, window: QWidget, look: LookKeeper) -> None:
        super().__init__(window)
        from resilience_desktop.ui.widgets.return_line import ReturnLine

        words = text("Covered. Press F9 or click to go on.")
        self.setObjectName("cover")
        self.setProperty("rings_itself", True)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._said = labels.muted(look, "", name="cover.words")
        self._said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.say(words)
        column = QVBoxLayout(self)
        column.setSpacing(24)
        column.addStretch()
        column.addWidget(ReturnLine(look, 132), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._said)
        column.addStretch()
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def say(self, words: str) -> None:
        """Say this, to the ear too."""
        self._said.setText(words)
        self.setAccessibleName(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self.window().rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Let no shortcut of the window do anything that cannot be seen."""
        if event.type() == QEvent.Type.ShortcutOverride and not _goes_on(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key, so that nothing below gets it."""
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press; the release ends it, so that nothing below gets half a click."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show everything again."""
        event.accept()
        self.left.emit()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep the keyboard here."""
        return True


def _name_in_task_bar(top: QWidget, words: str) -> None:
    """Show a name on the frame of a window, whatever its title is."""
    handle = top.windowHandle()
    if handle is not None:
        handle.setTitle(words)


def _is_above(window: QWidget, top: QWidget) -> bool:
    """Whether a window was opened from another, by whatever stands between."""
    below = top.parentWidget()
    while below is not None and below is not window:
        below = below.parentWidget()
    return below is window


def _goes_on(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    return (event.key(), event.modifiers()) in _STAY_WITH_THE_WINDOW
