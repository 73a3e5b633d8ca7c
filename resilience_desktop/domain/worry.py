"""A worry that was put off until its appointment, and what became of it there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import (
    Plain,
    day_in,
    day_or_none_in,
    mapping,
    one_of,
    text_in,
)

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

    def comes_up_on(self, day: dt.date) -> bool:
        """Whether an appointment on a day has it; one was let stand for that day alone."""
        stood_before = self.outcome is Outcome.STANDS and self.looked_at != day
        return stood_before or self.outcome is Outcome.WAITS


def worry_to_plain(worry: Worry) -> Plain:
    """Return a worry as JSON values."""
    return {
        "id": worry.id,
        "words": worry.words,
        "noted": worry.noted.isoformat(),
        "outcome": worry.outcome.value,
        "step": worry.step,
        "looked_at": worry.looked_at.isoformat() if worry.looked_at else None,
    }


def worry_from_plain(value: object) -> Worry:
    """Return what ``worry_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    return Worry(
        text_in(plain, "words"),
        day_in(plain, "noted"),
        one_of(plain, "outcome", Outcome),
        text_in(plain, "step"),
        day_or_none_in(plain, "looked_at"),
        text_in(plain, "id"),
    )
