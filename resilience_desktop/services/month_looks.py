"""The wider looks at a month in a journal, and whether another one is to be offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.look_back import is_away
from resilience_desktop.domain.month_look import MonthLook, look_from_plain, look_to_plain
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import MONTH_LOOK

if TYPE_CHECKING:
    from resilience_desktop.services.journal import Journal


class MonthLooks(Book):
    """The looks of an open journal."""

    def all(self) -> list[MonthLook]:
        """Return every one, the earliest first."""
        with self.store.reading():
            found = map(look_from_plain, self.store.documents.all(MONTH_LOOK))
            return sorted(found, key=lambda look: (look.day, look.id))

    def keep(self, look: MonthLook) -> Changes:
        """Keep one, new or changed; one from which everything was taken out is gone."""
        with self.store.writing():
            if look.is_empty:
                self.store.documents.drop(MONTH_LOOK, look.id)
            else:
                self.store.documents.put(MONTH_LOOK, look_to_plain(look))
        return Changes(month_looks=True)

    def drop(self, look: MonthLook) -> Changes:
        """Forget one; keeping it again undoes this."""
        with self.store.writing():
            self.store.documents.drop(MONTH_LOOK, look.id)
        return Changes(month_looks=True)


def is_look_due(journal: Journal) -> bool:
    """Whether a look is to be offered today: somebody asked for it, and did not put it away."""
    wanted, today = journal.settings().look_back, journal.today()
    if wanted is None:
        return False
    looks = [look.day for look in journal.month_looks.all()]
    due = wanted.due(looks, today)
    return due is not None and not is_away(journal.remembered.look_away(), today)
