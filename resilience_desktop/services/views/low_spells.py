"""Low spells: where they were, how deep, how long the way back, and what came again."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.insights.low_spells import RUN, SHORT_RUN
from resilience_desktop.insights.recurrence import recurrences
from resilience_desktop.insights.spell_summary import SpellSummary
from resilience_desktop.services.spells_in_words import recurrence_in_words, spells_in_words
from resilience_desktop.services.views.how_low_spells import how
from resilience_desktop.services.views.lower_days import note_panel
from resilience_desktop.services.views.numbers import NOTHING_YET, mood
from resilience_desktop.services.views.spells import lasting, spells_of
from resilience_desktop.services.views.spells_compared import numbers
from resilience_desktop.services.views.view import (
    SHORT_SPELLS,
    Column,
    Drawing,
    Panel,
    Table,
    Told,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.domain.period import Period
    from resilience_desktop.insights.low_spells import LowSpell, LowSpells
    from resilience_desktop.insights.recurrence import Occasion, Recurrence
    from resilience_desktop.services.views.view import Asked, Found, Place

MOST_ROWS = 12
"""How many low spells the picture has; the table has all."""
_AROUND = 10
"""Days before and after a low spell that its small line shows."""


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return the low spells that began in the period, their numbers, and what came again."""
    spells = spells_of(found, SHORT_RUN if asked.choice == SHORT_SPELLS else RUN)
    period = asked.period
    summary = SpellSummary.of(spells, period.first, period.last)
    shown = [_spells(spells, summary, period)]
    if summary.enough:
        shown += numbers(asked, spells, summary)
        shown += _again(summary, found)
    if asked.period != asked.other:
        shown.append(note_panel())
    return tuple(shown)


def _spells(spells: LowSpells, summary: SpellSummary, period: Period) -> Panel:
    said = spells_in_words(summary)
    several = period.first.year != period.last.year
    has_any = bool(summary.enough and summary.spells)
    return Panel(
        name="low_spells",
        title=text("Low spells"),
        sentences=(said,),
        drawings=(_drawing(spells, summary.spells[-MOST_ROWS:], said, several),) if has_any else (),
        table=_table(summary.spells, several) if has_any else None,
        how=how(summary, spells),
        note=_note(summary, spells.run) if has_any else "",
    )


def _note(summary: SpellSummary, run: int) -> str:
    """Return what a click does, how often steady mood shows as much, and what is left out."""
    if summary.noise.days_are_alike:
        by_chance = text(
            "Your days are nearly alike, so one point less counts as low; that happens by chance."
        )
    elif run == RUN:
        by_chance = text("Even steady mood shows about one of these every few months.")
    else:
        by_chance = text("Even steady mood shows one or two of these in three months.")
    said = [text("A click on a row, or arrows and Enter, opens its first day."), by_chance]
    more = len(summary.spells) - MOST_ROWS
    if more > 0:
        said.append(
            plural(
                "The picture has the last of them; the table has {n} more.",
                "The picture has the last of them; the table has {n} more.",
                more,
            )
        )
    return " ".join(said)


# The picture and its table


def _drawing(spells: LowSpells, shown: Sequence[LowSpell], said: str, several: bool) -> Drawing:
    from resilience_desktop.charts.spells import spells_height

    by_onset = {spell.onset: spell for spell in shown}

    def tell(onset: dt.date) -> Told:
        spell = by_onset[onset]
        began, lasted, lowest, back = _cells(spell, several)
        shown = text("{began}: {lasted}, lowest {lowest}, back after {back}")
        if not spell.is_closed:
            shown = text("{began}: {lasted}, lowest {lowest}")
        filled = partial(shown.format, began=began.shown, lasted=lasted.shown, back=back.shown)
        return Told(filled(lowest=lowest.shown), filled(lowest=lowest.aloud))

    return Drawing(
        name="low_spells",
        title=text("Low spells"),
        description=said,
        draw=partial(_draw, spells, tuple(shown), several),
        tell=tell,
        height=lambda scale: spells_height(len(shown), scale),
        reach=_EVERYWHERE,
        opens=lambda onset: onset,
    )


