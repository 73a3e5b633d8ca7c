"""Stretches of days that are named by months."""

from __future__ import annotations

import calendar
import datetime as dt


def first_day_of_last_months(last: dt.date, months: int) -> dt.date:
    """Return the first day of the last so many months, ``last`` included."""
    year, month = divmod(last.year * 12 + last.month - 1 - months, 12)
    same_day = min(last.day, calendar.monthrange(year, month + 1)[1])
    return dt.date(year, month + 1, same_day) + dt.timedelta(days=1)
