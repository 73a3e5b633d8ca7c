"""Numbers at the foot of a timeline, each under its day: what they stand for is told elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from resilience_desktop.charts.layout import LINE_HEIGHT
from resilience_desktop.charts.strokes import dots, line, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from resilience_desktop.charts.layout import Layout
    from resilience_desktop.charts.series import MoodSeries
    from resilience_desktop.charts.style import ChartStyle

_ACROSS = 1.55
"""Of a disc, in font sizes."""
_APART = 2


def flags_height(series: MoodSeries, style: ChartStyle) -> float:
    """Return the room that numbers take below the dates, in logical pixels."""
    return style.font_size * (_ACROSS + LINE_HEIGHT * 0.4) if series.flags else 0.0


def draw_flags(axes: Axes, layout: Layout, series: MoodSeries, style: ChartStyle) -> None:
    """Draw the numbers below a plot, and a fine line from each up to its day."""
    if not series.flags:
        return
    across = style.font_size * _ACROSS
    y = layout.height + flags_height(series, style) - across / 2 - 1
    days = [layout.x(day) for day in series.flags]
    discs = spaced(days, across + _APART, layout.left, layout.right)
    for number, (day, disc) in enumerate(zip(days, discs, strict=True), 1):
        foot = layout.bottom + 2
        line(axes, [day, disc], [foot, y - across / 2], style.zero, style.grid_width)
        here = np.array([disc]), np.array([y])
        dots(axes, *here, style.unclear, style, is_full=False, size=across)
        write(axes, disc, y, str(number), style, style.series_text, align="center")


def spaced(places: Sequence[float], step: float, left: float, right: float) -> list[float]:
    """Return places in order, moved apart to be at least ``step`` from each other.

    They stay between the ends, unless there are more of them than there is room for.
    """
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + step) if moved else max(place, left))
    end = right
    for number in reversed(range(len(moved))):
        moved[number] = min(moved[number], end)
        end = moved[number] - step
    return moved
