"""What somebody has used before in a journal, to be offered again."""

from __future__ import annotations

from resilience_desktop.content import suggested_feelings
from resilience_desktop.services.book import Book
from resilience_desktop.storage.entry_details import SENSATION, TRIGGER


class UsedBefore(Book):
    """The words and scales that were used in an open journal."""

    def feelings(self, limit: int = 7) -> list[str]:
        """Return the feelings used most of late, filled up with a few common ones."""
        with self.store.reading():
            used = self.store.entries.most_used_feelings(limit)
        return [*used, *(word for word in suggested_feelings() if word not in used)][:limit]

    def sensations(self, limit: int = 7) -> list[tuple[str, str]]:
        """Return word and region of what was felt in the body most of late."""
        with self.store.reading():
            return self.store.entries.most_used_details(SENSATION, limit)

    def triggers(self, limit: int = 100) -> list[tuple[str, str]]:
        """Return word and kind of the triggers noted most of late."""
        with self.store.reading():
            return self.store.entries.most_used_details(TRIGGER, limit)

    def scales(self) -> set[str]:
        """Return the ids of the scales that something holds a number for, the bin included."""
        with self.store.reading():
            drafts = self.store.drafts.all().values()
            written = {value.scale for draft in drafts for value in draft.scales}
            return written | self.store.entries.scales_used()
