"""A layout like words on a page: one line, then the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, QTimer

from resilience_desktop.ui.widgets.item_layout import ItemLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayoutItem, QWidget


class FlowLayout(ItemLayout):
    """Lines of widgets with the same gap between them and between the lines.

    What stands in ``level`` lines has its middle in that of the line; lines that are ``centred``
    are level, and stand in the middle themselves.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 8,
        *,
        centred: bool = False,
        level: bool = False,
    ) -> None:
        super().__init__(parent)
        self._gap, self._centred, self._level = gap, centred, level
        self._asked = (0, 0)
        self.setContentsMargins(0, 0, 0, 0)

    def put_in_order(self, widgets: Sequence[QWidget]) -> None:
        """Lay out these widgets, which are all in the layout, in this order."""
        for widget in widgets:
            widget.raise_()  # a screen reader goes through them from the lowest to the uppermost
        place = {id(widget): number for number, widget in enumerate(widgets)}
        self._items.sort(key=lambda item: place.get(id(item.widget()), len(place)))
        self.invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at this width."""
        return self._places(QRect(0, 0, width, 0))[1]

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place, and ask for more height if that is not enough."""
        super().setGeometry(rect)
        places, height = self._places(rect)
        self.put(rect.marginsRemoved(self.contentsMargins()), places)
        holder = self.parentWidget()
        # Whoever gave the height may have worked it out before something changed in here.
        if height <= rect.height():
            self._asked = (0, 0)
        elif holder is not None and self._asked != (rect.width(), height):
            self._asked = rect.width(), height
            QTimer.singleShot(0, holder, holder.updateGeometry)  # when what is above is through

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return self._with_margins(QSize(width, max((h.height() for h in hints), default=0)))

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        return self._with_margins(super().minimumSize())

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _places(self, rect: QRect) -> tuple[list[tuple[QLayoutItem, QRect]], int]:
        """Return where the items stand in ``rect``, and the height that all of them take."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        x, y, line = area.x(), area.y(), 0
        places = []
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width, height = min(hint.width(), area.width()), hint.height()
            if width < hint.width() and item.hasHeightForWidth():
                height = item.heightForWidth(width)
            if line and x + width > area.right() + 1:
                x, y, line = area.x(), y + line + self._gap, 0
            places.append((item, QRect(QPoint(x, y), QSize(width, height))))
            x += width + self._gap
            line = max(line, height)
        if self._centred or self._level:
            places = [(item, self._moved(place, places, area)) for item, place in places]
        return places, y + line - rect.y() + margins.bottom()

    def _moved(self, one: QRect, places: Sequence[tuple[QLayoutItem, QRect]], area: QRect) -> QRect:
        """Return a place moved to the middle of its line, and with centred lines of all."""
        line = [place for _, place in places if place.y() == one.y()]
        across = area.right() - max(place.right() for place in line) if self._centred else 0
        down = max(place.height() for place in line) - one.height()
        return one.translated(across // 2, down // 2)
