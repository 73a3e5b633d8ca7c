"""How much days differ, and how far the mood moves from one day to the next; neither is bad."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.carry_over import DAYS_FOR_CARRY_OVER, CarryOver
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.series import DaySeries
from resilience_desktop.insights.spread import (
    DAYS_FOR_SPREAD,
    MAD_TO_DEVIATION,
    PAIRS_FOR_SWING,
    Spread,
    Swing,
)
from resilience_desktop.services.numbers_in_words import (
    carry_over_in_words,
    spread_in_words,
    swing_in_words,
)
from resilience_desktop.services.views.months import (
    LEAST_MONTHS,
    MonthRow,
    by_month,
    parts_by_month,
)
from resilience_desktop.services.views.numbers import NOTHING_YET, count
from resilience_desktop.services.views.view import Column, Panel, Table, Told

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.views.view import Asked, Drawing, Found

_LEAST_TOP = 3
"""Points at the top of the scale, so that two periods beside each other mostly share it."""
_ROOM = 0.65
"""Points between the highest number and the top, where it is written."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A month, or all days, and what was worked out of it."""

    month: dt.date | None
    name: str
    days: int
    spread: Spread = field(repr=False)
    swing: Swing = field(repr=False)

    @classmethod
    def of(cls, series: DaySeries, month: dt.date | None = None) -> _Stretch:
        name = i18n.month(month) if month else i18n.period(series.first, series.last)
        return cls(month, name, len(series), Spread.of(series), Swing.of(series))


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return spread and swing of the period and of its months."""
    series = _series(found, asked.period)
    whole, months = _Stretch.of(series), _months(series, asked.period)
    top = max(
        (_top(_months(_series(found, one), one)) for one in asked.beside), default=_top(months)
    )
    return _spread(whole, months, top), _swing(whole, months, top, CarryOver.of(series))


def _series(found: Found, period: Period) -> DaySeries:
    return DaySeries.of_moods(DayMoods.of(found.entries, period.first, period.last))


def _top(months: list[_Stretch]) -> int:
    """Return the points at the top of both pictures, with room for the highest number."""
    numbers = [number for one in months for number in (one.spread.deviation, one.swing.points)]
    return max(_LEAST_TOP, ceil(max((n for n in numbers if n is not None), default=0) + _ROOM))


def _months(series: DaySeries, period: Period) -> list[_Stretch]:
    """Return the months from the first to the last that has a mood."""
    days = list(series.by_day())
    if not days:
        return []
    return [
        _Stretch.of(series.between(first, last), month)
        for month, first, last in parts_by_month(period)
        if first <= days[-1] and last >= days[0]
    ]


def _spread(whole: _Stretch, months: list[_Stretch], top: int) -> Panel:
    def cells(one: _Stretch) -> tuple[Told, ...]:
        return (
            Told(one.name),
            count(one.days),
            _points(one.spread.deviation),
            _points(one.spread.robust),
        )

    said = spread_in_words(whole.spread)
    known = {one.month: one.spread.deviation for one in months}
    title = text("How much days differ")
    drawings = _drawings("steadiness.spread", title, said, known, top)
    has_numbers = bool(drawings) or whole.spread.deviation is not None
    return Panel(
        name="steadiness.spread",
        title=title,
        sentences=(said,),
        drawings=drawings,
        table=Table(
            title=title,
            columns=(
                Column(title=text("When"), is_number=False),
                Column(title=text("Days")),
                Column(title=text("Spread")),
                Column(title=text("Middle spread")),
            ),
            rows=(whole, *reversed(months)),
            cells=cells,
        )
        if has_numbers
        else None,
        note=_note(drawings) if has_numbers else "",
        how=(
            text(
                "The spread is the standard deviation of the days around their mean, in points of "
                "the mood scale. It takes {n} days, and half of the days there are."
            ).format(n=DAYS_FOR_SPREAD),
            text(
                "The middle spread is {factor} times the median distance from the middle day, so "
                "that single unusual days hardly move it."
            ).format(factor=MAD_TO_DEVIATION),
            _of_people(),
        ),
    )


def _swing(whole: _Stretch, months: list[_Stretch], top: int, carry_over: CarryOver) -> Panel:
    def cells(one: _Stretch) -> tuple[Told, ...]:
        return (
            Told(one.name),
            count(one.swing.enough.pairs),
            _points(one.swing.points),
        )

    said = swing_in_words(whole.swing)
    known = {one.month: one.swing.points for one in months}
    title = text("From one day to the next")
    drawings = _drawings("steadiness.swing", title, said, known, top)
    has_numbers = bool(drawings) or whole.swing.points is not None
    return Panel(
        name="steadiness.swing",
        title=title,
        sentences=(said,),
        drawings=drawings,
        table=Table(
            title=title,
            columns=(
                Column(title=text("When"), is_number=False),
                Column(title=text("Days followed by a day")),
                Column(title=text("Swing")),
            ),
            rows=(whole, *reversed(months)),
            cells=cells,
        )
        if has_numbers
        else None,
        note=_note(drawings) if has_numbers else "",
        how=(
            text(
                "The swing is the root of the mean squared step between two days in a row "
                "(RMSSD; von Neumann 1941, Jahng 2008). Steps over a gap do not count. It takes "
                "{n} such steps, and half of the days there are."
            ).format(n=PAIRS_FOR_SWING),
            text(
                "With made-up moods of which up to 40 of 100 days were missing, this came to the "
                "true swing to within 1 of 100. Counting steps over gaps made it up to 13 of 100 "
                "too large."
            ),
            _of_people(),
        ),
        advanced=_carried_over(carry_over),
    )


def _carried_over(carry_over: CarryOver) -> tuple[str, ...]:
    return (
        carry_over_in_words(carry_over),
        text(
            "This is how much a day is like the day before (lag-1 autocorrelation, corrected for "
            "short periods after Marriott and Pope 1954). It takes {n} days. It is rough: with "
            "made-up moods of which 0.4 carried over, it was off by about 0.13 in 60 days and by "
            "0.10 in 90. It says nothing about how you are."
        ).format(n=DAYS_FOR_CARRY_OVER),
    )


def _drawings(
    name: str, title: str, said: str, values: dict[dt.date | None, float | None], top: int
) -> tuple[Drawing, ...]:
    months = [month for month in values if month is not None]
    known = {month: value for month in months if (value := values[month]) is not None}
    if len(known) < LEAST_MONTHS:
        return ()
    row = MonthRow(
        key=name,
        name="",
        numbers=known,
        told={month: _in_points(value) for month, value in known.items()},
        written={month: f"{value:.1f}" for month, value in known.items()},
    )
    in_words = plural("{n} point", "{n} points", top)
    too_few = text("too few days to say")
    return (by_month(name, title, said, (row,), months, (top, in_words), too_few=too_few),)


def _points(value: float | None) -> Told:
    if value is None:
        return Told(NOTHING_YET, text("not enough days"))
    return Told(f"{value:.1f}", _in_points(value))


def _in_points(value: float) -> str:
    return plural("{n} point", "{n} points", round(value, 1))


def _note(drawings: tuple[Drawing, ...]) -> str:
    dots = text("A small dot is a month with too few days.") if drawings else ""
    no_verdict = text("More is not worse, and less is not better.")
    return f"{no_verdict} {dots}".strip()


def _of_people() -> str:
    return text(
        "Between people, moods that change more go with lower well-being only weakly (Houben and "
        "others 2015, 79 articles), and beside the mean mood they add little (Dejonckheere and "
        "others 2019). So this says nothing about one person's health."
    )
