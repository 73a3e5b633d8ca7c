"""The worries of a journal that were put off until their appointment."""

from __future__ import annotations

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.worry import Worry, worry_from_plain, worry_to_plain
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import WORRY


class WorryBook(Book):
    """The worries of an open journal."""

    def all(self) -> list[Worry]:
        """Return every worry, oldest first."""
        with self.store.reading():
            found = map(worry_from_plain, self.store.documents.all(WORRY))
            return sorted(found, key=lambda worry: (worry.noted, worry.id))

    def keep(self, *worries: Worry) -> Changes:
        """Keep worries, new or changed, in one step."""
        with self.store.writing():
            for worry in worries:
                self.store.documents.put(WORRY, worry_to_plain(worry))
        return Changes(worries=True)

    def drop(self, worry: Worry) -> Changes:
        """Forget a worry; keeping it again undoes this."""
        with self.store.writing():
            self.store.documents.drop(WORRY, worry.id)
        return Changes(worries=True)
