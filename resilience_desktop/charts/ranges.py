"""A range for each of several rows: a line with end ticks, a dot in it, and a number beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from resilience_desktop.charts import lettering
from resilience_desktop.charts.layout import BELOW, BESIDE, EDGE, LINE_HEIGHT
from resilience_desktop.charts.strokes import axes_over, dots, line, write
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle

ROW = 32
"""Height of a row, in logical pixels at a text of 100 %."""
_TICK = 5
_NAMES_SHARE = 0.32
"""How much of the width the names may take."""


@dataclass(frozen=True, slots=True)
class Range:
    """One row: a number, between which two it likely lies, and whether that is clear."""

    key: Hashable = field(repr=False)
    name: str = field(repr=False)
    middle: float | None
    """None where there are too few days: such a row has its name and its words alone."""
    low: float
    high: float
    words: str = field(default="", repr=False)
    """What stands at the end of the row."""
    is_clear: bool = True
    """What is not is drawn thin and hollow, and says so in its words."""


def ranges_height(rows: int, scale: float) -> float:
    """Return the height of a picture with so many rows, in logical pixels at a text scale."""
    return rows * ROW * scale + 28 * scale + EDGE


def draw_ranges(
    figure: Figure,
    rows: Sequence[Range],
    ends: tuple[float, float],
    levels: Sequence[tuple[float, str]],
    *,
    style: ChartStyle,
    beside: Sequence[Range] = (),
) -> dict[Hashable, tuple[float, float]]:
    """Draw the rows between the ``ends`` of their scale, with its ``levels`` named below.

    The scale lies where it would with the rows ``beside``, so that two pictures have it in the
    same place. Return key -> middle of its dot, or where the row begins if it has none.
    """
    width, height = (float(side) * 72 for side in figure.get_size_inches())
    axes = axes_over(figure)
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    names = [fitting(row.name, width * _NAMES_SHARE, measure) for row in rows]
    every = [*rows, *beside]
    widest = max((measure(row.name) for row in every), default=0)
    left = EDGE + min(widest, width * _NAMES_SHARE) + 2 * BESIDE
    right = width - EDGE - max((measure(row.words) for row in every), default=0) - 2 * BESIDE
    bottom = height - style.font_size * LINE_HEIGHT - BELOW - EDGE
    step = bottom / max(1, len(rows))

    def across(value: float) -> float:
        low, high = ends
        return left + (min(high, max(low, value)) - low) / (high - low) * (right - left)

    for value, words in _with_room(levels, right - left, measure):
        color = style.zero if value == 0 else style.grid
        line(axes, [across(value)] * 2, [0, bottom], color, style.grid_width)
        y = bottom + BELOW + style.font_size * LINE_HEIGHT / 2
        write(axes, across(value), y, words, style, align="center")
    places = {}
    for place, (row, name) in enumerate(zip(rows, names, strict=True)):
        y = (place + 0.5) * step
        write(axes, left - 2 * BESIDE, y, name, style, style.series_text, align="right")
        if row.middle is None:
            write(axes, right + 2 * BESIDE, y, row.words, style)
            places[row.key] = (left, y)
            continue
        color = style.clear if row.is_clear else style.unclear
        thick = style.line_width if row.is_clear else style.line_width * 0.625
        line(axes, [across(row.low), across(row.high)], [y, y], color, thick)
        for end in (row.low, row.high):
            line(axes, [across(end)] * 2, [y - _TICK, y + _TICK], color, thick)
        x = across(row.middle)
        dots(axes, np.array([x]), np.array([y]), color, style, is_full=row.is_clear)
        words_color = style.series_text if row.is_clear else style.text
        write(axes, right + 2 * BESIDE, y, row.words, style, words_color)
        places[row.key] = (x, y)
    return places


def _with_room(
    levels: Sequence[tuple[float, str]], room: float, measure: Callable[[str], float]
) -> list[tuple[float, str]]:
    """Return as many levels as can be told apart, evenly, and 0 among them."""
    widest = max(measure(words) for _, words in levels) + BESIDE
    step = 1
    while step < len(levels) and room * step / max(1, len(levels) - 1) < widest:
        step += 1
    zero = next((at for at, (value, _) in enumerate(levels) if value == 0), 0)
    return list(levels[zero % step :: step])


def fitting(words: str, room: float, measure: Callable[[str], float]) -> str:
    """Return words, shortened where they are wider than the room; the table has them whole."""
    if measure(words) <= room:
        return words
    while words and measure(text("{words}...").format(words=words)) > room:
        words = words[:-1]
    return text("{words}...").format(words=words.rstrip())
