"""A drawing beside words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from resilience_desktop.ui.icons import icon

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class Picture(QWidget):
    """One of our drawings, in the colour of a role; it says nothing to a screen reader."""

    def __init__(
        self,
        look: LookKeeper,
        drawing: str,
        role: str,
        side: int = 22,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._drawing, self._role, self._side = look, drawing, role, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def set_drawing(self, drawing: str, role: str = "") -> None:
        """Show another drawing."""
        self._drawing, self._role = drawing, role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        side = self._look.px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a picture is not cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing."""
        icon(self._drawing, self._look, self._role).paint(QPainter(self), self.rect())
