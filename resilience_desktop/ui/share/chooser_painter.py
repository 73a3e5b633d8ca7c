"""How a row is painted in which something is ticked: its box, its day, and how it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.rows import short_days
from resilience_desktop.ui.share.chooser_rows import ChooserRows

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex
    from PySide6.QtGui import QFont, QPainter
    from PySide6.QtWidgets import QListView

    from resilience_desktop.ui.theme import LookKeeper

    Index = QModelIndex | QPersistentModelIndex

_TICK_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Select)
_HEIGHT, _BOX, _SIDE, _GAP = 38, 20, 12, 12
_ACROSS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class ChooserPainter(QStyledItemDelegate):
    """Ticks a row by a click on any part of it, or with the space bar."""

    def __init__(self, look: LookKeeper, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row; it is as wide as the list."""
        return QSize(0, self._look.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the box where there is one, the day, and the words as far as they fit."""
        pick = index.data(ChooserRows.PICK)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        shown.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style = self._view.style()
        painter.save()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, shown, painter, self._view
        )
        room = shown.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        side = self._look.px(_BOX)
        if not pick.never_share:
            self._paint_box(painter, shown, QRect(room.left(), 0, side, side), index)
        room.setLeft(room.left() + side + _GAP)
        small = self._look.font("small", tabular=True)
        words = self._look.font("excerpt" if pick.is_own else "body")
        days = max(map(QFontMetrics(small).horizontalAdvance, short_days()))
        day = QRect(room.left(), room.top(), days, room.height())
        self._write(painter, shown, day, small, "text_muted", i18n.short_day(pick.day))
        room.setLeft(day.right() + _GAP)
        said = _said_of(pick)
        if said:
            width = QFontMetrics(small).horizontalAdvance(said)
            place = QRect(room.right() - width, room.top(), width + 1, room.height())
            self._write(painter, shown, place, small, "text_muted", said)
            room.setRight(place.left() - _GAP)
        self._write(
            painter, shown, room, words, "text_muted" if pick.never_share else "text", pick.words
        )
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Turn the tick once for a click or a key."""
        is_click = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and option.rect.contains(event.position().toPoint())
        )
        is_key = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _TICK_KEYS
        if (is_click or is_key) and isinstance(model, ChooserRows):
            model.turn(index)
            return True
        return False

    def _paint_box(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, index: Index
    ) -> None:
        box.moveTop(option.rect.top() + (option.rect.height() - box.height()) // 2)
        shown = QStyleOptionViewItem(option)
        shown.rect = QStyle.visualRect(option.direction, option.rect, box)
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        shown.state &= ~QStyle.StateFlag.State_HasFocus
        shown.state |= QStyle.StateFlag.State_On if is_on else QStyle.StateFlag.State_Off
        self._view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, shown, painter, self._view
        )

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        font: QFont,
        role: str,
        words: str,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._look.color(role))
        fits = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        place = QStyle.visualRect(option.direction, option.rect, room)
        across = QStyle.visualAlignment(option.direction, _ACROSS)
        painter.drawText(place, across, fits)


def _said_of(pick: object) -> str:
    """Return what is said at the end of a row."""
    if getattr(pick, "never_share", False):
        return text("Never shared")
    return text("numbers only") if getattr(pick, "only_numbers", False) else ""
