"""The kinds of what entries name, how each is called, and what a picture shows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.insights import named

if TYPE_CHECKING:
    from resilience_desktop.insights.named import Names

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
            has_mood=False,
        ),
        Kind(
            key="sensations",
            names=named.sensations,
            title=text("Sensations of the body"),
            over_time=text("Sensations by month"),
            one=text("Sensation"),
            none=text("No sensation of the body was named in these days."),
        ),
        Kind(
            key="triggers",
            names=named.triggers,
            title=text("Triggers"),
            over_time=text("Triggers by month"),
            one=text("Trigger"),
            none=text("No trigger was named in these days."),
            has_strength=False,
        ),
    )
