"""How often low spells came, how deep and how long they were; and two periods side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import numpy as np

from resilience_desktop.insights.chance import rates_could_be_chance, sizes_could_be_chance
from resilience_desktop.insights.enough import Enough
from resilience_desktop.insights.spell_noise import Noise
from resilience_desktop.insights.survival import Curve

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from resilience_desktop.insights.low_spells import LowSpell, LowSpells

    Size = Callable[[LowSpell], float]

ENOUGH_DAYS = 42
"""Days with a number in the period before spells are shown."""
ENOUGH_CLOSED = 5
"""Spells with an end before anything is said of all of them but how many there were."""


@dataclass(frozen=True, slots=True)
class SpellSummary:
    """The spells that began in a period, whenever they ended."""

    spells: tuple[LowSpell, ...] = field(repr=False)
    days_watched: int
    """Days with a number on which a spell could be seen; these are the observed days."""
    enough: Enough
    """For anything to be shown of these days."""
    noise: Noise
    """What steady mood shows by chance, to be said beside it."""

    @classmethod
    def of(cls, found: LowSpells, first: dt.date, last: dt.date) -> Self:
        """Return what there is to say of these days, both included.

        ``found`` is of a series that begins four weeks earlier or more, or where writing began.

        Source: clinical reference 5.2; practice 48. Gate: ``ENOUGH_DAYS`` days with a number, and
        half of the days.
        """
        part = found.series.between(first, last)
        watched = (found.watched >= first.toordinal()) & (found.watched <= last.toordinal())
        spells = tuple(spell for spell in found.spells if first <= spell.onset <= last)
        return cls(
            spells,
            int(np.count_nonzero(watched)),
            Enough.of(part, ENOUGH_DAYS),
            Noise.of(part, found.run),
        )

    @property
    def closed(self) -> int:
        """How many spells have an end."""
        return sum(spell.is_closed for spell in self.spells)

    @property
    def has_enough(self) -> bool:
        """Whether rates and medians may be shown; until then each spell stands by itself."""
        return self.closed >= ENOUGH_CLOSED

    @property
    def most_by_chance(self) -> int:
        """How many steady mood shows in as many days, at most."""
        return self.noise.most(self.days_watched)

    def per(self, days: int) -> float | None:
        """Return how many began in so many observed days, such as 30 or 90; None without any."""
        return len(self.spells) / self.days_watched * days if self.days_watched else None

    @property
    def duration(self) -> Curve:
        """Days from onset to end. The median is the plain one as long as all have an end."""
        return Curve.of(_seen(self.spells, _days))

    @property
    def return_time(self) -> Curve:
        """Days from the lowest day to the end.

        Of a spell without an end as if no lower day came after what was seen of it.
        """
        return Curve.of(_seen(self.spells, _days_back))

    @property
    def depth(self) -> Curve:
        """Points from the usual level to the lowest day; of one without an end at least these."""
        return Curve.of(_seen(self.spells, _depth))


@dataclass(frozen=True, slots=True)
class Compared:
    """One number of two periods."""

    before: float | None
    after: float | None
    could_be_chance: bool

    @property
    def difference(self) -> float | None:
        """After less before: below zero is fewer, shorter, shallower or faster."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class SpellsCompared:
    """Whether spells are fewer, shorter, shallower, and whether the way back is faster."""

    before: SpellSummary = field(repr=False)
    after: SpellSummary = field(repr=False)
    frequency: Compared
    """Spells in 90 observed days."""
    duration: Compared
    """Median days."""
    depth: Compared
    """Median points."""
    return_time: Compared
    """Median days."""

    @classmethod
    def of(cls, before: SpellSummary, after: SpellSummary) -> Self:
        """Return the comparison, before first.

        Frequencies by the exact test of two rates, the others by the rank-sum test for sizes of
        which some are known in part; each says whether chance alone does the same more often than
        once in twenty times. Sizes need ``ENOUGH_CLOSED`` spells with an end in each period. Of
        two years of steady mood one of the four was said to differ in 0 to .11 of the pairs that
        pass the gate (as simulated in ``Noise``, before sizes had theirs), each by itself in 0 to
        .06, so that they are not corrected for each other.

        Source: practice 48; ``chance``. Gate: ``ENOUGH_CLOSED`` spells with an end together, and
        that of each summary.
        """
        rates = (
            len(before.spells),
            before.days_watched,
            len(after.spells),
            after.days_watched,
        )

        def sizes(size: Size, of: Callable[[SpellSummary], Curve]) -> Compared:
            chance = not (before.has_enough and after.has_enough) or sizes_could_be_chance(
                _seen(before.spells, size), _seen(after.spells, size)
            )
            return Compared(of(before).median, of(after).median, chance)

        return cls(
            before,
            after,
            Compared(before.per(90), after.per(90), rates_could_be_chance(*rates)),
            sizes(_days, lambda summary: summary.duration),
            sizes(_depth, lambda summary: summary.depth),
            sizes(_days_back, lambda summary: summary.return_time),
        )

    @property
    def closed_missing(self) -> int:
        """How many more spells with an end, of both together, it takes to say anything."""
        return max(0, ENOUGH_CLOSED - self.before.closed - self.after.closed)


def _days(spell: LowSpell) -> float:
    return spell.days


def _days_back(spell: LowSpell) -> float:
    return spell.days_back


def _depth(spell: LowSpell) -> float:
    return spell.depth


def _seen(spells: Sequence[LowSpell], size: Size) -> list[tuple[float, bool]]:
    return [(size(spell), spell.is_closed) for spell in spells]
