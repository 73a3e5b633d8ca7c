"""Paints the rows of a list of what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from resilience_desktop import i18n
from resilience_desktop.ui.icons import icon
from resilience_desktop.ui.sides import number
from resilience_desktop.ui.widgets.mood_mark import paint_mark
from resilience_desktop.ui.widgets.text_block import draw_block, lay_out
from resilience_desktop.ui.widgets.written_rows import ROW, Heading, Row

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.written_list import WrittenList
    from resilience_desktop.ui.widgets.written_rows import Index

GAP = 12
"""Pixels between the columns of a row."""
ROW_SIDE = 8
"""Pixels left and right of what a row holds."""
_REMEMBERED = 2000  # heights
_MARK, _SMALL_MARK = 18, 14
_BAR = 3  # marks the row that is open beside the list


class RowPainter(QStyledItemDelegate):
    """Draws headings and rows as the mocks have them."""

    def __init__(self, look: LookKeeper, view: WrittenList) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._heights: dict[tuple[Heading | Row, bool, int], int] = {}
        view.rows.modelReset.connect(self._forget_some)

    def forget_heights(self) -> None:
        """Measure rows anew: they look different."""
        self._heights.clear()

    def _forget_some(self) -> None:
        """Keep no more than a list has, and some of its widths."""
        if len(self._heights) > _REMEMBERED:
            self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row at the width of the list."""
        width = self._view.viewport().width()
        return QSize(width, self.height_of(index, width))

    def height_of(self, index: Index, width: int) -> int:
        """Return the height of a row at a width; layouts ask for the same again and again."""
        asked = (index.data(ROW), index.row() == 0, width)
        if asked not in self._heights:
            self._heights[asked] = self._measured(index, width)
        return self._heights[asked]

    def least_height(self) -> int:
        """Return how high any row is at least."""
        return self._look.line_height("heading") + 16

    def _measured(self, index: Index, width: int) -> int:
        row = index.data(ROW)
        if isinstance(row, Heading):
            top = 8 if index.row() == 0 else 28
            return top + self._look.line_height("heading") + 8
        height = self._text(None, row, self._text_rect(QRect(0, 0, width, 0), row))
        return max(height, self._look.px(32)) + 22

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, rect = index.data(ROW), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._heading(painter, row, rect)
        else:
            self._row(painter, row, rect, option, index)
        painter.restore()

    def menu_rect(self, rect: QRect) -> QRect:
        """Return where the menu button of a row is."""
        side = self._look.px(32)
        return self._turned(rect, QRect(rect.right() - side - 4, rect.top() + 7, side, side))

    def _turned(self, rect: QRect, place: QRect) -> QRect:
        """Return where something stands in a row, given its place from left to right."""
        return QStyle.visualRect(self._view.layoutDirection(), rect, place)

    def _heading(self, painter: QPainter, row: Heading, rect: QRect) -> None:
        height = self._look.line_height("heading")
        font = self._look.font("heading")
        painter.setFont(font)
        painter.setPen(self._look.color("text"))
        line = QRect(rect.left() + ROW_SIDE, rect.bottom() - 8 - height, rect.width(), height)
        painter.drawText(self._turned(rect, line), Qt.AlignmentFlag.AlignVCenter, row.words)
        start = line.left() + painter.fontMetrics().horizontalAdvance(row.words) + GAP
        if row.note:
            painter.setFont(self._look.font("small", tabular=True))
            painter.setPen(self._look.color("text_muted"))
            note = QRect(start, line.top() + 1, rect.width(), height)
            painter.drawText(self._turned(rect, note), Qt.AlignmentFlag.AlignVCenter, row.note)
            start += painter.fontMetrics().horizontalAdvance(row.note) + GAP
        end = rect.right() - ROW_SIDE
        if row.mood is not None:
            end -= self._day_mood(painter, row.mood, rect, line) + GAP
        painter.setPen(self._look.color("rule"))
        rule = self._turned(rect, QRect(start, line.top(), end - start, height))
        painter.drawLine(rule.left(), rule.center().y(), rule.right(), rule.center().y())

    def _day_mood(self, painter: QPainter, mood: float, rect: QRect, line: QRect) -> int:
        """Draw the mood of a day at the end of its line, and return how wide that is."""
        look, words = self._look, number(i18n.in_tenths(mood))
        painter.setFont(look.font("small", tabular=True))
        room = painter.fontMetrics().horizontalAdvance(i18n.in_tenths(-1.5))
        side = look.px(_SMALL_MARK)
        right = rect.right() - ROW_SIDE
        painter.setPen(look.color("text_muted"))
        place = QRect(right - room, line.top() + 1, room + 1, line.height())
        painter.drawText(self._turned(rect, place), Qt.AlignmentFlag.AlignVCenter, words)
        mark = QRect(right - room - 6 - side, line.top(), side, line.height())
        paint_mark(painter, look, QRectF(self._turned(rect, mark)).center(), side, mood)
        return room + 6 + side

    def _row(
        self,
        painter: QPainter,
        row: Row,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        look = self._look
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.shows_focus
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        frame = rect.adjusted(0, 2, -1, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if hovered or focused or self._view.is_open(row.id):
            painter.setBrush(look.color("sunken"))
            painter.drawRoundedRect(frame, 8, 8)
        if self._view.is_open(row.id):
            bar = QRect(frame.left(), frame.top() + 8, _BAR, frame.height() - 16)
            painter.fillRect(self._turned(rect, bar), look.color("accent"))
        if focused:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(look.color("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 7, 7)
        inner = rect.adjusted(0, 11, 0, 0)
        side = look.px(32)
        painter.setFont(look.font("small", tabular=True))
        painter.setPen(look.color("text_faint"))
        when = QRect(inner.left() + ROW_SIDE, inner.top(), self._view.when_width(), side)
        painter.drawText(self._turned(rect, when), Qt.AlignmentFlag.AlignVCenter, row.when)
        mark = self._turned(rect, QRect(when.right() + 1, inner.top(), side, side))
        if row.mood is not None:
            words = i18n.signed(row.mood)
            paint_mark(painter, look, QRectF(mark).center(), side, row.mood, words=words)
        elif row.drawing and self._view.has_drawings:
            icon(row.drawing, look, "text_muted").paint(painter, mark.adjusted(5, 5, -5, -5))
        self._text(painter, row, self._text_rect(inner, row))
        self._marks(painter, row, rect, inner)
        if (hovered or focused) and self._view.has_menu:
            icon("menu", look, "text_muted").paint(
                painter, self.menu_rect(rect).adjusted(7, 7, -7, -7)
            )

    def _marks(self, painter: QPainter, row: Row, rect: QRect, inner: QRect) -> None:
        """Draw the small drawings at the end of a row, before its menu button."""
        look, side = self._look, self._look.px(_MARK)
        right = inner.right() - self._menu_room()
        for place, drawing in enumerate(reversed(row.marks), 1):
            top = inner.top() + (look.px(32) - side) // 2
            mark = QRect(right - place * (side + 4) + 5, top, side, side)
            icon(drawing, look, "text_muted").paint(painter, self._turned(rect, mark))

    def _menu_room(self) -> int:
        return self._look.px(32) + 8 if self._view.has_menu else ROW_SIDE

    def _text_rect(self, rect: QRect, row: Row) -> QRect:
        mark = self._look.px(32) + 14 if self._view.has_drawings else 0
        left = ROW_SIDE + self._view.when_width() + mark
        right = self._menu_room() + len(row.marks) * (self._look.px(_MARK) + 4)
        return self._turned(rect, rect.adjusted(left, 0, -right, 0))

    def _text(self, painter: QPainter | None, row: Row, rect: QRect) -> int:
        """Draw label, words, quieter words and foot below each other; return their height."""
        look, y = self._look, rect.top()
        if not row.label and not row.words:
            y += max(0, (look.px(32) - look.line_height("small")) // 2 - 3)
        elif row.label or not row.words:
            height = look.px(32) if not (row.words or row.foot) else look.line_height("body") + 10
            y += draw_block(
                painter,
                lay_out(look, row.label, "label", rect.width(), most_lines=1, weight=400),
                rect.left(),
                y + (height - look.line_height("label")) // 2,
                look.color("accent" if row.is_action else "text_muted"),
            )
            y = rect.top() + height
            y -= 2 if row.words else 0
        else:
            y += max(0, (look.px(32) - look.line_height("excerpt")) // 2)
        if row.words:
            block = lay_out(look, row.words, "excerpt", rect.width(), most_lines=3)
            y += draw_block(painter, block, rect.left(), y, look.color("text"))
        if row.under:
            block = lay_out(look, row.under, "small", rect.width(), most_lines=2)
            y += draw_block(painter, block, rect.left(), y + 3, look.color("text_muted")) + 3
        if row.foot:
            block = lay_out(look, row.foot, "small", rect.width(), most_lines=1)
            y += draw_block(painter, block, rect.left(), y + 3, look.color("text_muted")) + 3
        return y - rect.top()
