"""Two ratings of the same thing, a line for each: hollow at first, filled later."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from resilience_desktop.charts import lettering
from resilience_desktop.charts.layout import BELOW, BESIDE, EDGE, LINE_HEIGHT
from resilience_desktop.charts.ranges import fitting
from resilience_desktop.charts.strokes import axes_over, dots, line, write

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle

_NAMES_SHARE = 0.32
_DOT = 5
"""From the middle of a dot to where its number begins, without the gap."""


@dataclass(frozen=True, slots=True)
class RatedTwice:
    """One line."""

    key: Hashable = field(repr=False)
    name: str = field(repr=False)
    first: float = field(repr=False)
    """From 0 to the highest there can be."""
    later: float = field(repr=False)


def draw_first_and_later(
    figure: Figure, rows: Sequence[RatedTwice], *, style: ChartStyle, highest: int = 100
) -> dict[Hashable, tuple[float, float]]:
    """Draw the rows on lines from 0 to the highest, both numbers beside their dots.

    Return key -> middle of the later dot.
    """
    width, height = (float(side) * 72 for side in figure.get_size_inches())
    axes = axes_over(figure)
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    names = [fitting(row.name, width * _NAMES_SHARE, measure) for row in rows]
    aside = _DOT + BESIDE + measure(str(highest))
    left = EDGE + max(map(measure, names)) + 2 * BESIDE + aside
    right = width - EDGE - aside
    bottom = height - style.font_size * LINE_HEIGHT - BELOW - EDGE
    step = bottom / len(rows)
    for level in (0, highest // 2, highest):
        x = left + level / highest * (right - left)
        line(axes, [x, x], [0, bottom], style.grid, style.grid_width)
        y = bottom + BELOW + style.font_size * LINE_HEIGHT / 2
        write(axes, x, y, str(level), style, align="center")
    places = {}
    for place, (row, name) in enumerate(zip(rows, names, strict=True)):
        y = (place + 0.5) * step
        write(axes, left - aside - 2 * BESIDE, y, name, style, style.series_text, align="right")
        first, later = (
            left + rating / highest * (right - left) for rating in (row.first, row.later)
        )
        line(axes, [first, later], [y, y], style.unclear, style.line_width * 0.7)
        dots(axes, np.array([first]), np.array([y]), style.unclear, style, is_full=False)
        dots(axes, np.array([later]), np.array([y]), style.clear, style)
        _write_numbers(axes, row, first, later, y, style)
        places[row.key] = (later, y)
    return places


def _write_numbers(
    axes: Axes, row: RatedTwice, first: float, later: float, y: float, style: ChartStyle
) -> None:
    """Write both numbers on the outer sides of the dots; one is enough where they are the same."""
    away, rose = _DOT + BESIDE / 2, later > first
    numbers = [(later, row.later, style.series_text, rose)]
    if f"{row.first:.0f}" != f"{row.later:.0f}":
        numbers.append((first, row.first, style.text, not rose))
    for x, rating, color, is_right in numbers:
        write(
            axes,
            x + away if is_right else x - away,
            y,
            f"{rating:.0f}",
            style,
            color,
            align="left" if is_right else "right",
        )
