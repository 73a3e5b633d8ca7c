"""The return line: a dip that comes back. Mark of the app and of every empty page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_WIDTH, _HEIGHT = 220, 60


class ReturnLine(QWidget):
    """The line, as a picture that says nothing to a screen reader."""

    def __init__(
        self, look: LookKeeper, width: int = _WIDTH, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._width = look, width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size of the picture."""
        width = self._look.px(self._width)
        return QSize(width, round(width * _HEIGHT / _WIDTH))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a picture is not cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the level it left and the line that returns."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / _WIDTH
        level = round(26 * scale) + 0.5
        painter.setPen(QPen(self._look.color("rule_strong"), 1))
        painter.drawLine(QLineF(0, level, self.width(), level))
        line = QPainterPath(QPointF(2, 26) * scale)
        for ahead, back, end in (
            (QPointF(38, 26), QPointF(40, 56), QPointF(72, 56)),
            (QPointF(112, 56), QPointF(110, 8), QPointF(218, 8)),
        ):
            line.cubicTo(ahead * scale, back * scale, end * scale)
        painter.setPen(
            QPen(self._look.color("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        painter.drawPath(line)
