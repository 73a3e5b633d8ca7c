"""Two parts beside each other where both fit, else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal

from resilience_desktop.ui.widgets.item_layout import ItemLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLayoutItem, QWidget


class BesideOrBelow(ItemLayout):
    """The first part gives way; the second is never narrower than it wants to be, if it can.

    ``least`` tells how many pixels the first part must have to stand beside the second.
    """

    turned = Signal(bool)
    """Whether the second part stands below now."""

    def __init__(
        self, first: QWidget, second: QWidget, gap: int, *, least: Callable[[], int]
    ) -> None:
        super().__init__()
        self._gap, self._least = gap, least
        self._is_below = False
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(first)
        self.addWidget(second)

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more height than needed."""
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Put both in their places."""
        super().setGeometry(rect)
        places = self._places(rect.width())
        moved = (place.translated(rect.topLeft()) for place in places)
        self.put(rect, zip(self._items, moved, strict=True))
        is_below = len(places) > 1 and places[1].top() > 0
        if is_below is not self._is_below:
            self._is_below = is_below
            self.turned.emit(is_below)

    def sizeHint(self) -> QSize:
        """Return the size of both beside each other."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._gap
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def _places(self, width: int) -> list[QRect]:
        """Return where the parts stand in a room of this width, read from the left."""
        if len(self._items) < 2:  # one of them is going, or not there yet
            return [QRect(0, 0, width, _height(item, width)) for item in self._items]
        first, second = self._items
        wanted = second.sizeHint().width() if not second.isEmpty() else 0
        left = width - wanted - self._gap
        if wanted and left < self._least():
            top = _height(first, width)
            return [
                QRect(0, 0, width, top),
                QRect(QPoint(0, top), QSize(width, _height(second, width))),
            ]
        left = left if wanted else width
        height = max(_height(first, left), _height(second, wanted))
        return [QRect(0, 0, left, height), QRect(width - wanted, 0, wanted, height)]


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
