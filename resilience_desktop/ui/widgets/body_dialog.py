"""What can be felt in the body, by its parts, with room for words of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.chips import ChipGroup
from resilience_desktop.ui.widgets.words_dialog import Family, WordsDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.body_words import BodyWords


class BodyDialog(WordsDialog):
    """Chooses any number of sensations. A part of the body, once chosen, is where they are."""

    def __init__(
        self,
        look: LookKeeper,
        words: BodyWords,
        chosen: Sequence[str],
        *,
        own: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        regions = content.body_regions()
        self._words = words
        self._ids = {region.name: region.id for region in regions}
        self._where = ChipGroup(look, name="body_dialog.where", title=text("Where?"), single=True)
        self._where.set_words(self._ids)
        where = labels.label(look, text("Where?"))
        where.setContentsMargins(0, 8, 0, 0)
        super().__init__(
            look,
            "body_dialog",
            [Family(r.id, r.name, [words.words_for(w, r.id) for w in r.words]) for r in regions],
            chosen,
            question=text("What do you feel in your body?"),
            find=text("Find or add what you feel"),
            above_list=(where, self._where),
            own=own,
            parent=parent,
        )
        self.setWindowTitle(text("Body"))
        self._where.chosen_changed.connect(self._show_matches)

    def count_words(self, count: int) -> str:
        """Return in words how many are chosen."""
        return plural("{n} thing chosen", "{n} things chosen", count)

    def name_own(self, word: str) -> str:
        """Return what a word of one's own is called: it is where somebody said it is."""
        return self._words.words_for(word, self._region())

    def is_offered(self, key: str) -> bool:
        """Whether a part of the body is shown: all are until one is chosen."""
        region = self._region()
        return not region or key in (region, "own")

    def _region(self) -> str:
        return next((self._ids[name] for name in self._where.chosen()), "")
