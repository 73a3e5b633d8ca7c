"""Taking widgets out of a layout again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Take out and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()  # deleting comes later; until then it must not be seen
            widget.deleteLater()
