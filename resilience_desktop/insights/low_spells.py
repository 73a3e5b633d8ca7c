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


@dataclass(frozen=True, slots=True)
class LowSpell:
    """One low spell. Days are calendar days, and depth is in points of the scale."""

    onset: dt.date
    """The first day of the run that began it."""
    lowest_on: dt.date
    """The lowest day; of several, such as a row of days at -5, the first."""
    last: dt.date
    """The last day with a number before it was over, or before it was lost from sight."""
    end: dt.date | None
    """The first of two days in a row near the usual level; None if nobody knows: it goes on, or
    nothing was written for more than a week."""
    usual: float = field(repr=False)
    """Level of the 28 days before, as it was at the onset."""
    lowest: float = field(repr=False)

    @property
    def is_closed(self) -> bool:
        """Whether its end is known."""
        return self.end is not None

    @property
    def days(self) -> int:
        """Days from onset to end; of one without an end, as far as it was seen: at least these."""
        return ((self.end or self.last) - self.onset).days

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
        """The last day that belongs to it: the day before the end, or the last one seen."""
        return self.end - dt.timedelta(days=1) if self.end else self.last


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
                spell, place = _followed(series, start, run, level, level - BACK * spread)
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
    series: DaySeries, start: int, run: int, level: float, near: float
) -> tuple[LowSpell, int]:
    """Return the spell that begins here, and the place from which another may begin."""
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
    return (
        LowSpell(
            _day(series, start),
            _day(series, lowest),
            _day(series, over - 1),
            None if end is None else _day(series, end),
            level,
            float(series.values[lowest]),
        ),
        place,
    )


def _day(series: DaySeries, place: int) -> dt.date:
    return dt.date.fromordinal(int(series.ordinals[place]))
