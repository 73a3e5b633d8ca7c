"""A stretch of the timeline, with all that belongs to what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.search import Kind
from resilience_desktop.storage.entries import COLUMNS, entries_of
from resilience_desktop.storage.items import place_of, stretch

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.domain.timeline_filter import TimelineFilter
    from resilience_desktop.storage.items import Place
    from resilience_desktop.storage.store import Store

# The items are gone through in their order, and most are entries: these come along.
_SELECT = (
    f"SELECT {COLUMNS}, i.day, i.kind "  # noqa: S608
    "FROM items AS i LEFT JOIN entries AS e USING (seq)"
)

_ENTRY = Kind.ENTRY.value


def page(
    store: Store,
    start: Place | None,
    limit: int,
    chosen: TimelineFilter | None,
    *,
    newer: bool = False,
) -> tuple[list[Place], list[Entry | ThoughtRecord | Practice]]:
    """Return what stands before a place, or next after it, newest first; and where each stands."""
    where, values = stretch(start, limit, chosen, newer=newer)
    rows = store.db.conn.execute(f"{_SELECT} {where}", values).fetchall()
    if newer:
        rows.reverse()
    places = [place_of(row[-2], row[2], row[0]) for row in rows]
    others = {row[1]: row[-1] for row in rows if row[-1] != _ENTRY}
    if not others:
        return places, list(entries_of(store.db, rows))
    entries = entries_of(store.db, [row for row in rows if row[-1] == _ENTRY])
    found: dict[str, Entry | ThoughtRecord | Practice] = {entry.id: entry for entry in entries}
    records = [id_ for id_, kind in others.items() if kind == Kind.THOUGHT_RECORD]
    if records:
        found |= store.thought_records.some(records)
    practices = [id_ for id_, kind in others.items() if kind == Kind.PRACTICE]
    if practices:
        found |= store.practices.some(practices)
    return places, [found[row[1]] for row in rows]
