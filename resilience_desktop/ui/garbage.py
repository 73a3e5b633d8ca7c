"""Garbage collection on the window thread.

Python collects on whichever thread happens to make the next object. On another one it would delete
widgets and layouts while Qt is at work on them here, which can end the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_SOON_MS = 2000


class GarbageCollector(QObject):
    """Collects garbage on its own thread, and lets Python do so on no other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._timer.timeout.connect(collect_if_due)

    def look_soon(self) -> None:
        """Look for garbage in a moment: something was done, so there may be some."""
        if not self._timer.isActive():
            self._timer.start()


def collect_if_due() -> None:
    """Collect what Python would collect now: the oldest generation that has grown enough."""
    grown = [made > most for made, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(grown):
        gc.collect(max(generation for generation, has in enumerate(grown) if has))
