"""Low spells: where they were, how deep, how long the way back, and what came again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Self

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.low_spells import RUN, SHORT_RUN
from resilience_desktop.insights.recurrence import recurrences
from resilience_desktop.insights.spell_summary import SpellsCompared, SpellSummary
from resilience_desktop.services.numbers_in_words import plainly
from resilience_desktop.services.spells_in_words import (
    recurrence_in_words,
    spells_compared_in_words,
    spells_in_words,
)
from resilience_desktop.services.views.how_low_spells import how
from resilience_desktop.services.views.numbers import NOTHING_YET, mood, on_day
from resilience_desktop.services.views.spells import low_for, marked, spells_of
from resilience_desktop.services.views.spells_compared import numbers
from resilience_desktop.services.views.view import (
    SHORT_SPELLS,
    Column,
    Drawing,
    LookBack,
    Panel,
    Table,
    Told,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.spells import SpellRow
    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.domain.period import Period
    from resilience_desktop.domain.time_of_change import TimeOfChange
    from resilience_desktop.insights.low_spells import LowSpell, LowSpells
    from resilience_desktop.insights.recurrence import Occasion, Recurrence
    from resilience_desktop.services.views.view import Asked, Found, Place

MOST_ROWS = 12
"""How many low spells the picture has; the table has all."""
_AROUND = 10
"""Days before and after a low spell that its small line shows."""


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return the low spells that began in the period, their numbers, and what came again."""
    spells = _spells_as_asked(found, asked.choice)
    period = asked.period
    summary = SpellSummary.of(spells, period.first, period.last)
    changes = found.times_of_change
    beside = [_rows(spells, other, changes) for other in asked.beside if other != period]
    others = [row for rows in beside for row in rows]
    said = spells_in_words(summary, can_grow=found.can_grow(period))
    shown = [_spells(spells, summary, _rows(spells, period, changes), others, said)]
    if summary.enough:
        shown += numbers(asked, spells, summary)
        shown += _again(summary, found)
    return tuple(shown)


def compared(period: Period, other: Period, found: Found, choice: str = "") -> str:
    """Return whether low spells are fewer, shorter or less deep than in an earlier period."""
    spells = _spells_as_asked(found, choice)
    now, then = (SpellSummary.of(spells, days.first, days.last) for days in (period, other))
    named = i18n.period(other.first, other.last)
    both = SpellsCompared.of(then, now)
    return spells_compared_in_words(both, named, can_grow=found.can_grow(period))


def _spells_as_asked(found: Found, choice: str) -> LowSpells:
    return spells_of(found, SHORT_RUN if choice == SHORT_SPELLS else RUN)


def _rows(spells: LowSpells, period: Period, changes: Sequence[TimeOfChange]) -> tuple[_Row, ...]:
    """Return what the picture of a period has."""
    summary = SpellSummary.of(spells, period.first, period.last)
    several = period.first.year != period.last.year
    shown = summary.spells[-MOST_ROWS:] if summary.enough else ()
    return tuple(_Row.of(spells, spell, changes, several=several) for spell in shown)


def _spells(
    spells: LowSpells,
    summary: SpellSummary,
    rows: Sequence[_Row],
    beside: Sequence[_Row],
    said: str,
) -> Panel:
    return Panel(
        name="low_spells",
        title=text("Low spells"),
        sentences=(said,),
        drawings=(_drawing(rows, beside, said),) if rows else (),
        table=_table(summary.spells, rows[0].several) if rows else None,
        how=how(summary, spells),
        note=_note(summary, rows) if rows else "",
        look_backs=tuple(row.look_back for row in reversed(rows) if row.spell.is_closed),
    )


def _note(summary: SpellSummary, rows: Sequence[_Row]) -> str:
    """Return what the picture has and what it leaves out."""
    said = [text("A click on a row, or arrows and Enter, opens its first day.")]
    if any(row.spell.way_back for row in rows):
        said.append(text("The thin line after a strip is the way back."))
    said.append(marked(dict.fromkeys(change for row in rows for change in row.changes)))
    if summary.noise.days_are_alike:
        said.append(
            text("Your days are nearly alike, so a day just one point lower counts as low.")
        )
    more = len(summary.spells) - MOST_ROWS
    if more > 0:
        said.append(
            plural(
                "The picture has the last of them; the table has {n} more.",
                "The picture has the last of them; the table has {n} more.",
                more,
            )
        )
    return " ".join(filter(None, said))


