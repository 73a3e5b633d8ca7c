"""A wider view: five signs, two sides and what matters, as somebody rated them once in a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.month_look import SIDES, SIGNS, WEIGHT
from resilience_desktop.i18n import plural, text
from resilience_desktop.services.month_look_words import axis_name
from resilience_desktop.services.views import how_wider
from resilience_desktop.services.views.rated_axes import AxisRatings, axes_drawing, axes_table
from resilience_desktop.services.views.side_inputs import inputs_of
from resilience_desktop.services.views.view import Panel
from resilience_desktop.services.views.what_matters import what_matters
from resilience_desktop.services.views.wider_spread import SpreadAtLooks

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from resilience_desktop.domain.month_look import MonthLook
    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.views.view import Asked, Found


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return the five signs, the two sides, and what matters beside how it was lived."""
    looks = [look for look in found.month_looks if asked.period.has(look.day)]
    elsewhere = len(found.month_looks) - len(looks)
    if not looks:
        return (_not_looked(elsewhere),)
    return (
        _signs(looks, elsewhere, found),
        _sides(looks, elsewhere, asked.period, found),
        what_matters(looks),
    )


def compared(_later: Period, _earlier: Period, _found: Found) -> str:
    """Return why two periods are not compared in numbers."""
    return text("Single ratings of your own can differ by chance from one day to the next.")


def _not_looked(elsewhere: int) -> Panel:
    """Return what will stand here: what a journal has says nothing without a rating beside it."""
    words = text(
        "There is no look in these days. After the first one your ratings stand here, and what "
        "your journal has beside them. From the second one on, first and latest stand together."
    )
    said = " ".join(filter(None, (words, _outside(elsewhere))))
    return Panel(name="wider.signs", title=text("Five signs and two sides"), sentences=(said,))


def _signs(looks: Sequence[MonthLook], elsewhere: int, found: Found) -> Panel:
    rated = [AxisRatings.of(axis, looks) for axis in SIGNS]
    said = [_looks_in_words(rated, elsewhere)]
    spread = SpreadAtLooks.of(_rated_days(rated), found)
    if spread is not None:
        said.append(spread.in_words())
    name, title = "wider.signs", text("Five signs")
    has_ratings = any(one.count for one in rated)
    note = text(
        "The ring is the first look of these days, the dot the latest. Of the weight of "
        "difficulties, less is lighter."
    )
    return Panel(
        name=name,
        title=title,
        sentences=("\n".join(said),),  # one below the other, since each is about something else
        drawings=(axes_drawing(name, title, said[0], rated),) if has_ratings else (),
        table=axes_table(title, rated, spread=spread) if has_ratings else None,
        note=note if has_ratings else "",
        how=how_wider.signs(),
    )


def _sides(looks: Sequence[MonthLook], elsewhere: int, period: Period, found: Found) -> Panel:
    rated = [AxisRatings.of(axis, looks) for axis in SIDES]
    inputs = inputs_of(period, found)
    said = [_looks_in_words(rated, elsewhere)]
    line = text("{name}: {rated}; {journal}.")
    said += [
        line.format(name=axis_name(one.axis), rated=one.in_words(), journal=inputs[one.axis])
        for one in rated
        if one.count
    ]
    name, title = "wider.sides", text("Inner side and outer side")
    has_ratings = any(one.count for one in rated)
    note = text(
        "Four are the inner side, the last is the outer one. The ring is the first look, the dot "
        "the latest."
    )
    return Panel(
        name=name,
        title=title,
        sentences=("\n".join(said),),
        drawings=(axes_drawing(name, title, said[0], rated),) if has_ratings else (),
        table=axes_table(title, rated, inputs=inputs) if has_ratings else None,
        note=note if has_ratings else "",
        how=how_wider.sides(),
    )


def _rated_days(rated: Sequence[AxisRatings]) -> list[dt.date]:
    return sorted({day for one in rated for day, _ in one.found})


def _looks_in_words(rated: Sequence[AxisRatings], elsewhere: int) -> str:
    """Return how many looks there are, what moved, and what may not be read from it."""
    days = _rated_days(rated)
    if not days:
        said = text("No look in these days rates these.")
    elif len(days) == 1:
        said = text(
            "One look, on {day}. One more look, and first and latest can stand beside each other."
        ).format(day=i18n.day(days[0]))
    else:
        said = _moved_in_words(rated, days)
    return " ".join(filter(None, (said, _outside(elsewhere))))


def _outside(elsewhere: int) -> str:
    """Return how many looks other days have."""
    words = plural(
        "{n} look lies outside these days.", "{n} looks lie outside these days.", elsewhere
    )
    return words if elsewhere else ""


def _moved_in_words(rated: Sequence[AxisRatings], days: Sequence[dt.date]) -> str:
    said = [
        text("{n} looks, from {first} to {last}.").format(
            n=len(days), first=i18n.day(days[0]), last=i18n.day(days[-1])
        )
    ]
    moved = [one for one in rated if one.change]
    if moved:
        words = text("{name} {first} to {latest}")
        listed = [
            words.format(name=_in_sentence(one.axis), first=one.first, latest=one.latest)
            for one in moved
        ]
        said.append(text("From first to latest: {list}.").format(list=", ".join(listed)))
        if any(one.axis == WEIGHT for one in moved):
            said.append(text("For weight, less is lighter."))
    elif any(one.count > 1 for one in rated):
        said.append(text("First and latest are the same."))
    said.append(
        text("Two looks are two points: they can't show which way things go.")
        if len(days) == 2
        else text("A look can fall on a good day or a hard one, and the numbers can't say why.")
    )
    return " ".join(said)


def _in_sentence(axis: str) -> str:
    name = axis_name(axis)
    return name[:1].lower() + name[1:]
