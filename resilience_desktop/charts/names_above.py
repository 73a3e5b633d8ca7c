"""Where the names of stretches and lines go above a plot: they step aside for each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.i18n import text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from resilience_desktop.charts.series import MoodSeries, Stretch, Turn

    Named = Stretch | Turn

ROWS = 3
"""How many rows there may be of the names of lines."""
_APART = 8
"""Least room between two names of a row, in logical pixels."""
BESIDE_LINE, _NEAR = 4, 3
"""From a line to its own name, and how far other lines stay from that at least."""
_SHARE = 0.28
"""How much of the width one name may take."""


@dataclass(frozen=True, slots=True)
class Name:
    """Words above the plot."""

    words: str = field(repr=False)
    left: float
    right: float
    row: int
    """Counted upwards from the plot."""
    line: float | None = None
    """Where the line that the words belong to goes up beside them."""

    def hides(self, other: Name) -> bool:
        """Whether the two cannot both be there."""
        if self.row == other.row:
            return self.left < other.right + _APART and other.left < self.right + _APART
        low, high = sorted((self, other), key=lambda name: name.row)
        return high.line is not None and low.left - _NEAR <= high.line <= low.right + _NEAR


def names_above(
    series: MoodSeries,
    place: Callable[[dt.date], float],
    measure: Callable[[str], float],
    edges: tuple[float, float],
) -> Mapping[Named, Name]:
    """Return the name of each stretch and turn, in the lowest row that has room.

    One without room has none. ``edges`` are the left and the right end of what may be written on.
    That of a stretch keeps clear of all lines, so that it never looks as if it belonged to one. Of
    lines near each other the last has the lowest name, so that none goes through another's.
    """
    lines = [place(turn.day) for turn in series.turns]
    all_ways: list[tuple[Named, Iterator[Name]]] = [
        *((s, _ways_of_stretch(s, place, measure, edges, lines)) for s in series.stretches),
        *((t, _ways_of_turn(t, place, measure, edges)) for t in reversed(series.turns)),
    ]
    found: dict[Named, Name] = {}
    for one, ways in all_ways:
        for name in ways:
            if not any(name.hides(other) for other in found.values()):
                found[one] = name
                break
    return found


def _ways_of_turn(
    turn: Turn,
    place: Callable[[dt.date], float],
    measure: Callable[[str], float],
    edges: tuple[float, float],
) -> Iterator[Name]:
    """Yield where the name of a line could go, the best way first: beside it, on either side."""
    low, high = edges
    words = _fitting(turn.words, (high - low) * _SHARE, measure)
    wide, x = measure(words), place(turn.day)
    for left in (x + BESIDE_LINE, x - BESIDE_LINE - wide):
        if low <= left <= high - wide:
            yield from (Name(words, left, left + wide, row, x) for row in range(ROWS))


def _ways_of_stretch(
    stretch: Stretch,
    place: Callable[[dt.date], float],
    measure: Callable[[str], float],
    edges: tuple[float, float],
    lines: Sequence[float],
) -> Iterator[Name]:
    """Yield where the name of a stretch could go: over its middle, else beside a line there.

    It stands right above its colour or not at all; higher up nobody would know whose it is.
    """
    low, high = edges
    start, end = place(stretch.first), place(stretch.last)
    for words in stretch.words:
        wide = measure(words)
        middle = max(low, min(high - wide, (start + end - wide) / 2))
        beside = [x + side for x in lines for side in (BESIDE_LINE, -BESIDE_LINE - wide)]
        near = [left for left in beside if left < end and left + wide > start]
        for left in (middle, *sorted(near, key=lambda left: abs(left - middle))):
            is_free = not any(left - _NEAR <= x <= left + wide + _NEAR for x in lines)
            if low <= left <= high - wide and is_free:
                yield Name(words, left, left + wide, 0)


def _fitting(words: str, room: float, measure: Callable[[str], float]) -> str:
    """Return words, shortened where they are wider than the room; elsewhere they are whole."""
    if measure(words) <= room:
        return words
    while words and measure(text("{words}...").format(words=words)) > room:
        words = words[:-1]
    return text("{words}...").format(words=words.rstrip())
