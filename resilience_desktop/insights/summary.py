"""The few numbers that stand beside a mood chart."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import quantiles
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from resilience_desktop.insights.days import DayMoods, Gap

ENOUGH_DAYS = 7
"""Days with a mood before the middle and the quartiles are shown."""


@dataclass(frozen=True, slots=True)
class Middle:
    """Where the days lie: half of them between the quartiles, and as many above as below."""

    lower_quartile: float
    median: float
    upper_quartile: float


@dataclass(frozen=True, slots=True)
class MoodSummary:
    """How much was written in a period, and where its days lie."""

    days: int
    days_with_entries: int
    days_with_mood: int
    entries: int
    moments: int
    whole_days: int
    converted: int
    longest_gap: Gap | None
    middle: Middle | None = field(repr=False)
    """None until there are ``ENOUGH_DAYS`` days with a mood."""

    @classmethod
    def of(cls, moods: DayMoods) -> Self:
        """Return the numbers of these days.

        Median and quartiles are taken over day values, by linear interpolation between the order
        statistics at (n - 1) p (Hyndman and Fan 1996, The American Statistician 50, definition 7).
        """
        middle = None
        if moods.days_with_mood >= ENOUGH_DAYS:
            middle = Middle(*quantiles(moods.means.values(), n=4, method="inclusive"))
        return cls(
            days=moods.days,
            days_with_entries=moods.days_with_entries,
            days_with_mood=moods.days_with_mood,
            entries=moods.entries,
            moments=moods.moments,
            whole_days=moods.whole_days,
            converted=moods.converted,
            longest_gap=moods.longest_gap,
            middle=middle,
        )

    @property
    def days_missing(self) -> int:
        """How many more days with a mood the middle needs."""
        return max(0, ENOUGH_DAYS - self.days_with_mood)
