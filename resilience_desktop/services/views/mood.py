"""Mood by day over a period."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.charts.series import MoodSeries
from resilience_desktop.domain.period import Period
from resilience_desktop.i18n import signed, spoken, text
from resilience_desktop.services.mood_view import mood_view
from resilience_desktop.services.views import mood_words
from resilience_desktop.services.views.companions import companions
from resilience_desktop.services.views.numbers import on_day
from resilience_desktop.services.views.spells import changes_in_words, stretches, turns
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    import datetime as dt

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.services.mood_view import MoodView
    from resilience_desktop.services.views.view import Asked, Found

_FLAGS = 26


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return the mood chart of the period."""
    period = asked.period
    within = found.within(period)
    view = mood_view(within, period.first, period.last)
    flags = mood_words.flags(within)
    whole = found.whole or found  # what was low, and where nothing is, is told by all there is
    series = replace(
        _with_names(view.series, whole),
        gaps=mood_view(whole.within(period), period.first, period.last).series.gaps,
        flags=tuple(flag.day for flag in flags),
        beside=tuple(
            _with_names(MoodSeries(other.first, other.last), whole)
            for other in asked.beside
            if other != period
        ),
    )
    view = replace(view, series=series)
    note = " ".join((*_band_note(series, found), changes_in_words(found, period))).strip()
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


def _with_names(series: MoodSeries, whole: Found) -> MoodSeries:
    """Return a series with what has a name above its plot."""
    period = Period(series.first, series.last)
    return replace(series, stretches=stretches(whole, period), turns=turns(whole, period))


def compared(period: Period, other: Period, found: Found) -> str:
    """Return how the mood of a period is beside that of another one."""
    return mood_words.compared(period, other, found)


def _band_note(series: MoodSeries, found: Found) -> tuple[str, ...]:
    """Return what the colour behind some days is."""
    if not series.stretches:
        return ()
    foot: tuple[str, ...] = ()
    if any(stretch.way_back for stretch in series.stretches):
        foot = (text("The thin line after a strip is the way back."),)
    if found.is_filtered:
        words = text("The marks are of the chosen entries, the strips of low spells of all.")
        return (words, *foot)
    words = text("Low spells have a strip behind them; even steady mood shows some now and then.")
    return (words, *foot)


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
        least=0.6,
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
    behind += [text("on the way back") for s in view.series.stretches if s.leads_back(day)]
    behind += [turn.words for turn in view.series.turns if turn.day == day]
    return Told(
        ", ".join((text("{day}: {mood}").format(day=name, mood=signed(mean, decimals=1)), *behind)),
        ", ".join((text("{day}, {mood}").format(day=name, mood=spoken(mean)), *behind)),
    )


def _above(series: MoodSeries) -> int:
    """Return the room for names above the plot, at a text of 100 %; as much in one beside it."""
    every = (series, *series.beside)
    return 18 * (any(one.stretches for one in every) + any(one.turns for one in every))


def _table(view: MoodView) -> Table:
    def cells(day: dt.date) -> tuple[Told, ...]:
        median = view.series.median.get(day)
        return (
            on_day(day, weekday=True),
            _number(view.series.means[day]),
            Told("", text("no median")) if median is None else _number(median),
        )

    return Table(
        title=text("Mood by day"),
        columns=(
            Column(title=text("Day"), is_number=False),
            Column(title=text("Mood of the day")),
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
            "Each mark is one day: the average of what you noted about that moment on that day. A "
            "day with notes about the whole day only uses those. Days without a mood stay empty."
        ),
        text(
            "For the line, a day is put in order with the three days before it and the three after "
            "it, and the middle one is taken (the median), where at least four of the seven have a "
            "mood. There is no line over more than seven days without a mood, none over a day "
            "without one where it would move by more than a point, and no piece of it is shorter "
            "than a week."
        ),
        text(
            "The average is that of the days. The range (95 %) allows for days near each other "
            "being alike. It takes 21 days, 7 pairs of days in a row, and days that are worth at "
            "least 5 separate ones; where it would go past the end of the scale there is none. "
            "With less than half of the days there is no average."
        ),
        text(
            "The formula is the usual one for days in a row (Bayley and Hammersley, 1946), used "
            "with more care: a few days are taken to be more alike than they may look, and where "
            "too few separate ones are left there is no range. Tried on made-up moods, 92 to 98 of "
            "100 ranges were right from 30 days on, and 89 for three weeks of days much alike. In "
            "a month that is nearly all one slope or one spell only about 76 were."
        ),
        text(
            "The days before are compared in the same way. \N{LEFT SINGLE QUOTATION MARK}About the "
            "same\N{RIGHT SINGLE QUOTATION MARK} is only said where more than about a point either "
            "way can be ruled out. Where it is not known which way the difference goes, none is "
            "named. Two periods that share days are not compared."
        ),
        text(
            "The numbers cannot say why days differ, and days without an entry may have been "
            "different from the others."
        ),
        text(
            "A strip behind days is a low spell: three days or more well below what was usual in "
            "the four weeks before. A thin line after it is the way back. The view of low spells "
            "has more about them. They are shown once 42 days have a mood, and are of all "
            "entries, also where a filter is set."
        ),
    )
