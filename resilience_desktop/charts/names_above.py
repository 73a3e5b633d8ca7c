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
_APART, _FAR = 8, 40
"""Least room between two names of a row, in logical pixels: of one sort, and of a stretch and a
line, which would be read as one sentence."""
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
        """Whether the two cannot both be there; below the words of a stretch a line is broken."""
        if self.row == other.row:
            apart = _APART if (self.line is None) == (other.line is None) else _FAR
            return self.left < other.right + apart and other.left < self.right + apart
        low, high = sorted((self, other), key=lambda name: name.row)
        return None not in (high.line, low.line) and low.is_over(high.line)

    def is_over(self, x: float | None) -> bool:
        """Whether a line that goes up there would go through the words."""
        return x is not None and self.left - _NEAR <= x <= self.right + _NEAR


def names_above(
    series: MoodSeries,
    place: Callable[[dt.date], float],
    measure: Callable[[str], float],
    edges: tuple[float, float],
) -> Mapping[Named, Name]:
    """Return the name of each stretch and turn, in the lowest row that has room.

    A line without room has none. If one of the stretches has no room, none of them is named, since
    one without a name would look like something else. ``edges`` are the left and the right end of
    what may be written on. That of a stretch stands over its middle, whatever lines are there: they
    are broken below it. Of lines near each other the last has the lowest name, so that none goes
    through another's.
    """
    found: dict[Named, Name] = {}

    def put(one: Named, ways: Iterator[Name]) -> None:
        for name in ways:
            if not any(name.hides(other) for other in found.values()):
                found[one] = name
                return

    for fewest in (False, True):
        if len(found) < len(series.stretches):
            found.clear()
            for stretch in series.stretches:
                words = stretch.words[-1:] if fewest else stretch.words
                put(stretch, _ways_of_stretch(stretch, words, place, measure, edges))
    if len(found) < len(series.stretches):
        found.clear()
    for turn in reversed(series.turns):
        put(turn, _ways_of_turn(turn, place, measure, edges))
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
    names: Sequence[str],
    place: Callable[[dt.date], float],
    measure: Callable[[str], float],
    edges: tuple[float, float],
) -> Iterator[Name]:
    """Yield where the name of a stretch could go: over its middle, in fewer words if need be.

    It stands right above its colour or not at all; higher up nobody would know whose it is.
    """
    low, high = edges
    start, end = place(stretch.first), place(stretch.last)
    for words in names:
        wide = measure(words)
        left = max(low, min(high - wide, (start + end - wide) / 2))
        if left + wide <= high:
            yield Name(words, left, left + wide, 0)


def _fitting(words: str, room: float, measure: Callable[[str], float]) -> str:
    """Return words, shortened where they are wider than the room; elsewhere they are whole."""
    if measure(words) <= room:
        return words
    while words and measure(text("{words}...").format(words=words)) > room:
        words = words[:-1]
    return text("{words}...").format(words=words.rstrip())
