"""A hairline."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame


class Rule(QFrame):
    """A line across, to part one thing from the next; it carries no meaning of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rule")
        self.setFixedHeight(1)
