"""Layouts whose widgets come and go, and the size of a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QLayout

_AROUND = 40  # of its window that can be seen around a dialog


def column_in(holder: QWidget, spacing: int) -> QVBoxLayout:
    """Return a column without margins in a widget of its own.

    What is put there later still comes before what follows the holder, for screen readers too.
    """
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def at_the_start(widget: QWidget) -> QWidget:
    """Return a line in which something stands at the start and is no wider than it wants to be."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch()
    return line


def centred(widget: QWidget) -> QHBoxLayout:
    """Return a line with something in its middle, as wide as it may be."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 100)
    row.addStretch(1)
    return row


def empty(layout: QLayout) -> None:
    """Take out and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()  # deleting comes later; until then it must not be seen
            widget.deleteLater()


def keep_place(widget: QWidget, *, kept: bool = True) -> None:
    """Leave room for a widget also while it is hidden, so that nothing moves when it comes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(kept)
    widget.setSizePolicy(policy)


def outermost(widget: QWidget) -> QWidget:
    """Return the window under all windows: the one a dialog is over may be small itself."""
    while (parent := widget.parentWidget()) is not None:
        widget = parent
    return widget


def widgets_of(layout: QLayout) -> list[QWidget]:
    """Return the widgets in a layout, in its order."""
    items = (layout.itemAt(place) for place in range(layout.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [widget for widget in widgets if widget is not None]


def resize_within_window(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size, and never more than its window: its buttons stay on the screen."""
    room = room_in_window(dialog)
    dialog.resize(min(width, room.width()), min(height, room.height()))


def room_in_window(dialog: QDialog) -> QSize:
    """Return how large a dialog may be."""
    under = outermost(dialog)
    room = under.size() if under is not dialog else dialog.maximumSize()
    return QSize(room.width() - _AROUND, room.height() - _AROUND)
