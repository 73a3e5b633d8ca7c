"""When the quiet line to Help now is shown: calmly, seldom, and never as a pop-up.

Mood -5, or any feeling rated 90 or more, calls for it once a day; words of the list once for each
entry or thought record; in a record it then stays in view for as long as they stand there.
Nothing about it is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from resilience_desktop.domain.entry import LOWEST

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

TOO_MUCH = 90
"""A feeling rated so, 0 to 100, calls for the line."""


class Trigger(StrEnum):
    """What calls for the line; it stands below the control it comes from."""

    MOOD = "mood"
    RATING = "rating"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Shown:
    """The line in one entry or thought record: what it stands for now, and what it stood for."""

    now: Trigger | None = None
    by_numbers: bool = False
    by_words: bool = False

    def after(
        self,
        *,
        mood: int | None = None,
        ratings: Iterable[int | None] = (),
        words_found: bool = False,
        last_day: dt.date | None,
        today: dt.date,
    ) -> Self:
        """Return the line after a change.

        ``last_day`` is when numbers last called for it, in whatever was written then. Here it
        may come back on that day, since it is the same occasion. It stays where it is for as
        long as its own reason holds, so that it does not jump.
        """
        numbers = self.by_numbers or last_day != today
        words = self.by_words or words_found
        holding = [
            trigger
            for trigger, holds in (
                (Trigger.MOOD, numbers and mood == LOWEST),
                (Trigger.RATING, numbers and any(rating_is_too_much(r) for r in ratings)),
                (Trigger.WORDS, words),
            )
            if holds
        ]
        now = self.now if self.now in holding else next(iter(holding), None)
        return type(self)(now, self.by_numbers or now in _NUMBERS, words)


_NUMBERS = (Trigger.MOOD, Trigger.RATING)


def rating_is_too_much(rating: int | None) -> bool:
    """Whether a feeling of this strength calls for the line."""
    return rating is not None and rating >= TOO_MUCH


class PhraseList:
    """A short list of phrases; whole words, whatever case, apostrophes and line breaks they have.

    ``idioms`` are turns of speech that hold such a phrase and mean something else.
    """

    def __init__(self, phrases: Iterable[str], idioms: Iterable[str] = ()) -> None:
        self._phrases, self._idioms = _any_of(phrases), _any_of(idioms)

    def is_found_in(self, words: str) -> bool:
        """Whether any phrase stands in what was written. The words themselves go nowhere."""
        return bool(self._phrases.search(self._idioms.sub(" ", _folded(words))))


_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc\u2032\uff07]")
_GAPS = re.compile(r"[\s\-\u2010\u2011]+")


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    # The longest first: an idiom may begin with another one.
    ordered = sorted(map(_folded, phrases), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b" if ordered else r"(?!)")


def _folded(words: str) -> str:
    """Return the words in small letters, without apostrophes, with single spaces."""
    without = _APOSTROPHES.sub("", words.casefold())
    return _GAPS.sub(" ", without).strip()
