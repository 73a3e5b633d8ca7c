"""What a number needs before it is shown, and how much of it there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from resilience_desktop.insights.series import DaySeries


@dataclass(frozen=True, slots=True)
class Enough:
    """Whether there are enough days: of them all, of this period, and in a row."""

    days: int
    """Days that have a number."""
    least: int
    """Days that it takes."""
    of_days: int = 0
    """Days of the period, of which at least half must have a number; 0 where that is no matter."""
    pairs: int = 0
    """How often a day and the next one both have a number."""
    least_pairs: int = 0

    @classmethod
    def of(cls, series: DaySeries, least: int, least_pairs: int = 0) -> Self:
        """Return what there is in a period."""
        return cls(len(series), least, series.days, len(series.pairs()[0]), least_pairs)

    def __bool__(self) -> bool:
        return not (self.missing or self.is_thin or self.missing_pairs)

    @property
    def missing(self) -> int:
        """How many more days it takes, in a period of whatever length."""
        return max(0, self.least - self.days)

    @property
    def is_thin(self) -> bool:
        """Whether fewer than half of the days of the period have a number."""
        return 2 * self.days < self.of_days

    @property
    def missing_pairs(self) -> int:
        """How many more times a day and the next one have to have a number."""
        return max(0, self.least_pairs - self.pairs)
