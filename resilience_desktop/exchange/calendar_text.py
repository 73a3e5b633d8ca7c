"""Dates and times as people and apps write them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Frame
from resilience_desktop.domain.moment import Moment
from resilience_desktop.exchange.reading import LeftOutError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable

NOON = dt.time(12)
"""The time of an entry that speaks of a whole day."""

_LONGEST, _ISO = 60, len("2026-11-22")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:(?:T|,? )(.+))?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.]) ?([0-9]{1,2})\2 ?([0-9]{4})(?:,? (.+))?")
_CLOCK = re.compile(
    r"([0-9]{1,2})[:.h]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]+)?)?"
    r"(?: ?([ap])\.?m\.?)?"
    r"(?: ?(?:(z)|([+-])([0-9]{2}):?([0-5][0-9])?))?",
    re.IGNORECASE,
)


class DayOrder(Enum):
    """How ``3/4/2021`` is meant. With dots the day always comes first."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, and the offset from UTC if one is written with it."""

    time: dt.time
    offset: dt.timedelta | None = None
    is_utc: bool = False
    """Whether it ends in Z: an instant, which says nothing about the clock on the wall."""


@lru_cache(maxsize=24 * 60)
def clock(words: str) -> Clock:
    """Return a time such as ``19:05``, ``7:05 pm`` or ``19:05:10.5+02:00``.

    Fractions of a second are dropped. Raises ``LeftOutError`` when it is not a time.
    """
    found = _CLOCK.fullmatch(_tidy(words))
    if not found:
        raise _no_time()
    hour, minute, second, half, utc, sign, hours, minutes = found.groups()
    try:
        time = dt.time(_hour(int(hour), half), int(minute), int(second or 0))
    except ValueError:
        raise _no_time() from None
    if not sign:
        return Clock(time, is_utc=bool(utc))
    east = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
    if east >= dt.timedelta(days=1):
        raise _no_time()
    return Clock(time, east if sign == "+" else -east)


def date_and_clock(words: str, order: DayOrder) -> tuple[dt.date, Clock | None]:
    """Return a date, and the time if one is written behind it. Raises ``LeftOutError``."""
    if len(words) == _ISO and words[4] == words[7] == "-":
        try:  # as most apps write it, and read many times faster
            return dt.date.fromisoformat(words), None
        except ValueError:
            pass
    tidy = _tidy(words)
    if found := _YEAR_FIRST.fullmatch(tidy):
        year, _, month, day, rest = found.groups()
    elif found := _YEAR_LAST.fullmatch(tidy):
        day, separator, month, year, rest = found.groups()
        if separator != "." and order is DayOrder.MONTH_FIRST:
            day, month = month, day
    else:
        raise no_date()
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        raise no_date() from None
    return date, clock(rest) if rest else None


def day_order(column: Iterable[str]) -> tuple[DayOrder, bool]:
    """Return how the dates of a column are ordered, and whether that is certain.

    A number over 12 cannot be a month. When no date has one, or dates contradict each other, the
    day is taken to come first and that is not certain.
    """
    tidy = (_YEAR_LAST.fullmatch(_tidy(words)) for words in column)
    pairs = [(int(found[1]), int(found[3])) for found in tidy if found and found[2] != "."]
    day_first = any(first > 12 for first, _ in pairs)
    month_first = any(second > 12 for _, second in pairs)
    if month_first and not day_first:
        return DayOrder.MONTH_FIRST, True
    return DayOrder.DAY_FIRST, day_first != month_first or not pairs


def moment(date: dt.date, at: Clock | None, zone: str) -> tuple[Moment, Frame]:
    """Return when something happened, for someone living in ``zone``.

    * without a time: noon, and the entry speaks of the day;
    * a time alone: the clock on the wall in ``zone``;
    * ending in Z: that instant, as the clock in ``zone`` showed it, since Z says that the wall
      time is not known;
    * with an offset: that instant and that wall time. It is in ``zone`` if the clocks there had
      this offset then; else in the fixed zone with this offset; where there is none, as for
      +05:45, the offset is kept and only the name is that of ``zone``.

    Raises ``LeftOutError`` for a date at the very ends of the calendar.
    """
    try:
        if at is None:
            return Moment.from_clock(date, NOON, zone), Frame.TODAY
        if at.is_utc:
            instant = dt.datetime.combine(date, at.time, dt.UTC)
            return Moment.from_instant(instant, zone), Frame.NOW
        if at.offset is not None:
            return _at_offset(dt.datetime.combine(date, at.time), at.offset, zone), Frame.NOW
        return Moment.from_clock(date, at.time, zone), Frame.NOW
    except OverflowError:
        raise no_date() from None


def no_date() -> LeftOutError:
    """Return the error for a date that is not one."""
    return LeftOutError(
        text("The date could not be read. Dates such as 2024-05-31 or 31.5.2024 are understood.")
    )


def _at_offset(wall: dt.datetime, offset: dt.timedelta, zone: str) -> Moment:
    instant = wall.replace(tzinfo=dt.timezone(offset))
    here = Moment.from_instant(instant, zone)
    seconds = round(offset.total_seconds())
    if here.offset == seconds:
        return here
    hours, rest = divmod(seconds, 3600)
    # The names count hours west of Greenwich: Etc/GMT-2 is two hours ahead of it.
    fixed = f"Etc/GMT{-hours:+d}" if not rest and -12 <= hours <= 14 else zone
    return Moment(here.utc, fixed, seconds)


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        message = "A twelve-hour clock shows 1 to 12."
        raise ValueError(message)
    return hour % 12 + (12 if half.lower() == "p" else 0)


def _no_time() -> LeftOutError:
    return LeftOutError(
        text("The time could not be read. Times such as 19:05 or 7:05 pm are understood.")
    )


def _tidy(words: str) -> str:
    # split() takes the narrow no-break space that apps put before "pm" for the space it is.
    tidy = " ".join(words.split())
    return tidy if len(tidy) <= _LONGEST else ""
