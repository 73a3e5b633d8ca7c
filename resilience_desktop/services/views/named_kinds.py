"""The kinds of what entries name, how each is called, and what a picture shows of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.insights import named
from resilience_desktop.insights.named import Named

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.domain.timeline_filter import TimelineFilter
    from resilience_desktop.insights.named import NamedInEntries, Names

MOST, MOST_LINES = 10, 6
"""Bars and lines in a picture; the tables have all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of what entries name, and how it is called."""

    key: str
    names: Names = field(repr=False)
    title: str
    over_time: str
    one: str
    none: str
    to_come: str
    """What is said in place of it while there can still be some."""
    chosen: Callable[[TimelineFilter], tuple[str, ...]]
    """What of it a filter asks for."""
    has_strength: bool = True
    has_mood: bool = True
    """Whether the picture has the mood too; of feelings only the table."""


def kinds() -> tuple[Kind, ...]:
    """Return them in the order they are shown."""
    return (
        Kind(
            key="feelings",
            names=named.feelings,
            title=text("Feelings"),
            over_time=text("Feelings by month"),
            one=text("Feeling"),
            none=text("No feeling was named in these days."),
            to_come=text("When entries have feelings, they stand here."),
            chosen=lambda of_filter: of_filter.feelings,
            has_mood=False,
        ),
        Kind(
            key="sensations",
            names=named.sensations,
            title=text("Sensations of the body"),
            over_time=text("Sensations by month"),
            one=text("Sensation"),
            none=text("No sensation of the body was named in these days."),
            to_come=text("When entries have sensations of the body, they stand here."),
            chosen=lambda of_filter: of_filter.sensations,
        ),
        Kind(
            key="triggers",
            names=named.triggers,
            title=text("Triggers"),
            over_time=text("Triggers by month"),
            one=text("Trigger"),
            none=text("No trigger was named in these days."),
            to_come=text("When entries have triggers, they stand here."),
            chosen=lambda of_filter: of_filter.triggers,
            has_strength=False,
        ),
    )


def most_named(seen: NamedInEntries, beside: Sequence[NamedInEntries], most: int) -> list[Named]:
    """Return what was named on most days of all periods ``beside``, as it was in the one ``seen``.

    So pictures of several periods have the same rows in the same order. What only others name was
    there on no day of this one. Periods differ in length, so it is the part of their days with
    entries that decides.
    """
    spelled: dict[str, str] = {}
    share: dict[str, float] = defaultdict(float)
    entries: dict[str, int] = defaultdict(int)
    for one in (seen, *beside):
        for thing in one.things:
            spelled.setdefault(thing.word.casefold(), thing.word)
    for one in beside:
        for thing in one.things:
            share[thing.word.casefold()] += thing.days / one.enough.days
            entries[thing.word.casefold()] += thing.entries
    own = {thing.word.casefold(): thing for thing in seen.things}
    keys = sorted(spelled, key=lambda key: (-share[key], -entries[key], key))
    return [own.get(key) or _never(spelled[key]) for key in keys[:most]]


def what_is_left_out(seen: NamedInEntries, beside: Sequence[NamedInEntries], most: int) -> str:
    """Return that the table has more than the picture, where it has."""
    shown = most_named(seen, beside, most)
    if all(one in shown for one in seen.things):
        return ""
    words = text("The picture has the {n} named on most days, the table has all {all}.")
    if len(beside) > 1:
        words = text(
            "The picture has the {n} named most in the two periods together, the table has all "
            "{all} of this one."
        )
    return words.format(n=most, all=f"{len(seen.things):,}")


def _never(word: str) -> Named:
    return Named(word, 0, 0, 0, None, 0, None, {})
