"""A filter of the thought records as conditions on ``items AS i`` and ``thought_records AS t``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.record_filter import RecordState
from resilience_desktop.storage.search import match

if TYPE_CHECKING:
    from resilience_desktop.domain.record_filter import RecordFilter

_STATES = {
    RecordState.UNFINISHED: "t.finished = 0",
    RecordState.FINISHED: "t.finished = 1",
    RecordState.WAITING: "t.finished = 1 AND t.revisit_on IS NOT NULL AND t.revisited = 0",
    RecordState.STARRED: "i.starred = 1",
}
# The plus sign keeps SQLite from looking up all that have a common word, and sorting them, only to
# show a few: the records are gone through in their order, and that stops when a page is full.
_WORDS = "+i.seq IN (SELECT rowid FROM search WHERE search MATCH ?)"
_PATTERN = "+i.seq IN (SELECT seq FROM record_patterns WHERE pattern = ?)"
_FEELING = (
    "+i.seq IN (SELECT seq FROM record_feelings "
    "WHERE word = ? AND (before IS NOT NULL OR after IS NULL))"
)
_DETAIL = "+i.seq IN (SELECT seq FROM record_details WHERE part = '{part}' AND word = ?)"


def record_conditions(chosen: RecordFilter) -> tuple[list[str], list[Any]]:
    """Return the conditions of a filter, all of which must hold, and their values in order."""
    pairs: list[tuple[str, tuple[Any, ...]]] = []
    if chosen.words.strip():
        found = match(chosen.words)
        pairs.append((_WORDS, (found,)) if found else ("0", ()))
    for day, sign in ((chosen.first, ">="), (chosen.last, "<=")):
        if day is not None:
            pairs.append((f"i.day {sign} ?", (day.isoformat(),)))
    for words, condition in (
        (chosen.patterns, _PATTERN),
        (chosen.feelings, _FEELING),
        (chosen.triggers, _DETAIL.format(part="trigger")),
        (chosen.tags, _DETAIL.format(part="tag")),
    ):
        pairs += [(condition, (word,)) for word in words]
    if chosen.state is not None:
        pairs.append((_STATES[chosen.state], ()))
    return [condition for condition, _ in pairs], [v for _, values in pairs for v in values]
