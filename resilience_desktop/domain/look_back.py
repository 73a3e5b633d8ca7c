"""When a wider look is offered again: never, each month, or 1, 3, 6 and 12 months after a day.

However many such days have passed, it is offered once, and a look at about that time is enough.
"""

from __future__ import annotations

import calendar
import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from resilience_desktop.domain.plain_values import Plain, day_in, mapping, text_in

if TYPE_CHECKING:
    from collections.abc import Collection

MONTHS_APART = (1, 3, 6, 12)
EARLY = dt.timedelta(days=14)
"""A look this long before its day counts for that day."""
NOT_NOW = dt.timedelta(days=7)
"""How long an offer that was put away stays away."""


class Rhythm(StrEnum):
    """How often somebody wants to be offered a look."""

    NONE = "none"
    MONTHLY = "monthly"
    SPREAD = "spread"
    """After 1, 3, 6 and 12 months."""


@dataclass(frozen=True, slots=True)
class LookBack:
    """What somebody chose, and when."""

    rhythm: Rhythm
    chosen: dt.date
    """The day from which months are counted."""

    def due(self, looks: Collection[dt.date], today: dt.date) -> dt.date | None:
        """Return the day for which a look is waited for today, or None."""
        if self.rhythm is Rhythm.NONE:
            return None
        if self.rhythm is Rhythm.MONTHLY:
            due = months_after(max((self.chosen, *(day for day in looks if day <= today))), 1)
            return due if due <= today else None
        days = (months_after(self.chosen, months) for months in MONTHS_APART)
        passed = [day for day in days if day <= today]
        if not passed or any(look >= passed[-1] - EARLY for look in looks):
            return None
        return passed[-1]


def is_away(away: dt.date | None, today: dt.date) -> bool:
    """Whether an offer that was put away on a day is still to stay away.

    A day that lies ahead is of a clock that was wrong.
    """
    return away is not None and dt.timedelta(0) <= today - away < NOT_NOW


def look_back_to_plain(wanted: LookBack) -> Plain:
    """Return a choice as JSON values."""
    return {"rhythm": wanted.rhythm.value, "chosen": wanted.chosen.isoformat()}


def look_back_from_plain(value: object) -> LookBack | None:
    """Return what ``look_back_to_plain`` wrote; None for anything else, such as a newer rhythm."""
    with suppress(ValueError):
        plain = mapping(value)
        return LookBack(Rhythm(text_in(plain, "rhythm")), day_in(plain, "chosen"))
    return None


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
