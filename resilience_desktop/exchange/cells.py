"""Single cells that hold words or amounts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from resilience_desktop.exchange.reading import LeftOutError
from resilience_desktop.exchange.scale import number
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable

_MISSING = frozenset({"", "-", "\N{EN DASH}", "n/a", "na", "nan", "null", "none"})
_HOURS_AND_MINUTES = re.compile(r"([0-9]{1,2}) ?[:h] ?([0-5][0-9])(?::[0-5][0-9]| ?m(?:in)?)?")
_SEPARATOR = re.compile(r"[|;,]")
_LONGEST_NIGHT = 24


def is_missing(cell: str) -> bool:
    """Return whether a cell meant for a number holds none, in any of the usual ways."""
    return cell.strip().casefold() in _MISSING


def distinct(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words trimmed, without empty ones and repetitions, in their order."""
    first: dict[str, str] = {}
    for word in words:
        trimmed = " ".join(word.split())
        if trimmed:
            first.setdefault(trimmed.casefold(), trimmed)
    return tuple(first.values())


def listed(cell: str) -> tuple[str, ...]:
    """Return the words of a list written with ``|``, ``;`` or ``,`` between them."""
    return distinct(_SEPARATOR.split(cell))


def hours(cell: str) -> float | None:
    """Return hours of sleep, written ``7.5``, ``7,5``, ``7 h`` or ``7:30``; None if missing.

    Raises ``LeftOutError`` when it is neither, or more than a day has.
    """
    if is_missing(cell):
        return None
    words = " ".join(cell.split()).casefold()
    parts = _HOURS_AND_MINUTES.fullmatch(words)
    if parts:
        amount: Decimal | None = Decimal(parts[1]) + Decimal(parts[2]) / 60
    else:
        amount = number(words.removesuffix("h"))
    if amount is None or not 0 <= amount <= _LONGEST_NIGHT:
        raise LeftOutError(text("Sleep is needed in hours, from 0 to 24, such as 7.5 or 7:30."))
    return float(amount)
