"""Mood by day over a period."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import signed, spoken, text
from resilience_desktop.services.mood_view import mood_view
from resilience_desktop.services.views import mood_words
from resilience_desktop.services.views.companions import companions
from resilience_desktop.services.views.spells import changes_in_words, stretches, turns
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    import datetime as dt

    from matplotlib.figure import Figure

    from resilience_desktop.charts.series import MoodSeries
    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.mood_view import MoodView
    from resilience_desktop.services.views.view import Asked, Found

_FLAGS = 26


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return the mood chart of the period."""
    period = asked.period
    within = found.within(period)
    view = mood_view(within, period.first, period.last)
    flags = mood_words.flags(within)
    whole = found.whole or found  # what was low is told by all that was written
    series = replace(
        view.series,
        stretches=stretches(whole, period),
        turns=turns(whole, period),
        flags=tuple(flag.day for flag in flags),
    )
    view = replace(view, series=series)
    note = " ".join((*_band_note(series), changes_in_words(found, period))).strip()
    said = mood_words.sentences(view, asked, found)
    drawings = (_drawing(view, " ".join((*said, note)).strip()),) if view.series.means else ()
    beside = companions(within, period, found, series)
    return (
        Panel(
            name="mood",
            title=text("Mood"),
            sentences=said,
            drawings=drawings,
            table=_table(view) if drawings else None,
            how=_how(),
            note=note if drawings else "",
            flags=flags if drawings else (),
        ),
        *((beside,) if beside else ()),
    )


def compared(period: Period, other: Period, found: Found) -> str:
    """Return how the mood of a period is beside that of another one."""
    return mood_words.compared(period, other, found)


def _band_note(series: MoodSeries) -> tuple[str, ...]:
    """Return what the colour behind some days is."""
    words = text("Low spells have a strip behind them; even steady mood shows some now and then.")
    return (words,) if series.stretches else ()


def _drawing(view: MoodView, said: str) -> Drawing:
    more = _above(view.series) + _below(view.series)
    return Drawing(
        name="mood",
        title=text("Mood"),
        description=said,
        draw=partial(_draw, view.series),
        tell=partial(_tell, view),
        height=lambda scale: 308 + max(0, 36 * (scale - 1)) + more * scale,
        is_timeline=True,
        row=7,
        opens=lambda day: day,
    )


def _below(series: MoodSeries) -> float:
    """Return what numbers at the foot take, at a text of 100 %."""
    return _FLAGS if series.flags else 0


def _draw(
    series: MoodSeries, figure: Figure, *, style: ChartStyle
) -> dict[dt.date, tuple[float, float]]:
    from resilience_desktop.charts.mood import draw_mood

    return draw_mood(figure, series, style)


def _tell(view: MoodView, day: dt.date) -> Told:
    mean, name = view.series.means[day], i18n.day(day, weekday=True)
    behind = [s.words[0] for s in view.series.stretches if s.first <= day <= s.last]
    behind += [turn.words for turn in view.series.turns if turn.day == day]
    return Told(
        ", ".join((text("{day}: {mood}").format(day=name, mood=signed(mean, decimals=1)), *behind)),
        ", ".join((text("{day}, {mood}").format(day=name, mood=spoken(mean)), *behind)),
    )


def _above(series: MoodSeries) -> int:
    """Return the room for names above the plot, at a text of 100 %."""
    return 18 * (bool(series.stretches) + bool(series.turns))


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
        text(
            "The average is that of the days. Where it likely lies (95 %) allows for days near "
            "each other being alike, and takes 14 days and 7 pairs of days in a row. The days "
            "before are compared in the same way. With less than half of the days there is no "
            "average."
        ),
        text(
            "The numbers cannot say why days differ, and days without an entry may have been "
            "different from the others."
        ),
        text(
            "A strip behind days is a low spell: three days or more well below what was usual in "
            "the four weeks before. The view of low spells has more about them. They are shown "
            "once 42 days have a mood, and are of all entries, also where a filter is set."
        ),
    )
