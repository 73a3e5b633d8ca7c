"""What entries name, month by month: on how many of the days with entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.named import LEAST
from resilience_desktop.services.views.months import (
    LEAST_MONTHS,
    MonthRow,
    by_month,
    months_between,
    top_of_shares,
)
from resilience_desktop.services.views.named_kinds import MOST_LINES, most_named, what_is_left_out
from resilience_desktop.services.views.numbers import count, in_month
from resilience_desktop.services.views.view import Column, Panel, Table, Told

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from resilience_desktop.insights.named import Named, NamedInEntries
    from resilience_desktop.services.views.named_kinds import Kind


def over_time(
    kind: Kind,
    seen: NamedInEntries,
    beside: Sequence[NamedInEntries],
    *,
    is_chosen: bool,
    can_grow: bool,
) -> Panel:
    """Return the lines of the most frequent; those of all periods ``beside`` share a scale.

    ``is_chosen`` where these are not all entries of their days, but those that a filter lets by.
    """
    name = f"feelings.{kind.key}_by_month"
    shown = most_named(seen, beside, MOST_LINES)
    months = months_between(min(seen.days), max(seen.days))
    known = [month for month in months if seen.days.get(month, 0) >= LEAST]
    if len(known) < LEAST_MONTHS:
        said = (
            text("This can be shown once {months} months have {days} days with entries each.")
            if can_grow
            else text("Too few days in this time.")
        )
        return Panel(
            name=name,
            title=kind.over_time,
            sentences=(said.format(months=LEAST_MONTHS, days=LEAST),),
        )
    said = (
        text("On how many of a month's days with such entries each was named.")
        if is_chosen
        else text("On how many of a month's days with entries each was named.")
    )
    if left_out := what_is_left_out(seen, beside, MOST_LINES):
        said = f"{said} {left_out}"
    rows = [_row(one, seen, known) for one in shown]
    top = top_of_shares([share for one in beside for share in _shares(one, beside)])
    return Panel(
        name=name,
        title=kind.over_time,
        sentences=(said,),
        drawings=(
            by_month(
                name,
                kind.over_time,
                said,
                rows,
                months,
                top,
                too_few=_too_few(),
            ),
        ),
        table=_months_table(kind, seen, months),
        note=text("All lines have the same scale. A small dot is a month with too few days."),
        how=(
            text(
                "A point is the number of days on which it was named, divided by the days with "
                "entries in that month. A month takes {n} days with entries, else the line breaks."
            ).format(n=LEAST),
            text(
                "With few days in a month, a line goes up and down by chance alone. So nothing "
                "here says that something became more or less."
            ),
        ),
    )


def _row(one: Named, seen: NamedInEntries, known: list[dt.date]) -> MonthRow:
    return MonthRow(
        key=one.word,
        name=one.word,
        numbers={month: seen.share(one, month) or 0.0 for month in known},
        told={month: _of_days(one, seen, month) for month in known},
    )


def _shares(seen: NamedInEntries, beside: Sequence[NamedInEntries]) -> list[float]:
    """Return every share that a picture shows."""
    shown = most_named(seen, beside, MOST_LINES)
    each = (seen.share(one, month) for one in shown for month in seen.days)
    return [share for share in each if share is not None]


def _of_days(one: Named, seen: NamedInEntries, month: dt.date) -> str:
    days = plural("{n} day with entries", "{n} days with entries", seen.days[month])
    return text("{number} of {days}").format(number=one.months.get(month, 0), days=days)


def _too_few() -> str:
    return plural("fewer than {n} day with entries", "fewer than {n} days with entries", LEAST)


def _months_table(kind: Kind, seen: NamedInEntries, months: list[dt.date]) -> Table:
    def cells(row: tuple[Named, dt.date]) -> tuple[Told, ...]:
        one, month = row
        return (
            Told(one.word),
            in_month(month),
            count(one.months.get(month, 0)),
            count(seen.days.get(month, 0)),
        )

    return Table(
        title=kind.over_time,
        columns=(
            Column(title=kind.one, is_number=False),
            Column(title=text("Month"), is_number=False),
            Column(title=text("Days it was named")),
            Column(title=text("Days with entries")),
        ),
        rows=[(one, month) for one in seen.things for month in reversed(months)],
        cells=cells,
    )
