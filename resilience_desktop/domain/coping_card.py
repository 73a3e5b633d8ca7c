"""A coping card: a few words of one's own to read when it gets hard."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import Plain, day_in, mapping, text_in

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class CopingCard:
    """Words to read when it gets hard."""

    words: str = field(repr=False)
    made: dt.date
    record: str = field(default="", repr=False)
    """Id of the thought record it comes from; empty when it was written by itself."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.words.strip():
            message = "A coping card has words."
            raise ValueError(message)

    @property
    def gist(self) -> str:
        """The first words of it."""
        return self.words


def card_to_plain(card: CopingCard) -> Plain:
    """Return a card as JSON values."""
    return {
        "id": card.id,
        "words": card.words,
        "made": card.made.isoformat(),
        "record": card.record,
    }


def card_from_plain(value: object) -> CopingCard:
    """Return the card that ``card_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    return CopingCard(
        text_in(plain, "words"),
        day_in(plain, "made"),
        text_in(plain, "record"),
        text_in(plain, "id"),
    )
