"""A row of something somebody keeps: its name in their words, a quiet line, change and remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.ui.theme import LookKeeper


def kept_row(
    look: LookKeeper,
    own: str,
    said: str,
    *,
    name: str,
    number: int,
    change: Callable[[], None],
    remove: Callable[[], None],
) -> QWidget:
    """Return the row; ``number`` is where it stands, as a screen reader tells it."""
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(labels.own_words(look, own, name=f"{name}.name"))
    words.addWidget(labels.small(look, said, "text_muted", name=f"{name}.said"))
    edit = buttons.link(look, text("Change"), name=f"{name}.change")
    edit.setAccessibleName(text("Change number {n}").format(n=number))
    edit.clicked.connect(lambda: change())
    away = buttons.IconButton(
        look, "trash", text("Remove number {n}").format(n=number), name=f"{name}.remove"
    )
    away.clicked.connect(lambda: remove())
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(4)
    across.addLayout(words, 1)
    across.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
    return row
