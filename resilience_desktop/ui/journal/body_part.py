"""What is felt in the body, where, and how strong it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.body_dialog import BodyDialog
from resilience_desktop.ui.journal.body_words import BodyWords
from resilience_desktop.ui.journal.part import Part
from resilience_desktop.ui.widgets.rated_words import RatedWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.ui.journal.part import Offers
    from resilience_desktop.ui.theme import LookKeeper


class BodyPart(Part):
    """Sensations as chips; More leads to all of them by the parts of the body."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("Body"))
        self._words = BodyWords()
        self.picker = _BodyPicker(look, self._words)
        self.picker.words_changed.connect(self.touch)
        self.put_beside_title(self.picker.how_strong)
        self.column.addWidget(self.picker)
        self.setFocusProxy(self.picker)

    def load(self, entry: Entry) -> None:
        """Show what is felt."""
        self.picker.set_rated(
            (self._words.words_for(s.word, s.region), s.intensity) for s in entry.sensations
        )

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with these sensations."""
        felt = tuple(self._words.sensation(*rated) for rated in self.picker.rated())
        return replace(entry, sensations=felt)

    def is_filled(self, entry: Entry) -> bool:
        """Whether there is any."""
        return bool(entry.sensations)

    def offer(self, offers: Offers) -> None:
        """Offer what was felt most."""
        self.picker.set_recent([self._words.words_for(*felt) for felt in offers.sensations])


class _BodyPicker(RatedWords):
    def __init__(self, look: LookKeeper, words: BodyWords) -> None:
        self._words = words
        super().__init__(look, name="journal.body", title=text("Body"))

    def usual(self) -> Sequence[str]:
        """Return the first of each of a few parts of the body."""
        return [region.words[0] for region in content.body_regions() if region.words]

    def dialog(self, chosen: Sequence[str], own: Sequence[str]) -> BodyDialog:
        """Return the dialog with all of them by the parts of the body."""
        return BodyDialog(self._look, self._words, chosen, own=own, parent=self.window())
