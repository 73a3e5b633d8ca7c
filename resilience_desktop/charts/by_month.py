"""Numbers of calendar months: a small line for each of several things, all on one scale.

The line breaks where a month has no number: a dot says that the month was there.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from matplotlib.lines import Line2D

from resilience_desktop.charts import lettering
from resilience_desktop.charts.layout import BELOW, BESIDE, EDGE, LINE_HEIGHT
from resilience_desktop.charts.ranges import fitting
from resilience_desktop.charts.strokes import axes_over, dots, line, write
from resilience_desktop.charts.ticks import SPACE
from resilience_desktop.i18n import short_month_name

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle

_NAMES_SHARE = 0.3
_DOT, _SMALL_DOT = 6.5, 3.5
_TICK = 3
_LEAST_FOR_LINE = 3
"""Months with a number: through two of them any line looks like a way up or down."""
_EVERY = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class MonthLine:
    """What is drawn of one thing."""

    key: Hashable = field(repr=False)
    name: str = field(repr=False)
    numbers: Mapping[dt.date, float] = field(repr=False)
    """Month, named by its first day -> number, from 0 on."""
    words: Mapping[dt.date, str] = field(default_factory=dict, repr=False)
    """What is written at a point, where there is room for all of them."""
    reach: Mapping[dt.date, tuple[float, float]] = field(default_factory=dict, repr=False)
    """Between which two numbers that of a month likely lies."""
    has_ranges: bool = False
    """Whether months can have a range: points are not joined then, and one without is a ring."""


class Top(NamedTuple):
    """Where the scale of all lines ends, and what it is called there."""

    number: float
    words: str


def draw_by_month(
    figure: Figure,
    months: Sequence[dt.date],
    lines: Sequence[MonthLine],
    top: Top,
    *,
    style: ChartStyle,
) -> dict[tuple[Hashable, dt.date], tuple[float, float]]:
    """Draw a line for each thing over all the months.

    Return its key and the month -> the place of the point, line by line, also of months without a
    number.
    """
    width, height = (float(side) * 72 for side in figure.get_size_inches())
    axes = axes_over(figure)
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    names = [fitting(one.name, width * _NAMES_SHARE, measure) for one in lines]
    left = EDGE + max(map(measure, names)) + 2 * BESIDE
    right = width - EDGE - measure(top.words) - BESIDE
    bottom = height - style.font_size * LINE_HEIGHT - BELOW - EDGE
    inset = max(map(measure, map(_name, months))) / 2
    widest = max((measure(words) for one in lines for words in one.words.values()), default=0)
    if any(one.has_ranges for one in lines):  # numbers stand beside their dots
        inset += widest
    step = (right - left - 2 * inset) / max(1, len(months) - 1)
    across = {month: left + inset + n * step for n, month in enumerate(months)}
    if len(months) == 1:
        across = {months[0]: (left + right) / 2}
    band = bottom / len(lines)
    has_words = step >= SPACE + widest
    has_room = any(one.words or one.has_ranges for one in lines)
    above = style.font_size * LINE_HEIGHT if has_room else _DOT
    places: dict[tuple[Hashable, dt.date], tuple[float, float]] = {}
    for number, (one, name) in enumerate(zip(lines, names, strict=True)):
        floor, ceiling = (number + 1) * band - _DOT, number * band + above
        line(axes, [left, right], [floor, floor], style.grid, style.grid_width)
        write(
            axes,
            left - 2 * BESIDE,
            (floor + ceiling) / 2,
            name,
            style,
            style.series_text,
            align="right",
        )
        if number == 0:  # the others have the same scale, and no room for a line between them
            line(axes, [left, right], [ceiling, ceiling], style.grid, style.grid_width)
            write(axes, right + BESIDE, ceiling, top.words, style)
        heights = {
            month: floor - one.numbers.get(month, 0) / top.number * (floor - ceiling)
            for month in months
        }
        _draw_line(axes, across, heights, one, style, min(_DOT, max(_SMALL_DOT, step * 0.7)))
        scale = (floor - ceiling) / top.number
        for month, (low, high) in one.reach.items():
            _draw_reach(axes, across[month], floor - low * scale, floor - high * scale, style)
        for month, words in one.words.items() if has_words else ():
            if one.has_ranges:
                write(axes, across[month] + _DOT + BESIDE / 2, heights[month], words, style)
                continue
            y = heights[month] + (_DOT + style.font_size / 2) * _free_side(month, one.numbers)
            write(axes, across[month], y, words, style, align="center")
        places |= {(one.key, month): (across[month], heights[month]) for month in months}
    _name_months(
        axes, across, bottom + BELOW + style.font_size * LINE_HEIGHT / 2, step, measure, style
    )
    return places


def _draw_line(
    axes: Axes,
    across: Mapping[dt.date, float],
    heights: Mapping[dt.date, float],
    one: MonthLine,
    style: ChartStyle,
    dot: float,
) -> None:
    x = np.array(list(across.values()))
    y = np.array(list(heights.values()))
    known = np.array([month in one.numbers for month in across])
    if len(one.numbers) >= _LEAST_FOR_LINE and not one.has_ranges:
        line(axes, x, np.where(known, y, np.nan), style.clear, style.line_width * 0.7)
    sure = np.array([not one.has_ranges or month in one.reach for month in across])
    for which, size, color in (
        (known & sure, dot, style.clear),
        (~known, _SMALL_DOT, style.zero),
    ):
        axes.add_artist(
            Line2D(
                x[which],
                y[which],
                linestyle="none",
                marker="o",
                markersize=size,
                markerfacecolor=color,
                markeredgewidth=0,
                clip_on=False,
            )
        )
    dots(axes, x[known & ~sure], y[known & ~sure], style.clear, style, is_full=False, size=dot)


def _draw_reach(axes: Axes, x: float, low: float, high: float, style: ChartStyle) -> None:
    line(axes, [x, x], [low, high], style.unclear, style.line_width * 0.625)
    for end in (low, high):
        line(axes, [x - _TICK, x + _TICK], [end, end], style.unclear, style.line_width * 0.625)


def _free_side(month: dt.date, numbers: Mapping[dt.date, float]) -> int:
    """Return 1 where the line leaves a point upwards, so that its words stand below it; else -1."""
    beside = [numbers[near] for near in _neighbours(month) if near in numbers]
    return 1 if beside and sum(beside) / len(beside) > numbers[month] else -1


def _neighbours(month: dt.date) -> tuple[dt.date, dt.date]:
    before = (month - dt.timedelta(days=1)).replace(day=1)
    return before, (month + dt.timedelta(days=31)).replace(day=1)


def _name_months(
    axes: Axes,
    across: Mapping[dt.date, float],
    y: float,
    step: float,
    measure: Callable[[str], float],
    style: ChartStyle,
) -> None:
    """Write the names of as many months as there is room for; a January has that of its year."""
    for every in _EVERY:
        named = [month for month in across if (month.year * 12 + month.month - 1) % every == 0]
        widest = max((measure(_name(month)) for month in named), default=0)
        if widest + SPACE <= every * step or every == _EVERY[-1]:
            for month in named:
                write(axes, across[month], y, _name(month), style, align="center")
            return


def _name(month: dt.date) -> str:
    return str(month.year) if month.month == 1 else short_month_name(month.month)
