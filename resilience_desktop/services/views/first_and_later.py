"""Ratings of thought records at first and later: of unpleasant feelings, and of belief."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.insights.records import LEAST_FOR_MEAN
from resilience_desktop.services import seen_in_words
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


def first_and_later(seen: RecordsSeen) -> Panel:
    """Return how unpleasant feelings were rated, record by record."""
    name, title = "thoughts.first_and_later", text("Unpleasant feelings")
    said = seen_in_words.feelings_changed(seen.feeling_change)
    if seen.feeling_change.mean is None:
        return Panel(name=name, title=title, sentences=(said,))
    rated = seen.rated_twice
    notes = [text("The ring is the first rating, the dot the later one.")]
    if len(rated) > _MOST:
        words = text("The picture has the newest {n} records, the table has all {all}.")
        notes.append(words.format(n=_MOST, all=len(rated)))
    return Panel(
        name=name,
        title=title,
        sentences=(said, seen_in_words.numbers_are_quiet()),
        drawings=(_ratings(name, title, said, rated[:_MOST]),),
        table=_ratings_table(title, rated),
        note=" ".join(notes),
        how=(
            text(
                "Of each record this takes the feelings that were rated both times, and their "
                "mean. Pleasant ones are left out, since it is no relief to have less of them. The "
                "change is the mean over the records, and takes {n} of them."
            ).format(n=LEAST_FOR_MEAN),
            text(
                "Strong feelings become less strong with time, also without a record. A first "
                "rating that is very high is likely to be followed by a lower one by chance alone "
                "(regression to the mean). So a lower number does not say that the record did it."
            ),
        ),
    )


def belief(seen: RecordsSeen) -> Panel:
    """Return how belief in the automatic thought changed, over all records."""
    return Panel(
        name="thoughts.belief",
        title=text("Belief in the automatic thought"),
        sentences=(seen_in_words.belief_changed(seen.belief_change),),
        how=(
            text(
                "This is the mean over the records in which belief was rated both times, from 0 to "
                "100. It takes {n} of them. As with feelings, high first ratings are likely to be "
                "followed by lower ones, so the number does not say why."
            ).format(n=LEAST_FOR_MEAN),
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
        return Told(i18n.day(one.day)), Told(f"{one.first:.0f}"), Told(f"{one.later:.0f}")

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
