"""Mood by day over a period."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import signed, spoken, text
from resilience_desktop.services.sharing import mood_view
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    import datetime as dt

    from matplotlib.figure import Figure

    from resilience_desktop.charts.series import MoodSeries
    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.services.sharing import MoodView
    from resilience_desktop.services.views.view import Asked, Found


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return the mood chart of the period."""
    period = asked.period
    within = [entry for entry in found.entries if period.has(entry.at.day)]
    view = mood_view(within, period.first, period.last)
    drawings = (_drawing(view),) if view.series.means else ()
    return (
        Panel(
            name="mood",
            title=text("Mood"),
            sentences=(view.sentence,),
            drawings=drawings,
            table=_table(view) if drawings else None,
            how=_how(),
        ),
    )


def _drawing(view: MoodView) -> Drawing:
    return Drawing(
        name="mood",
        title=text("Mood"),
        description=view.sentence,
        draw=partial(_draw, view.series),
        tell=partial(_tell, view),
        height=lambda scale: 308 + max(0, 36 * (scale - 1)),
        is_timeline=True,
        row=7,
        opens=lambda day: day,
    )


def _draw(
    series: MoodSeries, figure: Figure, *, style: ChartStyle
) -> dict[dt.date, tuple[float, float]]:
    from resilience_desktop.charts.mood import draw_mood

    return draw_mood(figure, series, style)


def _tell(view: MoodView, day: dt.date) -> Told:
    mean, name = view.series.means[day], i18n.day(day, weekday=True)
    return Told(
        text("{day}: {mood}").format(day=name, mood=signed(mean, decimals=1)),
        text("{day}, {mood}").format(day=name, mood=spoken(mean)),
    )


def _table(view: MoodView) -> Table:
    def cells(day: dt.date) -> tuple[Told, ...]:
        median = view.series.median.get(day)
        return (
            Told(i18n.day(day, weekday=True)),
            _number(view.series.means[day]),
            Told("", text("no median")) if median is None else _number(median),
        )

    return Table(
        title=text("Mood by day"),
        columns=(
            Column(title=text("Day"), is_number=False),
            Column(title=text("Mood, mean of the day")),
            Column(title=text("Median of 7 days")),
        ),
        rows=sorted(view.series.means, reverse=True),
        cells=cells,
        opens=lambda day: day,
    )


def _number(value: float) -> Told:
    return Told(signed(value, decimals=1), spoken(value))


def _how() -> tuple[str, ...]:
    return (
        text(
            "Each mark is one day: the mean of what you noted about that moment on that day. A day "
            "with notes about the whole day only uses those. Days without a mood stay empty."
        ),
        text(
            "The line is the median of seven days, the day in the middle and three on either side, "
            "where at least four of them have a mood. It stops where more than seven days in a row "
            "have none."
        ),
    )
