"""How much days differ, and how far the mood moves from one day to the next; neither is bad."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.carry_over import DAYS_FOR_CARRY_OVER, CarryOver
from resilience_desktop.services.numbers_in_words import (
    carry_over_in_words,
    spread_in_words,
    still_missing,
    swing_in_words,
)
from resilience_desktop.services.views.how_steadiness import how_spread, how_swing
from resilience_desktop.services.views.months import LEAST_MONTHS, MonthRow, by_month
from resilience_desktop.services.views.numbers import NOTHING_YET, count
from resilience_desktop.services.views.steady_numbers import (
    Number,
    Stretch,
    apart,
    halves_of,
    months_of,
    series_of,
    spread_of,
    swing_of,
)
from resilience_desktop.services.views.view import Column, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.views.view import Asked, Drawing, Found

_LEAST_TOP = 3
"""Points at the top of the scale, so that two periods beside each other mostly share it."""


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return spread and swing of the period and of its months."""
    series = series_of(found, asked.period)
    whole, months = Stretch.of(series), months_of(series, asked.period)
    beside = [months_of(series_of(found, period), period) for period in asked.beside]
    every = _Every(whole, months, halves_of(series), _top(list(chain(months, *beside))), beside)
    can_grow = found.can_grow(asked.period)
    return (
        _panel(
            "spread",
            text("How much days differ"),
            spread_in_words(whole.spread, can_grow=can_grow),
            every,
            spread_of,
            columns=(text("Days"), text("Spread"), text("Middle spread")),
            how=how_spread(),
        ),
        _panel(
            "swing",
            text("From one day to the next"),
            swing_in_words(whole.swing, can_grow=can_grow),
            every,
            swing_of,
            columns=(text("Days followed by a day"), text("Swing")),
            how=how_swing(),
            advanced=_carried_over(CarryOver.of(series), can_grow=can_grow),
        ),
    )


def compared(period: Period, other: Period, found: Found) -> str:
    """Return whether spread and swing of a period are apart from those of an earlier one."""
    later, earlier = (Stretch.of(series_of(found, one)) for one in (period, other))
    before = earlier.name
    if missing := still_missing(later.spread.enough, can_grow=found.can_grow(period)):
        return missing
    if not earlier.spread.enough:
        return text("Too few days in {before} to compare with.").format(before=before)
    spread, swing = (
        apart(spread_of(earlier), spread_of(later)),
        apart(swing_of(earlier), swing_of(later)),
    )
    if not (spread or swing):
        words = (
            text(
                "Whether this differs from {before} cannot be told: each day is too much like the "
                "day before it."
            )
            if spread is swing is None
            else text("These numbers and those of {before} could differ by chance alone.")
        )
        return words.format(before=before)
    said = [
        _more_or_less(
            text("Your days differed more than in {before}: by {now}, not {then}."),
            text("Your days differed less than in {before}: by {now}, not {then}."),
            spread_of(earlier),
            spread_of(later),
        )
        if spread
        else "",
        _more_or_less(
            text("Your mood moved more from day to day than in {before}: by {now}, not {then}."),
            text("Your mood moved less from day to day than in {before}: by {now}, not {then}."),
            swing_of(earlier),
            swing_of(later),
        )
        if swing
        else "",
        text("The numbers can't say why."),
    ]
    return " ".join(filter(None, said)).format(before=before)


@dataclass(frozen=True, slots=True)
class _Every:
    """What both panels are made of."""

    whole: Stretch
    months: list[Stretch]
    halves: tuple[Stretch, Stretch] | None
    top: int
    """Points at the top of both pictures, and of those beside them."""
    beside: list[list[Stretch]]
    """The months of each of the periods that stand beside each other."""


def _top(months: list[Stretch]) -> int:
    numbers = [of(one) for one in months for of in (spread_of, swing_of)]
    ends = [one.reach.high if one.reach else one.value for one in numbers]
    return max(_LEAST_TOP, ceil(max((end for end in ends if end is not None), default=0)))


def _more_or_less(more: str, less: str, earlier: Number, later: Number) -> str:
    then, now = earlier.value or 0.0, later.value or 0.0
    words = more if now > then else less
    return words.replace("{now}", _in_points(now)).replace("{then}", f"{then:.1f}")


def _moved(every: _Every, of: Callable[[Stretch], Number]) -> str:
    """Return whether a number changed within the period."""
    if every.halves is None:
        return ""
    earlier, later = (of(half) for half in every.halves)
    is_apart = apart(earlier, later)
    if is_apart is None:
        return ""
    if not is_apart:
        return text("Any change within these days could be chance.")
    return text(
        "It was about {then} in the first half of these days and {now} in the second; that is more "
        "than chance often brings about."
    ).format(then=_points(earlier.value).shown, now=_points(later.value).shown)


