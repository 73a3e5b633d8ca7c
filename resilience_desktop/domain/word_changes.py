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


def word_changes(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces that together are the text, with the words that differ marked."""
    old, new = _words(before), _words(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return ((before, False),), ((after, False),)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (
        tuple(_pieces(old, [(i, j, tag != "equal") for tag, i, j, _, _ in steps])),
        tuple(_pieces(new, [(i, j, tag != "equal") for tag, _, _, i, j in steps])),
    )


def _words(written: str) -> list[str]:
    """Split into words, each with the space after it."""
    return re.findall(r"\s+|\S+\s*", written)


def _pieces(words: list[str], spans: list[tuple[int, int, bool]]) -> Iterator[tuple[str, bool]]:
    for first, last, differs in spans:
        if first < last:
            yield "".join(words[first:last]), differs
