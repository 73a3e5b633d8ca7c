"""Ratings of thought records at first and later: of unpleasant feelings, and of belief."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.insights.records import LEAST_FOR_MEAN
from resilience_desktop.services import seen_in_words
from resilience_desktop.services.views.numbers import on_day
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.insights.records_seen import RecordRatings, RecordsSeen
    from resilience_desktop.services.views.view import Place

_MOST = 12
"""Records in the picture; the table has all."""
_ROW, _FOOT = 30, 31


def first_and_later(seen: RecordsSeen, *, can_grow: bool = True) -> Panel:
    """Return how unpleasant feelings were rated, record by record."""
    return _panel(
        "thoughts.first_and_later",
        text("Unpleasant feelings"),
        seen.rated_twice,
        text(
            "Of each record this takes the feelings that were rated both times, and their mean. "
            "Pleasant ones, such as calm, are left out, since it is no relief to have less of them."
        ),
        can_grow=can_grow,
    )


def belief(seen: RecordsSeen, *, can_grow: bool = True) -> Panel:
    """Return how belief in the automatic thought was rated, record by record."""
    return _panel(
        "thoughts.belief",
        text("Belief in the automatic thought"),
        seen.belief_rated_twice,
        text("This takes each record in which belief was rated both times."),
        can_grow=can_grow,
    )


def _panel(
    name: str, title: str, rated: Sequence[RecordRatings], takes: str, *, can_grow: bool
) -> Panel:
    said = seen_in_words.lower_and_higher(rated, can_grow=can_grow)
    if len(rated) < LEAST_FOR_MEAN:
        return Panel(name=name, title=title, sentences=(said,))
    notes = [text("The ring is the first rating, the dot the later one. All go from 0 to 100.")]
    if len(rated) > _MOST:
        words = text("The picture has the newest {n} records, the table has all {all}.")
        notes.append(words.format(n=_MOST, all=len(rated)))
    tends = text(
        "What is rated when it is strongest tends to be lower later anyhow, so this does not say "
        "that the record did it."
    )
    return Panel(
        name=name,
        title=title,
        sentences=(said, tends),
        drawings=(_ratings(name, title, said, rated[:_MOST]),),
        table=_ratings_table(title, rated),
        note=" ".join(notes),
        how=(
            " ".join(
                (takes, text("It takes {n} such records.").format(n=LEAST_FOR_MEAN)),
            ),
            text(
                "There is no average here. Strong feelings and firm beliefs weaken with time, also "
                "without a record, and a very high first rating is likely to be followed by a "
                "lower one by chance alone (regression to the mean). An average would not be less "
                "of that with more records."
            ),
        ),
    )


def _ratings(name: str, title: str, said: str, rated: Sequence[RecordRatings]) -> Drawing:
    by_id = {one.record: one for one in rated}

    def tell(record: str) -> Told:
        one = by_id[record]
        words = text("{day}: {first} of 100 at first, {later} later")
        return Told(
            words.format(day=i18n.day(one.day), first=f"{one.first:.0f}", later=f"{one.later:.0f}")
        )

    return Drawing(
        name=name,
        title=title,
        description=said,
        draw=partial(_draw_ratings, tuple(rated)),
        tell=tell,
        height=lambda scale: (len(rated) * _ROW + _FOOT) * scale,
        opens=lambda record: by_id[record].day,
    )


def _draw_ratings(
    rated: Sequence[RecordRatings], figure: Figure, *, style: ChartStyle
) -> Mapping[Hashable, Place]:
    from resilience_desktop.charts.first_and_later import RatedTwice, draw_first_and_later

    rows = [RatedTwice(one.record, i18n.day(one.day), one.first, one.later) for one in rated]
    return draw_first_and_later(figure, rows, style=style)


def _ratings_table(title: str, rated: Sequence[RecordRatings]) -> Table:
    def cells(one: RecordRatings) -> tuple[Told, ...]:
        return on_day(one.day), Told(f"{one.first:.0f}"), Told(f"{one.later:.0f}")

    return Table(
        title=title,
        columns=(
            Column(title=text("Day"), is_number=False),
            Column(title=text("At first")),
            Column(title=text("Later")),
        ),
        rows=rated,
        cells=cells,
        opens=lambda one: one.day,
    )