_EVERYWHERE = 10_000  # a row is meant wherever it is clicked


def _draw(
    spells: LowSpells,
    shown: Sequence[LowSpell],
    several: bool,
    figure: Figure,
    *,
    style: ChartStyle,
) -> Mapping[Hashable, Place]:
    from resilience_desktop.charts.spells import SpellRow, draw_spells

    rows = [
        SpellRow(
            spell.onset,
            tuple(cell.shown for cell in _cells(spell, several)),
            spell.lowest,
            _around(spells, spell),
            (spell.last_inside - spell.onset).days,
        )
        for spell in shown
    ]
    return draw_spells(figure, rows, _titles(), style=style)


def _around(spells: LowSpells, spell: LowSpell) -> dict[int, float]:
    """Return the moods of a spell and of the days around it, by their days from its first."""
    days = dt.timedelta(days=_AROUND)
    near = spells.series.between(spell.onset - days, spell.last_inside + days)
    return {(day - spell.onset).days: value for day, value in near.by_day().items()}


def _titles() -> tuple[str, ...]:
    return text("Started"), text("Lasted"), text("Lowest"), text("Back after")


def _cells(spell: LowSpell, several: bool) -> tuple[Told, ...]:
    return (
        Told(i18n.day(spell.onset, year=several)),
        Told(lasting(spell)),
        mood(spell.lowest),
        _back(spell),
    )


def _back(spell: LowSpell) -> Told:
    if not spell.is_closed:
        return Told(NOTHING_YET, text("not known"))
    return Told(plural("{n} day", "{n} days", spell.days_back))


def _table(spells: Sequence[LowSpell], several: bool) -> Table:
    started, lasted, lowest, back = _titles()

    def cells(spell: LowSpell) -> tuple[Told, ...]:
        began, length, depth, way_back = _cells(spell, several)
        below = Told(signed(spell.depth, decimals=1).removeprefix("+"))
        return began, length, mood(spell.usual), depth, below, way_back

    return Table(
        title=text("Low spells"),
        columns=(
            Column(title=started, is_number=False),
            Column(title=lasted),
            Column(title=text("Usual before")),
            Column(title=lowest),
            Column(title=text("Points below")),
            Column(title=back),
        ),
        rows=tuple(reversed(spells)),
        cells=cells,
        opens=lambda spell: spell.onset,
    )


# What came again


def _again(summary: SpellSummary, found: Found) -> list[Panel]:
    """Return the triggers of several low spells; nothing where there are none."""
    whole = found.whole or found
    often = recurrences(summary.spells, whole.entries, whole.records)
    if not often:
        return []
    rows = [(one, occasion) for one in often for occasion in one.occasions]

    def cells(row: tuple[Recurrence, Occasion]) -> tuple[Told, ...]:
        trigger, occasion = row
        days = text(", ").join(i18n.day(day) for day in occasion.days)
        return Told(trigger.trigger), Told(i18n.day(occasion.spell.onset)), Told(days)

    return [
        Panel(
            name="low_spells.again",
            title=text("What came again"),
            sentences=tuple(map(recurrence_in_words, often)),
            table=Table(
                title=text("What came again"),
                columns=(
                    Column(title=text("Trigger"), is_number=False),
                    Column(title=text("Low spell of"), is_number=False),
                    Column(title=text("Written down on"), is_number=False),
                ),
                rows=rows,
                cells=cells,
                opens=lambda row: row[1].days[0],
            ),
            note=text("A click on a row opens the first of its days."),
            how=(
                text(
                    "Triggers from two days before a low spell to its last day, in entries and in "
                    "finished thought records. One is listed once three low spells share it. This "
                    "counts what you wrote; it does not say that one brought about the other, and "
                    "no other days were looked at."
                ),
            ),
        )
    ]
