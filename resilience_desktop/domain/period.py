"""Stretches of days."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.last < self.first:
            message = "A period does not end before it begins."
            raise ValueError(message)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def has(self, day: dt.date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def before(self) -> Period:
        """Return the stretch of the same length that ends the day before it."""
        length = dt.timedelta(days=self.days)
        return Period(self.first - length, self.last - length)

    def a_year_before(self) -> Period:
        """Return the same days of the year before: 52 weeks, so that weekdays stay the same."""
        weeks = dt.timedelta(weeks=52)
        return Period(self.first - weeks, self.last - weeks)


def first_day_of_last_months(last: dt.date, months: int) -> dt.date:
    """Return the first day of the last so many months, ``last`` included."""
    year, month = divmod(last.year * 12 + last.month - 1 - months, 12)
    same_day = min(last.day, calendar.monthrange(year, month + 1)[1])
    return dt.date(year, month + 1, same_day) + dt.timedelta(days=1)
