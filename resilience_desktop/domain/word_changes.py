"""Which words differ between two versions of a text."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces; True marks those that the other text does not have there."""

MOST_WORDS = 4000
"""In longer texts nothing is marked: comparing takes time that grows faster than they do."""

_WORD = re.compile(r"\w")
_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|\s+|[^\w\s]")


def word_changes(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces that together are the text, with the words that differ marked."""
    if max(len(before.split()), len(after.split())) > MOST_WORDS:
        return ((before, False),), ((after, False),)
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    # Spaces and punctuation are the same only beside a word that is: they are in every text.
    steps = SequenceMatcher(_is_between, old, new, autojunk=False).get_opcodes()
    return (
        tuple(_pieces(old, [(i, j, tag != "equal") for tag, i, j, _, _ in steps])),
        tuple(_pieces(new, [(i, j, tag != "equal") for tag, _, _, i, j in steps])),
    )


def _is_between(token: str) -> bool:
    return _WORD.match(token) is None


def _pieces(tokens: list[str], spans: list[tuple[int, int, bool]]) -> Iterator[tuple[str, bool]]:
    for first, last, differs in spans:
        if first < last:
            yield "".join(tokens[first:last]), differs
