"""What is felt in the body as words to choose from, and back.

A word of the list stands for itself. One of one's own says its place too, so that the same word
can be of two places.
"""

from __future__ import annotations

from resilience_desktop import content
from resilience_desktop.domain.details import Sensation
from resilience_desktop.i18n import text


class BodyWords:
    """Knows which sensation each word on the screen means."""

    def __init__(self) -> None:
        self._meant: dict[str, tuple[str, str]] = {}

    def words_for(self, word: str, region: str) -> str:
        """Return how a sensation of a part of the body is shown."""
        shown = word
        if region and region not in _listed(word):
            pattern = text("{sensation} ({place})")
            shown = pattern.format(sensation=word, place=content.region_name(region))
        self._meant[shown] = (word, region)
        return shown

    def sensation(self, shown: str, intensity: int | None) -> Sensation:
        """Return what a word on the screen means."""
        if shown in self._meant:
            word, region = self._meant[shown]
        else:
            word, region = shown, next(iter(_listed(shown)), "")
        return Sensation(word, region, intensity)


def _listed(word: str) -> list[str]:
    """Return the parts of the body for which a word is in the list."""
    return [region.id for region in content.body_regions() if word in region.words]
