"""A row for each low spell: its numbers, and a small line of the days in it and around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from resilience_desktop.charts import lettering
from resilience_desktop.charts.layout import EDGE, LIMIT
from resilience_desktop.charts.stretches import draw_foot, draw_strip
from resilience_desktop.charts.strokes import axes_over, line, marks, write

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle

ROW, HEAD = 52, 30
"""Heights at a text of 100 %, in logical pixels."""
_MARK = 24
"""Room for the mark of the lowest day, which stands first."""
_GAP = 24
_LEAST_PICTURE, _MOST_DAY = 96, 16
"""Least width of a small line, and most from one of its days to the next."""
_FULL_MARK, _LEAST_MARK = 12, 0.8
"""From one day to the next where marks are as large as elsewhere, and their least share of that:
they may overlap on the line, and must be told apart by their shape."""
_INSET = 5
_GIVE_WAY = (2, 3, 1)
"""Columns that go where there is little room, in this order; the table has all of them."""


@dataclass(frozen=True, slots=True)
class SpellRow:
    """One low spell."""

    key: Hashable = field(repr=False)
    cells: tuple[str, ...] = field(repr=False)
    """When it began, how long it was low, how low, and how long the way back was."""
    lowest: float = field(repr=False)
    days: Mapping[int, float] = field(repr=False)
    """Days from the first one, which is 0, to a mood; in order."""
    low: int
    """The last low day, counted so."""
    last: int
    """The last day of the way back, or that of the last low one where there is none."""
    changes: tuple[int, ...] = ()
    """Days with a time of change, which are lines."""


def spells_height(rows: int, scale: float) -> float:
    """Return the height of a picture with so many rows, in logical pixels at a text scale."""
    return (rows * ROW + HEAD) * scale


def draw_spells(
    figure: Figure,
    rows: Sequence[SpellRow],
    titles: Sequence[str],
    *,
    style: ChartStyle,
    beside: Sequence[SpellRow] = (),
) -> dict[Hashable, tuple[float, float]]:
    """Draw the rows below the titles of their columns; return key -> the mark of its lowest day.

    All small lines have the same scale: a day is as wide and a point as high in each, and in those
    of a picture of the same width ``beside`` this one, if that is given the rows of this.
    """
    every = (*rows, *beside)
    width, height = figure.get_size_inches() * 72
    axes = axes_over(figure)
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    ends = _columns(every, titles, width, measure)
    row_height = height / (len(rows) + HEAD / ROW)
    head = height - len(rows) * row_height
    for column, (left, right) in ends.items():
        _write(axes, (left, right), head / 2, titles[column], style, column)
    line(axes, [0, width], [head, head], style.zero, style.grid_width)
    start = max(right for _left, right in ends.values()) + _GAP
    places = {}
    for place, row in enumerate(rows):
        top = head + place * row_height
        y = top + row_height / 2
        for column, sides in ends.items():
            _write(axes, sides, y, row.cells[column], style, column, style.series_text)
        places[row.key] = (EDGE + _MARK / 3, y)
        marks(axes, np.array([EDGE + _MARK / 3]), np.array([y]), [row.lowest], style, size=9)
        box = (start, top + _INSET, width - EDGE, top + row_height - _INSET)
        _draw_days(axes, row, _reach(every), box, style)
        line(axes, [0, width], [top + row_height] * 2, style.grid, style.grid_width)
    return places


def _columns(
    rows: Sequence[SpellRow],
    titles: Sequence[str],
    width: float,
    measure: Callable[[str], float],
) -> dict[int, tuple[float, float]]:
    """Return where the columns that have room begin and end."""
    wide = {
        column: max(measure(words) for words in (title, *(row.cells[column] for row in rows)))
        for column, title in enumerate(titles)
    }
    for column in _GIVE_WAY:
        if EDGE + _MARK + sum(wide.values()) + len(wide) * _GAP + _LEAST_PICTURE <= width:
            break
        del wide[column]
    ends, left = {}, float(EDGE + _MARK)
    for column, needed in wide.items():
        ends[column] = (left, left + needed)
        left += needed + _GAP
    return ends


def _write(
    axes: Axes,
    sides: tuple[float, float],
    y: float,
    words: str,
    style: ChartStyle,
    column: int,
    color: str = "",
) -> None:
    """Write a cell: the day from its left, numbers up to their right."""
    if column:
        write(axes, sides[1], y, words, style, color, align="right")
    else:
        write(axes, sides[0], y, words, style, color)


def _reach(rows: Sequence[SpellRow]) -> tuple[int, int]:
    """Return the first and the last day of all small lines."""
    return min(min(row.days) for row in rows), max(max(row.days) for row in rows)


def _draw_days(
    axes: Axes,
    row: SpellRow,
    reach: tuple[int, int],
    box: tuple[float, float, float, float],
    style: ChartStyle,
) -> None:
    left, top, right, bottom = box
    step = min(_MOST_DAY, (right - left) / (reach[1] - reach[0] + 1))
    days = np.fromiter(row.days, float, len(row.days))
    moods = np.fromiter(row.days.values(), float, len(row.days))
    x = left + (days - reach[0] + 0.5) * step
    y = top + (LIMIT - moods) / (2 * LIMIT) * (bottom - top)
    start, low, end = (left + (day - reach[0]) * step for day in (0, row.low + 1, row.last + 1))
    draw_strip(axes, (start, top, low, bottom), style)
    if row.last > row.low:
        draw_foot(axes, (low, end), bottom, style)
    for change in row.changes:
        at = left + (change - reach[0] + 0.5) * step
        line(axes, [at, at], [top, bottom], style.unclear, style.grid_width * 1.25)
    middle = (top + bottom) / 2
    end = left + (reach[1] - reach[0] + 1) * step
    line(axes, [left, end], [middle, middle], style.zero, style.grid_width)
    breaks = np.flatnonzero(np.diff(days) > 1) + 1  # the line is lifted where days are missing
    line(
        axes,
        np.insert(x, breaks, np.nan),
        np.insert(y, breaks, np.nan),
        style.line,
        style.line_width * 0.75,
        ends="round",
    )
    marks(
        axes,
        x,
        y,
        list(row.days.values()),
        style,
        shrink=min(1, max(_LEAST_MARK, step / _FULL_MARK)),
    )