def _panel(
    key: str,
    title: str,
    said: str,
    every: _Every,
    of: Callable[[Stretch], Number],
    *,
    columns: tuple[str, ...],
    how: tuple[str, ...],
    advanced: tuple[str, ...] = (),
) -> Panel:
    name, whole = f"steadiness.{key}", of(every.whole)
    if whole.reach:
        low, high = f"{whole.reach.low:.1f}", f"{whole.reach.high:.1f}"
        said += " " + text("Likely between {low} and {high}.").format(low=low, high=high)
    drawings = _drawings(name, title, said, every, of)
    has_numbers = bool(drawings) or whole.value is not None
    number, value, *middle = columns

    def cells(one: Stretch) -> tuple[Told, ...]:
        shown = of(one)
        found = Told(one.name), count(shown.of), _points(shown.value), _reach(shown)
        return (*found, _points(shown.middle)) if middle else found

    table = Table(
        title=title,
        columns=(
            Column(title=text("When"), is_number=False),
            Column(title=number),
            Column(title=value),
            Column(title=text("Likely between")),
            *(Column(title=words) for words in middle),
        ),
        rows=(every.whole, *reversed(every.months)),
        cells=cells,
    )
    return Panel(
        name=name,
        title=title,
        sentences=tuple(filter(None, (said, _moved(every, of)))),
        drawings=drawings,
        table=table if has_numbers else None,
        note=_note(drawings) if has_numbers else "",
        how=how,
        advanced=advanced,
    )


def _carried_over(carry_over: CarryOver, *, can_grow: bool) -> tuple[str, ...]:
    return (
        carry_over_in_words(carry_over, can_grow=can_grow),
        text(
            "This is how much a day is like the day before (lag-1 autocorrelation, corrected for "
            "short periods after Marriott and Pope 1954). It takes {n} days. It is rough: with "
            "made-up moods of which 0.4 carried over, it was off by about 0.13 in 60 days and by "
            "0.10 in 90. It says nothing about how you are."
        ).format(n=DAYS_FOR_CARRY_OVER),
    )


def _drawings(
    name: str, title: str, said: str, every: _Every, of: Callable[[Stretch], Number]
) -> tuple[Drawing, ...]:
    months = {one.month: of(one) for one in every.months if one.month is not None}
    known = {month: one for month, one in months.items() if one.value is not None}
    each = (every.months, *every.beside)  # where one has a picture all have
    most = max(sum(of(one).value is not None for one in some) for some in each)
    if most < LEAST_MONTHS or not months:
        return ()
    row = MonthRow(
        key=name,
        name="",
        numbers={month: one.value or 0.0 for month, one in known.items()},
        told={month: _told(one) for month, one in known.items()},
        written={m: f"{one.value:.1f} ({one.of})" for m, one in known.items() if one.reach},
        reach={month: (one.reach.low, one.reach.high) for month, one in known.items() if one.reach},
        has_ranges=True,
    )
    in_words = plural("{n} point", "{n} points", every.top)
    too_few = text("too few days to say")
    top = (every.top, in_words)
    return (by_month(name, title, said, (row,), list(months), top, too_few=too_few),)


def _told(one: Number) -> str:
    points = _in_points(one.value or 0.0)
    words = text("{points} ({n})") if one.reach is None else text("{points}, {reach} ({n})")
    days = plural("{n} day", "{n} days", one.of)
    return words.format(points=points, reach=_reach(one).aloud, n=days)


def _reach(one: Number) -> Told:
    if one.reach is None:
        return Told(NOTHING_YET, text("not enough days"))
    words = text("{low} to {high}")
    return Told(words.format(low=f"{one.reach.low:.1f}", high=f"{one.reach.high:.1f}"))


def _points(value: float | None) -> Told:
    if value is None:
        return Told(NOTHING_YET, text("not enough days"))
    return Told(f"{value:.1f}", _in_points(value))


def _in_points(value: float) -> str:
    return plural("{n} point", "{n} points", round(value, 1))


def _note(drawings: tuple[Drawing, ...]) -> str:
    no_verdict = text("More is not worse, and less is not better.")
    if not drawings:
        return no_verdict
    marks = text(
        "A line shows between what the number likely lies. A ring has none: that cannot be told, "
        "and its number is in the table. In brackets: how many days. A small dot is a month "
        "with too few days."
    )
    return f"{no_verdict} {marks}"
