"""Keeping an entry with bare SQL: what saving by the program is measured against."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from resilience_desktop.domain.plain import entry_to_plain
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.moments import moment_row

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry

_SLOT = "entry:new"
_ITEM = (
    "INSERT INTO items (id, kind, utc, zone, utc_offset, local) "
    "VALUES (:id, 'entry', :utc, :zone, :offset, :local)"
)
_ENTRY = (
    "INSERT INTO entries (seq, mood, energy, note, sleep_hours, sleep_quality, went_well, frame, "
    "converted_from, source, never_share) "
    "VALUES (:seq, :mood, NULL, :note, NULL, NULL, '', 'now', '', '', 0)"
)
_SEARCH = "INSERT INTO search (rowid, words, labels) VALUES (:seq, :note, '')"
_REVISION = (
    "INSERT INTO revisions (seq, number, begun, utc, zone, utc_offset, settled) "
    "VALUES (:seq, 1, :utc || '+00:00', :utc, :zone, :offset, 1)"
)


class BareJournal:
    """An open journal of which only the connection is used, so that its pragmas are the same."""

    def __init__(self, folder: str) -> None:
        self._journal = Journal.open(Path(folder))
        self._connection = self._journal.file.conn

    def draft(self, entry: Entry) -> None:
        """Write the draft of an entry, which goes when it is kept."""
        body = json.dumps(entry_to_plain(entry), ensure_ascii=False)
        insert = "INSERT INTO drafts (slot, body) VALUES (?, ?)"
        self._connection.execute(insert, [_SLOT, body])

    def keep(self, entry: Entry) -> float:
        """Write all rows of an entry with a mood and a note; return how long that took, in ms."""
        run = self._connection.execute
        values = {"id": entry.id, "mood": entry.mood, "note": entry.note, **moment_row(entry.at)}
        start = time.perf_counter()
        run("BEGIN")
        values["seq"] = run(_ITEM, values).lastrowid
        for statement in (_ENTRY, _SEARCH, _REVISION):
            run(statement, values)
        run("DELETE FROM drafts WHERE slot = ?", [_SLOT])
        run("UPDATE upkeep SET changes = changes + 1")
        run("COMMIT")
        return 1000 * (time.perf_counter() - start)

    def close(self) -> None:
        """Close the file."""
        self._journal.close()
