"""Entries that are still being written, so that a crash loses at most a few seconds of typing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from resilience_desktop.domain.plain import entry_from_plain, entry_to_plain
from resilience_desktop.storage.repository import Repository

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry


class Drafts(Repository):
    """Repository of the drafts, one in each slot."""

    def put(self, slot: str, entry: Entry) -> None:
        """Write the draft of a slot."""
        self.db.execute(
            "INSERT INTO drafts (slot, body) VALUES (?, ?) "
            "ON CONFLICT (slot) DO UPDATE SET body = excluded.body",
            [slot, json.dumps(entry_to_plain(entry), ensure_ascii=False)],
        )

    def get(self, slot: str) -> Entry | None:
        """Return the draft of a slot, or None."""
        row = self.db.execute("SELECT body FROM drafts WHERE slot = ?", [slot]).fetchone()
        return None if row is None else draft_of(row[0])

    def drop(self, slot: str) -> None:
        """Forget the draft of a slot."""
        self.db.execute("DELETE FROM drafts WHERE slot = ?", [slot])

    def all(self) -> dict[str, Entry]:
        """Return every draft by its slot."""
        rows = self.db.execute("SELECT slot, body FROM drafts ORDER BY slot").fetchall()
        return {slot: draft_of(body) for slot, body in rows}


def draft_of(body: str) -> Entry:
    """Return the draft that was written so."""
    return entry_from_plain(json.loads(body))
