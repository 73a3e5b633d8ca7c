"""How often low spells came, how long and how deep they were, beside the days before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.spell_summary import SpellsCompared, SpellSummary
from resilience_desktop.services.numbers_in_words import plainly, still_missing
from resilience_desktop.services.spells_in_words import spells_compared_in_words
from resilience_desktop.services.views.numbers import NOTHING_YET, count
from resilience_desktop.services.views.view import Column, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.period import Period
    from resilience_desktop.insights.low_spells import LowSpells
    from resilience_desktop.insights.survival import Curve
    from resilience_desktop.services.views.view import Asked

    Row = tuple[str, Callable[[SpellSummary], Told]]

_LONGER = (7, 14)
"""Days of which is said how many low spells last longer, where the end of some is not known."""


def numbers(asked: Asked, spells: LowSpells, summary: SpellSummary) -> list[Panel]:
    """Return the numbers of the period beside those of the days before.

    With a period to compare with it is that one, and its own side says nothing more. Nothing
    where neither has a low spell.
    """
    if asked.period == asked.other:
        return []
    earlier = asked.other or asked.period.before()
    before = SpellSummary.of(spells, earlier.first, earlier.last)
    is_known = asked.other is not None or before.enough.days > 0
    if not (summary.spells or (is_known and before.spells)):
        return []
    named = _named(earlier, is_other=asked.other is not None)
    sides = [summary, before] if is_known and before.enough else [summary]
    return [
        Panel(
            name="low_spells.numbers",
            title=text("How often, how long, how deep"),
            sentences=(_said(summary, before, named),) if is_known else (),
            table=_table(sides, named),
            how=_how(),
        )
    ]


def _named(earlier: Period, *, is_other: bool) -> str:
    if is_other:
        return i18n.period(earlier.first, earlier.last)
    return plural("the {n} day before", "the {n} days before", earlier.days)


def _said(summary: SpellSummary, before: SpellSummary, named: str) -> str:
    if not before.enough:
        missing = still_missing(before.enough)
        return text("Of {before}: {missing}").format(before=named, missing=missing)
    return spells_compared_in_words(SpellsCompared.of(before, summary), named)


def _table(sides: list[SpellSummary], named: str) -> Table:
    def cells(row: Row) -> tuple[Told, ...]:
        title, number = row
        return Told(title), *map(number, sides)

    titles = [text("These days"), named[:1].upper() + named[1:]][: len(sides)]
    return Table(
        title=text("How often, how long, how deep"),
        columns=(Column(title="", is_number=False), *(Column(title=title) for title in titles)),
        rows=_rows(sides),
        cells=cells,
    )


def _rows(sides: list[SpellSummary]) -> list[Row]:
    rows: list[Row] = [
        (text("Low spells"), lambda side: count(len(side.spells))),
        (text("Of them with a known end"), lambda side: count(side.closed)),
        (text("Days on which one could be seen"), lambda side: count(side.days_watched)),
        (text("In 90 such days"), lambda side: _number(side.per(90))),
        (text("Days they lasted, the middle one"), lambda side: _number(side.duration.median)),
        (text("Points below the usual level"), lambda side: _number(side.depth.median)),
        (text("Days of the way back"), lambda side: _number(side.return_time.median)),
    ]
    if any(side.closed < len(side.spells) for side in sides):
        rows += [_longer(days) for days in _LONGER]
    return rows


def _longer(days: int) -> Row:
    words = plural("Lasted longer than {n} day", "Lasted longer than {n} days", days)
    return words, lambda side: _share(side, days)


def _share(side: SpellSummary, days: int) -> Told:
    """Return the share that lasts longer, as far as any was followed so long."""
    curve: Curve = side.duration
    share = curve.share_beyond(days)
    if share and not any(spell.days >= days for spell in side.spells):
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
            "Where the end of some is not known, the middle is that of the curve of Kaplan and "
            "Meier (1958): each counts up to where it was seen. It stays open where too few ends "
            "are known."
        ),
        text(
            "That something has changed is said once five low spells of both together have a known "
            "end, and only where chance would do the same less than once in twenty times (exact "
            "test of two rates; rank-sum test for the sizes). Of pairs of years of made-up steady "
            "mood, up to 11 of 100 had one such sentence all the same."
        ),
    )
