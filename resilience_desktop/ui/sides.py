"""Left and right, which change places where writing runs from right to left.

Qt turns layouts round by itself. What we paint, and margins that differ at the two sides, it does
not.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget


def is_turned() -> bool:
    """Return whether the app is laid out from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def turned(widget: QWidget, place: QRectF) -> QRectF:
    """Return where to paint on a widget what is at ``place`` from left to right."""
    if widget.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return place
    return QRectF(widget.width() - place.right(), place.top(), place.width(), place.height())


def number(words: str) -> str:
    """Return a number whose sign stays before it among words from right to left."""
    return f"\N{LEFT-TO-RIGHT MARK}{words}" if is_turned() else words


def direction_of(words: str) -> Qt.LayoutDirection:
    """Return where a person's own words begin: their first letter says it."""
    for sign in words:
        if (way := unicodedata.bidirectional(sign)) in ("L", "R", "AL"):
            left = Qt.LayoutDirection.LeftToRight
            return left if way == "L" else Qt.LayoutDirection.RightToLeft
    return QGuiApplication.layoutDirection()


def set_margins(layout: QLayout, start: int, top: int, end: int, bottom: int) -> None:
    """Give a layout margins, ``start`` where lines of writing start."""
    left, right = (end, start) if is_turned() else (start, end)
    layout.setContentsMargins(left, top, right, bottom)
