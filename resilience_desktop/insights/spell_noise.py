"""How many low spells steady mood shows by chance: what stands beside every number of spells."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from resilience_desktop.insights.low_spells import RUN, SHORT_RUN

if TYPE_CHECKING:
    from resilience_desktop.insights.series import DaySeries

ALIKE = 1.0
"""Points. Days with a smaller standard deviation are called nearly alike."""
MORE_BY_CHANCE = 0.05
"""Share of steady moods that show more spells than ``Noise.most`` says, at most."""
_BEYOND = 0.1
"""The same if spells came as by a throw of dice; they keep apart from each other, so it is less."""
_BY_CHANCE = {RUN: (0.2, 1.2), SHORT_RUN: (0.6, 2.1)}
_BY_CHANCE_WHEN_ALIKE = {RUN: (0.0, 2.8), SHORT_RUN: (0.3, 4.4)}


@dataclass(frozen=True, slots=True)
class Noise:
    """Spells in 90 observed days that came in made-up mood in which nothing ever changed."""

    lowest: float
    highest: float
    days_are_alike: bool
    """Whether there are more because a day one point down stands out already."""

    @classmethod
    def of(cls, series: DaySeries, run: int) -> Self:
        """Return how many there are for days as much alike as these.

        Simulated with 2000 series of 118 days for each setting: normal AR(1) with carry-over .2,
        .4 and .6, as any number and rounded to whole points from -5 to +5, with 0, 20 and 40 % of
        the days missing at random (``tests/promises/noise_of_spells.py`` does it again). Lowest
        and highest over what is missing, for carry-over .2, .4, .6::

            moods               run of 3                      run of 2
            any, SD 1           .3-.4    .6       1.0         1.2-1.5  1.6-1.8  1.9-2.1
            whole +1, SD 2      .3       .6       .9          1.2-1.3  1.6      1.7-1.9
            whole +1, SD 1.5    .2-.3    .4       .6-.7       .8-1.0   1.1-1.3  1.3-1.5
            whole +3, SD 1.5    .2-.3    .4-.5    .7-.8       .8-1.0   1.1-1.3  1.4-1.7
            whole -3, SD 1.5    .2-.3    .3-.5    .6-.7       .6-.8    .8-1.0   1.0-1.3
            whole +1, SD 1      .3-.6    .5-.8    .8-1.2      .8-1.4   1.1-1.7  1.4-2.1
            whole +1, SD .7     .8-.9    1.2-1.3  1.7-1.8     2.5-2.6  2.8-2.9  2.8-3.1
            whole +1.5, SD .5   2.2-2.5  2.6-2.7  2.6-2.8     3.6-4.3  3.8-4.4  3.5-4.3
            whole +2, SD .3     .0       .1       .2-.3       .3-.4    .5-.6    .7-.8

        The first line is what the clinical reference, 5.2, states (.3, .6, 1.0; 1.3, 1.6, 1.9). In
        whole points there are fewer, since U grows in steps; where days hardly differ there are
        up to three times as many, since a day one point below the median is then a low one.
        """
        alike = len(series) < 2 or bool(series.values.std(ddof=1) < ALIKE)
        lowest, highest = (_BY_CHANCE_WHEN_ALIKE if alike else _BY_CHANCE)[run]
        return cls(lowest, highest, alike)

    def most(self, days: int) -> int:
        """Return how many whole spells steady mood shows in so many observed days, at most.

        The Poisson quantile for the highest rate, and one at least. Simulated as above for 45 to
        365 days, 0 to .04 of the series showed more (``tests/promises/noise_of_spells.py``).
        """
        mean = self.highest * days / 90
        number, this = 1, math.exp(-mean) * mean
        share = math.exp(-mean) + this
        while share < 1 - _BEYOND:
            number += 1
            this *= mean / number
            share += this
        return number
