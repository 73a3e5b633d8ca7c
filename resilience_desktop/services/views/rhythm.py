"""Mood by day of the week, part of the day and month."""

from __future__ import annotations

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
from resilience_desktop.services.views.numbers import NOTHING_YET, count, mood, mood_range
from resilience_desktop.services.views.scales import mood_ranges, told_with
from resilience_desktop.services.views.view import Column, MoodRange, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.insights.rhythm import Part, Rhythm
    from resilience_desktop.services.views.view import Asked, Found


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return the three rhythms of the period, each with its days and ranges."""
    period = asked.period
    entries = [entry for entry in found.entries if period.has(entry.at.day)]
    days = DaySeries.of_moods(DayMoods.of(entries, period.first, period.last))
    hours = by_hour(entries, period.first, period.last)
    return (
        _panel("weekday", text("By day of the week"), by_weekday(days), i18n.weekday_name),
        _panel("hour", text("By time of day"), hours, part_of_day),
        _panel("month", text("By month"), by_month(days), i18n.month_name),
    )


def _panel(key: str, title: str, rhythm: Rhythm, name: Callable[[int], str]) -> Panel:
    said = rhythm_in_words(rhythm, name)
    aside = {"hour": of_different_days(), "month": of_one_year(rhythm)}.get(key, "")
    rows = tuple(_row(part, name) for part in rhythm.shown)
    return Panel(
        name=f"rhythm.{key}",
        title=title,
        sentences=tuple(filter(None, (said, aside if rows else ""))),
        drawings=(mood_ranges(f"rhythm.{key}", title, said, rows),) if rows else (),
        table=_table(title, rhythm, name),
        how=(
            text(
                "Each dot is the mean of the days of that sort, and the line shows between which "
                "two numbers it likely lies (95 %). Days near each other are alike, so they count "
                "for fewer than they are."
            ),
            text(
                "With several rows one of them is often a little off by chance. So a row is only "
                "named when it lies apart even after allowing for how many rows there are."
            ),
        ),
    )


def _row(part: Part, name: Callable[[int], str]) -> MoodRange:
    middle = part.mean or 0.0
    interval = part.interval
    days = plural("{n} day", "{n} days", part.enough.days)
    if part.is_apart:
        days = text("{days}, apart").format(days=days)
    return MoodRange(
        key=part.key,
        name=name(part.key),
        middle=middle,
        low=interval.low if interval else middle,
        high=interval.high if interval else middle,
        words=days,
        told=told_with(name(part.key), mood(part.mean), days),
    )


def _table(title: str, rhythm: Rhythm, name: Callable[[int], str]) -> Table:
    def cells(part: Part) -> tuple[Told, ...]:
        return (
            Told(name(part.key)),
            mood(part.mean),
            mood_range(part.interval),
            count(part.enough.days),
            _apart(part),
        )

    return Table(
        title=title,
        columns=(
            Column(title="", is_number=False),
            Column(title=text("Mean")),
            Column(title=text("Likely between")),
            Column(title=text("Days")),
            Column(title=text("Stands apart")),
        ),
        rows=rhythm.parts,
        cells=cells,
    )


def _apart(part: Part) -> Told:
    if part.mean is None:
        return Told(NOTHING_YET, text("not enough days"))
    return Told(text("yes") if part.is_apart else text("no"))
