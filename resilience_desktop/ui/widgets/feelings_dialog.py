"""All feelings by family, with a field to find one and room for words of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.widgets.words_dialog import Family, WordsDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper


class FeelingsDialog(WordsDialog):
    """Chooses any number of feelings."""

    def __init__(
        self,
        look: LookKeeper,
        chosen: Sequence[str],
        *,
        own: Sequence[str] = (),
        without: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look,
            "feelings_dialog",
            [Family(f.id, f.name, f.words) for f in content.feeling_families()],
            chosen,
            question=text("Which feelings fit?"),
            find=text("Find or add a feeling"),
            own=own,
            without=without,
            parent=parent,
        )
        self.setWindowTitle(text("Feelings"))

    def count_words(self, count: int) -> str:
        """Return in words how many are chosen."""
        return plural("{n} feeling chosen", "{n} feelings chosen", count)
