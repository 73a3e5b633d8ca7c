"""Another number of the same days, small, under a mood chart and on its time axis."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from resilience_desktop.charts import lettering
from resilience_desktop.charts.layout import BESIDE, EDGE, LINE_HEIGHT, lay_out, wrapped
from resilience_desktop.charts.median_line import strokes
from resilience_desktop.charts.ranges import fitting
from resilience_desktop.charts.strokes import axes_over, dots, lifted, line, write

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from matplotlib.figure import Figure

    from resilience_desktop.charts.series import MoodSeries
    from resilience_desktop.charts.style import ChartStyle

MOOD_HEIGHT = 308
"""Of the chart above, whose words decide where its days begin and end."""
_DOT = 5.0
_THIN = 1.25
_FEWEST_DAYS = 14
"""A shorter piece of the line is a scrap in so small a picture."""
_STEPS = 10
"""Part of a scale by which the line may move over days without a number, as one over its steps."""


@dataclass(frozen=True, slots=True)
class DayNumbers:
    """One number a day, on a scale with an end below and one above."""

    means: Mapping[dt.date, float] = field(repr=False)
    """Oldest first; other days have no mark."""
    median: Mapping[dt.date, float] = field(repr=False)
    low: float
    high: float
    low_words: str = field(repr=False)
    """What stands at the low end, its number included."""
    high_words: str = field(repr=False)
    middle: tuple[float, str] | None = None
    """A level between the ends, and its words."""


def draw_companion(
    figure: Figure, numbers: DayNumbers, mood: MoodSeries, *, style: ChartStyle
) -> dict[dt.date, tuple[float, float]]:
    """Draw the days of ``numbers`` right below those of ``mood``; return day -> its mark."""
    width, height = (float(side) * 72 for side in figure.get_size_inches())
    above = lay_out(width, MOOD_HEIGHT, mood, style)
    axes = axes_over(figure)
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    room = above.left - BESIDE - EDGE
    high, low = (_fitted(words, room, measure) for words in (numbers.high_words, numbers.low_words))
    lines = 1 + max(words.count("\n") for words in (high, low))
    reach = style.font_size * LINE_HEIGHT * lines / 2 + 1
    span = numbers.high - numbers.low

    def y(value: float) -> float:
        return reach + (numbers.high - value) / span * (height - 2 * reach)

    levels = [(numbers.high, high), (numbers.low, low)]
    for level, words in (*levels, *([numbers.middle] if numbers.middle else [])):
        across = [above.left, above.right]
        line(axes, across, [y(level)] * 2, style.grid, style.grid_width)
        write(axes, above.left - BESIDE, y(level), words, style, align="right")
    places = {day: (above.x(day), y(value)) for day, value in numbers.means.items()}
    if places:
        x, heights = np.array(list(places.values())).T
        size = _DOT * min(1.0, max(0.5, (above.day_width / 1.5) ** 0.5))
        dots(axes, x, heights, style.unclear, style, size=size)
    if joined := strokes(numbers.median, numbers.means, span / _STEPS, _FEWEST_DAYS):
        days = list(chain.from_iterable(joined))
        x = above.across(np.array([day.toordinal() for day in days], float))
        heights = np.array([y(numbers.median[day]) for day in days])
        line(axes, lifted(x, joined), lifted(heights, joined), style.line, _THIN, ends="round")
    return places


def _fitted(words: str, room: float, measure: Callable[[str], float]) -> str:
    """Return words in one line or two, shortened where even that is too wide."""
    if measure(words) <= room:
        return words
    lines = wrapped(words, measure).split("\n")
    return "\n".join(fitting(line, room, measure) for line in lines)
