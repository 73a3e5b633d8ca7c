"""Which mark of a picture is above or below another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

_SAME_ROW = 6  # pixels that marks of one row may differ in height


def mark_beside(
    mark: Hashable, down: int, places: Mapping[Hashable, tuple[float, float]]
) -> Hashable:
    """Return the mark in the next row that is nearest to being straight above or below.

    ``down`` is 1 or -1. In the last row it is the mark itself.
    """
    x, y = places[mark]
    beyond = {other: place for other, place in places.items() if (place[1] - y) * down > _SAME_ROW}
    if not beyond:
        return mark
    row = min((place[1] for place in beyond.values()), key=lambda height: abs(height - y))
    in_row = {o: place for o, place in beyond.items() if abs(place[1] - row) <= _SAME_ROW}
    return min(in_row, key=lambda other: abs(in_row[other][0] - x))
