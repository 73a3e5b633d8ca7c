"""Words of the app: every sentence a person reads passes through here, and every date.

``text`` and ``plural`` are gettext calls; a translation is a ``.mo`` file below resources/i18n.
English is the source language, so without one the sentences are used as they stand. The language
is chosen once, before the first sentence is asked for: nothing may ask for one at import.
"""

from __future__ import annotations

import datetime as dt
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from resilience_desktop import translations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MINUS = "\N{MINUS SIGN}"

P = ParamSpec("P")
T = TypeVar("T")


class _Chosen:
    """The language the app speaks at present."""

    code = translations.SOURCE
    words = translations.load(translations.SOURCE)


def use_language(code: str = "", system: Iterable[str] = ()) -> None:
    """Speak one language, or the system's for an empty code; English where it is not there.

    ``system`` are the languages the system asks for, where the environment does not know them.
    """
    wanted = [code] if code else [*translations.of_environment(), *system]
    _Chosen.code = translations.best(wanted)
    _Chosen.words = translations.load(_Chosen.code)


def text(words: str) -> str:
    """Return ``words`` in the person's language."""
    # gettext answers an empty sentence with notes about the translation.
    return _Chosen.words.gettext(words) if words else ""


def plural(one: str, many: str, count: float) -> str:
    """Return the wording for ``count``, with ``{n}`` filled in."""
    whole = count if isinstance(count, int) else 2
    return _Chosen.words.ngettext(one, many, whole).format(n=f"{count:,}")


def once_a_language(read: Callable[P, T]) -> Callable[P, T]:
    """Remember what ``read`` returns, for each language; in place of ``functools.cache``."""
    kept: dict[tuple[object, ...], T] = {}

    @wraps(read)
    def remember(*arguments: P.args, **named: P.kwargs) -> T:
        key = (_Chosen.code, arguments, *named.items())
        if key not in kept:
            kept[key] = read(*arguments, **named)
        return kept[key]

    return remember


def language_code() -> str:
    """Return the language with its region, as Qt wants it, such as ``de_AT``."""
    return _Chosen.code


def language() -> str:
    """Return the language as PDF and Typst want it, such as ``en``."""
    return translations.base(_Chosen.code)


def is_right_to_left() -> bool:
    """Return whether windows are laid out from right to left."""
    return translations.is_right_to_left(_Chosen.code)


def languages() -> tuple[tuple[str, str], ...]:
    """Return the code of each language there is and what it calls itself, English first."""
    return translations.own_names()


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
    pattern = text("{day} {month} {year}") if year else text("{day} {month}")
    words = pattern.format(day=date.day, month=month_name(date.month), year=date.year)
    if weekday:
        pattern = text("{weekday} {date}")
        words = pattern.format(weekday=weekday_name(date.weekday()), date=words)
    return words


def month(date: dt.date) -> str:
    """Return a month with its year: ``November 2026``."""
    return text("{month} {year}").format(month=month_name(date.month), year=date.year)


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


def in_tenths(value: float) -> str:
    """Return a mean on the mood scale: ``+1`` or, where it lies between two steps, ``+1.5``."""
    return signed(value, decimals=0 if round(value, 1) == round(value) else 1)


def short_weekday_name(weekday: int) -> str:
    """Return the name of a weekday above a narrow column, Monday is 0."""
    return (
        text("Mo"), text("Tu"), text("We"), text("Th"), text("Fr"), text("Sa"), text("Su"),
    )[weekday]  # fmt: skip


def spoken(value: float) -> str:
    """Return a mood number as a screen reader should say it: ``minus two and a half``."""
    names = (
        text("zero"), text("one"), text("two"), text("three"), text("four"), text("five"),
        text("six"), text("seven"), text("eight"), text("nine"),
    )  # fmt: skip
    whole, tenths = divmod(round(abs(value) * 10), 10)
    words = names[whole] if whole < len(names) else f"{whole:,}"
    if tenths == 5:
        words = text("{number} and a half").format(number=words) if whole else text("a half")
    elif tenths:
        words = text("{number} point {tenths}").format(number=words, tenths=names[tenths])
    if not (whole or tenths):
        return words
    signed = text("minus {number}") if value < 0 else text("plus {number}")
    return signed.format(number=words)


def short_day(date: dt.date) -> str:
    """Return a date that fits a narrow column: ``22 Nov 2026``."""
    month = short_month_name(date.month)
    return text("{day} {month} {year}").format(day=date.day, month=month, year=date.year)
