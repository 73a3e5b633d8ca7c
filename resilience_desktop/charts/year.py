"""A year of days: months down, days across, a mark with its number for each mood."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from resilience_desktop.charts import lettering
from resilience_desktop.charts.layout import BESIDE, EDGE
from resilience_desktop.charts.strokes import axes_over, marks, write
from resilience_desktop.i18n import short_month_name, signed
from resilience_desktop.themes import nearest_step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle

STEP, MARK, NUMBER = 27, 22, 10.5
"""From one day to the next, across a mark, and the number on it, where there is room."""
_NAMED_DAYS = (1, 5, 10, 15, 20, 25, 30)
_LEAST_FOR_NUMBERS = 15
"""Marks that are smaller carry no number: their shape and colour say it."""
_CAP_HEIGHT = 0.66
"""Height of a digit, in font sizes."""


@dataclass(frozen=True, slots=True)
class _Grid:
    left: float
    top: float
    across: float
    down: float

    def place(self, day: dt.date) -> tuple[float, float]:
        return (
            self.left + (day.day - 0.5) * self.across,
            self.top + (day.month - 0.5) * self.down,
        )


def draw_year(
    figure: Figure,
    year: int,
    means: Mapping[dt.date, float],
    last: dt.date,
    style: ChartStyle,
) -> dict[dt.date, tuple[float, float]]:
    """Draw the days of a year up to ``last``; return day -> middle of its mark, also of empty ones.

    A day without a mood is a dot, and days to come are nothing.
    """
    width, height = figure.get_size_inches() * 72
    axes = axes_over(figure)
    grid = _grid(width, height, style)
    _draw_names(axes, grid, year, style)
    first = dt.date(year, 1, 1)
    end = min(last, dt.date(year, 12, 31))
    days = [first + dt.timedelta(days=n) for n in range((end - first).days + 1)]
    places = {day: grid.place(day) for day in days}
    _draw_dots(axes, [places[day] for day in days if day not in means], style)
    known = [day for day in days if day in means]
    if known:
        size = min(grid.across, grid.down) * MARK / STEP
        x, y = np.array([places[day] for day in known]).T
        values = [means[day] for day in known]
        marks(axes, x, y, values, style, size=size)
        if size >= _LEAST_FOR_NUMBERS:
            _draw_numbers(axes, x, y, values, size / MARK * NUMBER, style)
    return places


def _grid(width: float, height: float, style: ChartStyle) -> _Grid:
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    left = EDGE + max(measure(short_month_name(month)) for month in range(1, 13)) + BESIDE
    top = EDGE + style.font_size * 1.6
    down = (height - EDGE - top) / 12
    return _Grid(left, top, min(down, (width - left - EDGE) / 31), down)


def _draw_names(axes: Axes, grid: _Grid, year: int, style: ChartStyle) -> None:
    for month in range(1, 13):
        _, y = grid.place(dt.date(year, month, 1))
        write(axes, EDGE, y, short_month_name(month), style)
    for number in _NAMED_DAYS:
        x, _ = grid.place(dt.date(year, 1, number))
        write(axes, x, EDGE + style.font_size / 2, str(number), style, align="center")


def _draw_dots(axes: Axes, places: list[tuple[float, float]], style: ChartStyle) -> None:
    if places:
        x, y = zip(*places, strict=True)
        axes.add_artist(
            Line2D(
                x,
                y,
                linestyle="none",
                marker="o",
                markersize=2.5,
                markeredgewidth=0,
                markerfacecolor=style.zero,
            )
        )


def _draw_numbers(
    axes: Axes, x: np.ndarray, y: np.ndarray, values: list[float], size: float, style: ChartStyle
) -> None:
    """Stamp each step's number on its marks: one outline, drawn many times."""
    steps = np.fromiter(map(nearest_step, values), int, len(values))
    font = FontProperties(family=list(lettering.families(style.font_family)))
    for step in np.unique(steps).tolist():
        words = signed(step)
        outline = TextPath((0, 0), words, size=size, prop=font)
        wide = outline.get_extents().width
        centred = Affine2D().translate(
            -outline.get_extents().x0 - wide / 2, -size * _CAP_HEIGHT / 2
        )
        here = steps == step
        stamps = PathCollection(
            [outline.transformed(centred)],
            offsets=np.column_stack([x[here], y[here]]),
            offset_transform=axes.transData,
            facecolors=style.mark_text[step],
            linewidths=0,
            zorder=3,  # above the marks
        )
        stamps.set_transform(Affine2D().scale(axes.figure.dpi / 72))
        axes.add_collection(stamps, autolim=False)
