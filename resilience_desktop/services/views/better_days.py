"""What goes with better and with harder days: of the same day, and of the day after."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from statistics import fmean
from typing import TYPE_CHECKING

from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import signed, text
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.factors import Factors, Kind
from resilience_desktop.insights.going_with import GoingWith, LookedAt
from resilience_desktop.insights.mean import Interval
from resilience_desktop.services.findings_in_words import (
    all_going_with_in_words,
    days_with_in_words,
)
from resilience_desktop.services.numbers_in_words import still_missing
from resilience_desktop.services.views.better_days_words import (
    left_out,
    looked_at_in_words,
    still_chance,
    way_on,
)
from resilience_desktop.services.views.factor_words import (
    lacking_in_words,
    name_in_sentence,
    names_of,
)
from resilience_desktop.services.views.how_better_days import how_days_after, how_same_days
from resilience_desktop.services.views.numbers import NOTHING_YET, count, mood, mood_range
from resilience_desktop.services.views.scales import mood_ranges
from resilience_desktop.services.views.side_inputs import skill_days
from resilience_desktop.services.views.view import Column, MoodRange, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.domain.period import Period
    from resilience_desktop.insights.factors import Factor
    from resilience_desktop.insights.going_with import Family, NotLookedAt
    from resilience_desktop.services.views.view import Asked, Drawing, Found

    Name = Callable[[Factor], str]

MOST_NOT_CLEAR = 6
"""How many rows that are not clear are drawn; the table has all of them."""
_WIDEST = 10
"""Points from one end of the mood scale to the other."""


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return what goes with the mood of the same day, and what with that of the day after."""
    beside = {period: _factors(period, found) for period in (*asked.beside, asked.period)}
    going = {period: GoingWith.of(factors) for period, factors in beside.items()}
    this = going[asked.period]
    can_grow = found.can_grow(asked.period)
    if not (this.enough or any(one.enough for one in going.values())):
        return (
            Panel(
                name="better_days.same_day",
                title=text("What goes with better days"),
                sentences=(still_missing(this.enough, can_grow=can_grow),),
                how=how_same_days(),
            ),
        )
    names = names_of(chain.from_iterable(beside.values()), found.own_skills)
    every = _Every(names, asked.period, can_grow)
    same_day, day_after = text("On the same day"), text("On the day after")
    families = [one.same_day for one in going.values()]
    after = [one.next_day for one in going.values()]
    return (
        _panel("same_day", same_day, this.same_day, families, every, how_same_days()),
        _panel("day_after", day_after, this.next_day, after, every, how_days_after()),
    )


def compared(_period: Period, _other: Period, _found: Found) -> str:
    """Return why two periods are not compared in numbers."""
    return text(
        "By chance alone, something can be clear in one of these two times and not in the other."
    )


@dataclass(frozen=True, slots=True)
class _Every:
    """What holds for each factor of a panel."""

    name: Name = field(repr=False)
    period: Period
    can_grow: bool
    """Whether what lacks days can still have them."""

    def opens(self, factor: Factor) -> TimelineFilter | None:
        """Return what shows the entries that have it; what is asked about each day has none."""
        first, last = self.period.first, self.period.last
        if factor.kind is Kind.TAG:
            return TimelineFilter(tags=(factor.name,), first=first, last=last)
        if factor.kind is Kind.TRIGGER:
            return TimelineFilter(triggers=(factor.name,), first=first, last=last)
        return None


def _factors(period: Period, found: Found) -> Factors:
    entries = found.within(period)
    moods = DayMoods.of(entries, period.first, period.last)
    return Factors.of(entries, moods, skill_days(found))


