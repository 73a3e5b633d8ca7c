"""A quiet note when days have been lower than in weeks that somebody chose to compare with.

Only for whoever asked for it. It looks back at what was written; it foretells nothing.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from resilience_desktop.insights.carry_over import corrected
from resilience_desktop.insights.enough import Enough

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.time_of_change import TimeOfChange
    from resilience_desktop.insights.series import DaySeries

REFERENCE_DAYS = 56
"""Calendar days that are compared with."""
ENOUGH_DAYS = 42
"""Of these, how many need a number."""
SMOOTHING = 0.2
"""Weight of the newest day."""
LIMIT = 3.0
"""Standard deviations of the smoothed days."""
DAYS_OUTSIDE = 2
"""Days with a number in a row below the limit before there is a note."""
LEAST_SPREAD = 0.5
"""Points, as in ``usual_level``. Without it, .27 to .43 of those who are nearly always at +2 (whole
points, SD .2 to .25) would see a note by chance within 90 days; with it next to none."""
MOST_BY_CHANCE = 0.16
"""Share of people with steady mood who see a note by chance within 90 days, at most."""
FOUND = (0.06, 0.75)
"""Share of drops by one standard deviation that are noted within 21 days, lowest and highest; the
lowest is for days near the end of the scale, of which many are missing."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The weeks that somebody chose to compare with."""

    first: dt.date
    enough: Enough
    """For there to be a limit; only another choice of weeks can bring what is missing."""
    level: float = field(repr=False)
    """Mean of these days, in points; nan without enough of them."""
    limit: float = field(repr=False)
    """What the smoothed days have to be below, in points; nan without enough days."""

    @classmethod
    def of(cls, series: DaySeries, first: dt.date) -> Self:
        """Return the 56 days from ``first`` on, and the limit that follows from them.

        limit = m - L s sqrt(w / (2 - w)) sqrt((1 + r (1 - w)) / (1 - r (1 - w))), with mean m and
        standard deviation s (at least half a point) of these days, carry-over r* from one day to
        the next, w = 0.2 and L = 3. Without the last factor, days that carry over would lie below
        the limit by chance far more often.

        Source: Roberts 1959, Technometrics 1; Schmid and Schöne 1997, Annals of Statistics
        25, on days that carry over; Smit, Schat and Ceulemans 2022, Assessment 30, on mood.
        Gate: 42 days.
        """
        part = series.between(first, first + dt.timedelta(days=REFERENCE_DAYS - 1))
        enough = Enough.of(part, ENOUGH_DAYS)
        if not enough:
            return cls(first, enough, math.nan, math.nan)
        level = float(part.values.mean())
        spread = max(float(part.values.std(ddof=1)), LEAST_SPREAD)
        carried = corrected(part) * (1 - SMOOTHING)
        spread *= math.sqrt(SMOOTHING / (2 - SMOOTHING) * (1 + carried) / (1 - carried))
        return cls(first, enough, level, level - LIMIT * spread)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.first + dt.timedelta(days=REFERENCE_DAYS - 1)


@dataclass(frozen=True, slots=True)
class ShiftNote:
    """What the days after the reference show."""

    reference: Reference
    noted: tuple[dt.date, ...]
    """Days on which a note came: one for each stretch below the limit, on its second day."""
    is_lower: bool
    """Whether the last day is in such a stretch, so that there is something to say now."""
    smoothed: tuple[tuple[dt.date, float], ...] = field(default=(), repr=False)
    """The moving average after each day that counted, in points."""

    @classmethod
    def of(cls, series: DaySeries, first: dt.date, changes: Iterable[TimeOfChange] = ()) -> Self:
        """Return the notes after the reference period that begins on ``first``.

        z = w x + (1 - w) z from the day after the reference on, beginning at its mean. A day
        without a number is passed over, and so is one in a period marked as a known hard one: what
        was to be expected is no shift, and the average goes on from where it stood. A note needs
        two days that count in a row below the limit.

        Simulated with 2000 series for each setting, a reference of 56 days and 90 days after it
        (``tests/promises/noise_of_the_note.py`` does it again): the share with a note by chance
        within 90 days, and with a note within 21 days of a drop by one SD, for carry-over 0, .3,
        .5::

            moods                        by chance        after a drop
            any, SD 1                    .04  .09  .11    .74  .56  .41
            any, 20 % missing            .04  .07  .10    .61  .44  .34
            any, later 40 % missing      .02  .05  .05    .48  .33  .23
            whole +1, SD 1.5             .04  .09  .12    .73  .53  .41
            whole +1, 20 % missing       .04  .08  .08    .61  .45  .34
            whole +1, later 40 %         .03  .06  .05    .48  .32  .25
            whole +3, SD 1.5             .05  .12  .15    .75  .58  .46
            whole -3, SD 1.5             .02  .04  .04    .43  .25  .15
            whole -3, later 40 %         .01  .02  .02    .20  .11  .06
            whole +1, SD .7              .04  .09  .13    .65  .53  .42
            whole +1, SD .5              .03  .08  .12    .56  .47  .42
            any, no correction           .05  .25  .43    .78  .79  .81

        On one day below the limit, as the clinical reference counted, it is .11, .14, .16 by chance
        and .86, .64, .49 after a drop, as stated there.

        Source and gate: as in ``Reference.of``; clinical reference 5.3.
        """
        reference = Reference.of(series, first)
        if not reference.enough:
            return cls(reference, (), is_lower=False)
        hard = [change for change in changes if change.is_hard]
        later = series.between(reference.last + dt.timedelta(days=1), series.last)
        average, outside = reference.level, 0
        noted, smoothed = [], []
        for day, value in later.by_day().items():
            if any(change.covers(day) for change in hard):
                continue
            average += SMOOTHING * (value - average)
            smoothed.append((day, average))
            outside = outside + 1 if average < reference.limit else 0
            if outside == DAYS_OUTSIDE:
                noted.append(day)
        return cls(reference, tuple(noted), outside >= DAYS_OUTSIDE, tuple(smoothed))
