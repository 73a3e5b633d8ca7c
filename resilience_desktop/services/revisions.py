"""Earlier versions of what is in a journal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.services import clock
from resilience_desktop.services.book import Book
from resilience_desktop.services.marks import marked_like
from resilience_desktop.services.wanted import wanted

if TYPE_CHECKING:
    from resilience_desktop.domain.revision import Revision


class RevisionBook(Book):
    """The earlier versions of an open journal; a lossless copy leaves them out."""

    def of(self, id_: str) -> list[Revision]:
        """Return the earlier versions of an entry or a record, newest first, without the present.

        Compare two of them, or one with the present, with ``domain.revision.differences``.
        """
        with self.store.reading():
            return self.store.revisions.all(id_)

    def any(self) -> bool:
        """Whether anything has an earlier version."""
        with self.store.reading():
            return self.store.revisions.any()

    def restore(self, id_: str, number: int) -> Changes:
        """Make an earlier version the present one, which becomes an earlier version itself."""
        with self.store.writing():
            earlier = wanted(self.store.revisions.get(id_, number))
            was = self.store.item(id_)
            item = marked_like(was, earlier.item)
            if isinstance(item, ThoughtRecord) and isinstance(was, ThoughtRecord):
                item = replace(item, share=was.share)  # what somebody wants of it now
            self.store.put(item)
            self.store.revisions.follow(was, item, clock.now(), settled=True, keep_anyway=True)
        return Changes(entries=True, thought_records=True)
