"""Pictures on the mood scale that several views draw."""

from __future__ import annotations

from functools import partial
from math import ceil, floor
from typing import TYPE_CHECKING

from resilience_desktop.i18n import signed
from resilience_desktop.services.views.view import Drawing, Told

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.services.views.view import MoodRange, Place

_ROW, _BELOW = 32, 31


def mood_ranges(
    name: str,
    title: str,
    description: str,
    rows: Sequence[MoodRange],
    widest: int = 5,
    *,
    beside: Sequence[MoodRange] = (),
) -> Drawing:
    """Return a picture of ranges on a part of the mood scale that has room for all of them.

    The scale goes no further than ``widest`` to either side of 0. Given the rows of the picture
    ``beside`` it, both have the same scale in the same place.
    """
    told = {row.key: row.told for row in rows}
    every = [*rows, *beside]
    low = max(-widest, floor(min([0.0, *(row.low for row in every)])))
    high = min(widest, ceil(max([0.0, *(row.high for row in every)])))
    return Drawing(
        name=name,
        title=title,
        description=description,
        draw=partial(_draw, tuple(rows), tuple(beside), (low, max(high, low + 1))),
        tell=told.__getitem__,
        height=lambda scale: (len(rows) * _ROW + _BELOW) * scale,
    )


def _draw(
    rows: Sequence[MoodRange],
    beside: Sequence[MoodRange],
    ends: tuple[int, int],
    figure: Figure,
    *,
    style: ChartStyle,
) -> Mapping[Hashable, Place]:
    from resilience_desktop.charts.ranges import Range, draw_ranges

    drawn, others = (
        [
            Range(row.key, row.name, row.middle, row.low, row.high, row.words, row.is_clear)
            for row in some
        ]
        for some in (rows, beside)
    )
    levels = [(float(level), signed(level)) for level in range(ends[0], ends[1] + 1)]
    return draw_ranges(figure, drawn, ends, levels, style=style, beside=others)


def told_with(name: str, value: Told, aside: str) -> Told:
    """Return a row's name, its value and what stands behind it."""
    return Told(f"{name}: {value.shown}, {aside}", f"{name}, {value.aloud}, {aside}")
