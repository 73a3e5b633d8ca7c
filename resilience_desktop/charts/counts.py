"""How often each of several things was: a bar for each, with its number."""

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
    number: float
    words: str = field(repr=False)
    """What stands at the end of the bar."""


def counts_height(rows: int, scale: float) -> float:
    """Return the height of a picture with so many bars, in logical pixels at a text scale."""
    return rows * ROW * 0.85 * scale + 2 * EDGE


def draw_counts(
    figure: Figure, rows: Sequence[Count], *, style: ChartStyle, full: float = 0
) -> dict[Hashable, tuple[float, float]]:
    """Draw the bars from zero, all on one scale; return key -> end of its bar.

    ``full`` is the number of a bar of the whole length, where that is not the longest one.
    """
    width, height = figure.get_size_inches() * 72
    axes = axes_over(figure)
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    names = [fitting(row.name, width * _NAMES_SHARE, measure) for row in rows]
    left = EDGE + max((measure(name) for name in names), default=0) + 2 * BESIDE
    right = width - EDGE - max((measure(row.words) for row in rows), default=0) - BESIDE
    most = full or max((row.number for row in rows), default=0) or 1
    step = height / max(1, len(rows))
    places = {}
    for place, (row, name) in enumerate(zip(rows, names, strict=True)):
        y = (place + 0.5) * step
        length = row.number / most * max(0, right - left)
        write(axes, left - 2 * BESIDE, y, name, style, style.series_text, align="right")
        thick = step * _BAR_SHARE
        axes.add_artist(
            Rectangle((left, y - thick / 2), length, thick, facecolor=style.clear, linewidth=0)
        )
        write(axes, left + length + BESIDE, y, row.words, style)
        places[row.key] = (left + length, y)
    return places
