"""Axes of the wider look, rated more than once: a picture of first and latest, and a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Self

from resilience_desktop.domain.month_look import MOST
from resilience_desktop.i18n import plural, signed, spoken, text
from resilience_desktop.services.month_look_words import axis_name
from resilience_desktop.services.views.numbers import NOTHING_YET, count
from resilience_desktop.services.views.view import Column, Drawing, Table, Told

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.domain.month_look import MonthLook
    from resilience_desktop.services.views.view import Place
    from resilience_desktop.services.views.wider_spread import SpreadAtLooks

LEAST_FOR_CHANGE = 2
"""Ratings that a first and a latest take."""
_ROW, _FOOT = 30, 31


@dataclass(frozen=True, slots=True)
class AxisRatings:
    """One axis, and how it was rated each time."""

    axis: str
    found: tuple[tuple[dt.date, int], ...] = field(repr=False)
    """Oldest first."""

    @classmethod
    def of(cls, axis: str, looks: Iterable[MonthLook]) -> Self:
        """Return how an axis was rated; looks that skip it have no part in it."""
        rated = ((look.day, look.rating(axis)) for look in looks)
        return cls(axis, tuple((day, number) for day, number in rated if number is not None))

    @property
    def count(self) -> int:
        """In how many looks it was rated."""
        return len(self.found)

    @property
    def first(self) -> int | None:
        """The first number, or None where there is none."""
        return self.found[0][1] if self.found else None

    @property
    def latest(self) -> int | None:
        """The latest number, or None where there is none."""
        return self.found[-1][1] if self.found else None

    @property
    def change(self) -> int | None:
        """How far it moved; None while there are not two numbers."""
        if self.count < LEAST_FOR_CHANGE:
            return None
        return self.found[-1][1] - self.found[0][1]

    def in_words(self) -> str:
        """Return how often it was rated, at least once, and what is missing."""
        if self.count < LEAST_FOR_CHANGE:
            return text("your rating in 1 look, and 1 more shows a change")
        return plural("your rating in {n} look", "your rating in {n} looks", self.count)


def axes_drawing(name: str, title: str, description: str, rated: Sequence[AxisRatings]) -> Drawing:
    """Return a picture with a row for each axis that was rated."""
    by_axis = {one.axis: one for one in rated if one.count}
    rows = tuple(
        (axis, axis_name(axis), float(one.found[0][1]), float(one.found[-1][1]))
        for axis, one in by_axis.items()
    )
    return two_numbers(
        name, title, description, rows, {axis: _told(one) for axis, one in by_axis.items()}
    )


def two_numbers(
    name: str,
    title: str,
    description: str,
    rows: Sequence[tuple[Hashable, str, float, float]],
    told: Mapping[Hashable, Told],
) -> Drawing:
    """Return a picture of two numbers from 0 to 10 for each row: a ring and a dot."""
    return Drawing(
        name=name,
        title=title,
        description=description,
        draw=partial(_draw, tuple(rows)),
        tell=told.__getitem__,
        height=lambda scale: (len(rows) * _ROW + _FOOT) * scale,
    )


def _draw(
    rows: Sequence[tuple[Hashable, str, float, float]], figure: Figure, *, style: ChartStyle
) -> Mapping[Hashable, Place]:
    from resilience_desktop.charts.first_and_later import RatedTwice, draw_first_and_later

    return draw_first_and_later(
        figure, [RatedTwice(*row) for row in rows], style=style, highest=MOST
    )


def _told(one: AxisRatings) -> Told:
    if one.count < LEAST_FOR_CHANGE:
        words = text("{name}: {latest} of 10, in one look")
    else:
        words = text("{name}: {first} of 10 at first, {latest} at the latest of {n} looks")
    return Told(
        words.format(name=axis_name(one.axis), first=one.first, latest=one.latest, n=one.count)
    )


def axes_table(
    title: str,
    rated: Sequence[AxisRatings],
    *,
    spread: SpreadAtLooks | None = None,
    inputs: Mapping[str, str] | None = None,
) -> Table:
    """Return first, latest and change of each axis, also of those that were never rated.

    ``spread`` is one row more, of the entries; ``inputs`` a column of what the journal has.
    """
    rows = [_cells(one, inputs) for one in rated]
    if spread is not None:
        rows.append(spread.cells())
    columns = [
        Column(title=text("What"), is_number=False),
        Column(title=text("First")),
        Column(title=text("Latest")),
        Column(title=text("Change")),
        Column(title=text("Looks")),
    ]
    if inputs is not None:
        columns.append(Column(title=text("In your journal"), is_number=False))
    return Table(title=title, columns=tuple(columns), rows=tuple(rows), cells=lambda row: row)


def _cells(one: AxisRatings, inputs: Mapping[str, str] | None) -> tuple[Told, ...]:
    cells = (
        Told(axis_name(one.axis)),
        of_ten(one.first),
        of_ten(one.latest),
        changed(one.change),
        count(one.count),
    )
    return cells if inputs is None else (*cells, Told(inputs[one.axis]))


def of_ten(number: int | None) -> Told:
    """Return a rating, or that there is none."""
    if number is None:
        return Told(NOTHING_YET, text("not rated"))
    return Told(str(number), text("{n} of 10").format(n=number))


def changed(change: float | None, decimals: int = 0) -> Told:
    """Return how far something moved, or that this cannot be told."""
    if change is None:
        return Told(NOTHING_YET, text("not told yet"))
    return Told(signed(change, decimals=decimals), spoken(change))
