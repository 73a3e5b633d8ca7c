"""A field for a time of day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QTimeEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWheelEvent


class TimeEdit(QTimeEdit):
    """A time of day as ``HH:MM``."""

    def __init__(self, name: str, title: str, time: str, choose: Callable[[], object]) -> None:
        super().__init__(QTime.fromString(time, "HH:mm"))
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setDisplayFormat("HH:mm")
        self.timeChanged.connect(lambda _: choose())

    def when(self) -> str:
        """Return the time as it stands."""
        time = self.time()
        return dt.time(time.hour(), time.minute()).isoformat("minutes")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
