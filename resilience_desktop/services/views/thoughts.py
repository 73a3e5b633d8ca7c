"""Thought records side by side: patterns, ratings at first and later, what was chosen instead."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.record_brief import RecordFacts
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.records import LEAST_FOR_MEAN, Share
from resilience_desktop.insights.records_seen import RecordsSeen
from resilience_desktop.services import seen_in_words
from resilience_desktop.services.views.bars import Bar, bars
from resilience_desktop.services.views.first_and_later import belief, first_and_later
from resilience_desktop.services.views.months import (
    LEAST_MONTHS,
    MonthRow,
    by_month,
    months_between,
)
from resilience_desktop.services.views.numbers import count, in_month
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from resilience_desktop.domain.period import Period
    from resilience_desktop.insights.records import Found as Counted
    from resilience_desktop.services.views.view import Asked, Found

_MOST = 12
"""What a picture shows; the tables have all."""


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return what the finished records of the period show together."""
    every = {period: _seen(found, period) for period in (*asked.beside, asked.period)}
    seen, beside = every[asked.period], list(every.values())
    title, can_grow = text("Thinking patterns"), found.can_grow(asked.period)
    if seen.records < LEAST_FOR_MEAN:
        said = [seen_in_words.what_is_counted(seen)]
        if seen.records or can_grow:
            said.append(seen_in_words.too_few(can_grow=can_grow))
        return (Panel(name="thoughts.patterns", title=title, sentences=tuple(said)),)
    named = [one.patterns for one in beside]
    made = [_patterns("patterns", title, text("Pattern"), seen.patterns, named, seen)]
    in_place = [one.in_place_of_patterns for one in beside]
    if any(in_place):
        made.append(
            _patterns(
                "in_place",
                text("Chosen in place of a pattern"),
                text("Choice"),
                seen.in_place_of_patterns,
                in_place,
                seen,
            )
        )
    ratings = first_and_later(seen, can_grow=can_grow), belief(seen, can_grow=can_grow)
    return (*made, *ratings, _responses(seen, can_grow=can_grow))


def compared(_period: Period, _other: Period, _found: Found) -> str:
    """Return why two periods are not compared in numbers."""
    return text("How many records you write, and about what, changes for many reasons.")


def _seen(found: Found, period: Period) -> RecordsSeen:
    """Count what the page of thought records counts."""
    special = {pattern.id for pattern in content.thinking_patterns() if pattern.special}
    records = [one for one in found.records if one.finished and period.has(one.at.day)]
    facts = [RecordFacts.of(record) for record in reversed(records)]
    return RecordsSeen.of(facts, special, content.pleasant_feelings())


def _patterns(
    key: str,
    title: str,
    one: str,
    counted: Sequence[Counted],
    beside: Sequence[Sequence[Counted]],
    seen: RecordsSeen,
) -> Panel:
    """Return what is named how often; pictures ``beside`` each other have the same rows."""
    name = f"thoughts.{key}"
    said = [seen_in_words.what_is_counted(seen)]
    if not any(beside):
        said.append(text("No pattern was named in them."))
        return Panel(name=name, title=title, sentences=tuple(said))
    names = {found.marks: seen_in_words.names_of(found) for some in beside for found in some}
    times = Counter(dict.fromkeys(names, 0))
    for some in beside:
        times.update({found.marks: found.number for found in some})
    if len(names) > _MOST:
        words = text("The picture has the {n} most frequent, the table has all {all}.")
        said.append(words.format(n=_MOST, all=len(counted)))
    here = {found.marks: found.number for found in counted}
    rows = [
        Bar(
            key=marks[0].word,
            name=names[marks],
            number=here.get(marks, 0),
            words=Told(seen_in_words.in_records(here.get(marks, 0))),
        )
        for marks, _ in times.most_common(_MOST)
    ]

    def cells(found: Counted) -> tuple[Told, ...]:
        return Told(seen_in_words.names_of(found)), count(found.number)

    return Panel(
        name=name,
        title=title,
        sentences=tuple(said),
        drawings=(bars(name, title, said[0], rows, full=seen.records),),
        table=Table(
            title=title,
            columns=(Column(title=one, is_number=False), Column(title=text("Records"))),
            rows=counted,
            cells=cells,
        ),
        note=_where_the_records_are() if key == "patterns" else "",
        how=(
            text(
                "Each finished record counts once for each pattern named in it. A bar of the whole "
                "width is all finished records. It takes {n} of them."
            ).format(n=LEAST_FOR_MEAN),
            text(
                "Records are mostly written about hard moments. So this says which patterns were "
                "named in such moments, not how often you think that way."
            ),
        ),
    )


def _responses(seen: RecordsSeen, *, can_grow: bool) -> Panel:
    name, title = "thoughts.responses", text("What you chose instead")
    every = Share.all_of(seen.responses.values())
    said = seen_in_words.responses_in_all(every, can_grow=can_grow)
    if every.missing:
        return Panel(name=name, title=title, sentences=(said,))
    shares = {month: share for month, share in seen.responses.items() if not share.missing}
    drawings = (_by_month(name, title, said, shares),) if len(shares) >= LEAST_MONTHS else ()

    def cells(month: dt.date) -> tuple[Told, ...]:
        share = seen.responses[month]
        return in_month(month), count(share.records), count(share.having)

    return Panel(
        name=name,
        title=title,
        sentences=(said,),
        drawings=drawings,
        table=Table(
            title=title,
            columns=(
                Column(title=text("Month"), is_number=False),
                Column(title=text("Say what you did")),
                Column(title=text("Say what you chose")),
            ),
            rows=sorted(seen.responses, reverse=True),
            cells=cells,
        ),
        note=text("A small dot is a month with too few records.") if drawings else "",
        how=(
            text(
                "A record counts where it says what you did or what you chose instead. The share "
                "of a month is the number that say what you chose, divided by these. It takes {n} "
                "records in a month, else the line breaks."
            ).format(n=LEAST_FOR_MEAN),
            text(
                "A blank field can mean many things, so this says what was written, not what you "
                "did. With few records a share goes up and down by chance alone."
            ),
        ),
    )


def _by_month(name: str, title: str, said: str, shares: Mapping[dt.date, Share]) -> Drawing:
    row = MonthRow(
        key=name,
        name="",
        numbers={month: share.having / share.records for month, share in shares.items()},
        told={month: seen_in_words.of_month(share) for month, share in shares.items()},
    )
    too_few = plural("fewer than {n} record", "fewer than {n} records", LEAST_FOR_MEAN)
    months = months_between(min(shares), max(shares))
    top = (1.0, text("every record"))
    return by_month(name, title, said, (row,), months, top, too_few=too_few)


def _where_the_records_are() -> str:
    return text("On the page of thought records, counts like these open their records.")
