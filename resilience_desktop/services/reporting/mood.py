"""The mood chart on paper, with its low spells and the notes that may be shared."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.summary import ENOUGH_DAYS, MoodSummary
from resilience_desktop.reports.document import text_width_pt
from resilience_desktop.reports.mood_part import MoodPart
from resilience_desktop.reports.sections import Cell, Column, Table
from resilience_desktop.services.mood_view import middle_in_words, mood_series
from resilience_desktop.services.reporting.notes import has_chart, numbered
from resilience_desktop.services.reporting.spells import shaded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.services.reporting.choice import ReportChoice
    from resilience_desktop.services.reporting.source import Excerpt

CHART_HEIGHTS_PT = {"a4": 196, "us-letter": 172}
"""Of the plot and its dates: Letter is shorter, and the first page is to hold as much."""
_NAMES_PT, _FLAGS_PT = 14, 16
"""What the names of low spells above the plot take, and the numbers below it."""


def mood_part(part: Excerpt, choice: ReportChoice) -> MoodPart | Table | None:
    """Return the chart, or the moods day by day where these are few.

    None where it was not chosen, or there is no mood to show.
    """
    if not choice.draws_mood:
        return None
    if not has_chart(part, choice):
        return _few_moods(part.entries, choice)
    moods = DayMoods.of(part.entries, choice.first, choice.last)
    from resilience_desktop.charts.mood import draw_mood
    from resilience_desktop.charts.picture import render_svg
    from resilience_desktop.charts.style import print_style

    summary = MoodSummary.of(moods)
    notes = tuple(note for note, _ in numbered(part, choice))
    period = Period(choice.first, choice.last)
    spells = shaded(part, period) if choice.has(ReportPart.LOW_SPELLS) else ()
    series = replace(mood_series(moods), stretches=spells, flags=tuple(note.day for note in notes))
    height = CHART_HEIGHTS_PT[choice.paper] + _NAMES_PT * bool(spells) + _FLAGS_PT * bool(notes)
    draw = partial(draw_mood, series=series, style=print_style())
    middle = middle_in_words(summary.middle, text("the days")) if summary.middle else ""
    alt = text("Mood by day, {period}. Marks on {n} of {days}.").format(
        period=i18n.period(choice.first, choice.last),
        n=f"{summary.days_with_mood:,}",
        days=plural("{n} day", "{n} days", summary.days),
    )
    behind = plural("{n} low spell is shaded.", "{n} low spells are shaded.", len(spells))
    return MoodPart(
        chart=render_svg(draw, text_width_pt(choice.paper), height),
        alt=" ".join(filter(None, (alt, middle, behind if spells else ""))),
        summary=middle,
        has_median=series.has_line,
        has_spells=bool(spells),
        notes=notes,
    )


def _few_moods(entries: Sequence[Entry], choice: ReportChoice) -> Table | None:
    """Return the moods of each day as they were written: a chart of so few would mislead."""
    several_years = choice.first.year != choice.last.year
    days: dict[str, list[str]] = {}
    for entry in entries:
        if entry.mood is not None:
            day = i18n.day(entry.at.day, year=several_years)
            days.setdefault(day, []).append(signed(entry.mood))
    if not days:
        return None
    return Table(
        title=text("Mood"),
        columns=(Column(text("Day"), is_number=False), Column(text("Moods"), is_number=False)),
        rows=tuple((Cell(day), Cell(", ".join(moods))) for day, moods in days.items()),
        first=0.4,
        note=text("A chart is drawn once there are {least} days with a mood.").format(
            least=ENOUGH_DAYS
        ),
    )
