"""How long things last when the end of some was not seen: the product-limit curve."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Drop:
    """Where the curve falls, and to what."""

    at: float
    at_risk: int
    """How many were known to last at least so long."""
    ended: int
    """How many of them lasted just so long."""
    share: Fraction
    """Share that lasts longer."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Share of things that last longer than a time (or reach further down than a depth)."""

    number: int
    ended: int
    """Of these, how many are known in full."""
    drops: tuple[Drop, ...] = field(repr=False)

    @classmethod
    def of(cls, seen: Iterable[tuple[float, bool]]) -> Self:
        """Return the curve of these sizes, each with whether it is the whole of it.

        S(t) is the product, over the sizes up to t that are whole, of 1 - d / n: d of the n that
        are known to reach a size stop there. One that is not whole counts among the n up to where
        it was seen, that size included. Where all are whole, S is the plain share of longer ones.
        In the unit of the sizes; no gate of its own.

        Source: Kaplan and Meier 1958, Journal of the American Statistical Association 53.
        """
        sizes = list(seen)
        ended = Counter(size for size, whole in sizes if whole)
        share, drops = Fraction(1), []
        for at in sorted(ended):
            at_risk = sum(size >= at for size, _ in sizes)
            share *= 1 - Fraction(ended[at], at_risk)
            drops.append(Drop(at, at_risk, ended[at], share))
        return cls(len(sizes), ended.total(), tuple(drops))

    def share_beyond(self, size: float) -> float:
        """Return the share that is larger than this, 0 to 1."""
        return float(min((drop.share for drop in self.drops if drop.at <= size), default=1))

    @property
    def median(self) -> float | None:
        """Where the share falls below one half; None if it does not, because ends are missing.

        Where it stands at just one half it is the middle of that stretch, so that it is the plain
        median when all are whole (as in R's ``survival::quantile.survfit``).
        """
        low = [drop for drop in self.drops if drop.share <= _HALF]
        if len(low) > 1 and low[0].share == _HALF:
            return (low[0].at + low[1].at) / 2
        return low[0].at if low else None
