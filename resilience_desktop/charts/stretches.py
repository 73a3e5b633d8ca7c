"""What lies behind the days of a mood chart: stretches with a colour, and lines with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from resilience_desktop.charts.layout import LINE_HEIGHT
from resilience_desktop.charts.strokes import line, write

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from resilience_desktop.charts.layout import Layout
    from resilience_desktop.charts.names_above import Name
    from resilience_desktop.charts.series import MoodSeries
    from resilience_desktop.charts.style import ChartStyle

_LEAST = 2
"""Least width of a stretch, in logical pixels."""
_FOOT = 5
"""Height of what is left of a strip on the way back."""


def draw_stretches(axes: Axes, layout: Layout, series: MoodSeries, style: ChartStyle) -> None:
    """Draw the stretches, then the lines, with the names that have room."""
    for stretch in series.stretches:
        left, right = _sides(layout, layout.x(stretch.first), layout.x(stretch.last))
        draw_strip(axes, (left, layout.top, right, layout.bottom), style)
        if stretch.way_back is not None:
            _, end = _sides(layout, layout.x(stretch.last), layout.x(stretch.way_back))
            draw_foot(axes, (right, end), layout.bottom, style)
    for turn in series.turns:
        x, named = layout.x(turn.day), layout.names.get(turn)
        pieces = [(layout.top, layout.bottom)]
        if named is not None:
            pieces = _pieces(layout, named, style)
        for top, bottom in pieces:
            line(axes, [x, x], [top, bottom], style.unclear, style.grid_width * 1.25)
    for name in layout.names.values():
        write(axes, name.left, _height(layout, name, style), name.words, style)


def draw_strip(axes: Axes, box: tuple[float, float, float, float], style: ChartStyle) -> None:
    """Draw what lies behind a stretch, from left and top to right and bottom.

    Where its colour is that of the page, as with high contrast, it has an edge instead.
    """
    left, top, right, bottom = box
    is_seen = style.spell != style.ground
    axes.add_artist(
        Rectangle(
            (left, top),
            right - left,
            bottom - top,
            facecolor=style.spell,
            edgecolor="none" if is_seen else style.zero,
            linestyle=(0, (2, 2)),
            linewidth=0 if is_seen else style.grid_width,
        )
    )


def draw_foot(axes: Axes, sides: tuple[float, float], bottom: float, style: ChartStyle) -> None:
    """Draw the low foot a strip goes on with, which is told from it without any colour."""
    draw_strip(axes, (sides[0], bottom - _FOOT, sides[1], bottom), style)
    line(axes, sides, [bottom - _FOOT] * 2, style.zero, style.grid_width)


def _sides(layout: Layout, left: float, right: float) -> tuple[float, float]:
    """Return the outer sides of the first and the last day, inside the plot."""
    half = max(_LEAST, layout.day_width) / 2
    return max(layout.left, left - half), min(layout.right, right + half)


def _pieces(layout: Layout, named: Name, style: ChartStyle) -> list[tuple[float, float]]:
    """Return from where to where the line of a name goes: not through words of a stretch."""
    top = _height(layout, named, style) - style.font_size / 2
    over = [n for n in layout.names.values() if n.line is None and n.is_over(named.line)]
    if not over or not named.row:
        return [(top, layout.bottom)]
    break_off = _height(layout, over[0], style) - style.font_size * LINE_HEIGHT / 2
    return [(top, break_off), (layout.top, layout.bottom)]


def _height(layout: Layout, name: Name, style: ChartStyle) -> float:
    """Return the middle of a row of names."""
    return layout.top - (name.row + 0.5) * style.font_size * LINE_HEIGHT - 1
