"""How often low spells came, how long and how deep they were, beside the days before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.spell_summary import ENOUGH_CLOSED, SpellsCompared, SpellSummary
from resilience_desktop.services.numbers_in_words import plainly
from resilience_desktop.services.spells_in_words import spells_compared_in_words
from resilience_desktop.services.views.numbers import NOTHING_YET, count
from resilience_desktop.services.views.view import Column, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from resilience_desktop.insights.low_spells import LowSpells
    from resilience_desktop.services.views.view import Asked

    Row = tuple[str, Callable[[SpellSummary], Told]]

_LONGER = (7, 14)
"""Days of which is said how many low spells last longer, where the end of some is not known."""


def numbers(asked: Asked, spells: LowSpells, summary: SpellSummary) -> list[Panel]:
    """Return the numbers of the period, beside those of the days before.

    With a second period each has its own, and ``low_spells.compared`` says how they differ.
    Nothing where all of them together are too few for more than each by itself.
    """
    pair = asked.beside if asked.other else (asked.period.before(), asked.period)
    both = [SpellSummary.of(spells, period.first, period.last) for period in pair]
    if sum(side.closed for side in both if side.enough) < ENOUGH_CLOSED:
        return []
    named = plural("the {n} day before", "the {n} days before", asked.period.days)
    before = both[0]
    has_before = asked.other is None and before.enough.days > 0
    sides = {text("These days"): summary}
    if has_before and before.enough:
        sides = {named[:1].upper() + named[1:]: before, **sides}
    compared = SpellsCompared.of(before, summary)
    return [
        Panel(
            name="low_spells.numbers",
            title=text("How often, how long, how deep"),
            sentences=(spells_compared_in_words(compared, named),) if has_before else (),
            table=_table(sides),
            how=_how(),
        )
    ]


def _table(sides: Mapping[str, SpellSummary]) -> Table:
    def cells(row: Row) -> tuple[Told, ...]:
        title, number = row
        return Told(title), *map(number, sides.values())

    return Table(
        title=text("How often, how long, how deep"),
        columns=(Column(title="", is_number=False), *(Column(title=title) for title in sides)),
        rows=_rows(sides.values()),
        cells=cells,
    )


def _rows(sides: Collection[SpellSummary]) -> list[Row]:
    rows: list[Row] = [
        (text("Low spells"), lambda side: count(len(side.spells))),
        (text("Of them with a known end"), lambda side: count(side.closed)),
        (text("Days that could be checked"), lambda side: count(side.days_watched)),
        (text("Low spells in 90 of those days"), _of_all(lambda side: side.per(90))),
        (text("Days a typical one lasted"), _of_all(lambda side: side.duration.median)),
        (text("Points below your usual"), _of_all(lambda side: side.depth.median)),
        (text("Days from the lowest to the end"), _of_all(lambda side: side.return_time.median)),
    ]
    if any(side.closed < len(side.spells) for side in sides):
        rows += [_longer(days) for days in _LONGER]
    return rows


def _of_all(number: Callable[[SpellSummary], float | None]) -> Callable[[SpellSummary], Told]:
    """Return what tells a number of all spells; of a few there is none."""
    return lambda side: _number(number(side) if side.has_enough else None)


def _longer(days: int) -> Row:
    words = plural("Lasted longer than {n} day", "Lasted longer than {n} days", days)
    return words, lambda side: _share(side, days)


def _share(side: SpellSummary, days: int) -> Told:
    """Return the share that lasts longer, as far as any was followed so long."""
    share = side.duration.share_beyond(days)
    is_seen = not share or any(spell.days >= days for spell in side.spells)
    if not (side.has_enough and is_seen):
        return _number(None)
    return Told(f"{share:.0%}".replace("%", "\N{NARROW NO-BREAK SPACE}%"))


def _number(value: float | None) -> Told:
    return Told(NOTHING_YET, text("not known")) if value is None else Told(plainly(value))


def _how() -> tuple[str, ...]:
    return (
        text(
            "A low spell counts for the days in which it began. How often they came is told for 90 "
            "days on which one could have been seen: days with a mood that have two weeks or more "
            "of days with a mood among the four weeks before."
        ),
        text(
            "A typical one is the one in the middle when they stand in order (the median). It "
            "lasts from its first day until days are near the usual again. Where the end of some "
            "is not known, it is read from the curve of Kaplan and Meier (1958): each counts up "
            "to where it was seen. It stays open where too few ends are known, or fewer than five."
        ),
        text(
            "That they came more or less often is said once five low spells of both together have "
            "a known end, and that they are longer or deeper once five of each have. It is said "
            "only where chance would do the same less than once in twenty times (exact test of "
            "two rates; rank-sum test for the sizes). Of pairs of years of made-up steady "
            "mood, up to 11 of 100 had one such sentence all the same."
        ),
    )
