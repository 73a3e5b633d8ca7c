"""Hours as people write them: 7, 7.5, 7,5 or 7:30."""

from __future__ import annotations

import re

MOST = 24
STEP = 0.25
_CLOCK = re.compile(r"(\d{1,2})(?::|\s*h\s*)([0-5]?\d)?\s*(?:min|m)?")
_DECIMAL = re.compile(r"(\d{1,2})?(?:[.,](\d{0,2}))?\s*h?")


def hours_from(words: str) -> float | None:
    """Return the hours that somebody typed, to the quarter; None for anything else."""
    words = words.strip().casefold()
    if match := _CLOCK.fullmatch(words):
        hours = int(match[1]) + int(match[2] or 0) / 60
    elif (match := _DECIMAL.fullmatch(words)) and (match[1] or match[2]):
        hours = float(f"{match[1] or 0}.{match[2] or 0}")
    else:
        return None
    return to_quarter(hours) if hours <= MOST else None


def to_quarter(hours: float) -> float:
    """Return the quarter of an hour that is nearest."""
    return round(hours / STEP) * STEP
