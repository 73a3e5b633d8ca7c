"""Pictures of how often, or how much, that several views draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.services.views.view import Drawing, Told

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.services.views.view import Place

_ROW, _EDGES = 27, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: a number, what it is of, and what stands at the end of its row."""

    key: Hashable = field(repr=False)
    name: str = field(repr=False)
    number: float | None = field(repr=False)
    """None where there is too little: the row stays, empty, and its words say why."""
    words: Told = field(repr=False)

    @property
    def told(self) -> Told:
        """The bar in words."""
        words = text("{name}: {words}")
        return Told(
            words.format(name=self.name, words=self.words.shown),
            words.format(name=self.name, words=self.words.aloud),
        )


def bars(
    name: str,
    title: str,
    description: str,
    rows: Sequence[Bar],
    *,
    full: float,
    beside: Sequence[Bar] = (),
    on_whole: bool = True,
) -> Drawing:
    """Return a picture of bars as parts of a whole one, which is ``full``.

    What would look like something to reach has no pale bar of the whole: not ``on_whole``.
    Given the rows of the picture ``beside`` it, both have their bars in the same place.
    """
    told = {row.key: row.told for row in rows}
    return Drawing(
        name=name,
        title=title,
        description=description,
        draw=partial(_draw, tuple(rows), tuple(beside), full, on_whole),
        tell=told.__getitem__,
        height=lambda scale: len(rows) * _ROW * scale + _EDGES,
    )


def _draw(
    rows: Sequence[Bar],
    beside: Sequence[Bar],
    full: float,
    on_whole: bool,
    figure: Figure,
    *,
    style: ChartStyle,
) -> Mapping[Hashable, Place]:
    from resilience_desktop.charts.counts import Count, draw_counts

    drawn, others = (
        [Count(row.key, row.name, row.number, row.words.shown) for row in some]
        for some in (rows, beside)
    )
    return draw_counts(figure, drawn, style=style, full=full, beside=others, on_whole=on_whole)
