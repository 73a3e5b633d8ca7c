"""One part of the window on the whole screen, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget


class Alone(QObject):
    """Stays in the same window, so that help, lock, cover and quit work as everywhere."""

    def __init__(self, window: QMainWindow, stack: QStackedWidget) -> None:
        super().__init__(window)
        self._window, self._stack = window, stack
        self._part: QWidget | None = None
        self._before: QWidget | None = None
        self._state = Qt.WindowState.WindowNoState

    @property
    def is_shown(self) -> bool:
        """Whether something is shown alone."""
        return self._part is not None

    def show(self, part: QWidget | None) -> None:
        """Show this part alone, or with None everything again.

        When it ends, the part is told by its ``give_back``, and deleted.
        """
        self.end()
        if part is None:
            return
        self._part, self._before = part, self._stack.currentWidget()
        self._state = self._window.windowState()
        self._stack.addWidget(part)
        self._stack.setCurrentWidget(part)
        self._window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Show everything again, in a window as it was."""
        part, self._part = self._part, None
        if part is None:
            return
        give_back: Callable[[], None] = getattr(part, "give_back", _nothing)
        give_back()
        if self._before is not None:
            self._stack.setCurrentWidget(self._before)
        self._stack.removeWidget(part)
        part.hide()
        part.deleteLater()
        self._window.setWindowState(self._state)


def _nothing() -> None:
    """Do so for a part that has borrowed nothing."""
