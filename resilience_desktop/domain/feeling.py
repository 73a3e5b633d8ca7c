"""A feeling in one word, as strong as the person says it is."""

from __future__ import annotations

from dataclasses import dataclass, field

WEAKEST, STRONGEST = 0, 100
"""Ends of the 0 to 100 ratings used for feelings and beliefs."""


def check_rating(value: int | None) -> None:
    """Raise ``ValueError`` unless ``value`` is None or a whole number from 0 to 100."""
    if value is not None and not WEAKEST <= value <= STRONGEST:
        message = "A rating lies between 0 and 100."
        raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Feeling:
    """A feeling word, from the list or the person's own, with an optional strength 0-100."""

    word: str = field(repr=False)
    intensity: int | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not self.word.strip():
            message = "A feeling has a word."
            raise ValueError(message)
        check_rating(self.intensity)
