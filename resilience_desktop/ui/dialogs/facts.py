"""What this app is and is not, in four plain facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.picture import Picture
from resilience_desktop.ui.widgets.return_line import ReturnLine

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.ui.theme import LookKeeper


class Facts(QWidget):
    """A drawing, a title, and the facts below each other."""

    def __init__(self, look: LookKeeper, folder: Path) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ReturnLine(look, 150))
        column.addSpacing(32)
        column.addWidget(labels.display(look, text("A private place for your days")))
        column.addSpacing(24)
        for drawing, fact, words in (
            (
                "computer",
                text("It stays on this computer"),
                text(
                    "The app never goes online. There is no account. "
                    "Your journal is kept in {folder}"
                ),
            ),
            (
                "lock",
                text("Your passphrase opens it"),
                text(
                    "The journal is encrypted. There is also a recovery code. "
                    "Without passphrase or code, nobody can open it."
                ),
            ),
            (
                "leaf",
                text("A companion, not a treatment"),
                text(
                    "It is a self-help journal. It is not a diagnosis, not a medical service, "
                    "and not monitored by anyone. Under 16, use it with an adult you trust."
                ),
            ),
            (
                "help",
                text("If you are in danger, use Help now"),
                text("It is on every page, and needs no passphrase."),
            ),
        ):
            column.addWidget(_Fact(look, drawing, fact, words.format(folder=folder)))
            column.addSpacing(24)


class _Fact(QWidget):
    """One fact: a drawing, a heading, a sentence or two."""

    def __init__(self, look: LookKeeper, drawing: str, fact: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(Picture(look, drawing, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        sentences = QVBoxLayout()
        sentences.setSpacing(2)
        sentences.addWidget(labels.label(look, fact))
        sentences.addWidget(labels.muted(look, words))
        row.addLayout(sentences, 1)
