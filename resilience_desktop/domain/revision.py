"""Earlier versions of what was written: which are kept, and what changed between two."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.domain.thought_record import ThoughtRecord

MOST = 20
"""How many earlier versions of one thing are kept."""
BETWEEN = dt.timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier version of an entry or a thought record."""

    number: int
    """Names this version among those of the same thing; later ones have higher numbers."""
    kept: Moment
    """When this version was last saved."""
    item: Entry | ThoughtRecord = field(repr=False)


def is_worth_keeping(begun: dt.datetime, now: dt.datetime, *, settled: bool) -> bool:
    """Whether a version is kept when another takes its place.

    One that somebody kept on purpose (an entry, a finished record) always is. One that was only
    saved while typing is when typing it began ten minutes ago or more, so that a long sitting
    leaves a version every ten minutes and not one a second. ``begun`` and ``now`` are aware.
    """
    return settled or abs(now - begun) >= BETWEEN


_NOT_WRITTEN = (
    "id",
    "begun",
    "form",
    "steps",
    "turned_down",
    "step",
    "share",
    "revisited",
    "starred",
    "sealed",
    "never_share",
)
"""Fields that say nothing a person wrote."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that is not the same in two versions."""

    part: str = field(repr=False)
    """Name of the field, such as ``note`` or ``thoughts``."""
    before: object = field(repr=False)
    after: object = field(repr=False)


def differences(
    before: Entry | ThoughtRecord, after: Entry | ThoughtRecord
) -> tuple[Difference, ...]:
    """Return the parts of one thing that differ between two of its versions, in their order.

    ``before`` and ``after`` of each are the parts as they are: text, numbers, or tuples of them.
    """
    if type(before) is not type(after):
        message = "Only two versions of the same kind can be compared."
        raise TypeError(message)
    parts = [part.name for part in fields(after) if part.name not in _NOT_WRITTEN]
    found = (Difference(part, getattr(before, part), getattr(after, part)) for part in parts)
    return tuple(difference for difference in found if difference.before != difference.after)
