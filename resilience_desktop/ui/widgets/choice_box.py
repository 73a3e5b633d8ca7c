"""A box to choose from, that does not change when a page is scrolled over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent, QWheelEvent

_FEW_LETTERS = 24


class ChoiceBox(QComboBox):
    """Leaves the mouse wheel to the page. One that ``shrinks`` may be narrower than its choices."""

    def __init__(self, *, shrinks: bool = False) -> None:
        super().__init__()
        self._shrinks = shrinks

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest choice, or for a few words."""
        hint = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * _FEW_LETTERS
        return QSize(min(hint.width(), few), hint.height()) if self._shrinks else hint

    def showPopup(self) -> None:
        """Show every choice in full."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0))
        super().showPopup()

    def showEvent(self, event: QShowEvent) -> None:
        """Have a label: on Linux and macOS a screen reader is told of no other name."""
        super().showEvent(event)
        beside = self.parentWidget()
        if beside is None:
            return
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        siblings = beside.findChildren(QLabel, options=direct)
        if any(label.buddy() is self for label in siblings):
            return
        named = (label for label in siblings if label.text() == self.accessibleName())
        label = next(named, None)
        if label is None:
            label = QLabel(self.accessibleName(), beside)
            label.hide()
        label.setBuddy(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a choice changes only when someone opens the box."""
        event.ignore()
