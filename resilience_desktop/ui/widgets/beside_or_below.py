"""Two parts beside each other where both fit, else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class BesideOrBelow(QLayout):
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
        self._items: list[QLayoutItem] = []
        self._is_below = False
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(first)
        self.addWidget(second)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one part, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return one part, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more height than needed."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Answer that narrow is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Put both in their places."""
        super().setGeometry(rect)
        holder = self.parentWidget()
        direction = holder.layoutDirection() if holder else Qt.LayoutDirection.LeftToRight
        places = self._places(rect.width())
        for item, place in zip(self._items, places, strict=True):
            moved = place.translated(rect.topLeft())
            item.setGeometry(QStyle.visualRect(direction, rect, moved))
        is_below = len(places) > 1 and places[1].top() > 0
        if is_below is not self._is_below:
            self._is_below = is_below
            self.turned.emit(is_below)

    def sizeHint(self) -> QSize:
        """Return the size of both beside each other."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._gap
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return how narrow both may become below each other."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

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
