"""Words in a thought that can belong to a thinking pattern: a question, never an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST_HINTS = 2
"""Questions at once; more would be noise."""
ANYTHING = "..."
"""Stands in a cue for a few words of any kind, in the same breath."""

_FEW = r"[^\w.!?]{1,5}(?:\w{1,30}[^\w.!?]{1,5}){0,8}?"
_NOT = "".join(rf"(?<!\bnot\s{a})(?<!n['’]t\s{a})" for a in ("", r"a\s", r"the\s", r"even\s"))
"""What is said not to be so is no cue."""
_SHORT = {"m": r"\s+am", "s": r"\s+is", "ll": r"\s+will", "re": r"\s+are"}
"""What can be written out after an apostrophe."""
_SUBJECT = r"(?:i\s+am|i['’]?m|i\s+feel|i\s+felt|i\s+was|feeling)(?:\s+feeling)?\s+"
_HOW = r"(?:(?:so|very|really|just|too|quite|still|a\s+bit|a\s+little)\s+)*"
_WHEN = r"(?:\s+(?:today|tonight|now|right\s+now|again|at\s+the\s+moment|all\s+the\s+time))?"


@dataclass(frozen=True, slots=True)
class Hint:
    """A pattern to ask about, and the words of the thought that brought it up."""

    pattern: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    """As they were written, each once."""


def hints(
    thought: str, cues: Mapping[str, Sequence[str]], without: Iterable[str] = ()
) -> tuple[Hint, ...]:
    """Return what could be asked about a thought, that with most words first.

    ``cues`` are words by pattern; they are found whole, in any case, also across line breaks,
    with or without their apostrophe, and not after a "not". The same words bring up one question
    only. Patterns in ``without`` (chosen already, or turned down) are not asked about.
    """
    left_out = set(without)
    found: list[Hint] = []
    used: list[tuple[int, int]] = []
    for pattern, words in cues.items():
        if words and pattern not in left_out:
            hits = [hit.span() for hit in _any_of(tuple(words)).finditer(thought)]
            places = [place for place in hits if not _is_among(place, used)]
            used += places
            if places:
                found.append(Hint(pattern, _once(thought[a:b] for a, b in places)))
    found.sort(key=lambda hint: -len(hint.words))  # stable: else in the order of the library
    return tuple(found[:MOST_HINTS])


def words_found(written: str, words: Sequence[str]) -> tuple[str, ...]:
    """Return which of these words stand in a text: as they were written there, each once."""
    return _once(_any_of(tuple(words)).findall(written))


def _once(hits: Iterable[str]) -> tuple[str, ...]:
    once: dict[str, str] = {}
    for hit in hits:
        one = " ".join(hit.split())
        once.setdefault(one.casefold().replace("’", "'"), one)
    return tuple(once.values())


def _is_among(place: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether words share some with others: what others think of me is not what I think."""
    return any(place[0] < end and begin < place[1] for begin, end in others)


def is_bare_feeling(thought: str, feelings: Iterable[str]) -> bool:
    """Whether a thought says no more than how somebody feels: one of these words, or several."""
    return _feeling_alone(tuple(feelings)).fullmatch(thought.strip()) is not None


def marked(thought: str, words: Iterable[str]) -> list[tuple[str, bool]]:
    """Return a thought in pieces, in their order; True marks those that are one of the words."""
    either = "|".join(
        r"\s+".join(map(re.escape, one.split()))
        for one in sorted(filter(str.strip, words), key=len, reverse=True)
    )
    if not either:
        return [(thought, False)]
    found = re.finditer(rf"(?<!\w)(?:{either})(?!\w)", thought)
    places = [0, *(place for hit in found for place in hit.span()), len(thought)]
    pieces = [
        (thought[begin:end], number % 2 == 1)
        for number, (begin, end) in enumerate(pairwise(places))
    ]
    return [(piece, mark) for piece, mark in pieces if piece] or [("", False)]


@lru_cache(maxsize=64)
def _any_of(cues: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of these, the longest first."""
    either = "|".join(map(_as_written, sorted(cues, key=len, reverse=True)))
    return re.compile(rf"{_NOT}(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _as_written(cue: str) -> str:
    """Return what finds a cue in all the ways it can be written."""
    parts = [
        r"\s+".join(_word(word) for word in part.replace("’", "'").split())
        for part in cue.split(ANYTHING)
    ]
    return _FEW.join(parts)


def _word(word: str) -> str:
    before, apostrophe, after = word.partition("'")
    if not apostrophe:
        return re.escape(word)
    written = rf"{re.escape(before)}['’]?{re.escape(after)}"
    if after in _SHORT:
        return rf"(?:{written}|{re.escape(before)}{_SHORT[after]})"
    if after == "t" and word != "won't":
        whole = re.escape(word.removesuffix("n't") if word != "can't" else "can")
        return rf"(?:{written}|{whole}\s*not)"
    return rf"(?:{written}|will\s+not)" if after == "t" else written


@lru_cache(maxsize=4)
def _feeling_alone(feelings: tuple[str, ...]) -> re.Pattern[str]:
    words = (r"\s+".join(map(re.escape, word.split())) for word in feelings)
    word = f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"
    several = rf"{_HOW}{word}(?:(?:\s*,\s*|\s+)(?:and\s+)?{_HOW}{word}){{0,4}}"
    return re.compile(rf"(?:{_SUBJECT})?{several}{_WHEN}\s*[.!]*", re.IGNORECASE)
