"""One line over the pages: what there is to know, a way to more, and leaving it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class Strip(QFrame):
    """Goes with either of its two buttons."""

    more_requested = Signal()

    def __init__(self, look: LookKeeper, words: str, *, name: str, more: str, leave: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("banner", "strip")
        lead_on = buttons.quiet(look, more, name=f"{name}.more")
        leave_it = buttons.quiet(look, leave, name=f"{name}.leave")
        lead_on.clicked.connect(self.more_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 4, 20, 4)
        row.setSpacing(12)
        row.addWidget(labels.body(look, words, name=f"{name}.words"), 1)
        for button in (lead_on, leave_it):
            button.clicked.connect(self.hide)
            row.addWidget(button)
