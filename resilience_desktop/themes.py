"""Design tokens as values: the one source of colours, type sizes and lengths.

Windows, charts and paper all take theirs from ``resources/themes/tokens.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from resilience_desktop import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, with the lengths and type sizes that all sets share."""

    name: str
    role: Mapping[str, str]
    """What a colour is for -> ``#RRGGBB``."""
    mood_fill: Mapping[int, str]
    """Mood -5..+5 -> colour of its mark."""
    mood_text: Mapping[int, str]
    """Mood -5..+5 -> colour of the number written on the mark."""

    def mood(self, value: float) -> str:
        """Return the colour of a mood, or of the day mean nearest to a whole step."""
        return self.mood_fill[nearest_step(value)]


def nearest_step(value: float) -> int:
    """Return the whole mood step of a day mean, halves away from zero."""
    return int(value + 0.5) if value >= 0 else -int(-value + 0.5)


@cache
def tokens() -> dict[str, Any]:
    """Return the token file as plain values."""
    return tomllib.loads(resources.read_text("themes/tokens.toml"))


@cache
def theme(name: str) -> Theme:
    """Return the light or the dark theme."""
    source = tokens()
    base, mood = source["base"], source["mood"]
    return Theme(
        name=name,
        role={role: base[color] for role, color in source["role"][name].items()},
        mood_fill=dict(zip(mood["value"], mood[name]["fill"], strict=True)),
        mood_text=dict(zip(mood["value"], mood[name]["text"], strict=True)),
    )
