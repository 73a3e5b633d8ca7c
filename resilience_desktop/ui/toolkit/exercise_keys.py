"""Hands that tremble: presses that come too early, and arrows that would leave an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from resilience_desktop.ui.sides import is_turned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

_TOO_EARLY_S = 0.8
"""Seconds in which a click was meant for what stood there before."""
_CLICKS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class EarlyClicks(QObject):
    """Lets no click through to some buttons just after they came; keys work at once."""

    def __init__(
        self, parent: QObject, buttons: Iterable[QWidget], clock: Callable[[], float]
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._since: float | None = None
        for button in buttons:
            button.installEventFilter(self)

    def begin(self) -> None:
        """Begin to wait: the buttons have just come."""
        self._since = self._clock()

    def eventFilter(self, _button: QObject, event: QEvent) -> bool:
        """Swallow a click that is too early."""
        early = self._since is not None and self._clock() - self._since < _TOO_EARLY_S
        return early and event.type() in _CLICKS


class ArrowSteps(QObject):
    """Turns arrows on a button into steps, where Qt would go to the nearest button anywhere."""

    def __init__(
        self, parent: QObject, buttons: Iterable[QWidget], step: Callable[[int], None]
    ) -> None:
        super().__init__(parent)
        self._step = step
        for button in buttons:
            button.installEventFilter(self)

    def eventFilter(self, _button: QObject, event: QEvent) -> bool:
        """Take left and right; up and down are left to what scrolls."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _UP_AND_DOWN:
            event.ignore()
            return True
        on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if is_turned():
            on, back = back, on
        if event.key() not in (on, back):
            return False
        self._step(1 if event.key() == on else -1)
        return True
