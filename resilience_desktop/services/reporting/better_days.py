"""What went with better or worse days, on paper: what the Charts page finds of the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.factors import Factors, Kind
from resilience_desktop.insights.going_with import GoingWith
from resilience_desktop.insights.mean import Interval
from resilience_desktop.reports.sections import Cell, Column, Sentences, Table
from resilience_desktop.services.reporting.outcome import NOTHING, Outcome, too_few_days
from resilience_desktop.services.views.factor_words import names_of
from resilience_desktop.services.views.numbers import NOTHING_YET, mood_range

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.period import Period
    from resilience_desktop.insights.factors import Factor
    from resilience_desktop.insights.going_with import Family, LookedAt

MOST = 5
"""Rows of the table, as many as a clinician reads."""


def better_days(entries: Sequence[Entry], period: Period) -> Outcome:
    """Return what was found to go with the mood of the same day. Gates: those of ``GoingWith``."""
    factors = Factors.of(entries, DayMoods.of(entries, period.first, period.last))
    if not tuple(factors):
        return NOTHING
    going, what = GoingWith.of(factors), text("what went with better or worse days")
    if not going.enough:
        return Outcome(lacking=too_few_days(what, going.enough))
    family = going.same_day
    if not family.looked_at:
        return Outcome(lacking=text("{what} (nothing was noted on enough days)").format(what=what))
    title = text("What went with better or worse days")
    if not family.found:
        return Outcome((Sentences(title=title, paragraphs=(_none_clear(family),)),))
    name = names_of(factors)
    # The largest differences, the highest first.
    largest = sorted(family.found, key=lambda one: -abs(one.difference.points))[:MOST]
    table = Table(
        title=title,
        columns=(
            Column(text("Noted on the day"), is_number=False),
            Column(text("Difference in mood"), is_main=True),
            Column(text("Rough range")),
            Column(text("Days with")),
            Column(text("Days without")),
        ),
        rows=tuple(
            _row(one, name) for one in sorted(largest, key=lambda one: -one.difference.points)
        ),
        first=2,
        note=_note(family),
    )
    return Outcome((table,))


def _row(one: LookedAt, name: Callable[[Factor], str]) -> tuple[Cell, ...]:
    difference = one.difference
    own = one.factor.kind in (Kind.TAG, Kind.TRIGGER)
    days_with = one.days if one.days_with is None else one.days_with
    return (
        Cell(name(one.factor), own=own),
        Cell(signed(difference.points, decimals=1)),
        Cell(mood_range(Interval(difference.lower, difference.upper)).shown),
        Cell(f"{days_with:,}"),
        Cell(NOTHING_YET if one.days_without is None else f"{one.days_without:,}"),
    )


def _none_clear(family: Family) -> str:
    return plural(
        "{n} thing that days differ in was looked at, and it was not clear. With this many days, "
        "real differences can be missed.",
        "{n} things that days differ in were looked at, and none was clear. With this many days, "
        "real differences can be missed.",
        len(family.looked_at),
    )


def _note(family: Family) -> str:
    looked_at, found = len(family.looked_at), len(family.found)
    said = plural("{n} was looked at", "{n} were looked at", looked_at)
    clear = plural("{n} was clear", "{n} were clear", found)
    amounts = text("{looked_at}, {clear}.").format(looked_at=said, clear=clear)
    if found > MOST:
        largest = text("The {n} largest differences are listed.").format(n=MOST)
        amounts = f"{amounts} {largest}"
    return " ".join(
        [
            amounts,
            text("These go together; the numbers cannot say which brings which."),
            text("Up to about one in ten findings like these can be chance."),
        ]
    )