# The picture and its table


@dataclass(frozen=True, slots=True)
class _Row:
    """A low spell with the days around it, and what was marked there."""

    spell: LowSpell
    several: bool
    """Whether days are told with their year."""
    near: Mapping[dt.date, float] = field(repr=False)
    changes: tuple[TimeOfChange, ...] = field(repr=False)

    @classmethod
    def of(
        cls, spells: LowSpells, spell: LowSpell, changes: Sequence[TimeOfChange], *, several: bool
    ) -> Self:
        around = dt.timedelta(days=_AROUND)
        near = spells.series.between(spell.onset - around, spell.last_inside + around).by_day()
        first, last = min(near), max(near)
        here = tuple(change for change in changes if first <= change.day <= last)
        return cls(spell, several, near, here)

    @property
    def cells(self) -> tuple[Told, ...]:
        return _cells(self.spell, self.several)

    @property
    def look_back(self) -> LookBack:
        spell = self.spell
        words = i18n.day(spell.onset, year=self.several)
        return LookBack(first=spell.onset, last=spell.last_low, words=words)

    def told(self) -> Told:
        began, low, lowest, back = self.cells
        words = text("{began}: low for {low}, lowest {lowest}")
        if self.spell.way_back:
            words = text("{began}: low for {low}, lowest {lowest}, way back {back}")
        filled = partial(words.format, began=began.shown, low=low.shown, back=back.shown)
        said = filled(lowest=lowest.shown), filled(lowest=lowest.aloud)
        more = marked(self.changes)
        return Told(*(f"{words}. {more}" if more else words for words in said))

    def drawn(self) -> SpellRow:
        from resilience_desktop.charts.spells import SpellRow

        spell = self.spell
        return SpellRow(
            spell.onset,
            tuple(cell.shown for cell in self.cells),
            spell.lowest,
            {self._place(day): mood for day, mood in self.near.items()},
            self._place(spell.last_low),
            self._place(spell.last_inside),
            tuple(self._place(change.day) for change in self.changes),
        )

    def _place(self, day: dt.date) -> int:
        return (day - self.spell.onset).days


def _drawing(rows: Sequence[_Row], beside: Sequence[_Row], said: str) -> Drawing:
    from resilience_desktop.charts.spells import spells_height

    by_onset = {row.spell.onset: row for row in rows}
    return Drawing(
        name="low_spells",
        title=text("Low spells"),
        description=said,
        draw=partial(_draw, rows, beside),
        tell=lambda onset: by_onset[onset].told(),
        height=lambda scale: spells_height(len(rows), scale),
        reach=_EVERYWHERE,
        opens=lambda onset: onset,
    )


_EVERYWHERE = 10_000  # a row is meant wherever it is clicked


def _draw(
    rows: Sequence[_Row], beside: Sequence[_Row], figure: Figure, *, style: ChartStyle
) -> Mapping[Hashable, Place]:
    from resilience_desktop.charts.spells import draw_spells

    drawn, others = ([row.drawn() for row in some] for some in (rows, beside))
    return draw_spells(figure, drawn, _titles(), style=style, beside=others)


def _titles() -> tuple[str, ...]:
    return text("Started"), text("Low for"), text("Lowest"), text("Way back")


def _cells(spell: LowSpell, several: bool) -> tuple[Told, ...]:
    return (
        on_day(spell.onset, year=several),
        Told(low_for(spell), plain=str(spell.low_days) if spell.low_days_are_over else ""),
        mood(spell.lowest),
        _way_back(spell),
    )


def _way_back(spell: LowSpell) -> Told:
    if not spell.is_closed:
        return Told(NOTHING_YET, text("not known"))
    return Told(plural("{n} day", "{n} days", spell.way_back), plain=str(spell.way_back))


def _table(spells: Sequence[LowSpell], several: bool) -> Table:
    started, low_for_days, lowest, back = _titles()

    def cells(spell: LowSpell) -> tuple[Told, ...]:
        began, length, depth, way_back = _cells(spell, several)
        below = Told(plainly(spell.depth))
        return began, length, mood(spell.usual), depth, below, way_back

    return Table(
        title=text("Low spells"),
        columns=(
            Column(title=started, is_number=False),
            Column(title=low_for_days),
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
        return Told(trigger.trigger), on_day(occasion.spell.onset), Told(days)

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
