"""What is being written in a journal and is not finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.changes import Changes
from resilience_desktop.services.book import Book

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry


class DraftBook(Book):
    """The drafts of an open journal, each in the slot of the place where it is written."""

    def get(self, slot: str) -> Entry | None:
        """Return the entry being written in a slot, or None."""
        with self.store.reading():
            return self.store.drafts.get(slot)

    def all(self) -> dict[str, Entry]:
        """Return every entry being written, by its slot."""
        with self.store.reading():
            return self.store.drafts.all()

    def keep(self, slot: str, entry: Entry | None) -> Changes:
        """Keep what has been typed so far; None empties the slot."""
        with self.store.writing():
            if entry is None:
                self.store.drafts.drop(slot)
            else:
                self.store.drafts.put(slot, entry)
        return Changes()
