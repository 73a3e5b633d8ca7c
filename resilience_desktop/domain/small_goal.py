"""One small thing for the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class SmallGoal:
    """Something small that somebody means to do; until it is done it is there every day."""

    words: str = field(repr=False)
    begun: dt.date
    done: dt.date | None = None
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.words.strip():
            message = "A small goal has words."
            raise ValueError(message)

    def is_shown_on(self, day: dt.date) -> bool:
        """Whether it stands on the page: it is not done, or was done on this day."""
        return self.done is None or self.done == day
