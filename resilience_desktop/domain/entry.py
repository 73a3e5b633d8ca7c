"""A journal entry: how it is right now, in a number, some feelings, a note, or any of these."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id

if TYPE_CHECKING:
    from resilience_desktop.domain.details import (
        Basic,
        Picture,
        ScaleValue,
        Sensation,
        Trigger,
    )
    from resilience_desktop.domain.feeling import Feeling
    from resilience_desktop.domain.moment import Moment

LOWEST, HIGHEST = -5, 5
"""Ends of the mood and energy scales: one bipolar item with words at -5, 0 and +5."""
WORST_SLEEP, BEST_SLEEP = 1, 5


class Frame(StrEnum):
    """What an entry speaks of. The two are not interchangeable in statistics."""

    NOW = "now"
    TODAY = "today"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What someone kept about one moment. Only ``at`` is needed."""

    at: Moment
    mood: int | None = field(default=None, repr=False)
    """-5 to +5, 0 is neither good nor bad."""
    energy: int | None = field(default=None, repr=False)
    """-5 completely drained to +5 full of energy."""
    feelings: tuple[Feeling, ...] = field(default=(), repr=False)
    note: str = field(default="", repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    sleep_hours: float | None = field(default=None, repr=False)
    """Hours slept the night before."""
    sleep_quality: int | None = field(default=None, repr=False)
    """1 very bad to 5 very good."""
    sensations: tuple[Sensation, ...] = field(default=(), repr=False)
    triggers: tuple[Trigger, ...] = field(default=(), repr=False)
    basics: tuple[Basic, ...] = field(default=(), repr=False)
    scales: tuple[ScaleValue, ...] = field(default=(), repr=False)
    went_well: str = field(default="", repr=False)
    """Something that went all right."""
    pictures: tuple[Picture, ...] = field(default=(), repr=False)
    starred: bool = field(default=False, repr=False)
    """Whether it is to be brought to the next session."""
    sealed: bool = field(default=False, repr=False)
    """Whether it is put away: out of lists, search and reports until it is opened again."""
    never_share: bool = field(default=False, repr=False)
    """Whether its words stay out of everything that is made for somebody else."""
    frame: Frame = Frame.NOW
    converted_from: str = field(default="", repr=False)
    """What the mood was before it was put on our scale, such as ``51 on 0..100``; else empty."""
    source: str = field(default="", repr=False)
    """Fingerprint of the imported row, so that the same file twice adds nothing; else empty."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not (
            (self.mood is None or LOWEST <= self.mood <= HIGHEST)
            and (self.energy is None or LOWEST <= self.energy <= HIGHEST)
        ):
            message = f"Mood and energy lie between {LOWEST} and {HIGHEST}."
            raise ValueError(message)
        if self.sleep_hours is not None and not 0 <= self.sleep_hours <= 24:
            message = "Sleep lies between 0 and 24 hours."
            raise ValueError(message)
        if self.sleep_quality is not None and not WORST_SLEEP <= self.sleep_quality <= BEST_SLEEP:
            message = f"The quality of sleep lies between {WORST_SLEEP} and {BEST_SLEEP}."
            raise ValueError(message)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been put in yet besides the time."""
        return (
            self.mood is self.energy is self.sleep_hours is self.sleep_quality is None
            and not (self.feelings or self.tags or self.sensations or self.triggers)
            and not (self.scales or self.pictures or any(basic.done for basic in self.basics))
            and not (self.note.strip() or self.went_well.strip())
        )
