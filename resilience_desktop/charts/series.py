"""What a chart shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row that have a colour behind them."""

    first: dt.date
    last: dt.date
    words: tuple[str, ...] = field(repr=False)
    """What may stand above it, the longest first: there may not be room for all of it."""


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
    """Day -> rolling median, oldest first; the line joins neighbouring days and nothing else."""
    gaps: tuple[tuple[dt.date, dt.date], ...] = ()
    """First and last day of each stretch without entries that is long enough to be named."""
    stretches: tuple[Stretch, ...] = field(default=(), repr=False)
    """Oldest first."""
    turns: tuple[Turn, ...] = field(default=(), repr=False)
    """Oldest first."""
    flags: tuple[dt.date, ...] = field(default=(), repr=False)
    """Days that have a number at the foot of the chart, oldest first: 1, 2, 3 and so on."""

    @property
    def has_line(self) -> bool:
        """Whether any two days of the median are neighbours, so that there is a line to name."""
        return any((later - day).days == 1 for day, later in pairwise(self.median))
