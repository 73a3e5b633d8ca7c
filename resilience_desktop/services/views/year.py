"""Calendar years of days, each with its mood."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, signed, spoken, text
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.services.views.view import Asked, Found


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return a calendar of each year that the period touches, the newest first."""
    last = min(asked.period.last, found.today)
    years = range(last.year, asked.period.first.year - 1, -1)
    first = dt.date(years[-1], 1, 1) if years else asked.period.first
    moods = DayMoods.of(found.entries, first, dt.date(max(last.year, first.year), 12, 31))
    return tuple(_panel(year, moods, found.today) for year in years)


def _panel(year: int, moods: DayMoods, today: dt.date) -> Panel:
    means = {day: mean for day, mean in moods.means.items() if day.year == year}
    counts = {day: n for day, n in moods.counts.items() if day.year == year}
    days = plural("{n} day", "{n} days", len(means))
    sentence = text("There is a mood on {days} of this year.").format(days=days)
    end = max([today, *means])
    return Panel(
        name=f"year.{year}",
        title=text("{year}, a mark a day").format(year=year),
        sentences=(sentence,),
        drawings=(_drawing(year, means, counts, end, sentence),),
        table=_table(year, means),
        note=text(
            "Square is below zero, round is above, a diamond is neither. A small dot is a day "
            "without a mood."
        ),
        how=(
            text(
                "Each mark is the mean of the moods noted on that day, and the number on it is "
                "that mean, rounded. Days without a mood stay empty, and nothing is filled in."
            ),
        ),
    )


def _drawing(
    year: int,
    means: Mapping[dt.date, float],
    counts: Mapping[dt.date, int],
    last: dt.date,
    sentence: str,
) -> Drawing:
    return Drawing(
        name=f"year.{year}",
        title=str(year),
        description=sentence,
        draw=partial(_draw, year, means, last),
        tell=partial(_tell, means, counts),
        height=_height,
        opens=lambda day: day if day in counts else None,
    )


def _height(scale: float) -> float:
    return 24 * scale + 12 * 27 * max(1.0, 0.85 * scale)


def _draw(
    year: int,
    means: Mapping[dt.date, float],
    last: dt.date,
    figure: Figure,
    *,
    style: ChartStyle,
) -> dict[dt.date, tuple[float, float]]:
    from resilience_desktop.charts.year import draw_year

    return draw_year(figure, year, means, last, style)


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
            Told(i18n.month_name(month)),
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
