"""When each of several signs was there: a row for each, over the same days."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from resilience_desktop.charts import lettering, ticks
from resilience_desktop.charts.layout import BELOW, BESIDE, EDGE, LINE_HEIGHT
from resilience_desktop.charts.ranges import fitting
from resilience_desktop.charts.stretches import draw_strip
from resilience_desktop.charts.strokes import axes_over, dots, line, write

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle

    Day = tuple[Hashable, dt.date]

ROW, FOOT = 38, 28
"""Heights at a text of 100 %, in logical pixels."""
_NAMES_SHARE = 0.3
_STRIP_SHARE = 0.62
_BAR_SHARE = 0.36
_BAR, _SPECK = 4.0, 2.5
"""Across a day that counts, which is a bar, and one that does not."""
_LEAST_BAR, _LEAST_SPECK, _LEAST_STRIP = 1.5, 1.0, 3


@dataclass(frozen=True, slots=True)
class SignRow:
    """One sign."""

    key: Hashable = field(repr=False)
    name: str = field(repr=False)
    days: Mapping[dt.date, bool] = field(repr=False)
    """Day -> whether it counts, oldest first; a day that is not here has no mark."""
    there: Sequence[tuple[dt.date, dt.date]] = field(repr=False)
    """First and last day of each stretch on which the sign was there."""
    words: str = field(default="", repr=False)
    """What stands at the end of the row."""


def rows_height(rows: int, scale: float) -> float:
    """Return the height of a picture with so many rows, in logical pixels at a text scale."""
    return (rows * ROW + FOOT) * scale


def draw_sign_rows(
    figure: Figure,
    rows: Sequence[SignRow],
    period: tuple[dt.date, dt.date],
    *,
    style: ChartStyle,
    beside: Sequence[SignRow] = (),
) -> dict[Day, tuple[float, float]]:
    """Draw a row for each sign: a bar for each day that counts, a speck for one that does not.

    Bars and specks are told apart without colour, however narrow days are. Behind days on which
    the sign was there lies a strip. Names and words take as much room as with
    the rows ``beside``. Return key and day -> the place of the day, row by row.
    """
    width, height = (float(side) * 72 for side in figure.get_size_inches())
    axes = axes_over(figure)
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    names = [fitting(row.name, width * _NAMES_SHARE, measure) for row in rows]
    every = (*rows, *beside)
    widest = max(min(measure(row.name), width * _NAMES_SHARE) for row in every)
    words = max(measure(row.words) for row in every)
    left = EDGE + widest + 2 * BESIDE
    right = width - EDGE - (words + 2 * BESIDE if words else 0)
    bottom = height - style.font_size * LINE_HEIGHT - BELOW - EDGE
    first, last = period
    day_width = (right - left) / ((last - first).days + 1)

    def x(day: dt.date) -> float:
        return left + ((day - first).days + 0.5) * day_width

    band = bottom / len(rows)
    places: dict[Day, tuple[float, float]] = {}
    for number, (row, name) in enumerate(zip(rows, names, strict=True)):
        y = (number + 0.5) * band
        half = band * _STRIP_SHARE / 2
        for start, end in row.there:
            spare = max(0.0, _LEAST_STRIP - (x(end) - x(start) + day_width)) / 2
            sides = (x(start) - day_width / 2 - spare, x(end) + day_width / 2 + spare)
            draw_strip(axes, (max(left, sides[0]), y - half, min(right, sides[1]), y + half), style)
            ends = [max(left, sides[0]), min(right, sides[1])]
            line(axes, ends, [y + half] * 2, style.zero, style.grid_width)
        line(axes, [left, right], [y, y], style.grid, style.grid_width)
        write(axes, left - 2 * BESIDE, y, name, style, style.series_text, align="right")
        write(axes, right + 2 * BESIDE, y, row.words, style)
        across = np.array([x(day) for day in row.days])
        met = np.array(list(row.days.values()), bool)
        if not met.all():
            rest = across[~met]
            speck = max(_LEAST_SPECK, min(_SPECK, day_width * 0.7))
            dots(axes, rest, np.full(len(rest), y), style.zero, style, size=speck)
        tall = band * _BAR_SHARE / 2
        bars = np.array([[y - tall, y + tall, np.nan]] * int(met.sum())).ravel()
        thick = max(_LEAST_BAR, min(_BAR, day_width * 0.7))
        line(axes, np.repeat(across[met], 3), bars, style.clear, thick)
        places |= {(row.key, day): (x(day), y) for day in row.days}
    for tick in ticks.fitting(first, last, x, measure, width - EDGE):
        middle = bottom + BELOW + style.font_size * LINE_HEIGHT / 2
        write(axes, ticks.start(tick, x, measure, width - EDGE), middle, tick.label, style)
    return places
