"""What is felt in the body: a few suggestions, More for all of it by the parts of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.body_dialog import BodyDialog
from resilience_desktop.ui.widgets.body_words import BodyWords
from resilience_desktop.ui.widgets.rated_words import RatedWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.domain.details import Sensation
    from resilience_desktop.ui.theme import LookKeeper


class BodyPicker(RatedWords):
    """Chooses any number of sensations, each with a strength from 0 to 100 if wanted."""

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        self._words = BodyWords()
        super().__init__(look, name=name, title=text("Body"))

    def sensations(self) -> tuple[Sensation, ...]:
        """Return what is felt, in the order it was chosen."""
        return tuple(self._words.sensation(*rated) for rated in self.rated())

    def set_sensations(self, felt: Iterable[Sensation]) -> None:
        """Show these as felt."""
        self.set_rated((self._words.words_for(s.word, s.region), s.intensity) for s in felt)

    def offer(self, felt: Iterable[tuple[str, str]]) -> None:
        """Offer what was felt most of late: words, each with its part of the body."""
        self.set_recent([self._words.words_for(*one) for one in felt])

    def usual(self) -> Sequence[str]:
        """Return the first of each of a few parts of the body."""
        return [region.words[0] for region in content.body_regions() if region.words]

    def dialog(self, chosen: Sequence[str], own: Sequence[str]) -> BodyDialog:
        """Return the dialog with all of them by the parts of the body."""
        return BodyDialog(self._look, self._words, chosen, own=own, parent=self.window())
