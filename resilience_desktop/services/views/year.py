"""Calendar years of days, each with its mood."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.period import Period
from resilience_desktop.i18n import plural, signed, spoken, text
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.services.views.spells import changes_in_words, turns
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.series import Turn
    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.services.views.view import Asked, Found


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return a calendar of the days in each year that the period touches, the newest first.

    Days before anything was written are no days without a mood, and those to come neither.
    """
    period, written = asked.period, (found.whole or found).entries
    begun = written[0].at.day if written else found.today
    first = max(period.first, begun)
    last = min(period.last, max([found.today, *(entry.at.day for entry in written[-1:])]))
    if first > last:
        said = text("There are no entries in these days.")
        return (Panel(name=f"year.{period.last.year}", title=text("Year"), sentences=(said,)),)
    moods = DayMoods.of(found.entries, first, last)
    return tuple(
        _panel(
            Period(max(first, dt.date(year, 1, 1)), min(last, dt.date(year, 12, 31))),
            moods,
            begun,
            found,
        )
        for year in range(last.year, first.year - 1, -1)
    )


def compared(period: Period, other: Period, found: Found) -> str:
    """Return why two periods are not compared."""
    return text("The Mood view compares the averages.")


def _panel(period: Period, moods: DayMoods, begun: dt.date, found: Found) -> Panel:
    year = period.first.year
    means = {day: mean for day, mean in moods.means.items() if period.has(day)}
    counts = {day: n for day, n in moods.counts.items() if period.has(day)}
    sentence = _in_words(period, begun, len(means))
    note = text(
        "Square is below zero, round is above, a diamond is neither. A small dot is a day without "
        "a mood."
    )
    return Panel(
        name=f"year.{year}",
        title=text("{year}, a mark a day").format(year=year),
        sentences=(sentence,),
        drawings=(_drawing(period, means, counts, turns(found, period), sentence),),
        table=_table(year, means),
        note=" ".join((note, changes_in_words(found, period))).strip(),
        how=(
            text(
                "Each mark is the mean of the moods noted on that day. Where there is room, the "
                "number on it is that mean; with less room only its whole part, so it is never "
                "further from 0 than the day was. Its colour is that of the nearest step. Days "
                "without a mood stay empty, and nothing is filled in."
            ),
        ),
    )


def _in_words(period: Period, begun: dt.date, moods: int) -> str:
    """Return how many days have a mood, and which days it is of."""
    days = plural("{n} day", "{n} days", moods)
    if period.first == begun:
        words = text("It begins with your first entry on {first}. There is a mood on {days}.")
        return words.format(first=i18n.day(begun, year=False), days=days)
    span = i18n.period(period.first, period.last)
    return text("{span}: there is a mood on {days}.").format(span=span, days=days)


def _drawing(
    period: Period,
    means: Mapping[dt.date, float],
    counts: Mapping[dt.date, int],
    changes: Sequence[Turn],
    sentence: str,
) -> Drawing:
    year, rows = period.first.year, period.last.month - period.first.month + 1
    return Drawing(
        name=f"year.{year}",
        title=str(year),
        description=sentence,
        draw=partial(_draw, period, means, [change.day for change in changes]),
        tell=partial(_tell_changes, means, counts, changes),
        height=lambda scale: 24 * scale + rows * 27 * max(1.0, 0.85 * scale),
        opens=lambda day: day if day in counts else None,
        ring=15,
    )


def _draw(
    period: Period,
    means: Mapping[dt.date, float],
    changes: Sequence[dt.date],
    figure: Figure,
    *,
    style: ChartStyle,
) -> dict[dt.date, tuple[float, float]]:
    from resilience_desktop.charts.year import draw_year

    return draw_year(figure, period, means, style, changes)


def _tell_changes(
    means: Mapping[dt.date, float],
    counts: Mapping[dt.date, int],
    changes: Sequence[Turn],
    day: dt.date,
) -> Told:
    """Return a day and what was marked on it."""
    told = _tell(means, counts, day)
    names = [change.words for change in changes if change.day == day]
    return Told(", ".join((told.shown, *names)), ", ".join((told.aloud, *names)))


def _tell(means: Mapping[dt.date, float], counts: Mapping[dt.date, int], day: dt.date) -> Told:
    name = i18n.day(day, weekday=True)
    if day not in counts:
        return Told(text("{day}: no entry").format(day=name))
    entries = plural("{n} entry", "{n} entries", counts[day])
    if day not in means:
        return Told(text("{day}: no mood, {entries}").format(day=name, entries=entries))
    words = text("{day}: {mood}, {entries}")
    return Told(
        words.format(day=name, mood=signed(means[day], decimals=1), entries=entries),
        words.format(day=name, mood=spoken(means[day]), entries=entries),
    )


def _table(year: int, means: Mapping[dt.date, float]) -> Table:
    def cells(month: int) -> tuple[Told, ...]:
        values = [mean for day, mean in means.items() if day.month == month]
        return (
            Told(i18n.month_name(month), plain=f"{year}-{month:02}"),
            Told(str(len(values))),
            _number(min(values)),
            _number(max(values)),
        )

    return Table(
        title=text("{year} by month").format(year=year),
        columns=(
            Column(title=text("Month"), is_number=False),
            Column(title=text("Days with a mood")),
            Column(title=text("Lowest day")),
            Column(title=text("Highest day")),
        ),
        rows=sorted({day.month for day in means}),
        cells=cells,
    )


def _number(value: float) -> Told:
    return Told(signed(value, decimals=1), spoken(value))
