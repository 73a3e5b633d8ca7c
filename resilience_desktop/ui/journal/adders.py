"""What else an entry can say: a quiet button for each part that is not asked at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from resilience_desktop.ui.theme import LookKeeper


class Adders(QWidget):
    """The buttons in a row that goes on below, and the way to what is asked."""

    part_wanted = Signal(str)
    choice_wanted = Signal()
    """Somebody wants to choose what is asked at once."""

    def __init__(self, look: LookKeeper, parts: Mapping[str, str]) -> None:
        super().__init__()
        self._look = look
        self._label = labels.small(look, text("Add:"), "text_muted")
        self._label.setWordWrap(False)
        self._label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.buttons = {
            part: buttons.quiet(look, words, name=f"journal.add_{part}")
            for part, words in parts.items()
        }
        choose = buttons.muted(look, text("Choose what is asked ..."), name="journal.choose_asked")
        choose.clicked.connect(self.choice_wanted)
        row = FlowLayout(self, 2)
        row.setContentsMargins(0, 12, 0, 0)
        row.addWidget(self._label)
        for button in (*self.buttons.values(), choose):
            button.setProperty("size", "small")
            row.addWidget(button)
        for part, button in self.buttons.items():
            button.clicked.connect(partial(self._want, part))
        look.follow(self._dress)

    def offer(self, parts: Collection[str]) -> None:
        """Offer these parts only."""
        for part, button in self.buttons.items():
            button.setVisible(part in parts)
        self._label.setVisible(bool(parts))

    def _dress(self) -> None:
        self._label.setMinimumHeight(self._look.px(32))

    def _want(self, part: str) -> None:
        self.part_wanted.emit(part)
