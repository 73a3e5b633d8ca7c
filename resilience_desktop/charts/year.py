"""Days of a year: months down, days across, a mark with its number for each mood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
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
from resilience_desktop.charts.strokes import axes_over, line, marks, write
from resilience_desktop.i18n import short_month_name, signed
from resilience_desktop.themes import nearest_step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.domain.period import Period

STEP, MARK, NUMBER = 27, 22, 10.5
"""From one day to the next, across a mark, and the number on it, where there is room."""
_NAMED_DAYS = (1, 5, 10, 15, 20, 25, 30)
_LEAST_FOR_NUMBERS, _LEAST_NUMBER = 14, 8.5
"""Marks that are smaller carry no number: their shape and colour say it."""
_FREE = 0.78
"""Part of the width of a mark that a number may take: of a square, all but its edge."""
_CAP_HEIGHT = 0.66
"""Height of a digit, in font sizes."""


@dataclass(frozen=True, slots=True)
class _Grid:
    months: range
    left: float
    top: float
    across: float
    down: float

    def place(self, day: dt.date) -> tuple[float, float]:
        return (
            self.left + (day.day - 0.5) * self.across,
            self.top + (day.month - self.months.start + 0.5) * self.down,
        )


def draw_year(
    figure: Figure,
    period: Period,
    means: Mapping[dt.date, float],
    style: ChartStyle,
    changes: Collection[dt.date] = (),
) -> dict[dt.date, tuple[float, float]]:
    """Draw some days of a year; return day -> middle of its mark, also of empty ones.

    A day without a mood is a dot. Other days of these months are nothing, and other months have
    no row. Something changed from each of ``changes`` on: a line stands at its left.
    """
    width, height = figure.get_size_inches() * 72
    axes = axes_over(figure)
    grid = _grid(range(period.first.month, period.last.month + 1), width, height, style)
    _draw_names(axes, grid, style)
    days = [period.first + timedelta(days=n) for n in range(period.days)]
    places = {day: grid.place(day) for day in days}
    _draw_dots(axes, [places[day] for day in days if day not in means], style)
    for day in changes:
        x, y = places[day]
        ends = [y - grid.down / 2, y + grid.down / 2]
        line(axes, [x - grid.across / 2] * 2, ends, style.unclear, style.grid_width * 1.5)
    known = [day for day in days if day in means]
    if known:
        size = min(grid.across, grid.down) * MARK / STEP
        x, y = np.array([places[day] for day in known]).T
        values = [means[day] for day in known]
        marks(axes, x, y, values, style, size=size)
        if size >= _LEAST_FOR_NUMBERS:
            _draw_numbers(axes, x, y, values, size, style)
    return places


def _grid(months: range, width: float, height: float, style: ChartStyle) -> _Grid:
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    left = EDGE + max(measure(short_month_name(month)) for month in range(1, 13)) + BESIDE
    top = EDGE + style.font_size * 1.6
    down = (height - EDGE - top) / len(months)
    return _Grid(months, left, top, min(down, (width - left - EDGE) / 31), down)


def _draw_names(axes: Axes, grid: _Grid, style: ChartStyle) -> None:
    for place, month in enumerate(grid.months):
        write(axes, EDGE, grid.top + (place + 0.5) * grid.down, short_month_name(month), style)
    for number in _NAMED_DAYS:
        x = grid.left + (number - 0.5) * grid.across
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
    axes: Axes, x: np.ndarray, y: np.ndarray, values: list[float], mark: float, style: ChartStyle
) -> None:
    """Stamp each number on its marks: one outline, drawn many times."""
    sizes = {words: _size(words, mark, style) for words in map(_as_it_is, values)}
    stamped = [(_number(value, sizes), nearest_step(value)) for value in values]
    font = FontProperties(family=list(lettering.families(style.font_family)))
    for words, step in sorted({one for one in stamped if one[0]}):
        size = sizes.get(words) or _whole_size(mark)
        outline = TextPath((0, 0), words, size=size, prop=font)
        wide = outline.get_extents().width
        centred = Affine2D().translate(
            -outline.get_extents().x0 - wide / 2, -size * _CAP_HEIGHT / 2
        )
        here = np.array([one == (words, step) for one in stamped])
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


def _as_it_is(value: float) -> str:
    return signed(value, decimals=1).removesuffix(".0")


def _number(value: float, sizes: Mapping[str, float]) -> str:
    """Return what stands on a mark: the number as it is, or without what has no room.

    Never a number further from 0 than the day was. Where nothing would be left of it there is none.
    """
    words = _as_it_is(value)
    if sizes[words]:
        return words
    whole = int(value)
    return signed(whole) if whole else ""


def _size(words: str, mark: float, style: ChartStyle) -> float:
    """Return the size of letters in which a number goes on a mark; 0 where it cannot be read."""
    size = _whole_size(mark)
    if "." not in words:
        return size
    wide = lettering.width(words, style.font_family, size)
    fitting = min(size, size * mark * _FREE / wide)
    return fitting if fitting >= _LEAST_NUMBER else 0.0


def _whole_size(mark: float) -> float:
    return max(_LEAST_NUMBER, mark / MARK * NUMBER)
