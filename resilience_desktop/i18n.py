"""Words of the app: every sentence a person reads passes through here, and every date.

``text`` and ``plural`` are gettext calls; a translation is a ``.mo`` file below resources/i18n.
English is the source language, so without one the sentences are used as they stand.
"""

from __future__ import annotations

import datetime as dt
import gettext

_translations = gettext.NullTranslations()

MINUS = "\N{MINUS SIGN}"


def text(words: str) -> str:
    """Return ``words`` in the person's language."""
    return _translations.gettext(words)


def plural(one: str, many: str, count: float) -> str:
    """Return the wording for ``count``, with ``{n}`` filled in."""
    whole = count if isinstance(count, int) else 2
    return _translations.ngettext(one, many, whole).format(n=f"{count:,}")


def language() -> str:
    """Return the language as PDF and Typst want it, such as ``en``."""
    return "en"


def month_name(month: int) -> str:
    """Return the name of a month, 1 to 12."""
    return (
        text("January"), text("February"), text("March"), text("April"),
        text("May"), text("June"), text("July"), text("August"),
        text("September"), text("October"), text("November"), text("December"),
    )[month - 1]  # fmt: skip


def short_month_name(month: int) -> str:
    """Return the name of a month where there is little room."""
    return (
        text("Jan"), text("Feb"), text("Mar"), text("Apr"), text("May"), text("Jun"),
        text("Jul"), text("Aug"), text("Sep"), text("Oct"), text("Nov"), text("Dec"),
    )[month - 1]  # fmt: skip


def weekday_name(weekday: int) -> str:
    """Return the name of a weekday, Monday is 0."""
    return (
        text("Monday"), text("Tuesday"), text("Wednesday"), text("Thursday"),
        text("Friday"), text("Saturday"), text("Sunday"),
    )[weekday]  # fmt: skip


def day(date: dt.date, *, weekday: bool = False, year: bool = True) -> str:
    """Return a date in words: ``22 November 2026`` or ``Sunday 22 November``."""
    words = f"{date.day} {month_name(date.month)}"
    if weekday:
        words = f"{weekday_name(date.weekday())} {words}"
    return f"{words} {date.year}" if year else words


def day_heading(date: dt.date, today: dt.date) -> str:
    """Return how a list names a day: Today, Yesterday, then the date."""
    if date == today:
        return text("Today")
    if date == today - dt.timedelta(days=1):
        return text("Yesterday")
    return day(date, weekday=True, year=date.year != today.year)


def period(first: dt.date, last: dt.date) -> str:
    """Return a span of days: ``24 May to 22 November 2026``, or the one day it is."""
    if first == last:
        return day(last)
    if (first.year, first.month) == (last.year, last.month):
        start = str(first.day)
    else:
        start = day(first, year=first.year != last.year)
    return text("{first} to {last}").format(first=start, last=day(last))


def clock(time: dt.datetime | dt.time) -> str:
    """Return a time of day: ``19:41``."""
    return f"{time.hour:02}:{time.minute:02}"


def signed(value: float, *, decimals: int = 0) -> str:
    """Return a number on the mood scale with its sign: ``+1``, ``0`` or a true minus."""
    rounded = round(value, decimals) or 0.0
    words = f"{abs(rounded):.{decimals}f}"
    if rounded == 0:
        return words
    return ("+" if rounded > 0 else MINUS) + words


def spoken(value: int) -> str:
    """Return a mood number as a screen reader should say it: ``minus two``."""
    words = (
        text("zero"), text("one"), text("two"), text("three"), text("four"), text("five"),
    )[abs(value)]  # fmt: skip
    if value < 0:
        return text("minus {number}").format(number=words)
    return text("plus {number}").format(number=words) if value > 0 else words


def short_day(date: dt.date) -> str:
    """Return a date that fits a narrow column: ``22 Nov 2026``."""
    return f"{date.day} {short_month_name(date.month)} {date.year}"
