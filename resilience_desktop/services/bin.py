"""The bin of a journal: days of use pass before anything in it is deleted for good."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.backup import Reason
from resilience_desktop.domain.changes import Changes
from resilience_desktop.services.book import Book
from resilience_desktop.services.wanted import wanted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.storage.store import Store

DAYS_IN_BIN = 30
"""Days of use after which something in the bin is deleted for good."""
_MANY = 10
"""So many things are not deleted at once without a backup."""
_BOTH = Changes(entries=True, thought_records=True)


@dataclass(frozen=True, slots=True)
class Binned:
    """Something in the bin."""

    item: Entry | ThoughtRecord = field(repr=False)
    days_left: int
    """Days of use until it is deleted for good."""


class Bin(Book):
    """The bin of an open journal."""

    def __init__(self, store: Store, back_up: Callable[[Reason], object]) -> None:
        super().__init__(store)
        self.back_up = back_up

    def contents(self) -> list[Binned]:
        """Return what lies in it, what was put there last first."""
        with self.store.reading():
            today = self.store.days_of_use.count()
            found = [(self.store.item(i), day) for i, day in self.store.items.in_bin()]
        return [Binned(item, max(0, day + DAYS_IN_BIN - today)) for item, day in found if item]

    def put(self, id_: str) -> Changes:
        """Move an entry or a record to the bin."""
        with self.store.writing():
            return _BOTH if self.store.items.bin(id_) else Changes()

    def take_out(self, id_: str) -> Changes:
        """Undo ``put``."""
        with self.store.writing():
            words = wanted(self.store.searchable(id_))
            return _BOTH if self.store.items.take_out(id_, words) else Changes()

    def holds(self, id_: str) -> bool:
        """Whether an item lies in the bin, or is gone altogether."""
        with self.store.reading():
            return not self.store.items.is_out(id_)

    def begin_day(self, day: dt.date) -> Changes:
        """Count a day of use, once, and delete what has been here for ``DAYS_IN_BIN`` of them."""
        with self.store.keeping_up():
            self.store.days_of_use.note(day)
            self.store.pictures.sweep()
            oldest = self.store.days_of_use.count() - DAYS_IN_BIN
            due = [id_ for id_, binned in self.store.items.in_bin() if binned <= oldest]
        return self.delete_for_good(due)

    def delete_for_good(self, ids: Iterable[str]) -> Changes:
        """Delete these for good if they lie in the bin, with their drafts and earlier versions.

        Not a byte of them is left in the journal. Backups keep them until newer ones have taken
        their place; of many things at once one is made first.
        """
        these = list(ids)
        if len(these) >= _MANY:
            self.back_up(Reason.BEFORE_DELETION)
        with self.store.writing():
            pictures = self.store.pictures.of(these)
            gone = self.store.items.delete(these)
            self.store.pictures.sweep(pictures)
        if not gone:
            return Changes()
        self.store.checkpoint()
        return _BOTH
