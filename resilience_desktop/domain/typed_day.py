"""A day and a time as people write them: 28, 28 October, 28/10/2025 21:30, 2025-10-28, 9 pm.

What is left out is as it was before or, where that is still to come, the last time it was so.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

EARLIEST = 100
"""The first year; diaries of other centuries can be read here too."""
_MOST = 100  # characters; whatever was pasted by mistake is not looked through
_MONTHS, _YEARS = 13, 9  # tried for a day without them: also 29 February has one of nine years
_LETTERS = 3  # of the name of a month, at least
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?([ap])\.?m\.?)?$")
_HOUR = re.compile(r"(?<!\d)(\d{1,2})()\s?([ap])\.?m\.?$")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})t?")
_NUMBERS = re.compile(r"(\d{1,2})(?:\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{4}|\d{2}))?)?\.?")
_ORDINAL = r"(\d{1,2})(?:\.|st|nd|rd|th)?"
_DAY_FIRST = re.compile(rf"{_ORDINAL}(?:(?: of)? ([^\W\d]+)\.?,?(?: (\d{{3,4}}))?)?")
_MONTH_FIRST = re.compile(rf"([^\W\d]+)\.? {_ORDINAL},?(?: (\d{{3,4}}))?")


_STEPS = {0: dt.timedelta(days=1), 3: dt.timedelta(hours=1), 4: dt.timedelta(minutes=1)}


class Problem(StrEnum):
    """Why what was typed is not taken."""

    UNKNOWN = "unknown"
    NO_SUCH_DAY = "no such day"
    TO_COME = "to come"


@dataclass(frozen=True, slots=True)
class Names:
    """What days and months are called in the language of the person."""

    months: Sequence[str]
    weekdays: Sequence[str]
    today: str
    yesterday: str


@dataclass(frozen=True, slots=True)
class Typed:
    """The wall time that was typed, or why there is none."""

    when: dt.datetime | None = field(default=None, repr=False)
    problem: Problem | None = None
    to_come: dt.date | None = field(default=None, repr=False)


def typed_day(words: str, before: dt.datetime, last: dt.date, names: Names) -> Typed:
    """Return what was typed; ``before`` stood there, and no day after ``last`` can be meant."""
    rest = " ".join(words.casefold().split())
    if not rest or len(rest) > _MOST:
        return Typed(problem=Problem.UNKNOWN)
    clock = before.time()
    if match := _CLOCK.search(rest) or _HOUR.search(rest):
        try:
            clock = dt.time(_hour(int(match[1]), match[3]), int(match[2] or 0))
        except ValueError:
            return Typed(problem=Problem.UNKNOWN)
        rest = rest[: match.start()]
    days = _days(rest.strip(" ,;"), before.date(), last, names)
    if days is None:
        return Typed(problem=Problem.UNKNOWN)
    to_come = None
    for day in days:
        if day is not None and day <= last:
            return Typed(dt.datetime.combine(day, clock))
        to_come = to_come or day
    return Typed(problem=Problem.TO_COME if to_come else Problem.NO_SUCH_DAY, to_come=to_come)


def moved(when: dt.datetime, part: int, by: int) -> dt.datetime:
    """Return a wall time with its day, month, year, hour or minute (``part`` 0 to 4) moved on.

    A month that is too short has its last day; beyond the years there are, nothing moves.
    """
    try:
        if part in _STEPS:
            return when + by * _STEPS[part]
        months = when.year * 12 + when.month - 1 + by * (1 if part == 1 else 12)
        first = when.replace(year=months // 12, month=months % 12 + 1, day=1)
        return first.replace(day=min(when.day, calendar.monthrange(first.year, first.month)[1]))
    except (ValueError, OverflowError):
        return when


def _hour(hour: int, half: str | None) -> int:
    """Return the hour of the day; raise ``ValueError`` for one that the half does not have."""
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        message = "There is no such hour before or after noon."
        raise ValueError(message)
    return hour % 12 + (12 if half == "p" else 0)


def _days(
    rest: str, before: dt.date, last: dt.date, names: Names
) -> Iterator[dt.date | None] | None:
    """Return the days that can be meant, the likeliest first; None when it is not understood."""
    weekdays = [name.casefold() for name in names.weekdays]
    back = {name: (last.weekday() - number) % 7 for number, name in enumerate(weekdays)}
    back |= {names.today.casefold(): 0, names.yesterday.casefold(): 1}
    if rest in back:
        return iter((last - dt.timedelta(days=back[rest]),))
    for name in weekdays:
        rest = rest.removeprefix(name).lstrip(" ,;")
    if not rest:
        return iter((before,))
    if match := _YEAR_FIRST.fullmatch(rest):
        return iter((_day(int(match[1]), int(match[2]), int(match[3])),))
    if match := _NUMBERS.fullmatch(rest):
        month = None if match[2] is None else int(match[2])
        return _fitting(int(match[1]), month, _whole_year(match[3], last), before)
    if match := _DAY_FIRST.fullmatch(rest):
        number, name, written = match.groups()
    elif match := _MONTH_FIRST.fullmatch(rest):
        name, number, written = match.groups()
    else:
        return None
    named = _month(name, names) if name else None
    if name and named is None:
        return None
    return _fitting(int(number), named, _whole_year(written, last), before)


def _month(name: str, names: Names) -> int | None:
    months = [month.casefold() for month in names.months]
    fits = [n for n, month in enumerate(months, 1) if month.startswith(name)]
    return fits[0] if len(fits) == 1 and len(name) >= _LETTERS else None


def _whole_year(written: str | None, last: dt.date) -> int | None:
    """Return a year that was written with two digits or all of them, if it was."""
    if written is None or len(written) > 2:
        return None if written is None else int(written)
    return last.year - (last.year - int(written)) % 100


def _fitting(
    day: int, month: int | None, year: int | None, before: dt.date
) -> Iterator[dt.date | None]:
    """Go back from how it was, to the days that have these numbers."""
    if month is not None and year is not None:
        yield _day(year, month, day)
    elif month is not None:
        for back in range(_YEARS):
            yield _day(before.year - back, month, day)
    else:
        first = before.year * 12 + before.month - 1
        for months in range(first, first - _MONTHS, -1):
            yield _day(months // 12, months % 12 + 1, day)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year >= EARLIEST else None
    except ValueError:
        return None
