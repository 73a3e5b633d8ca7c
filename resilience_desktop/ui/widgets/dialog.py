"""What every window over the window has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSlider, QDialog, QHBoxLayout

from resilience_desktop.ui.reading_order import go_on
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.keys import COVER_KEY, HELP_KEYS, LOCK_KEY, TOOLKIT_KEY
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

_WISHES = {
    **dict.fromkeys(HELP_KEYS, "show_help"),
    LOCK_KEY: "lock",
    COVER_KEY: "turn_cover",
    TOOLKIT_KEY: "show_toolkit",
}
"""What the window below does, also while a dialog is over it."""
_SCROLLS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


def take_wishes(dialog: QDialog) -> None:
    """Let the keys for Help now, the toolkit, the lock and the cover work over the window too."""
    for keys, wish in _WISHES.items():
        shortcut = QShortcut(QKeySequence(keys), dialog)
        shortcut.activated.connect(partial(_ask_below, dialog, wish))


def _ask_below(dialog: QDialog, wish: str) -> None:
    """Ask the window below, which can do this over anything."""
    below = dialog.parentWidget()
    while below is not None and not hasattr(below, wish):
        below = below.parentWidget()
    if below is not None:
        getattr(below, wish)()


class Dialog(QDialog):
    """A window over the window, in which Tab goes in the order of reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        take_wishes(self)

    def open_help(self) -> None:
        """Open Help now over this."""
        _ask_below(self, "show_help")

    def head_with_help(
        self, look: LookKeeper, title: str | QWidget, *, end: int = 0
    ) -> QHBoxLayout:
        """Return the title and Help now, for a dialog in which somebody stays for long.

        The button in the window below is in view then, and cannot be pressed. ``end`` is how many
        pixels nearer the side other parts of the dialog end.
        """
        help_now = buttons.help_now(look, name=f"{self.objectName()}.help_now")
        help_now.clicked.connect(partial(_ask_below, self, "show_help"))
        head = QHBoxLayout()
        head.setSpacing(16)
        set_margins(head, 0, 0, end, 0)
        head.addWidget(labels.title(look, title) if isinstance(title, str) else title, 1)
        head.addWidget(help_now, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay on the screen where more to show came after it was placed."""
        super().resizeEvent(event)
        screen, frame = self.screen().availableVirtualGeometry(), self.frameGeometry()
        below = frame.bottom() - screen.bottom()
        if self.isVisible() and below > 0:
            self.move(self.x(), max(screen.top(), self.y() - below))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Follow the order of reading, also where parts came later."""
        return go_on(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by page wherever the keyboard is: there may be nothing to press in the pane."""
        pane = next((p for p in self.findChildren(ScrollPane) if p.isVisible()), None)
        if pane is not None and event.key() in _SCROLLS:
            pane.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
