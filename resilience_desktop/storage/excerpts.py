"""What is shown of a text that was found: the words round those that were looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resilience_desktop.domain.search import Excerpt

    Shown = tuple[Excerpt, str | None]
    """Excerpt and beginning of a ``Hit``."""

_START, _END = "\x02", "\x03"  # round the words found; taken out of what is put in
_BEST, _WRITTEN = (
    f"snippet({{table}}, {column}, '{_START}', '{_END}', '…', 16)" for column in (-1, 0)
)
_LABELS = f"highlight({{table}}, 1, '{_START}', '{_END}')"
SNIPPETS = f"{_BEST}, CASE WHEN instr({_LABELS}, '{_START}') THEN {_WRITTEN} END"
"""Of what fits best; and of what was written, where labels match."""


def without_marks(words: str) -> str:
    """Return what can be put into an index."""
    return words.replace(_START, " ").replace(_END, " ").replace("\0", " ")


def shown(best: str, written: str | None) -> Shown:
    """Return the text round the words found.

    With it, the beginning of what was written where only labels match.
    """
    pieces, is_found = [], False
    for words in best.replace(_END, _START).split(_START):
        if words:
            pieces.append((words, is_found))
        is_found = not is_found
    return tuple(pieces), None if written is None or _START in written else written
