"""What a chart shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.charts.median_line import strokes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

_STEEPEST = 1.0
"""Points by which the line may move over days without a mood."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row that have a colour behind them."""

    first: dt.date
    last: dt.date
    words: tuple[str, ...] = field(repr=False)
    """What may stand above it, the longest first: there may not be room for all of it."""
    way_back: dt.date | None = None
    """The last day of what comes after it and is drawn as its foot alone; None for nothing."""

    def leads_back(self, day: dt.date) -> bool:
        """Whether a day comes after it and is on the way back."""
        return self.way_back is not None and self.last < day <= self.way_back


@dataclass(frozen=True, slots=True)
class Turn:
    """A day from which on something was different: a line with its name."""

    day: dt.date
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MoodSeries:
    """Mood by day, from ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date
    means: Mapping[dt.date, float] = field(default_factory=dict, repr=False)
    """Day -> mean mood, -5 to +5, oldest first; other days have no mark."""
    median: Mapping[dt.date, float] = field(default_factory=dict, repr=False)
    """Day -> rolling median, oldest first."""
    gaps: tuple[tuple[dt.date, dt.date], ...] = ()
    """First and last day of each stretch without entries that is long enough to be named."""
    stretches: tuple[Stretch, ...] = field(default=(), repr=False)
    """Oldest first."""
    turns: tuple[Turn, ...] = field(default=(), repr=False)
    """Oldest first."""
    flags: tuple[dt.date, ...] = field(default=(), repr=False)
    """Days that have a number at the foot of the chart, oldest first: 1, 2, 3 and so on."""

    beside: tuple[MoodSeries, ...] = field(default=(), repr=False)
    """What other charts beside it show: all of them have the same heights."""

    @property
    def strokes(self) -> tuple[tuple[dt.date, ...], ...]:
        """The days that each stroke of the line of the median joins."""
        return strokes(self.median, self.means, _STEEPEST)

    @property
    def has_line(self) -> bool:
        """Whether there is a line to name."""
        return bool(self.strokes)
