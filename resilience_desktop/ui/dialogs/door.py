"""What all pages before the journal share: Help now at the top, and one column of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.return_line import ReturnLine
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widths import is_narrow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLineEdit

    from resilience_desktop.ui.theme import LookKeeper

_BELOW, _BESIDE = 40, 64
"""Room between the halves."""
_RIGHT = 448
"""Text units the right half is wide at most."""


class DoorPage(QWidget):
    """A page in front of the journal."""

    help_requested = Signal()

    def __init__(self, look: LookKeeper, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.look = look
        self.help = buttons.help_now(look, name=f"{name}.help")
        self.help.clicked.connect(self.help_requested)
        self._top = QHBoxLayout()
        self._top.setContentsMargins(32, 20, 32, 0)
        self._top.setSpacing(12)
        self._top.addStretch()
        self._top.addWidget(self.help)
        self.inside = QWidget()
        scroll = ScrollPane(f"{name}.scroll", self.inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(scroll, 1)
        look.look_changed.connect(self.arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the parts where there is room; for pages that need it."""

    def offer_beside_help(self, button: QWidget) -> None:
        """Put something that needs no journal before Help now."""
        self._top.insertWidget(self._top.indexOf(self.help), button)
        button.lower()  # and so before it for a screen reader

    def above(self, words: str, field: QLineEdit) -> QWidget:
        """Return a field with its label above it."""
        return labels.above(self.look, words, field)


class OneColumn(DoorPage):
    """One column in the middle, under the mark and a title."""

    def __init__(self, look: LookKeeper, name: str, title: str, width: int = 384) -> None:
        super().__init__(look, name)
        self._width = width
        self.title = labels.title(look, title, name=f"{name}.title")
        self._block = QWidget()
        self.column = QVBoxLayout(self._block)
        self.column.setContentsMargins(4, 4, 4, 4)
        self.column.setSpacing(0)
        self.column.addWidget(ReturnLine(look, 132))
        self.column.addSpacing(32)
        self.column.addWidget(self.title)
        # Stretches and no alignment: an aligned widget is not asked how high its words become.
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._block)
        row.addStretch()
        self._around = QVBoxLayout(self.inside)
        self._around.addLayout(row)
        self._around.addStretch()

    def arrange(self) -> None:
        """Give the column its width, as far as there is room, and put it above the middle.

        Only for a new size: a sentence that comes later moves nothing that is above it.
        """
        width = min(self.look.px(self._width), self.width() - 64)
        self._block.setFixedWidth(width)
        spare = self.height() - self.help.height() - self.column.totalHeightForWidth(width) - 84
        self._around.setContentsMargins(0, max(24, 24 + spare * 2 // 5), 0, 40)


class TwoHalves(DoorPage):
    """Facts on the left, what to do on the right; below each other where it is narrow."""

    def __init__(self, look: LookKeeper, name: str) -> None:
        super().__init__(look, name)
        self.left, self.right = QWidget(), QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for half in (self.left, self.right):
            # Stretches and no alignment: an aligned widget is not asked how high its words become.
            column = QVBoxLayout()
            column.addStretch()
            column.addWidget(half)
            column.addStretch()
            self._halves.addLayout(column)
        self._around = QHBoxLayout(self.inside)
        self._around.addStretch()
        self._around.addLayout(self._halves)
        self._around.addStretch()

    def arrange(self) -> None:
        """Put the halves beside or below each other."""
        narrow = is_narrow(self, self.look) or not self._fit_beside()
        gap = _BELOW if narrow else _BESIDE
        width = min(self.look.px(560), self.width() - 64) if narrow else self._half_width()
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._halves.setSpacing(gap)
        self._around.setContentsMargins(0, 24, 0, 40)
        self.left.setFixedWidth(width)
        self.right.setFixedWidth(min(width, self.look.px(_RIGHT)) if not narrow else width)

    def _half_width(self) -> int:
        """Return how wide each half can be beside the other."""
        return min(self.look.px(528), (self.width() - 128 - _BESIDE) // 2)

    def _fit_beside(self) -> bool:
        """Whether the words of both halves fit: those of another language may be longer."""
        width = self._half_width()
        room = ((self.left, width), (self.right, min(width, self.look.px(_RIGHT))))
        return all(half.minimumSizeHint().width() <= most for half, most in room)
