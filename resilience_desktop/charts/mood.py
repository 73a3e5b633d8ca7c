"""The mood chart: a mark for each day and the line of their 7-day median."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from resilience_desktop.charts import lettering, ticks
from resilience_desktop.charts.flags import draw_flags, flags_height
from resilience_desktop.charts.layout import BELOW, BESIDE, EDGE, LEVELS, LINE_HEIGHT, lay_out
from resilience_desktop.charts.stretches import draw_stretches
from resilience_desktop.charts.strokes import axes_over, lifted, line, marks, write
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from resilience_desktop.charts.layout import Layout
    from resilience_desktop.charts.series import MoodSeries
    from resilience_desktop.charts.style import ChartStyle

    Points = NDArray[np.float64]


_OF_FEW = 1.5
"""By how much the marks of a few days are larger than those of many."""


def draw_mood(
    figure: Figure, series: MoodSeries, style: ChartStyle
) -> dict[dt.date, tuple[float, float]]:
    """Draw on an empty figure of 72 dots an inch times any ratio; it fills the figure.

    Return the middle of each day's mark, in logical pixels (points on paper) from the top left.
    """
    width, height = figure.get_size_inches() * 72
    layout = lay_out(width, height - flags_height(series, style), series, style)
    axes = axes_over(figure)
    draw_stretches(axes, layout, series, style)
    _draw_levels(axes, layout, style)
    _draw_dates(axes, layout, style)
    _draw_gaps(axes, layout, series, style)
    x, y = _points(series.means, layout)
    marks(axes, x, y, list(series.means.values()), style, shrink=_crowding(layout))
    _draw_median(axes, layout, series, style)
    draw_flags(axes, layout, series, style)
    return dict(zip(series.means, zip(x.tolist(), y.tolist(), strict=True), strict=True))


def _points(values: Mapping[dt.date, float], layout: Layout) -> tuple[Points, Points]:
    ordinals = np.fromiter((day.toordinal() for day in values), float, len(values))
    moods = np.fromiter(values.values(), float, len(values))
    return layout.across(ordinals), layout.y(moods)


def _draw_levels(axes: Axes, layout: Layout, style: ChartStyle) -> None:
    for level, words in zip(LEVELS, layout.levels, strict=True):
        y = layout.y(level)
        color = style.grid if level else style.zero
        line(axes, [layout.left, layout.right], [y, y], color, style.grid_width)
        write(axes, layout.left - BESIDE, y, words, style, align="right")


def _draw_dates(axes: Axes, layout: Layout, style: ChartStyle) -> None:
    y = layout.bottom + BELOW + style.font_size * LINE_HEIGHT / 2
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    for tick in layout.dates:
        x, start = layout.x(tick.day), ticks.start(tick, layout.x, measure, layout.width - EDGE)
        foot = [layout.bottom - 2, layout.bottom + BELOW]
        line(axes, [x, x], foot, style.zero, style.grid_width)
        write(axes, start, y, tick.label, style)


def _draw_gaps(axes: Axes, layout: Layout, series: MoodSeries, style: ChartStyle) -> None:
    height = style.font_size * LINE_HEIGHT
    for first, last in series.gaps:
        room = layout.x(last) - layout.x(first) + layout.day_width - style.mark_size
        for words in (text("no entries"), text("no\nentries")):
            lines = words.split("\n")
            widest = max(lettering.width(w, style.font_family, style.font_size) for w in lines)
            if widest + BESIDE <= room or layout.days == 1:
                x = (layout.x(first) + layout.x(last)) / 2
                y = layout.y(0) - len(lines) * height / 2 - 2
                write(axes, x, y, words, style, align="center")
                break


def _crowding(layout: Layout) -> float:
    """Return by how much marks shrink when there are more days than room for them, 0.5 to 1.

    Those of a few days are larger, or they would be lost in the picture.
    """
    if layout.days <= ticks.EVERY_DAY:
        return _OF_FEW
    return float(min(1, max(0.5, (layout.day_width / 1.5) ** 0.5)))


def _draw_median(axes: Axes, layout: Layout, series: MoodSeries, style: ChartStyle) -> None:
    strokes = series.strokes
    if not strokes:
        return
    x, y = _points({day: series.median[day] for day in chain.from_iterable(strokes)}, layout)
    end = float(y[-1])
    thin = float(min(1, max(0.4, (layout.day_width / 0.75) ** 0.5)))
    color, width = style.line, style.line_width * thin
    line(axes, lifted(x, strokes), lifted(y, strokes), color, width, ends="round")
    if layout.series:
        reach = style.font_size * LINE_HEIGHT * (1 + layout.series.count("\n")) / 2
        end = min(max(end, reach), layout.bottom - reach)
        write(axes, layout.right + BESIDE, end, layout.series, style, style.series_text)
