"""What something in a journal can be marked with: the star, the seal, never to be shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.services.book import Book
from resilience_desktop.services.wanted import wanted

if TYPE_CHECKING:
    from resilience_desktop.domain.thought_record import Share, ThoughtRecord
    from resilience_desktop.storage.store import Store

Written = TypeVar("Written", bound="Entry | ThoughtRecord")
_BOTH = Changes(entries=True, thought_records=True)


class _KeepEntry(Protocol):
    def __call__(self, entry: Entry, *, slot: str) -> object: ...


class Marks(Book):
    """The stars and seals of an open journal, and what of it is never shared."""

    def __init__(self, store: Store, keep_entry: _KeepEntry) -> None:
        super().__init__(store)
        self.keep_entry = keep_entry

    def star(self, id_: str, *, starred: bool) -> Changes:
        """Mark an entry or a record to be brought to the next session, or no longer."""
        with self.store.writing():
            return _BOTH if self.store.items.star(id_, starred=starred) else Changes()

    def is_starred(self, id_: str) -> bool:
        """Whether an entry or a record is to be brought to the next session."""
        with self.store.reading():
            return self.store.items.is_starred(id_)

    def never_share(self, id_: str, *, never: bool) -> Changes:
        """Keep the words of an entry out of everything made for somebody else, or no longer."""
        with self.store.writing():
            changed = self.store.entries.never_share(id_, never=never)
            return Changes(entries=True) if changed else Changes()

    def share(self, id_: str, share: Share) -> Changes:
        """Say how much of a record may be in what is made for somebody else."""
        with self.store.writing():
            changed = self.store.thought_records.share(id_, share)
            return Changes(thought_records=True) if changed else Changes()

    def is_never_shared(self, id_: str) -> bool:
        """Whether the words of an entry or a record stay out of what is made for somebody else."""
        with self.store.reading():
            item = self.store.item(id_)
        return item is not None and item.never_share

    def seal(self, id_: str) -> Changes:
        """Put an entry or a record away, out of lists, search and reports, until it is unsealed.

        What is being changed in it is kept first: a draft could be found.
        """
        slot = f"entry:{id_}"
        with self.store.writing():
            draft = self.store.drafts.get(slot)
            if draft is not None:
                self.keep_entry(draft, slot=slot)
            return _BOTH if self.store.items.seal(id_) else Changes()

    def unseal(self, id_: str) -> Changes:
        """Undo ``seal``."""
        with self.store.writing():
            words = wanted(self.store.searchable(id_))
            return _BOTH if self.store.items.unseal(id_, words) else Changes()

    def sealed(self) -> list[Entry | ThoughtRecord]:
        """Return what is sealed, newest first."""
        with self.store.reading():
            ids = self.store.items.sealed()
            found = {item.id: item for item in self.store.some(ids)}
        return [found[id_] for id_ in ids]


def marked_like(was: Entry | ThoughtRecord | None, item: Written) -> Written:
    """Return an item with the marks it has: those are changed by themselves."""
    if was is None:
        return item
    item = replace(item, starred=was.starred, sealed=was.sealed)
    if isinstance(item, Entry) and isinstance(was, Entry):
        return replace(item, never_share=was.never_share)
    return item
