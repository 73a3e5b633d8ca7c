"""Where everything in a mood chart goes, worked out before anything is drawn.

Lengths are logical pixels (points on paper) from the top left. When there is little room, words
give way before the picture does: first they wrap, then only the numbers stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from resilience_desktop.charts import lettering, ticks
from resilience_desktop.charts.names_above import names_above
from resilience_desktop.i18n import signed, text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from resilience_desktop.charts.names_above import Name
    from resilience_desktop.charts.series import MoodSeries, Stretch, Turn
    from resilience_desktop.charts.style import ChartStyle

Length = TypeVar("Length", float, "NDArray[np.float64]")

LEVELS = (5, 0, -5)
LIMIT = 5.4
"""The scale ends a little past 5, so that marks at the ends are whole."""
LINE_HEIGHT = 1.25
"""From one line of words to the next, in font sizes."""
BESIDE, BELOW, EDGE = 8, 6, 3
"""Room between the plot and the words beside it, below it, and from words to the chart's edge."""
_FROM_EDGE = 3
"""From the edge of the plot to the mark of a first or last of few days, in marks."""
WORDS_SHARE = 0.24
"""How much of the width the words on the left may take."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The plot's box, its scales and the words around it."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    first_day: int
    """Ordinal of the first day."""
    days: int
    inset: float
    """From the plot's edge to the middle of the outermost mark."""
    levels: tuple[str, ...]
    """Words at +5, 0 and -5, with line breaks."""
    series: str
    """Words at the right end of the line; empty when there is no line or no room."""
    dates: tuple[ticks.Tick, ...] = ()
    names: Mapping[Stretch | Turn, Name] = field(default_factory=dict, repr=False)
    """What stands above the plot."""

    @property
    def day_width(self) -> float:
        """From one day to the next."""
        return (self.right - self.left - 2 * self.inset) / max(1, self.days - 1)

    def x(self, day: dt.date) -> float:
        """Return the middle of a day."""
        return self.across(float(day.toordinal()))

    def across(self, ordinals: Length) -> Length:
        """Return the middles of days given as ordinals, one or many."""
        start = self.left + self.inset if self.days > 1 else (self.left + self.right) / 2
        return start + (ordinals - self.first_day) * self.day_width

    def y(self, mood: Length) -> Length:
        """Return the heights of moods, one or many."""
        return self.top + (LIMIT - mood) / (2 * LIMIT) * (self.bottom - self.top)


def lay_out(width: float, height: float, series: MoodSeries, style: ChartStyle) -> Layout:
    """Return the layout of a chart of this size."""
    measure = partial(lettering.width, family=style.font_family, size=style.font_size)
    line = style.font_size * LINE_HEIGHT
    bottom = height - line - BELOW - EDGE
    levels = _level_words(width, bottom, line, measure)
    lines = 1 + levels[0].count("\n")
    top = _top(bottom, lines * line / 2)
    left = EDGE + max(_width(words, measure) for words in levels) + BESIDE
    named = text("7-day\nmedian") if series.has_line else ""
    if _width(named, measure) > width / 5:
        named = ""
    right = width - EDGE - (BESIDE + _width(named, measure) if named else 0)
    days = max(1, (series.last - series.first).days + 1)
    plain = Layout(
        width=width,
        height=height,
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        first_day=series.first.toordinal(),
        days=days,
        inset=style.mark_size * (_FROM_EDGE if 1 < days <= ticks.EVERY_DAY else 1),
        levels=levels,
        series=named,
    )
    dates = ticks.fitting(series.first, series.last, plain.x, measure, width - EDGE)
    names = names_above(series, plain.x, measure, (left, right))
    rows = max(map(_rows, (names, *(_names_in(one, plain, measure) for one in series.beside))))
    return replace(plain, dates=tuple(dates), names=names, top=max(top, rows * line + EDGE))


def _names_in(
    series: MoodSeries, plain: Layout, measure: Callable[[str], float]
) -> Mapping[Stretch | Turn, Name]:
    """Return what another chart of this size has above its plot."""
    days = max(1, (series.last - series.first).days + 1)
    other = replace(plain, first_day=series.first.toordinal(), days=days)
    return names_above(series, other.x, measure, (plain.left, plain.right))


def _rows(names: Mapping[Stretch | Turn, Name]) -> int:
    return 1 + max((name.row for name in names.values()), default=-1)


def _top(bottom: float, reach: float) -> float:
    """Return the top of the plot, so that words ``reach`` above +5 are not cut off."""
    share = (LIMIT - 5) / (2 * LIMIT)
    return max(EDGE, (reach - share * bottom) / (1 - share))


def _level_words(
    width: float, height: float, line: float, measure: Callable[[str], float]
) -> tuple[str, ...]:
    """Return the words at the three levels: in one line, in two, or the numbers alone."""
    anchors = (text("as good as it gets"), text("neither"), text("as bad as it gets"))
    numbers = [signed(level) for level in LEVELS]
    one_line = tuple(f"{words} {n}" for words, n in zip(anchors, numbers, strict=True))
    two_lines = tuple(wrapped(words, measure) for words in one_line)
    for words, lines in ((one_line, 1), (two_lines, 2)):
        wide = max(_width(level, measure) for level in words)
        if wide <= width * WORDS_SHARE and lines * line * 3 <= height:
            return words
    return tuple(numbers)


def wrapped(words: str, measure: Callable[[str], float]) -> str:
    """Return words in two lines, as even as they can be; two words stay together."""
    parts = words.split(" ")
    splits = [" ".join(parts[:n]) + "\n" + " ".join(parts[n:]) for n in range(1, len(parts))]
    return min(splits, key=lambda split: _width(split, measure)) if len(parts) > 2 else words


def _width(words: str, measure: Callable[[str], float]) -> float:
    return max(measure(line) for line in words.split("\n"))
