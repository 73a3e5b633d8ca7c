"""How often each of several things was: a bar for each, as a part of a whole one."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from resilience_desktop.charts import lettering
from resilience_desktop.charts.layout import BESIDE, EDGE
from resilience_desktop.charts.ranges import ROW, fitting
from resilience_desktop.charts.strokes import axes_over, write

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle

_BAR_SHARE = 0.5
_NAMES_SHARE = 0.36


@dataclass(frozen=True, slots=True)
class Count:
    """One bar."""

    key: Hashable = field(repr=False)
    name: str = field(repr=False)
    number: float | None
    """None where there is too little: such a row has its name and its words alone."""
    words: str = field(repr=False)
    """What stands at the end of the row."""


def counts_height(rows: int, scale: float) -> float:
    """Return the height of a picture with so many bars, in logical pixels at a text scale."""
    return rows * ROW * 0.85 * scale + 2 * EDGE


def draw_counts(
    figure: Figure,
    rows: Sequence[Count],
    *,
    style: ChartStyle,
    full: float,
    beside: Sequence[Count] = (),
    on_whole: bool = True,
) -> dict[Hashable, tuple[float, float]]:
    """Draw the bars from zero to at most ``full``, each ``on_whole`` on the pale bar of that.

    They lie where they would with the rows ``beside``, so that two pictures have them in the same
    place. Return key -> end of its bar.
    """
    width, height = figure.get_size_inches() * 72
    axes = axes_over(figure)
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    names = [fitting(row.name, width * _NAMES_SHARE, measure) for row in rows]
    every = [*rows, *beside]
    widest = max((measure(row.name) for row in every), default=0)
    left = EDGE + min(widest, width * _NAMES_SHARE) + 2 * BESIDE
    words = max((measure(row.words) for row in every), default=0)
    whole = max(0, width - EDGE - words - 2 * BESIDE - left)
    step = height / max(1, len(rows))
    places = {}
    for place, (row, name) in enumerate(zip(rows, names, strict=True)):
        y = (place + 0.5) * step
        length = (row.number or 0) / full * whole
        write(axes, left - 2 * BESIDE, y, name, style, style.series_text, align="right")
        thick = step * _BAR_SHARE
        drawn = [] if row.number is None else [(length, style.clear)]
        if drawn and on_whole:
            drawn.insert(0, (whole, style.grid))
        for reach, color in drawn:
            axes.add_artist(
                Rectangle((left, y - thick / 2), reach, thick, facecolor=color, linewidth=0)
            )
        write(axes, left + whole + 2 * BESIDE, y, row.words, style)
        places[row.key] = (left + length, y)
    return places
