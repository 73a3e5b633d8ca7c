"""Back to what one was doing: after a jump from one thing to another, one way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.ui.theme import LookKeeper

_MOST = 20
_KEYS = "Alt+Left"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What somebody is doing, and how to come back to it."""

    key: str
    """The same for the same thing, such as ``journal`` or ``entry:`` and its id."""
    words: str
    """What the button says: "Back to the charts"."""
    go: Callable[[], object]
    is_idle: bool = False
    """Whether nothing was begun there, so that only another page needs the way back."""


class WayBack(QWidget):
    """A quiet line above the page, there only while there is something to go back to."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("way_back")
        self._look = look
        self._trail: list[Whereabouts] = []
        self.button = buttons.quiet(look, "", name="way_back.go", drawing="arrow-left", flush=True)
        self.button.setToolTip(_KEYS)
        self.button.clicked.connect(self.go_back)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.button)
        self._row.addStretch()
        shortcut = QShortcut(QKeySequence(_KEYS), self)  # hidden, it hears no key
        shortcut.activated.connect(self.go_back)
        look.look_changed.connect(self._arrange)
        self.hide()

    def offer(self, before: Whereabouts) -> None:
        """Remember what somebody leaves."""
        self._trail = [*self._trail, before][-_MOST:]
        self._tell()

    def go_back(self) -> None:
        """Go back one step."""
        if self._trail:
            before = self._trail.pop()
            if self.button.hasFocus() and not self._trail:  # the button goes
                self.window().setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell()
            before.go()

    def arrived(self, key: str) -> None:
        """Offer nothing that somebody has come back to on their own."""
        while self._trail and self._trail[-1].key == key:
            self._trail.pop()
        self._tell()

    def forget(self) -> None:
        """Let go of the way back: somebody went elsewhere on their own."""
        self._trail.clear()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand where the page begins."""
        super().resizeEvent(event)
        self._arrange()

    def _tell(self) -> None:
        if self._trail:
            self.button.setText(self._trail[-1].words)
            self._arrange()
        self.setVisible(bool(self._trail))

    def _arrange(self) -> None:
        # The drawing of a flush button begins a little inside it.
        self._row.setContentsMargins(page_margin(self, self._look) - 6, 8, 20, 0)
