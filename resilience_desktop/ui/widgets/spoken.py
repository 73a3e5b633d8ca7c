"""Widgets that paint themselves, as a screen reader should know them.

Qt tells a screen reader what a widget is by its class, and knows nothing of a plain ``QWidget``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGroupBox, QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QSize
    from PySide6.QtGui import QPaintEvent, QResizeEvent


class Graphic(QLabel):
    """A picture: its name is its title, its description what there is to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPixmap(QPixmap(1, 1))  # a label that holds a picture is known as one


class Group(QGroupBox):
    """Some controls that belong together; its name is said when the keyboard enters.

    It has no title and no frame, so it asks for no room of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)

    def sizeHint(self) -> QSize:
        """Return what the controls want."""
        return QWidget.sizeHint(self)

    def minimumSizeHint(self) -> QSize:
        """Return what the controls need."""
        return QWidget.minimumSizeHint(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a group box does here: it makes room for a title."""

    def changeEvent(self, event: QEvent) -> None:
        """Leave out the same."""
        QWidget.changeEvent(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""
