"""A person's own early signs: on which days each was there, by what they set themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from math import comb
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.early_sign import (
    LASTING_DAYS,
    LASTING_OF,
    USUAL_DAYS,
    USUAL_OF,
    EarlySign,
)
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.early_signs import SignDays, series_of
from resilience_desktop.services.signs_in_words import (
    days_with,
    label,
    now_in_words,
    number_in_words,
)
from resilience_desktop.services.views.numbers import NOTHING_YET, on_day
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.domain.own_scale import OwnScale
    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.views.view import Asked, Found, Place

_RARE, _OFTEN = 0.1, 0.3
"""Shares of days that count anyway, for which it is said how often a sign is there by chance."""


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """A sign, its days in a period, and all of its days for looking back."""

    sign: EarlySign
    days: SignDays = field(repr=False)
    noted: Mapping[dt.date, float] = field(repr=False)
    """The numbers in the period; of names 1 or 0."""
    there: tuple[tuple[dt.date, dt.date], ...]
    """The stretches on which it was there, as far as they lie in the period."""
    scales: Sequence[OwnScale] = field(repr=False)

    @classmethod
    def of(cls, sign: EarlySign, found: Found, period: Period) -> _Seen:
        last = max(period.last, found.today)
        first = min(period.first, *(entry.at.day for entry in found.entries[:1]), last)
        days = SignDays.of(series_of(sign, found.entries, first, last), sign)
        there = (
            (max(start, period.first), min(end, period.last, found.today))
            for start, end in days.stretches()
        )
        return cls(
            sign,
            days,
            days.series.between(period.first, period.last).by_day(),
            tuple((start, end) for start, end in there if start <= end),
            found.scales,
        )

    def counts(self, day: dt.date) -> bool:
        """Whether a day with a number counts."""
        return self.sign.counts(self.noted[day])

    def number(self, day: dt.date) -> str:
        """Return what was noted on a day, in words."""
        if self.sign.measure.is_name:
            return text("named") if self.noted[day] else text("not named")
        return number_in_words(self.sign, self.noted[day])

    def is_there(self, day: dt.date) -> bool:
        """Whether the sign was there, looking back from a day of the period."""
        return any(first <= day <= last for first, last in self.there)


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return what is to be seen of the signs there are, or what signs are where there are none."""
    period = asked.period
    counted = [sign for sign in found.early_signs if sign.is_counted]
    seen = [_Seen.of(sign, found, period) for sign in counted]
    words = [sign.name for sign in found.early_signs if not sign.is_counted]
    drawn = [one for one in seen if one.noted]
    return (
        Panel(
            name="early_signs",
            title=text("Early signs"),
            sentences=_sentences(seen, found, period),
            drawings=(_drawing(drawn, asked, found),) if drawn else (),
            table=_table(drawn) if drawn else None,
            how=_how(),
            note=_note(words, has_picture=bool(drawn)),
        ),
    )


def compared(_period: Period, _other: Period, _found: Found) -> str:
    """Return why two periods are not compared in numbers."""
    return text("How often you write changes how often a sign can be there.")


def about() -> str:
    """Return what an early sign is, for who has none yet."""
    return text(
        "An early sign is something you know of yourself: what often changes first when things get "
        "harder. You say what it is, and when it counts. This page then shows when it was there. "
        "It looks back at what you wrote and foretells nothing."
    )


def _sentences(seen: Sequence[_Seen], found: Found, period: Period) -> tuple[str, ...]:
    """Return a line for each sign: how it is now, or how it was in days that are over."""
    if not found.early_signs:
        return (about(),)
    if period.has(found.today):
        today = found.today
        lines = [
            now_in_words(one.sign, one.days.on(today), one.days.missing(today), one.scales)
            for one in seen
        ]
    else:
        lines = [_then(one) for one in seen]
    return ("\n".join(lines),) if lines else ()


def _then(one: _Seen) -> str:
    name = label(one.sign, one.scales)
    there = sum((last - first).days + 1 for first, last in one.there)
    if there:
        days = plural("{n} day", "{n} days", there)
        return text("{sign}: it was there on {days}.").format(sign=name, days=days)
    with_it = days_with(one.sign, one.scales, len(one.noted))
    return text("{sign}: it was not there, or there were too few days to tell ({days}).").format(
        sign=name, days=with_it
    )


def _note(words: Sequence[str], *, has_picture: bool) -> str:
    said = []
    if has_picture:
        said.append(
            text(
                "A bar is a day that counts, a speck a day that does not. Behind them lies a strip "
                "while it was so as often as you set."
            )
        )
    if words:
        names = "; ".join(words)
        said.append(text("In words alone, for you to notice: {names}.").format(names=names))
    return " ".join(said)


