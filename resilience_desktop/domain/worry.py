"""A worry that was put off until its appointment, and what became of it there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id

if TYPE_CHECKING:
    import datetime as dt


class Outcome(StrEnum):
    """What became of a worry. None is better than another."""

    WAITS = "waits"
    GONE = "gone"
    """It no longer matters."""
    ACTED = "acted"
    """There is a step to take."""
    STANDS = "stands"
    """Nothing can be done about it today."""


@dataclass(frozen=True, slots=True)
class Worry:
    """One line."""

    words: str = field(repr=False)
    noted: dt.date
    outcome: Outcome = Outcome.WAITS
    step: str = field(default="", repr=False)
    """The one step, where there is one to take."""
    looked_at: dt.date | None = None
    """The day of the appointment in which that was said."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.words.strip():
            message = "A worry has words."
            raise ValueError(message)
