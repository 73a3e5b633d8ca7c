"""What a page shows before there is anything: what will be here, and where to start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.return_line import ReturnLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper


class EmptyState(QWidget):
    """The return line, one title, two sentences and up to three quiet buttons.

    The room ``above`` and between them gives way in a low window.
    """

    def __init__(
        self,
        look: LookKeeper,
        title: str,
        sentences: str,
        actions: Sequence[QWidget] = (),
        *,
        name: str = "",
        above: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = labels.title(look, title, name=f"{name}.title")
        self.sentences = labels.muted(look, sentences, name=f"{name}.sentences")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addItem(_room(above))
        column.addWidget(ReturnLine(look))
        column.addItem(_room(40))
        column.addWidget(self.title)
        column.addSpacing(8)
        column.addWidget(self.sentences)
        column.addItem(_room(32))
        for action in actions:
            column.addWidget(action, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(2)
        column.addStretch(1)
        self._look = look
        look.follow(self._dress)

    def _dress(self) -> None:
        self.sentences.setMaximumWidth(self._look.px(440))


def _room(height: int) -> QSpacerItem:
    return QSpacerItem(0, height, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
