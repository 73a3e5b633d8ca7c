"""Words in a thought that can belong to a thinking pattern: a question, never an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST_HINTS = 2
"""Questions at once; more would be noise."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A pattern to ask about, and the words of the thought that brought it up."""

    pattern: str
    words: tuple[str, ...] = field(repr=False)
    """As they were written, each once."""


def hints(
    thought: str, cues: Mapping[str, Sequence[str]], without: Iterable[str] = ()
) -> tuple[Hint, ...]:
    """Return what could be asked about a thought, that with most words first.

    ``cues`` are words by pattern; they are found whole, in any case, also across line breaks.
    Patterns in ``without`` (chosen already, or turned down) are not asked about.
    """
    left_out = set(without)
    found = []
    for pattern, words in cues.items():
        if words and pattern not in left_out:
            hits = [" ".join(hit.split()) for hit in _any_of(tuple(words)).findall(thought)]
            if hits:
                once = {hit.casefold(): hit for hit in reversed(hits)}
                found.append(Hint(pattern, tuple(reversed(once.values()))))
    found.sort(key=lambda hint: -len(hint.words))  # stable: else in the order of the library
    return tuple(found[:MOST_HINTS])


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of these, the longest first; apostrophes may be straight or curly."""
    parts = (
        r"\s+".join(re.escape(part) for part in word.replace("’", "'").split())
        for word in sorted(words, key=len, reverse=True)
    )
    either = "|".join(parts).replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
