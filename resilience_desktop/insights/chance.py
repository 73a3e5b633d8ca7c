"""Whether a difference between two groups of few things could be chance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVEL = 0.05
"""Share of differences by chance alone that are taken for more, at most."""
_Z = 1.959964
"""What a normal number exceeds, up or down, in that share."""


def rates_could_be_chance(number: int, days: int, other_number: int, other_days: int) -> bool:
    """Whether things that happen now and then could be as frequent in both stretches of days.

    Given how many there are together, those of the first stretch are binomial with its share of
    the days. Two-sided: twice the smaller tail, compared with 0.05. In counts, and days on which
    they could be seen; without such days it always could be. No gate of its own.

    Source: Przyborowski and Wilenski 1940, Biometrika 31.
    """
    both = number + other_number
    share = days / max(1, days + other_days)
    chances = [math.comb(both, k) * share**k * (1 - share) ** (both - k) for k in range(both + 1)]
    tail = min(math.fsum(chances[: number + 1]), math.fsum(chances[number:]))
    return 2 * tail > LEVEL or not days or not other_days


def sizes_could_be_chance(
    seen: Sequence[tuple[float, bool]], others: Sequence[tuple[float, bool]]
) -> bool:
    """Whether sizes of two groups could come from the same, each with whether it is all of it.

    Each size scores +1 for every other that is known to be smaller and -1 for every one known to
    be larger; the sum over a group, brought one step nearer to zero, is compared with its spread
    when groups are dealt out at random. Where all are whole this is the rank-sum test with ties.
    No gate of its own: of three against three it never says more than chance.

    Source: Gehan 1965, Biometrika 52; permutation variance: Mantel 1967, Biometrics 23.
    """
    everything = [*seen, *others]
    number = len(everything)
    if not seen or not others:
        return True
    scores = [sum(_order(one, two) for two in everything) for one in everything]
    variance = len(seen) * len(others) * sum(s * s for s in scores) / (number * (number - 1))
    return abs(sum(scores[: len(seen)])) - 1 <= _Z * math.sqrt(variance)


def _order(one: tuple[float, bool], other: tuple[float, bool]) -> int:
    """Return 1 if one is known to be larger, -1 if smaller, 0 if nobody knows."""
    (size, whole), (other_size, other_whole) = one, other
    if size > other_size or (size == other_size and not whole):
        return int(other_whole)
    if size < other_size or not other_whole:
        return -int(whole)
    return 0
