"""The worries of a journal that were put off until their appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.worry import Worry, worry_from_plain, worry_to_plain
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import WORRY

if TYPE_CHECKING:
    from collections.abc import Iterable


class WorryBook(Book):
    """The worries of an open journal."""

    def all(self) -> list[Worry]:
        """Return every worry, oldest first."""
        with self.store.reading():
            return worries_of(self.store.documents.all(WORRY))

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


def worries_of(documents: Iterable[Any]) -> list[Worry]:
    """Return the worries that these documents are, oldest first."""
    return sorted(map(worry_from_plain, documents), key=lambda worry: (worry.noted, worry.id))
