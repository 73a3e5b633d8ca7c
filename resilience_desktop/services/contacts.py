"""The people somebody chose to call, and the copy of them that the lock page may show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.contact import MOST_CONTACTS
from resilience_desktop.services.book import Book
from resilience_desktop.services.kept_names import SHOWN_WHEN_LOCKED
from resilience_desktop.storage.contact_copy import keep_copy, read_copy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from resilience_desktop.domain.contact import Contact
    from resilience_desktop.storage.store import Store


def contacts_when_locked(folder: Path) -> tuple[Contact, ...]:
    """Return the contacts that somebody lets be seen without opening the journal; never fails."""
    return read_copy(folder)


class ContactBook(Book):
    """The contacts of an open journal."""

    def __init__(self, store: Store, folder: Path) -> None:
        super().__init__(store)
        self.folder = folder

    def all(self) -> tuple[Contact, ...]:
        """Return the people and services somebody has chosen to call, in their order."""
        with self.store.reading():
            return self.store.contacts.all()

    def shown_when_locked(self) -> bool:
        """Whether names and numbers may also be kept where the lock page finds them."""
        with self.store.reading():
            return self.store.settings.all().get(SHOWN_WHEN_LOCKED) is True

    def keep(self, contacts: Iterable[Contact], also_when_locked: bool) -> Changes:
        """Keep the whole list, and the copy for the lock page or none.

        Raises ``NotWrittenError`` also when only the copy could not be changed.
        """
        kept = tuple(contacts)
        if len(kept) > MOST_CONTACTS:
            message = f"There are at most {MOST_CONTACTS} contacts."
            raise ValueError(message)
        with self.store.writing():
            self.store.contacts.put(kept)
            self.store.settings.put({SHOWN_WHEN_LOCKED: also_when_locked})
        self.match_copy()
        return Changes(contacts=True)

    def match_copy(self) -> None:
        """Make the copy what the journal says; raises ``NotWrittenError``."""
        keep_copy(self.folder, self.all() if self.shown_when_locked() else ())
