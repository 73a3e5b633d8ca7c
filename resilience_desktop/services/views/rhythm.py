"""Mood by day of the week, part of the day and month."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.rhythm import by_hour, by_month, by_weekday
from resilience_desktop.insights.series import DaySeries
from resilience_desktop.services.findings_in_words import (
    of_different_days,
    of_one_year,
    part_of_day,
    rhythm_in_words,
)
from resilience_desktop.services.views.months import months_between
from resilience_desktop.services.views.numbers import NOTHING_YET, count, mood, mood_range
from resilience_desktop.services.views.scales import mood_ranges, told_with
from resilience_desktop.services.views.view import Column, MoodRange, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from resilience_desktop.domain.period import Period
    from resilience_desktop.insights.rhythm import Part, Rhythm
    from resilience_desktop.services.views.view import Asked, Found


@dataclass(frozen=True, slots=True)
class _Named:
    """A rhythm of one period, and how it and its parts are called."""

    key: str
    title: str
    rhythm: Rhythm = field(repr=False)
    name: Callable[[int], str]
    keys: Collection[int]
    """The parts that the days of the period can have: not every month comes in half a year."""


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return the three rhythms of the period, each with its days and ranges."""
    periods = dict.fromkeys((asked.period, *asked.beside))
    own, *others = (_rhythms(period, found) for period in periods)
    can_grow = found.can_grow(asked.period)
    return tuple(
        _panel(one, [other[place] for other in others], can_grow=can_grow)
        for place, one in enumerate(own)
    )


def compared(period: Period, other: Period, found: Found) -> str:
    """Return why two periods are not compared."""
    return text("With so many rows, some move from one time to the next by chance alone.")


def _rhythms(period: Period, found: Found) -> tuple[_Named, ...]:
    entries = found.within(period)
    days = DaySeries.of_moods(DayMoods.of(entries, period.first, period.last))
    hours = by_hour(entries, period.first, period.last)
    months = {month.month for month in months_between(period.first, period.last)}
    week = by_weekday(days)
    return (
        _Named("weekday", text("By day of the week"), week, i18n.weekday_name, _keys(week)),
        _Named("hour", text("By time of day"), hours, part_of_day, _keys(hours)),
        _Named("month", text("By month"), by_month(days), i18n.month_name, months),
    )


def _keys(rhythm: Rhythm) -> tuple[int, ...]:
    return tuple(part.key for part in rhythm.parts)


def _panel(one: _Named, others: Sequence[_Named], *, can_grow: bool) -> Panel:
    """Return a rhythm with the rows that those beside it have too, in the same order.

    Where one of them has a picture all have: rows that are empty can be seen beside full ones.
    """
    rhythm, has_rows = one.rhythm, any(named.rhythm.shown for named in (one, *others))
    said = rhythm_in_words(rhythm, one.name, can_grow=can_grow)
    aside = {"hour": of_different_days(), "month": of_one_year(rhythm)}.get(one.key, "")
    name = f"rhythm.{one.key}"
    keys = {key for named in (one, *others) for key in named.keys}
    beside = [row for other in others for row in _rows(other, keys)]
    drawing = mood_ranges(name, one.title, said, _rows(one, keys), beside=beside)
    return Panel(
        name=name,
        title=one.title,
        sentences=tuple(filter(None, (said, aside if has_rows else ""))),
        drawings=(drawing,) if has_rows else (),
        table=_table(one) if any(part.mean is not None for part in rhythm.parts) else None,
        how=(
            text(
                "Each dot is the mean of the days of that sort, and the line shows between which "
                "two numbers it likely lies (95 %). Days near each other are alike, so they count "
                "for fewer than they are."
            ),
            text(
                "A row takes {n} days, and more where each is much like the day before. Until then "
                "it stays empty."
            ).format(n=max(part.enough.least for part in rhythm.parts)),
            text(
                "With several rows one of them is often a little off by chance. So a row is only "
                "named when it lies apart even after allowing for how many rows there are."
            ),
        ),
    )


def _rows(one: _Named, keys: Collection[int]) -> list[MoodRange]:
    return [_row(part, one) for part in one.rhythm.parts if part.key in keys]


def _row(part: Part, one: _Named) -> MoodRange:
    name, interval = one.name(part.key), part.interval
    days = plural("{n} day", "{n} days", part.enough.days)
    if interval is None:
        is_there = part.key in one.keys
        words = text("too few days") if is_there else text("not in these days")
        told = told_with(name, Told(words), days) if is_there else Told(f"{name}: {words}")
        return MoodRange(key=part.key, name=name, middle=None, words=words, told=told)
    if part.is_apart:
        days = text("{days}, apart").format(days=days)
    return MoodRange(
        key=part.key,
        name=name,
        middle=part.mean,
        low=interval.low,
        high=interval.high,
        words=days,
        told=told_with(name, mood(part.mean), days),
    )


def _table(one: _Named) -> Table:
    def cells(part: Part) -> tuple[Told, ...]:
        return (
            Told(one.name(part.key)),
            mood(part.mean),
            mood_range(part.interval),
            count(part.enough.days),
            _apart(part),
        )

    return Table(
        title=one.title,
        columns=(
            Column(title="", is_number=False),
            Column(title=text("Mean")),
            Column(title=text("Likely between")),
            Column(title=text("Days")),
            Column(title=text("Stands apart")),
        ),
        rows=[part for part in one.rhythm.parts if part.key in one.keys],
        cells=cells,
    )


def _apart(part: Part) -> Told:
    if part.mean is None:
        return Told(NOTHING_YET, text("not enough days"))
    return Told(text("yes") if part.is_apart else text("no"))
