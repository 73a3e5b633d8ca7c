"""Which pages come first: what helps somebody most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.section import tick

if TYPE_CHECKING:
    from resilience_desktop.ui.preferences import Preferences


class PagesFirst(QWidget):
    """A tick for each thing that helps; its page comes first."""

    def __init__(self, preferences: Preferences, name: str) -> None:
        super().__init__()
        self._preferences = preferences
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first = preferences.settings.pages_first
        self._ticks = {
            key: tick(f"{name}.{key}_first", words, key in first, self._change)
            for key, words in (
                ("journal", text("Noting my mood and writing")),
                ("thoughts", text("Looking again at a hard thought")),
                ("charts", text("Seeing how weeks and months go")),
                ("toolkit", text("Something that helps in a hard moment")),
                ("share", text("Bringing something to a therapist")),
            )
        }
        for box in self._ticks.values():
            column.addWidget(box)

    def _change(self, _on: bool) -> None:
        chosen = tuple(key for key, box in self._ticks.items() if box.isChecked())
        self._preferences.change(pages_first=chosen)
