"""Which patterns can be chosen in a record, and in what order they are first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.services.patterns import KnownPattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.content import ThinkingPattern


class PatternOffer:
    """The patterns of a journal; until they are known, those that come with the app."""

    def __init__(self, known: Iterable[KnownPattern] = ()) -> None:
        found = list(known) or list(map(_given, content.thinking_patterns()))
        self._known = {one.pattern.id: one for one in found}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PatternOffer) and self._known == other._known

    __hash__ = None  # type: ignore[assignment]

    @property
    def archived(self) -> list[str]:
        """Those that are not offered any more."""
        return [id_ for id_, known in self._known.items() if known.archived]

    def with_chosen(self, chosen: Iterable[str]) -> dict[str, ThinkingPattern]:
        """Return what can be chosen, and what is chosen anyway, by its id."""
        ids = list(chosen)
        offered = {
            id_: known.pattern
            for id_, known in self._known.items()
            if not known.archived or known.pattern.special or id_ in ids
        }
        return offered | {id_: content.named_pattern(id_) for id_ in ids if id_ not in offered}

    def rank(self, pattern: str) -> tuple[int, int]:
        """Return a place in the order: those used most, then those that are common."""
        known, common = self._known.get(pattern), content.common_patterns()
        place = common.index(pattern) if pattern in common else len(common)
        return -known.used if known is not None else 0, place

    def note(self, pattern: str) -> str:
        """Return what somebody noted about a pattern."""
        known = self._known.get(pattern)
        return known.note if known is not None else ""


def _given(pattern: ThinkingPattern) -> KnownPattern:
    return KnownPattern(pattern, own=False, note="", archived=False, used=0, named=False)
