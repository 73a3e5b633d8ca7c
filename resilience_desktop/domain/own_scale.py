"""Scales of one's own, such as stress or pain."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.details import ScaleValue

LOWEST, HIGHEST = -100, 100
"""Between these a scale has its ends."""
MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class OwnScale:
    """A question with a number for an answer. Higher is more of it, not better."""

    name: str = field(repr=False)
    low: int = 0
    high: int = 10
    low_words: str = field(default="", repr=False)
    high_words: str = field(default="", repr=False)
    asked: bool = True
    """Whether the entry form asks it; what was noted before stays either way."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.name.strip():
            message = "A scale has a name."
            raise ValueError(message)
        if not LOWEST <= self.low < self.high <= HIGHEST:
            message = "A scale goes from a lower to a higher number."
            raise ValueError(message)
        if self.high - self.low > MOST_STEPS:
            message = f"A scale has at most {MOST_STEPS} steps."
            raise ValueError(message)

    def holds(self, value: int) -> bool:
        """Whether a number lies on this scale."""
        return self.low <= value <= self.high

    def widened_to(self, values: Iterable[ScaleValue]) -> OwnScale:
        """Return the scale with room for what was noted on it when it was wider."""
        noted = [v.value for v in values if v.scale == self.id]
        return replace(self, low=min([self.low, *noted]), high=max([self.high, *noted]))


def scale_to_plain(scale: OwnScale) -> dict[str, Any]:
    """Return a scale as JSON values."""
    return {
        "id": scale.id,
        "name": scale.name,
        "low": scale.low,
        "high": scale.high,
        "low_words": scale.low_words,
        "high_words": scale.high_words,
        "asked": scale.asked,
    }


def scale_from_plain(plain: object) -> OwnScale | None:
    """Return the scale that ``scale_to_plain`` wrote, or None for anything else."""
    if not isinstance(plain, dict):
        return None
    id_, name, low_words, high_words = map(plain.get, ("id", "name", "low_words", "high_words"))
    low, high = plain.get("low"), plain.get("high")
    if not (isinstance(id_, str) and isinstance(name, str)):
        return None
    if not (isinstance(low_words, str) and isinstance(high_words, str)):
        return None
    if type(low) is not int or type(high) is not int:
        return None
    asked = plain.get("asked") is not False
    try:
        return OwnScale(name, low, high, low_words, high_words, asked=asked, id=id_)
    except ValueError:
        return None
