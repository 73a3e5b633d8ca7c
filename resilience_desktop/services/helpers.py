"""The own help list of a journal: whose work it is to help."""

from __future__ import annotations

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.helper import Helper, helper_from_plain, helper_to_plain
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import HELPER


class HelperBook(Book):
    """The helpers of an open journal."""

    def all(self) -> list[Helper]:
        """Return every helper, in the order in which they were entered."""
        with self.store.reading():
            return list(map(helper_from_plain, self.store.documents.all(HELPER)))

    def keep(self, helper: Helper) -> Changes:
        """Keep a helper, new or changed."""
        with self.store.writing():
            self.store.documents.put(HELPER, helper_to_plain(helper))
        return Changes(helpers=True)

    def drop(self, helper: Helper) -> Changes:
        """Forget a helper; keeping it again undoes this."""
        with self.store.writing():
            self.store.documents.drop(HELPER, helper.id)
        return Changes(helpers=True)