def _drawing(seen: Sequence[_Seen], asked: Asked, found: Found) -> Drawing:
    by_id = {one.sign.id: one for one in seen}
    others = [
        _Seen.of(one.sign, found, period)
        for period in asked.beside
        if period != asked.period
        for one in seen
    ]
    days = i18n.period(asked.period.first, asked.period.last)

    def tell(mark: tuple[str, dt.date]) -> Told:
        sign, day = mark
        one = by_id[sign]
        counts = text("counts") if one.counts(day) else text("does not count")
        said = [f"{i18n.day(day, weekday=True)}: {one.sign.name}", one.number(day), counts]
        if one.is_there(day):
            said.append(text("sign there"))
        return Told(", ".join(said))

    return Drawing(
        name="early_signs",
        title=text("Days with early signs"),
        description=text("A row for each sign, {days}.").format(days=days),
        draw=partial(_draw, tuple(seen), tuple(others), asked.period, found.today),
        tell=tell,
        height=partial(_height, len(seen)),
        opens=lambda mark: mark[1],
    )


def _height(rows: int, scale: float) -> float:
    from resilience_desktop.charts.sign_rows import rows_height

    return rows_height(rows, scale)


def _draw(
    seen: Sequence[_Seen],
    others: Sequence[_Seen],
    period: Period,
    today: dt.date,
    figure: Figure,
    *,
    style: ChartStyle,
) -> Mapping[tuple[Hashable, dt.date], Place]:
    from resilience_desktop.charts.sign_rows import SignRow, draw_sign_rows

    def row(one: _Seen) -> SignRow:
        days = {day: one.counts(day) for day in one.noted}
        return SignRow(one.sign.id, one.sign.name, days, one.there, _at_the_end(one, today))

    return draw_sign_rows(
        figure,
        [row(one) for one in seen],
        (period.first, period.last),
        style=style,
        beside=[row(one) for one in others],
    )


def _at_the_end(one: _Seen, today: dt.date) -> str:
    counted = one.days.on(today)
    if counted is None:
        return ""
    return text("{met} of {days} now").format(met=counted.met, days=counted.of_days)


def _table(seen: Sequence[_Seen]) -> Table:
    rows = [(day, place) for place, one in enumerate(seen) for day in one.noted]
    rows.sort(key=lambda row: (-row[0].toordinal(), row[1]))

    def cells(row: tuple[dt.date, int]) -> tuple[Told, ...]:
        day, one = row[0], seen[row[1]]
        counted = one.days.on(day)
        back = (
            Told(NOTHING_YET, text("too few days"))
            if counted is None
            else Told(
                text("{met} of {days}").format(met=counted.met, days=counted.of_days),
            )
        )
        return (
            on_day(day, weekday=True),
            Told(one.sign.name),
            Told(one.number(day)),
            Told(_yes(one.counts(day))),
            back,
            Told(_yes(one.is_there(day))),
        )

    return Table(
        title=text("Early signs by day"),
        columns=(
            Column(title=text("Day"), is_number=False),
            Column(title=text("Early sign"), is_number=False),
            Column(title=text("Noted")),
            Column(title=text("Counts")),
            Column(title=text("Last days")),
            Column(title=text("There")),
        ),
        rows=rows,
        cells=cells,
        opens=lambda row: row[0],
    )


def _yes(is_so: bool) -> str:
    return text("yes") if is_so else text("no")


def _how() -> tuple[str, ...]:
    return (
        text(
            "You set each sign yourself. A day counts when the average of what you noted that day "
            "is under your number, or at it and above. A feeling or a tag counts when an entry of "
            "that day has it. Days without such a number are left out, never guessed."
        ),
        text(
            "A sign is there when enough of the last days count, such as {days} of {of_days}. The "
            "last days are those with such a number. They have to lie within twice as many days "
            "of the calendar, and half of them in the later half. With fewer, nothing is said."
        ).format(days=USUAL_DAYS, of_days=USUAL_OF),
        text(
            "Some signs are there by chance. If 1 day in 10 counts anyway, {days} of {of_days} "
            "come together on about {rare} of 100 days; if 3 days in 10 do, on about {often} of "
            "100. That is the binomial formula, for days that do not depend on each other. A "
            "number further from what is usual for you is there less often."
        ).format(
            days=USUAL_DAYS,
            of_days=USUAL_OF,
            rare=round(100 * by_chance(_RARE)),
            often=round(100 * by_chance(_OFTEN)),
        ),
        text(
            "Stress that stays, on {days} of {of_days} days, can be one of your signs. That is a "
            "long time to carry it (McEwen 1998)."
        ).format(days=LASTING_DAYS, of_days=LASTING_OF),
        text(
            "The numbers cannot say why a sign is there, or what comes next. Programs that look "
            "for signals by themselves found one before a third of the changes only (Smit 2025), "
            "so none are looked for here."
        ),
    )


def by_chance(share: float, days: int = USUAL_DAYS, of_days: int = USUAL_OF) -> float:
    """Return how often a sign is there where so large a share of days counts anyway, 0 to 1."""
    return sum(
        comb(of_days, met) * share**met * (1 - share) ** (of_days - met)
        for met in range(days, of_days + 1)
    )
