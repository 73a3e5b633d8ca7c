"""The practices of a journal: what is kept of each use of a skill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.changes import Changes
from resilience_desktop.services.book import Book
from resilience_desktop.services.wanted import wanted
from resilience_desktop.storage.still_open import making_many

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.practice import Practice


class PracticeBook(Book):
    """The practices of an open journal."""

    def all(self) -> list[Practice]:
        """Return every practice, oldest first."""
        with self.store.reading(), making_many():
            return self.store.practices.all()

    def of(self, skill: str) -> list[Practice]:
        """Return the practices of a skill, oldest first."""
        with self.store.reading():
            return self.store.practices.of(skill)

    def get(self, id_: str) -> Practice:
        """Return one practice; raise ``JournalUnavailableError`` when it is gone."""
        with self.store.reading():
            return wanted(self.store.practices.some([id_]).get(id_))

    def between(self, first: dt.date, last: dt.date) -> list[Practice]:
        """Return the practices of these days, oldest first."""
        with self.store.reading():
            return self.store.practices.between(first, last)

    def keep(self, practice: Practice) -> Changes:
        """Keep a practice, new or changed."""
        with self.store.writing():
            self.store.practices.put(practice)
        return Changes(practices=True)

    def drop(self, practice: Practice) -> Changes:
        """Forget a practice; keeping it again undoes this."""
        with self.store.writing():
            self.store.practices.drop(practice.id)
        return Changes(practices=True)
