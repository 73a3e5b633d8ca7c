"""What is shown of a text that was found: the words round those that were looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resilience_desktop.domain.search import Excerpt

    Shown = tuple[Excerpt, str | None]
    """Excerpt and beginning of a ``Hit``."""

_START, _END = "\x02", "\x03"  # round the words found; taken out of what is put in
SNIPPETS = ", ".join(
    f"snippet({{table}}, {column}, :start, :end, '…', 16)" for column in ("-1", "0")
)
"""Of what fits best, and of what was written."""
MARKS = {"start": _START, "end": _END}


def without_marks(words: str) -> str:
    """Return what can be put into an index."""
    return words.replace(_START, " ").replace(_END, " ").replace("\0", " ")


def shown(best: str, written: str) -> Shown:
    """Return the text round the words found.

    With it, the beginning of what was written where only labels match.
    """
    return _pieces(best), None if _START in written else written


def _pieces(excerpt: str) -> Excerpt:
    pieces: list[tuple[str, bool]] = []
    for part in excerpt.split(_START):
        found, end, rest = part.partition(_END)
        if end:
            pieces.append((found, True))
            found = rest
        if found:
            pieces.append((found, False))
    return tuple(pieces)
