"""The pointer moved for certain: a platform reports a move only when it differs from the last."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication


def move(widget, place, *, held=Qt.MouseButton.NoButton):
    """Move the pointer to a ``QPoint`` of ``widget``, with a button ``held`` or none."""
    here = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove, here, QPointF(widget.mapToGlobal(place)),
        Qt.MouseButton.NoButton, held, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
