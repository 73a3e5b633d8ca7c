"""What a chart shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


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
