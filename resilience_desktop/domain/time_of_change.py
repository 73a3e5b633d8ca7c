"""A time of change that somebody marked: a move, a new job, a medication, a hard stretch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import (
    Plain,
    day_in,
    day_or_none_in,
    flag_in,
    mapping,
    text_in,
)

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class TimeOfChange:
    """Something that began on a day, and stands as a line with its name in the charts."""

    name: str = field(repr=False)
    day: dt.date
    last: dt.date | None = None
    """Its last day; None for one that has none, or that goes on."""
    kind: str = field(default="", repr=False)
    """What sort of change it is, in any word; may be empty."""
    is_hard: bool = False
    """Whether it is a stretch that is known to be hard: lower days in it need no note."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.name.strip():
            message = "A time of change has a name."
            raise ValueError(message)
        if self.last is not None and self.last < self.day:
            message = "A time of change does not end before it begins."
            raise ValueError(message)

    def covers(self, day: dt.date) -> bool:
        """Whether a day lies in it; one without a last day goes on."""
        return self.day <= day and (self.last is None or day <= self.last)


def change_to_plain(change: TimeOfChange) -> Plain:
    """Return a time of change as JSON values."""
    return {
        "id": change.id,
        "name": change.name,
        "day": change.day.isoformat(),
        "last": change.last.isoformat() if change.last else None,
        "kind": change.kind,
        "hard": change.is_hard,
    }


def change_from_plain(value: object) -> TimeOfChange:
    """Return what ``change_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    return TimeOfChange(
        text_in(plain, "name"),
        day_in(plain, "day"),
        day_or_none_in(plain, "last"),
        text_in(plain, "kind"),
        flag_in(plain, "hard"),
        text_in(plain, "id"),
    )
