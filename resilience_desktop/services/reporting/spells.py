"""Low spells on paper: those that began in the period, as the Charts page counts them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.spell_summary import SpellSummary
from resilience_desktop.reports.sections import Cell, Column, Sentences, Table
from resilience_desktop.services.reporting.outcome import NOTHING, Outcome, too_few_days
from resilience_desktop.services.views.numbers import NOTHING_YET, mood
from resilience_desktop.services.views.spells import low_for, spells_of, stretches
from resilience_desktop.services.views.view import Found

if TYPE_CHECKING:
    from resilience_desktop.charts.series import Stretch
    from resilience_desktop.domain.period import Period
    from resilience_desktop.insights.low_spells import LowSpell
    from resilience_desktop.services.reporting.source import Excerpt

MOST = 8
"""Rows of the table; the newest are told."""


def low_spells(part: Excerpt, period: Period) -> Outcome:
    """Return the low spells that began in the period. Gate: that of ``SpellSummary``."""
    summary = _summary(part, period)
    title = text("Low spells")
    if not summary.enough:
        lacking = too_few_days(text("low spells"), summary.enough)
        return Outcome(lacking=lacking) if summary.enough.days else NOTHING
    if not summary.spells:
        none = text("There was no low spell in these days.")
        return Outcome((Sentences(title=title, paragraphs=(none,), note=_what_it_is()),))
    several = period.first.year != period.last.year
    note = [_what_it_is(), _by_chance(summary)]
    more = len(summary.spells) - MOST
    if more > 0:
        note.append(
            plural("{n} earlier one is not listed.", "{n} earlier ones are not listed.", more)
        )
    table = Table(
        title=title,
        columns=(
            Column(text("Started"), is_number=False),
            Column(text("Low for")),
            Column(text("Usual before")),
            Column(text("Lowest"), is_main=True),
            Column(text("Way back")),
        ),
        rows=tuple(_row(spell, several) for spell in summary.spells[-MOST:]),
        note=" ".join(note),
    )
    return Outcome((table,))


def shaded(part: Excerpt, period: Period) -> tuple[Stretch, ...]:
    """Return the low spells to show behind the days of the chart; none where there is no table."""
    if not _summary(part, period).enough:
        return ()
    found = stretches(_found(part, period), period)
    return tuple(replace(one, way_back=None) for one in found)  # the table has the way back


def _found(part: Excerpt, period: Period) -> Found:
    return Found(today=period.last, entries=[*part.earlier, *part.entries])


def _summary(part: Excerpt, period: Period) -> SpellSummary:
    return SpellSummary.of(spells_of(_found(part, period)), period.first, period.last)


def _row(spell: LowSpell, several: bool) -> tuple[Cell, ...]:
    back = plural("{n} day", "{n} days", spell.way_back) if spell.is_closed else NOTHING_YET
    return (
        Cell(i18n.day(spell.onset, year=several)),
        Cell(low_for(spell)),
        Cell(mood(spell.usual).shown),
        Cell(mood(spell.lowest).shown),
        Cell(back),
    )


def _what_it_is() -> str:
    return text(
        "Three or more days in a row well below the usual level of the four weeks before; the way "
        "back is from the last low day to near the usual level."
    )


def _by_chance(summary: SpellSummary) -> str:
    words = text("Even steady mood shows up to {most} in as many days.")
    return words.format(most=summary.most_by_chance)
