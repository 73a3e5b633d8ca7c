"""The times of change that somebody marked in a journal."""

from __future__ import annotations

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.time_of_change import (
    TimeOfChange,
    change_from_plain,
    change_to_plain,
)
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import TIME_OF_CHANGE


class TimesOfChange(Book):
    """The times of change of an open journal."""

    def all(self) -> list[TimeOfChange]:
        """Return every one, the earliest first."""
        with self.store.reading():
            found = map(change_from_plain, self.store.documents.all(TIME_OF_CHANGE))
            return sorted(found, key=lambda change: (change.day, change.id))

    def keep(self, change: TimeOfChange) -> Changes:
        """Keep one, new or changed."""
        with self.store.writing():
            self.store.documents.put(TIME_OF_CHANGE, change_to_plain(change))
        return Changes(times_of_change=True)

    def drop(self, change: TimeOfChange) -> Changes:
        """Forget one; keeping it again undoes this."""
        with self.store.writing():
            self.store.documents.drop(TIME_OF_CHANGE, change.id)
        return Changes(times_of_change=True)
