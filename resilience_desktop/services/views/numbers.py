"""Numbers as cells of a table: for the eye, and for the ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import signed, spoken, text
from resilience_desktop.services.views.view import Told

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.insights.mean import Interval

NOTHING_YET = "\N{EN DASH}"


def mood(value: float | None) -> Told:
    """Return a number on the mood scale, or that there is none yet."""
    if value is None:
        return Told(NOTHING_YET, text("not enough days"))
    return Told(signed(value, decimals=1), spoken(value))


def mood_range(interval: Interval | None) -> Told:
    """Return between which two numbers on the mood scale something likely lies."""
    if interval is None:
        return Told(NOTHING_YET, text("not enough days"))
    words = text("{low} to {high}")
    return Told(
        words.format(low=signed(interval.low, decimals=1), high=signed(interval.high, decimals=1)),
        words.format(low=spoken(interval.low), high=spoken(interval.high)),
        words.format(low=f"{interval.low:.1f}", high=f"{interval.high:.1f}"),
    )


def count(number: int) -> Told:
    """Return how many there are."""
    return Told(f"{number:,}", plain=str(number))


def on_day(day: dt.date, *, year: bool = True, weekday: bool = False) -> Told:
    """Return a date in words; a spreadsheet is given it in digits."""
    return Told(i18n.day(day, year=year, weekday=weekday), plain=day.isoformat())


def in_month(month: dt.date) -> Told:
    """Return a month in words; a spreadsheet is given it in digits."""
    return Told(i18n.month(month), plain=f"{month:%Y-%m}")
