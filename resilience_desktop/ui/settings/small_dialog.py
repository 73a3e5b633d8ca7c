"""A small window over the settings: a title, what it is about, and what can be done at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_WIDTH = 520
_AROUND = 28


class SmallDialog(Dialog):
    """As high as what is in it, as far as its window has room; the foot is always seen."""

    def __init__(
        self, look: LookKeeper, parent: QWidget, name: str, title: str, *, width: int = _WIDTH
    ) -> None:
        """``width`` is in text units, if there is as much room."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(text("Resilience"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.look = look
        self._width = width
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(4, 4, 12, 4)  # room for the focus ring
        self.column.setSpacing(12)
        self.column.addWidget(labels.title(look, title))
        self.in_sight = QVBoxLayout()
        """What stays above the foot, however little room there is."""
        self.in_sight.setContentsMargins(4, 0, 12, 0)
        self.in_sight.setSpacing(12)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(4, 0, 12, 4)
        self.foot.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_AROUND - 4, _AROUND - 4, 12, 20)
        whole.setSpacing(16)
        whole.addWidget(ScrollPane(f"{name}.scroll", self._inside), 1)
        whole.addLayout(self.in_sight)
        whole.addLayout(self.foot)

    def open(self) -> None:
        """Show the window over its parent."""
        FocusRing(self, self.look)
        self.fit()
        super().open()

    def fit(self) -> None:
        """Take the room that is needed now."""
        width = self.look.px(self._width)
        inside = width - _AROUND - 12
        needed = self.column.totalHeightForWidth(inside)
        for part in (self.in_sight, self.foot):
            higher = part.totalHeightForWidth(inside)
            needed += max(higher, part.totalSizeHint().height()) + (0 if part.isEmpty() else 16)
        height = needed + _AROUND + 20 + 8
        resize_within_window(self, width, height)

    def above(self, words: str, field: QWidget) -> QWidget:
        """Return a field with its label above it."""
        return labels.above(self.look, words, field)
