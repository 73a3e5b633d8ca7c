"""What goes with better and with harder days: tags, triggers, basics, skills and sleep.

Nothing here says why. What was looked at is told with what was found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import starmap
from typing import TYPE_CHECKING, Self

import numpy as np

from resilience_desktop.insights.circular_shift import chances
from resilience_desktop.insights.enough import Enough
from resilience_desktop.insights.false_discovery import found_among
from resilience_desktop.insights.hac import Difference
from resilience_desktop.insights.weekday_adjusted import day_groups, residuals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.insights.factors import Factor, Factors
    from resilience_desktop.insights.series import DaySeries, Numbers

LEAST_DAYS = 60
"""Days on which mood and factor are both known."""
LEAST_OF_EACH = 12
"""Days with it, and days without it."""
_LEAST_LEFT = LEAST_OF_EACH / 2
"""What 12 days with and 12 without have as a sum of squares around their mean."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class NotLookedAt:
    """A factor for which there are too few days."""

    factor: Factor
    days: int
    """On how many days it and the mood are known."""
    days_missing: int
    """How many more of those it needs."""
    with_missing: int
    """How many more days with it; of a number, days that differ from the commonest one."""
    without_missing: int
    """How many more days without it."""

    @property
    def is_tied_to_weekday(self) -> bool:
        """Whether there are enough days, but too few that differ from others of their sort.

        What is there on every weekend day and on no other cannot be told from the weekend.
        """
        return not (self.days_missing or self.with_missing or self.without_missing)


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One factor and how mood goes with it."""

    factor: Factor
    days_with: int | None
    """None for a number, such as hours of sleep."""
    days_without: int | None
    days: int
    difference: Difference = field(repr=False)
    """Points of mood, with it against without it, or for each unit more of a number."""
    chance: float = field(repr=False)
    """The p of the circular shifts, 0 to 1."""
    found: bool
    """Whether it may be said that mood goes with it."""


@dataclass(frozen=True, slots=True)
class Family:
    """All that was looked at with one question, and so shares one correction."""

    looked_at: tuple[LookedAt, ...]
    """The least likely to be chance first."""
    not_looked_at: tuple[NotLookedAt, ...]
    """Those with too few days, by kind and name."""

    @property
    def found(self) -> tuple[LookedAt, ...]:
        """Return what may be said; ``looked_at`` is how many could have been."""
        return tuple(one for one in self.looked_at if one.found)

    @classmethod
    def of(cls, factors: Factors, chosen: Iterable[Factor], later: int = 0) -> Self:
        """Return what goes with the mood ``later`` days after it.

        A factor is looked at with ``LEAST_DAYS`` days on which both are known, ``LEAST_OF_EACH``
        with it and as many without. A number (hours, or the quality from 1 to 5) needs as many
        days that differ from its commonest value. And enough must be left of a factor when
        weekends (from 120 days on, each day of the week) are taken out of it: as much as 12 days
        against 12 have. None of this looks at the mood, so that what is left out here does not
        count among what was looked at.

        Mood and factor lose the means of their sort of day (``weekday_adjusted``); p comes from
        ``circular_shift``, what is found from ``false_discovery`` at q = .10 over all looked at,
        and the difference with its interval from ``hac``. Source: REFERENCE 5.5.

        On made-up journals with ten tags (tests/promises/going_together.py; any number, and steps
        from -5 to +5 with 0, 20 and 40 % of the days missing; carry-over .2, .4 and .6), with 60,
        90 and 150 days: where no tag matters, one is found in 8, 9 and 11 of 100; of what is found
        8, 9 and 10 % is chance. A true difference of 0.8 standard deviations of mood is found in
        50, 77 and 95 of 100, one of 0.5 in 18, 30 and 55: what is not found may still be there.
        And what is found with few days looks larger than it is: one of 0.5 by 1.8, 1.5 and 1.3
        times, since only those that came out large were found.

        Slow changes are not taken out. Where mood rose over a year by as much as days differ, a
        tag that came into use on the way had a p below .05 in 14 of 100.
        """
        every = [_Pairs.of(one, factors.series(one), factors.moods, later) for one in chosen]
        enough = [pairs for pairs in every if not pairs.lacking]
        each = [float(chances(pairs.mood, pairs.left)) for pairs in enough]
        looked_at = starmap(_Pairs.looked_at, zip(enough, each, found_among(each), strict=True))
        return cls(
            tuple(sorted(looked_at, key=lambda one: (one.chance, one.factor))),
            tuple(filter(None, (pairs.lacking for pairs in every))),
        )


@dataclass(frozen=True, slots=True)
class GoingWith:
    """What goes with the mood of the same day, and with that of the next.

    Two questions with a correction each; the better answer of the two is never chosen.
    """

    enough: Enough
    """Days with a mood: it takes 60, and half of those of the period. Each factor needs more."""
    same_day: Family
    next_day: Family
    """The mood of the day after. Moods of days after each other are alike, so what goes with one
    day often goes with the next. Sleep is not in it: it is of the night before already."""

    @classmethod
    def of(cls, factors: Factors) -> Self:
        """Return both; nothing is looked at while fewer than half of the days have a mood."""
        enough = Enough.of(factors.moods, LEAST_DAYS)
        every = () if enough.is_thin else tuple(factors)
        of_the_day = [factor for factor in every if not factor.kind.is_number]
        return cls(enough, Family.of(factors, every), Family.of(factors, of_the_day, later=1))


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """One factor and the mood on the days on which both are known."""

    factor: Factor
    values: Numbers = field(repr=False)
    left: Numbers = field(repr=False)
    """The values without the means of their groups of days."""
    mood: Numbers = field(repr=False)
    """The same of the mood."""
    groups: int

    @classmethod
    def of(cls, factor: Factor, known: DaySeries, moods: DaySeries, later: int) -> Self:
        days, before, after = np.intersect1d(
            known.ordinals + later, moods.ordinals, assume_unique=True, return_indices=True
        )
        values, groups = known.values[before], day_groups(days)
        return cls(
            factor,
            values,
            residuals(values, groups),
            residuals(moods.values[after], groups),
            len(np.unique(groups)),
        )

    @property
    def days_with(self) -> int:
        """How many days have it; of a number, how many differ from its commonest value."""
        if self.factor.kind.is_number:
            _, times = np.unique(self.values, return_counts=True)
            return len(self.values) - int(times.max(initial=0))
        return int(self.values.sum())

    @property
    def lacking(self) -> NotLookedAt | None:
        """What is missing before it can be looked at; None when nothing is."""
        days, days_with = len(self.values), self.days_with
        without = LEAST_OF_EACH if self.factor.kind.is_number else days - days_with
        found = NotLookedAt(
            self.factor,
            days,
            days_missing=max(0, LEAST_DAYS - days),
            with_missing=max(0, LEAST_OF_EACH - days_with),
            without_missing=max(0, LEAST_OF_EACH - without),
        )
        return None if found.is_tied_to_weekday and self._is_enough_left else found

    @property
    def _is_enough_left(self) -> bool:
        least = _LEAST_LEFT
        if self.factor.kind.is_number:
            least = _ROUNDING * float(self.values @ self.values)
        return float(self.left @ self.left) > least

    def looked_at(self, chance: float, found: bool) -> LookedAt:
        """Return what is told of it."""
        is_number = self.factor.kind.is_number
        return LookedAt(
            self.factor,
            None if is_number else self.days_with,
            None if is_number else len(self.values) - self.days_with,
            len(self.values),
            Difference.of(self.mood, self.left, self.groups),
            chance,
            found,
        )
