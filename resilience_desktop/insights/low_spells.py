"""Low spells: where the days were well below what was usual before, and how they came back.

A description of what was written, and no sign of an illness. Mood that is steady shows spells too,
as often as ``spell_noise`` says: whoever shows spells says so beside them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import numpy as np

from resilience_desktop.insights.usual_level import UsualLevels

if TYPE_CHECKING:
    from resilience_desktop.insights.series import DaySeries, Ordinals

RUN, SHORT_RUN = 3, 2
"""Low days in a row that begin a spell: as a rule, and when somebody wants to see shorter ones."""
ONSET, BACK = 1.5, 0.5
"""Spreads below the usual level: a day of an onset lies further down, a day back not so far."""
MOST_MISSING_IN_ONSET = 2
"""Days in a row without a number that the days of an onset may have between them."""
MOST_MISSING = 7
"""Days in a row without a number after which a spell cannot be followed any longer."""
ENOUGH_LATER = 3
"""Days with a number after the last low day before one can say that the low days are over."""


@dataclass(frozen=True, slots=True)
class LowSpell:
    """One low spell. Days are calendar days, and depth is in points of the scale."""

    onset: dt.date
    """The first day of the run that began it."""
    lowest_on: dt.date
    """The lowest day; of several, such as a row of days at -5, the first."""
    last_low: dt.date
    """The last day as low as those that began it, of two such days in a row, or the lowest day.

    As long as half of the days up to then were as low; what follows up to the end is the way back,
    with a low day now and then."""
    last: dt.date
    """The last day with a number before it was over, or before it was lost from sight."""
    end: dt.date | None
    """The first of two days in a row near the usual level; None if nobody knows: it goes on, or
    nothing was written for more than a week."""
    usual: float = field(repr=False)
    """Level of the 28 days before, as it was at the onset."""
    lowest: float = field(repr=False)
    eased: bool = False
    """Of one without an end: whether ``ENOUGH_LATER`` days or more were seen after the last low
    one, and most of them were not low. It never came clearly back, and does not go on either."""

    @property
    def is_closed(self) -> bool:
        """Whether its end is known."""
        return self.end is not None

    @property
    def low_days_are_over(self) -> bool:
        """Whether there are no more low days to come that belong to it."""
        return self.is_closed or self.eased

    @property
    def days(self) -> int:
        """Days from onset to end; of one without an end, as far as it was seen: at least these."""
        return ((self.end or self.last) - self.onset).days

    @property
    def low_days(self) -> int:
        """Days from the first to the last low one, both included, and those between them."""
        return (self.last_low - self.onset).days + 1

    @property
    def way_back(self) -> int:
        """Days of the way back; none without an end. With ``low_days``: all that belong to it."""
        return (self.last_inside - self.last_low).days

    @property
    def days_back(self) -> int:
        """Days from the lowest day to the end; without an end, as far as it was seen."""
        return ((self.end or self.last) - self.lowest_on).days

    @property
    def depth(self) -> float:
        """How far the lowest day lies below the usual level, in points."""
        return self.usual - self.lowest

    @property
    def last_inside(self) -> dt.date:
        """The last day that belongs to it: the one before its end.

        Without an end the last low one, since ordinary days that follow are no part of it.
        """
        return self.end - dt.timedelta(days=1) if self.end else self.last_low


@dataclass(frozen=True, slots=True, eq=False)
class LowSpells:
    """The spells of a whole series, and the days on which one could have been seen."""

    series: DaySeries
    run: int
    spells: tuple[LowSpell, ...] = field(repr=False)
    watched: Ordinals = field(repr=False)
    """Days with a number that have a usual level or lie in a spell: what frequencies are of. The
    first weeks, which cannot show a spell, would make the time before look better than it was."""

    @classmethod
    def of(cls, series: DaySeries, run: int = RUN) -> Self:
        """Return the low spells of a series. It begins early: four weeks before what is shown.

        B is the median of the 28 days before and U = max(1.4826 MAD, 0.5 points), both as they
        were at the onset. A spell begins with ``run`` days in a row below B - 1.5 U that have no
        more than two days without a number between any two of them. It ends on the first of the
        next two days in a row at B - 0.5 U or above; they cannot begin another. More than seven
        days without a number, or the end of the series, leave it without an end.

        Source: clinical reference 5.2; that faster return goes with resilience: Schreuder et al.
        2024. Gate: each onset needs 14 of the 28 days; ``SpellSummary`` has that of the whole.
        """
        usual = UsualLevels.of(series)
        spells, inside = [], ~np.isnan(usual.level)
        place = 0
        for start in np.flatnonzero(series.values < usual.level - ONSET * usual.spread).tolist():
            level, spread = float(usual.level[start]), float(usual.spread[start])
            if start >= place and _begins(series, start, run, level - ONSET * spread):
                limits = level - ONSET * spread, level - BACK * spread
                spell, place = _followed(series, start, run, level, limits)
                spells.append(spell)
                inside[start:place] = True
        return cls(series, run, tuple(spells), series.ordinals[inside])


def _begins(series: DaySeries, start: int, run: int, limit: float) -> bool:
    """Whether so many days in a row from this one lie below the limit."""
    stretch = slice(start, start + run)
    apart = np.diff(series.ordinals[stretch])
    return bool(
        len(apart) == run - 1
        and np.all(apart <= MOST_MISSING_IN_ONSET + 1)
        and np.all(series.values[stretch] < limit)
    )


def _followed(
    series: DaySeries, start: int, run: int, level: float, limits: tuple[float, float]
) -> tuple[LowSpell, int]:
    """Return the spell that begins here, and the place from which another may begin."""
    low, near = limits
    is_near = series.values >= near
    end, place = None, len(series)
    for here in range(start + run, len(series)):
        if series.ordinals[here] - series.ordinals[here - 1] > MOST_MISSING + 1:
            place = here
            break
        if is_near[here - 1] and is_near[here]:
            end, place = here - 1, here + 1
            break
    over = place if end is None else end
    lowest = start + int(np.argmin(series.values[start:over]))
    is_low = series.values[start:over] < low
    is_mostly_low = np.cumsum(is_low) * 2 >= np.arange(1, len(is_low) + 1)
    low_in_a_row = np.flatnonzero(is_low[1:] & is_low[:-1] & is_mostly_low[1:]) + 1
    last_low = start + max([run - 1, lowest - start, *low_in_a_row.tolist()])
    later = is_low[last_low - start + 1 :]
    eased = end is None and len(later) >= ENOUGH_LATER and bool(later.mean() < 0.5)
    return (
        LowSpell(
            _day(series, start),
            _day(series, lowest),
            _day(series, last_low),
            _day(series, over - 1),
            None if end is None else _day(series, end),
            level,
            float(series.values[lowest]),
            eased,
        ),
        place,
    )


def _day(series: DaySeries, place: int) -> dt.date:
    return dt.date.fromordinal(int(series.ordinals[place]))
