"""Everything in a journal as one thing: for a lossless copy, a preview, and bringing entries in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from resilience_desktop.domain.contact import MOST_CONTACTS
from resilience_desktop.domain.progress import Progress
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.contact import Contact
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.storage.store import Store

Item = TypeVar("Item", "Entry", "ThoughtRecord")

SHOWN_WHEN_LOCKED, QUIET_LINE_DAY = "contacts_shown_when_locked", "quiet_line_day"
SHEET_WAITS = "recovery_sheet_waits"
_ONLY_HERE = (SHOWN_WHEN_LOCKED, QUIET_LINE_DAY, SHEET_WAITS)
"""Settings that no copy takes along: leave to keep something unencrypted is given for one folder,
a recovery sheet is of one journal, and a day on which things were hard is nobody's business
elsewhere."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything in a journal, but for earlier versions."""

    entries: tuple[Entry, ...] = field(default=(), repr=False)
    thought_records: tuple[ThoughtRecord, ...] = field(default=(), repr=False)
    binned_entries: tuple[Entry, ...] = field(default=(), repr=False)
    binned_thought_records: tuple[ThoughtRecord, ...] = field(default=(), repr=False)
    drafts: tuple[tuple[str, Entry], ...] = field(default=(), repr=False)
    report_words: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    contacts: tuple[Contact, ...] = field(default=(), repr=False)
    settings: tuple[tuple[str, Any], ...] = field(default=(), repr=False)
    """Name and JSON value of each setting, also of those that only a newer version knows."""


def contents_of(store: Store, progress: Progress | None = None) -> Contents:
    """Return everything in an open file."""
    progress = progress or Progress()
    progress.stage(text("Gathering everything"), until=0.4)
    entries = tuple(store.entries.all(binned=False))
    progress.tell(1, 1)
    progress.check()
    return Contents(
        entries,
        tuple(store.thought_records.all(binned=False)),
        tuple(store.entries.all(binned=True)),
        tuple(store.thought_records.all(binned=True)),
        tuple(store.drafts.all().items()),
        tuple(store.report_words.all().items()),
        store.contacts.all(),
        tuple(s for s in store.settings.all().items() if s[0] not in _ONLY_HERE),
    )


def fresh_for(store: Store, contents: Contents) -> Contents:
    """Return what of this is not in an open file yet, each thing once."""
    sources = store.entries.sources()
    parts = store.report_words.all()
    contacts, settings = store.contacts.all(), store.settings.all()
    new_contacts = (c for c in dict.fromkeys(contents.contacts) if c not in contacts)
    ids: set[str] = set()
    return Contents(
        _fresh_entries(store, contents.entries, ids, sources),
        _fresh(store, contents.thought_records, ids),
        _fresh_entries(store, contents.binned_entries, ids, sources),
        _fresh(store, contents.binned_thought_records, ids),
        tuple(d for d in contents.drafts if store.drafts.get(d[0]) is None),
        tuple(p for p in contents.report_words if p[0] not in parts),
        tuple(new_contacts)[: max(0, MOST_CONTACTS - len(contacts))],
        tuple(s for s in contents.settings if s[0] not in (*settings, *_ONLY_HERE)),
    )


def put_into(store: Store, fresh: Contents, progress: Progress) -> None:
    """Put what is not in an open file yet into it, inside the caller's transaction."""
    items: tuple[Entry | ThoughtRecord, ...] = (
        *fresh.entries,
        *fresh.binned_entries,
        *fresh.thought_records,
        *fresh.binned_thought_records,
    )
    for item in progress.each(items):
        store.put(item)
    for entry in fresh.binned_entries:
        store.items.bin(entry.id)
    for record in fresh.binned_thought_records:
        store.items.bin(record.id)
    for slot, draft in fresh.drafts:
        store.drafts.put(slot, draft)
    store.report_words.put(dict(fresh.report_words))
    if fresh.contacts:
        store.contacts.put((*store.contacts.all(), *fresh.contacts))
    store.settings.put(dict(fresh.settings))


def _fresh_entries(
    store: Store, entries: Iterable[Entry], ids: set[str], sources: set[str]
) -> tuple[Entry, ...]:
    """Return the new ones, each imported row once; ``sources`` learns their fingerprints."""
    fresh = []
    for entry in _fresh(store, entries, ids):
        if entry.source not in sources:
            fresh.append(entry)
            sources |= {entry.source} - {""}
    return tuple(fresh)


def _fresh(store: Store, items: Iterable[Item], ids: set[str]) -> tuple[Item, ...]:
    """Return the new ones, each id once; ``ids`` learns those that were seen."""
    candidates: dict[str, Item] = {}
    for item in items:
        if item.id not in ids:
            candidates[item.id] = item
            ids.add(item.id)
    known = store.items.known(candidates)
    return tuple(item for id_, item in candidates.items() if id_ not in known)