def _panel(
    key: str,
    title: str,
    family: Family,
    beside: Sequence[Family],
    every: _Every,
    how: tuple[str, ...],
) -> Panel:
    clear = _highest_first(family.found)
    others = [one for one in family.looked_at if not one.found]
    named = [(one, name_in_sentence(one.factor, every.name)) for one in clear]
    sentences = all_going_with_in_words(named, next_day=key == "day_after")
    # One below the other, since each is about something else.
    said = "\n".join(
        [looked_at_in_words(family, can_grow=every.can_grow), *sentences, *still_chance(len(clear))]
    )
    drawn = _drawn(beside)
    rows = [_row(family, factor, every.name) for factor in drawn]
    drawings: tuple[Drawing, ...] = ()
    if drawn:  # with rows that are empty here, where what stands beside it has them
        in_others = [_row(one, factor, every.name) for one in beside for factor in drawn]
        name = f"better_days.{key}"
        picture = mood_ranges(name, title, said, rows, _WIDEST, beside=in_others)
        drawings = (replace(picture, opens=every.opens),)
    shown: list[LookedAt | NotLookedAt] = [*clear, *_highest_first(others), *family.not_looked_at]
    can_open = any(every.opens(one.factor) for one in shown)
    not_drawn = sum(one.factor not in drawn for one in others)
    return Panel(
        name=f"better_days.{key}",
        title=title,
        sentences=(said,),
        drawings=drawings,
        table=_table(title, shown, every),
        how=how,
        note=" ".join(filter(None, (*left_out(family, not_drawn), way_on(can_open)))),
    )


def _highest_first(some: Sequence[LookedAt]) -> list[LookedAt]:
    return sorted(some, key=lambda one: -one.difference.points)


def _drawn(beside: Sequence[Family]) -> list[Factor]:
    """Return the rows of all pictures beside each other: clear ones, then some of the others."""
    points: dict[Factor, list[float]] = {}
    for one in sorted((one for family in beside for one in family.looked_at), key=_chance):
        points.setdefault(one.factor, []).append(one.difference.points)
    clear = {one.factor for family in beside for one in family.found}
    others = [factor for factor in points if factor not in clear][:MOST_NOT_CLEAR]

    def highest(factor: Factor) -> float:
        return -fmean(points[factor])

    return [*sorted(sorted(clear), key=highest), *sorted(others, key=highest)]


def _chance(one: LookedAt) -> float:
    return one.chance


def _row(family: Family, factor: Factor, name: Name) -> MoodRange:
    called, not_clear = name(factor), text("not clear")
    one = next((one for one in family.looked_at if one.factor == factor), None)
    if one is None:
        few = text("too few days")
        told = Told(f"{called}: {few}", f"{called}, {few}")
        return MoodRange(key=factor, name=called, middle=None, words=few, told=told)
    difference = one.difference
    return MoodRange(
        key=factor,
        name=called,
        middle=difference.points,
        low=difference.lower,
        high=difference.upper,
        words=signed(difference.points, decimals=1) if one.found else not_clear,
        told=_told(called, one, "" if one.found else not_clear),
        is_clear=one.found,
    )


def _told(name: str, one: LookedAt, aside: str) -> Told:
    value, reach, days = mood(one.difference.points), _reach(one), days_with_in_words(one)
    shown, aloud = (
        text("{value}, roughly {reach}").format(value=first, reach=second)
        for first, second in ((value.shown, reach.shown), (value.aloud, reach.aloud))
    )
    if aside:
        return Told(f"{name}: {aside}, {shown} ({days})", f"{name}, {aside}, {aloud}, {days}")
    return Told(f"{name}: {shown} ({days})", f"{name}, {aloud}, {days}")


def _reach(one: LookedAt) -> Told:
    return mood_range(Interval(one.difference.lower, one.difference.upper))


def _days(one: LookedAt) -> tuple[Told, Told]:
    if one.days_with is None:
        return count(one.days), Told(NOTHING_YET, text("every day has a number"))
    return count(one.days_with), count(one.days_without or 0)


def _table(title: str, rows: Sequence[LookedAt | NotLookedAt], every: _Every) -> Table | None:
    def cells(one: LookedAt | NotLookedAt) -> tuple[Told, ...]:
        called = Told(every.name(one.factor))
        if not isinstance(one, LookedAt):
            unknown = mood(None)
            lacks = lacking_in_words(one) if every.can_grow else text("too few days")
            return called, Told(lacks), unknown, unknown, unknown, unknown
        verdict = Told(text("clear") if one.found else text("not clear"))
        return called, verdict, mood(one.difference.points), _reach(one), *_days(one)

    if not rows:
        return None
    return Table(
        title=title,
        columns=(
            Column(title=text("What"), is_number=False),
            Column(
                title=text("Clear, or what it lacks") if every.can_grow else text("Clear or not"),
                is_number=False,
            ),
            Column(title=text("Difference")),
            Column(title=text("Roughly between")),
            Column(title=text("Days with")),
            Column(title=text("Days without")),
        ),
        rows=rows,
        cells=cells,
        opens=lambda one: every.opens(one.factor),
    )
