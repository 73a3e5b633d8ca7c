"""Paints the rows of the Toolkit page: a drawing, a name, and how long it takes."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from resilience_desktop.ui.icons import icon
from resilience_desktop.ui.widgets.row_painter import RowPainter
from resilience_desktop.ui.widgets.text_block import TextBlock, draw_block, lay_out
from resilience_desktop.ui.widgets.written_rows import ROW, Heading, Row

if TYPE_CHECKING:
    from resilience_desktop.ui.widgets.written_rows import Index

AT_HAND = "at_hand"
"""The kind of a row of the toolkit: larger, to be found at once."""
_SIDE, _AFTER_DRAWING, _BEFORE_END = 12, 12, 12
"""Pixels in a row."""
_DRAWING, _BAR = 20, 3
_HIGH, _HIGHER = 40, 52
"""Text units of a row, and of one of the toolkit."""
_ABOVE_HEADING, _BELOW_HEADING = 24, 8
_MOST_LINES = 3


class SkillPainter(RowPainter):
    """Draws the list as the mock has it."""

    def _measured(self, index: Index, width: int) -> int:
        row = index.data(ROW)
        if isinstance(row, Heading):
            above = _BELOW_HEADING if index.row() == 0 else _ABOVE_HEADING
            return above + self._look.line_height("heading") + _BELOW_HEADING
        least = self._look.px(_HIGHER if row.kind == AT_HAND else _HIGH)
        return max(least, self._name(row, self._room(row, width)).height + 2 * _BELOW_HEADING)

    def _heading(self, painter: QPainter, row: Heading, rect: QRect) -> None:
        height = self._look.line_height("heading")
        place = QRect(
            rect.left() + _SIDE, rect.bottom() - _BELOW_HEADING - height, rect.width(), height
        )
        painter.setFont(self._look.font("heading"))
        painter.setPen(self._look.color("text"))
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            self._turned(rect, place.intersected(rect)),
            QStyle.visualAlignment(self._view.layoutDirection(), side),
            row.words,
        )

    def _row(
        self,
        painter: QPainter,
        row: Row,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        look, is_open = self._look, self._view.is_open(row.id)
        frame = rect.adjusted(0, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_open or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.color("accent_soft" if is_open else "sunken"))
            painter.drawRoundedRect(frame, 8, 8)
        if is_open:  # its colour alone would be too faint a sign
            bar = QRect(frame.left(), frame.top() + 8, _BAR, frame.height() - 16)
            painter.fillRect(self._turned(rect, bar), look.color("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.shows_focus:
            painter.setPen(QPen(look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 7, 7)
        strong = "on_accent_soft" if is_open else "accent" if row.is_action else "text"
        soft = "on_accent_soft" if is_open else "accent" if row.is_action else "text_muted"
        side = look.px(_DRAWING)
        drawing = QRect(rect.left() + _SIDE, 0, side, side)
        drawing.moveTop(rect.top() + (rect.height() - side) // 2)
        icon(row.drawing, look, soft).paint(painter, self._turned(rect, drawing))
        name = self._name(row, self._room(row, rect.width()), is_open=is_open)
        top = rect.top() + (rect.height() - name.height) // 2
        start = QRect(drawing.right() + 1 + _AFTER_DRAWING, top, self._room(row, rect.width()), 1)
        draw_block(painter, name, self._turned(rect, start).left(), top, look.color(strong))
        self._aside(painter, row, rect, soft)

    def _aside(self, painter: QPainter, row: Row, rect: QRect, role: str) -> None:
        width = self._aside_width(row)
        height = self._look.line_height("small")
        place = QRect(rect.right() - _BEFORE_END - width + 1, 0, width, height)
        place.moveTop(rect.top() + (rect.height() - height) // 2)
        painter.setFont(self._look.font("small", tabular=True))
        painter.setPen(self._look.color(role))
        painter.drawText(self._turned(rect, place), Qt.AlignmentFlag.AlignCenter, row.foot)

    def _name(self, row: Row, width: int, *, is_open: bool = False) -> TextBlock:
        strong = row.kind == AT_HAND or is_open
        words = row.label if isinstance(row.label, str) else ""
        return lay_out(
            self._look,
            words,
            "body",
            width,
            most_lines=_MOST_LINES,
            weight=500 if strong else 0,
        )

    def _room(self, row: Row, width: int) -> int:
        """Return how wide the name may be."""
        before = _SIDE + self._look.px(_DRAWING) + _AFTER_DRAWING
        aside = self._aside_width(row)
        return width - before - _BEFORE_END - (aside + _BEFORE_END if aside else 0)

    def _aside_width(self, row: Row) -> int:
        if not row.foot:
            return 0
        metrics = QFontMetricsF(self._look.font("small", tabular=True))
        return ceil(metrics.horizontalAdvance(row.foot)) + 2
