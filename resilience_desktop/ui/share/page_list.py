"""All pages of the preview, small and numbered, to go to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from resilience_desktop.ui.theme import LookKeeper

    Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_WIDTH, _GAP, _BELOW = 72, 6, 10
_SIDE = 2
"""Pixels for the frame of the one that is shown."""
_ROOM = 20
"""Beside the pages, for the bar."""


class PageList(QListView):
    """The one that is shown large has a thicker frame; arrows, Home and End go to others."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("share.pages")
        self.setAccessibleName(text("Pages"))
        self.setProperty("kind", "sections")
        self._look = look
        self.rows = PageRows(self)
        self.setItemDelegate(_PagePainter(look, self))
        self.setModel(self.rows)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        look.follow(self._dress)

    def show_page(self, place: int) -> None:
        """Mark the page that is shown large."""
        index = self.rows.index(place)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def _dress(self) -> None:
        self.setFixedWidth(self._look.px(_WIDTH) + 2 * _SIDE + _ROOM)
        self.scheduleDelayedItemsLayout()


class PageRows(QAbstractListModel):
    """A row for each page. A small picture is made when it is first looked at."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pages: Sequence[bytes] = ()
        self._small: dict[tuple[int, int], QPixmap] = {}
        self.ratio = 1.4142
        """How much higher than wide a page is."""

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Take new pages; whoever looks at one keeps its place if there are as many."""
        same = len(pages) == len(self._pages)
        if not same:
            self.beginResetModel()
        self._pages = pages
        self._small.clear()
        first = QImage.fromData(pages[0]) if pages else QImage()
        if not first.isNull():
            self.ratio = first.height() / first.width()
        if not same:
            self.endResetModel()
        elif pages:
            self.dataChanged.emit(self.index(0), self.index(len(pages) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many pages there are."""
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a screen reader says of a page."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text("Page {n}").format(n=index.row() + 1)
        return None

    def small(self, row: int, width: int) -> QPixmap:
        """Return a picture of a page, so many pixels of the screen wide."""
        if (row, width) not in self._small:
            image = QImage.fromData(self._pages[row])
            smooth = Qt.TransformationMode.SmoothTransformation
            self._small[row, width] = QPixmap.fromImage(image.scaledToWidth(width, smooth))
        return self._small[row, width]


class _PagePainter(QStyledItemDelegate):
    def __init__(self, look: LookKeeper, view: PageList) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return room for a page and its number below it."""
        height = round(self._look.px(_WIDTH) * self._view.rows.ratio)
        number = self._look.line_height("small")
        return QSize(0, _SIDE + height + _GAP + number + self._look.px(_BELOW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a page, its frame, and its number."""
        look, rows = self._look, self._view.rows
        width = look.px(_WIDTH)
        frame = QRect(option.rect.topLeft(), QSize(width, round(width * rows.ratio)))
        frame = QStyle.visualRect(option.direction, option.rect, frame.translated(_SIDE, _SIDE))
        here = index == self._view.currentIndex()
        painter.save()
        page = rows.small(index.row(), round(width * self._view.devicePixelRatioF()))
        painter.drawPixmap(frame, page)
        painter.setPen(QPen(look.color("accent" if here else "rule_strong"), 2 if here else 1))
        painter.drawRect(frame.adjusted(-1, -1, 0, 0) if here else frame.adjusted(0, 0, -1, -1))
        painter.setFont(look.font("small", tabular=True))
        painter.setPen(look.color("text" if here else "text_muted"))
        below = QRect(frame.left(), frame.bottom() + _GAP, width, look.line_height("small"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, f"{index.row() + 1:,}")
        painter.restore()
