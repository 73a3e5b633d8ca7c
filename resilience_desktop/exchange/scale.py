"""Numbers as people write them, and moods on other scales put on ours."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from resilience_desktop.domain.entry import HIGHEST, LOWEST

# No exponents and a limit on digits: "1e999999999" would be expanded into a gigabyte of zeros.
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,15}(?:[.,][0-9]{0,15})?|[.,][0-9]{1,15})")
_MINUSES = str.maketrans("\N{MINUS SIGN}\N{EN DASH}", "--")


def number(words: str) -> Decimal | None:
    """Return the number, written with a decimal point or comma; None when it is not one."""
    written = words.strip().translate(_MINUSES)
    if not _NUMBER.fullmatch(written):
        return None
    return Decimal(written.replace(",", "."))


@dataclass(frozen=True, slots=True)
class Scale:
    """A mood scale of another app or questionnaire, from its worst number to its best.

    ``low`` may be the larger one, as in school grades where 1 is best: ``Scale(6, 1)``.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high)) or self.low == self.high:
            message = "A scale has two different ends."
            raise ValueError(message)

    def __str__(self) -> str:
        return f"{_plain(self.low)}..{_plain(self.high)}"

    def __contains__(self, value: Decimal) -> bool:
        low, high = sorted((_exact(self.low), _exact(self.high)))
        return low <= Fraction(value) <= high

    def convert(self, value: Decimal) -> int:
        """Return the mood, -5 to +5, for a value that lies on this scale.

        ``(value - low) * 10 / (high - low) - 5``, rounded. Halves go away from 0, so that a
        value and its mirror image come out as mirror images: 2 and 4 of 1..5 are -3 and +3.
        The sum is exact; with floats, and with ``round`` sending halves to the even neighbour,
        equal steps would come out unequal.
        """
        low, high = _exact(self.low), _exact(self.high)
        exact = (Fraction(value) - low) * (HIGHEST - LOWEST) / (high - low) + LOWEST
        size = math.floor(abs(exact) + Fraction(1, 2))
        return size if exact > 0 else -size

    def origin(self, value: Decimal) -> str:
        """Return what to note beside a converted mood: ``51 on 0..100``; empty if unchanged."""
        if (self.low, self.high) == (LOWEST, HIGHEST) and value == value.to_integral_value():
            return ""
        return f"{value:f} on {self}"


OURS = Scale(LOWEST, HIGHEST)


def _exact(end: float) -> Fraction:
    # By way of its digits: 0.1 is meant as one tenth, not as the nearest float.
    return Fraction(str(end))


def _plain(end: float) -> str:
    return str(int(end)) if end == int(end) else str(end)
