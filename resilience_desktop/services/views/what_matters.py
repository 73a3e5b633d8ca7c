"""What matters to somebody, beside how far it was lived: the gap as a picture, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, text
from resilience_desktop.services.views import how_wider
from resilience_desktop.services.views.rated_axes import changed, of_ten, two_numbers
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from resilience_desktop.domain.month_look import MonthLook, RatedValue

_WIDE = 2
"""Steps between two numbers from which a gap is named: one step is easily chance."""


def what_matters(looks: Sequence[MonthLook]) -> Panel:
    """Return the values of the latest look that has some."""
    name, title = "wider.values", text("What matters to you")
    look = next((one for one in reversed(looks) if one.values), None)
    if look is None:
        said = text(
            "No look in these days names what matters to you. Once one does, how much each thing "
            "matters stands here beside how far it was lived."
        )
        return Panel(name=name, title=title, sentences=(said,))
    values = look.values
    both = [(place, one) for place, one in enumerate(values) if _has_both(one)]
    things = plural("{n} thing that matters", "{n} things that matter", len(values))
    said = text("On {day} you named {things}.").format(day=i18n.day(look.day), things=things)
    sentences = [said, *_gaps([one for _, one in both]), *_open([*values])]
    note = text("The ring is how much it matters, the dot how far it was lived, from 0 to 10.")
    return Panel(
        name=name,
        title=title,
        sentences=tuple(sentences),
        drawings=(_drawing(name, title, " ".join(sentences), both),) if both else (),
        table=_table(title, values),
        note=note if both else "",
        how=how_wider.values(),
    )


def _has_both(value: RatedValue) -> bool:
    return value.importance is not None and value.lived is not None


def _gap(value: RatedValue) -> int | None:
    """Return how far less a thing was lived than it matters; less than 0 where it was more."""
    if value.importance is None or value.lived is None:
        return None
    return value.importance - value.lived


def _gaps(values: Sequence[RatedValue]) -> list[str]:
    if not values:
        return []
    widest = max(_gap(one) or 0 for one in values)
    if widest < _WIDE:
        return [text("What matters and how far it was lived are close together.")]
    named = text("{name} (matters {importance}, lived {lived})")
    found = [
        named.format(name=one.name, importance=one.importance, lived=one.lived)
        for one in values
        if _gap(one) == widest
    ]
    words = text(
        "Furthest apart: {list}. A gap is no fault. It can show where you would like more, or what "
        "there was no room for."
    )
    return [words.format(list=", ".join(found))]


def _open(values: Sequence[RatedValue]) -> list[str]:
    """Return which things have nothing noted for how far they were lived."""
    names = ", ".join(one.name for one in values if one.lived is None)
    if not names:
        return []
    return [text("Nothing is noted for how far these were lived: {list}.").format(list=names)]


def _drawing(
    name: str, title: str, description: str, both: Sequence[tuple[int, RatedValue]]
) -> Drawing:
    words = text("{name}: matters {importance} of 10, lived {lived} of 10")
    told: dict[Hashable, Told] = {
        place: Told(words.format(name=one.name, importance=one.importance, lived=one.lived))
        for place, one in both
    }
    rows = [
        (place, one.name, float(one.importance or 0), float(one.lived or 0)) for place, one in both
    ]
    return two_numbers(name, title, description, rows, told)


def _table(title: str, values: Sequence[RatedValue]) -> Table:
    def cells(one: RatedValue) -> tuple[Told, ...]:
        gap = _gap(one)
        difference = None if gap is None else -gap
        return Told(one.name), of_ten(one.importance), of_ten(one.lived), changed(difference)

    return Table(
        title=title,
        columns=(
            Column(title=text("What matters"), is_number=False),
            Column(title=text("Matters")),
            Column(title=text("Lived")),
            Column(title=text("Difference")),
        ),
        rows=values,
        cells=cells,
    )
