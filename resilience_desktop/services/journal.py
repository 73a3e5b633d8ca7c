"""An open journal: the one door that windows and commands use."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self, TypeVar

from tzlocal import get_localzone_name

from resilience_desktop.content import suggested_feelings
from resilience_desktop.domain.backup import Reason
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.contact import MOST_CONTACTS
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.search import Found, Kind
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.errors import JournalUnavailableError, NotWrittenError, ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.cards import CardBook
from resilience_desktop.services.contents import (
    QUIET_LINE_DAY,
    SHEET_WAITS,
    SHOWN_WHEN_LOCKED,
    Contents,
    contents_of,
    fresh_for,
    put_into,
    with_pictures,
)
from resilience_desktop.services.finding import find
from resilience_desktop.services.insights import InsightBook
from resilience_desktop.services.patterns import PatternBook
from resilience_desktop.services.pictures import PictureBook
from resilience_desktop.services.small_goals import GoalBook
from resilience_desktop.services.tags import TagBook
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.contact_copy import keep_copy, read_copy
from resilience_desktop.storage.deletion import delete_files
from resilience_desktop.storage.entry_details import SENSATION, TRIGGER
from resilience_desktop.storage.items import Place
from resilience_desktop.storage.keys import KdfSettings
from resilience_desktop.storage.state import changes_of
from resilience_desktop.storage.vault import Door, Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from resilience_desktop.domain.contact import Contact
    from resilience_desktop.domain.record_filter import RecordFilter
    from resilience_desktop.domain.revision import Revision
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.storage.backups import Made
    from resilience_desktop.storage.connection import JournalFile
    from resilience_desktop.storage.store import Store

__all__ = [
    "Door",
    "Journal",
    "KdfSettings",
    "Page",
    "Place",
    "Verification",
    "contacts_when_locked",
    "local_zone",
]

T = TypeVar("T")
Written = TypeVar("Written", bound="Entry | ThoughtRecord")

DAYS_IN_BIN = 30
"""Days of use after which something in the bin is deleted for good."""
VERY_LOW = -4
"""A mood that nobody is reminded of without asking."""
_MANY = 10
"""So many things are not deleted at once without a backup."""


def local_zone() -> str:
    """Return the IANA name of this computer's time zone."""
    return get_localzone_name() or "UTC"


def contacts_when_locked(folder: Path) -> tuple[Contact, ...]:
    """Return the contacts that somebody lets be seen without opening the journal; never fails."""
    return read_copy(folder)


def now() -> Moment:
    """Return the present moment on this computer's clock."""
    return Moment.now(local_zone())


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the timeline, newest first, and the place to go on from."""

    items: tuple[Entry | ThoughtRecord, ...] = field(repr=False)
    end: Place | None
    """Where the next page begins, or None when there is nothing older."""
    places: tuple[Place, ...] = ()
    """Where each of the items stands."""
    days: Mapping[dt.date, float | None] = field(default_factory=dict, repr=False)
    """The mean mood of each day that the items are of."""


@dataclass(frozen=True, slots=True)
class Binned:
    """Something in the bin."""

    item: Entry | ThoughtRecord = field(repr=False)
    days_left: int
    """Days of use until it is deleted for good."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What checking the whole file found."""

    entries: int
    thought_records: int
    in_bin: int
    problems: tuple[str, ...]


class Journal:
    """An open, unlocked journal. Belongs to the thread that opened it."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store, self._folder = store, folder
        self._closed = False
        self._day_has_begun = False
        with suppress(ResilienceError):  # no reason to keep the journal shut
            self._match_copy()

    # Opening and closing

    @staticmethod
    def door(folder: Path) -> Door:
        """Return how the journal in this folder can be opened, if there is one."""
        return Vault(folder).door()

    @staticmethod
    def door_to_try(folder: Path) -> Door:
        """Return how to try to open a journal that is closed, as far as its key file can tell."""
        return Vault(folder).door_to_try()

    @staticmethod
    def owns(folder: Path, path: Path) -> bool:
        """Whether a file is part of the journal in this folder, and so not to be written over."""
        return Vault(folder).owns(path) or Backups(folder).owns(path)

    @classmethod
    def create(
        cls, folder: Path, passphrase: str | None, kdf: KdfSettings | None = None
    ) -> tuple[Self, tuple[str, ...]]:
        """Make a new journal; return it with the groups of its recovery code."""
        store, groups = Vault(folder).create(passphrase, kdf)
        return cls(store, folder), groups

    @classmethod
    def open(cls, folder: Path, passphrase: str | None = None) -> Self:
        """Open a journal with its passphrase, or without when it has none."""
        return cls(Vault(folder).open(passphrase), folder)

    @classmethod
    def open_with_code(cls, folder: Path, code: str) -> Self:
        """Open a journal with its recovery code."""
        return cls(Vault(folder).open_with_code(code), folder)

    def close(self) -> None:
        """Move everything into the main file and close it; a second time does nothing.

        When moving fails, the log beside the file still holds everything, and both are closed.
        """
        if self._closed:
            return
        self._closed = True
        try:
            self._store.checkpoint()
        finally:
            self._store.close()

    @property
    def folder(self) -> Path:
        """The folder the journal is in."""
        return self._folder

    def exchange(self, work: Callable[[Store], None], reopen: Callable[[], Store]) -> None:
        """Let ``work`` close the file and put another in its place, and go on with what is there.

        Also when it fails. When even opening does, the journal is closed.
        """
        self._closed = True
        try:
            work(self._store)
        finally:
            self._store.close()
            self._store = reopen()
            self._folder = self._store.db.path.parent
            self._closed = False

    def rest(self) -> None:
        """Move the log into the main file while nobody is typing."""
        self._store.checkpoint()

    # Entries

    def keep_entry(self, entry: Entry, *, slot: str = "") -> Changes:
        """Keep an entry, new or changed; the draft in ``slot`` goes in the same step."""
        with self._store.writing():
            was = self._store.entries.get(entry.id)
            entry = _marked_like(was, entry)
            self._store.entries.put(entry)
            self._store.revisions.follow(was, entry, now(), settled=True)
            if slot:
                self._store.drafts.drop(slot)
        return Changes(entries=True)

    def entry(self, id_: str) -> Entry:
        """Return one entry; raise ``JournalUnavailableError`` when it is gone."""
        with self._store.reading():
            return _present(self._store.entries.get(id_))

    def entries_between(self, first: dt.date, last: dt.date) -> list[Entry]:
        """Return the entries of these days, oldest first."""
        with self._store.reading():
            return self._store.entries.between(first, last)

    def feelings_to_offer(self, limit: int = 7) -> list[str]:
        """Return the feelings used most of late, filled up with a few common ones."""
        with self._store.reading():
            used = self._store.entries.most_used_feelings(limit)
        return [*used, *(word for word in suggested_feelings() if word not in used)][:limit]

    def sensations_to_offer(self, limit: int = 7) -> list[tuple[str, str]]:
        """Return word and region of what was felt in the body most of late."""
        with self._store.reading():
            return self._store.entries.most_used_details(SENSATION, limit)

    def triggers_to_offer(self, limit: int = 100) -> list[tuple[str, str]]:
        """Return word and kind of the triggers noted most of late."""
        with self._store.reading():
            return self._store.entries.most_used_details(TRIGGER, limit)

    # What belongs to entries

    @property
    def tags(self) -> TagBook:
        """The tags."""
        return TagBook(self._store)

    @property
    def pictures(self) -> PictureBook:
        """The pictures."""
        return PictureBook(self._store)

    @property
    def goals(self) -> GoalBook:
        """The small goals."""
        return GoalBook(self._store)

    @property
    def cards(self) -> CardBook:
        """The coping cards."""
        return CardBook(self._store)

    @property
    def insights(self) -> InsightBook:
        """What was seen across several entries and records."""
        return InsightBook(self._store)

    @property
    def patterns(self) -> PatternBook:
        """The thinking patterns."""
        return PatternBook(self._store)

    def star(self, id_: str, *, starred: bool) -> Changes:
        """Mark an entry or a record to be brought to the next session, or no longer."""
        with self._store.writing():
            return _both() if self._store.items.star(id_, starred=starred) else Changes()

    def is_starred(self, id_: str) -> bool:
        """Whether an entry or a record is to be brought to the next session."""
        with self._store.reading():
            return self._store.items.is_starred(id_)

    def seal(self, id_: str) -> Changes:
        """Put an entry or a record away: out of lists, search and reports until it is unsealed.

        What is being changed in it is kept first: a draft could be found.
        """
        slot = f"entry:{id_}"
        with self._store.writing():
            draft = self._store.drafts.get(slot)
            if draft is not None:
                self.keep_entry(draft, slot=slot)
            return _both() if self._store.items.seal(id_) else Changes()

    def unseal(self, id_: str) -> Changes:
        """Undo ``seal``."""
        with self._store.writing():
            words = _present(self._store.searchable(id_))
            return _both() if self._store.items.unseal(id_, words) else Changes()

    def sealed(self) -> list[Entry | ThoughtRecord]:
        """Return what is sealed, newest first."""
        with self._store.reading():
            ids = self._store.items.sealed()
            found = {item.id: item for item in self._store.some(ids)}
        return [found[id_] for id_ in ids]

    # Drafts

    def draft(self, slot: str) -> Entry | None:
        """Return the entry being written in a slot, or None."""
        with self._store.reading():
            return self._store.drafts.get(slot)

    def drafts(self) -> dict[str, Entry]:
        """Return every entry being written, by its slot."""
        with self._store.reading():
            return self._store.drafts.all()

    def keep_draft(self, slot: str, entry: Entry | None) -> Changes:
        """Keep what has been typed so far; None empties the slot."""
        with self._store.writing():
            if entry is None:
                self._store.drafts.drop(slot)
            else:
                self._store.drafts.put(slot, entry)
        return Changes()

    # Words for a report

    def report_words(self) -> dict[str, str]:
        """Return what was written for the first page of a report, by its part."""
        with self._store.reading():
            return self._store.report_words.all()

    def keep_report_words(self, parts: Mapping[str, str]) -> Changes:
        """Keep what is written for the first page of a report."""
        with self._store.writing():
            self._store.report_words.put(parts)
        return Changes()

    # People to call

    def contacts(self) -> tuple[Contact, ...]:
        """Return the people and services somebody has chosen to call, in their order."""
        with self._store.reading():
            return self._store.contacts.all()

    def contacts_show_when_locked(self) -> bool:
        """Whether names and numbers may also be kept where the lock page finds them."""
        with self._store.reading():
            return self._store.settings.all().get(SHOWN_WHEN_LOCKED) is True

    def keep_contacts(self, contacts: Iterable[Contact], also_when_locked: bool) -> Changes:
        """Keep the whole list, and the copy for the lock page or none.

        Raises ``NotWrittenError`` also when only the copy could not be changed.
        """
        wanted = tuple(contacts)
        if len(wanted) > MOST_CONTACTS:
            message = f"There are at most {MOST_CONTACTS} contacts."
            raise ValueError(message)
        with self._store.writing():
            self._store.contacts.put(wanted)
            self._store.settings.put({SHOWN_WHEN_LOCKED: also_when_locked})
        self._match_copy()
        return Changes(contacts=True)

    def _match_copy(self) -> None:
        shown = self.contacts() if self.contacts_show_when_locked() else ()
        keep_copy(self._folder, shown)

    # Settings that are personal

    def settings(self) -> JournalSettings:
        """Return what somebody wants of this journal."""
        with self._store.reading():
            return JournalSettings.from_plain(self._store.settings.all())

    def keep_settings(self, settings: JournalSettings) -> Changes:
        """Keep what somebody wants of this journal."""
        with self._store.writing():
            self._store.settings.put(settings.to_plain())
        return Changes(settings=True)

    def sheet_waits(self) -> bool:
        """Whether nobody has said yet that the recovery sheet is kept, as far as is known."""
        with self._store.reading():
            return self._store.settings.all().get(SHEET_WAITS) is True

    def keep_sheet_waiting(self, waits: bool) -> Changes:
        """Remember that the recovery sheet is to be kept still, or that this is settled."""
        with self._store.writing():
            self._store.settings.put({SHEET_WAITS: waits})
        return Changes(settings=True)

    def quiet_line_day(self) -> dt.date | None:
        """Return the day on which numbers last called for the quiet line."""
        with self._store.reading():
            day = self._store.settings.all().get(QUIET_LINE_DAY)
        return dt.date.fromisoformat(day) if day else None

    def keep_quiet_line_day(self, day: dt.date) -> Changes:
        """Remember that numbers called for the quiet line on this day, and no other day."""
        with self._store.writing():
            self._store.settings.put({QUIET_LINE_DAY: day.isoformat()})
        return Changes(settings=True)

    # Thought records

    def keep_thought_record(self, record: ThoughtRecord) -> Changes:
        """Keep a thought record as it is now, finished or not."""
        with self._store.writing():
            was = self._store.thought_records.get(record.id)
            record = _marked_like(was, record)
            self._store.thought_records.put(record)
            finished = record.finished and not (was and was.finished)
            self._store.revisions.follow(was, record, now(), settled=finished)
        return Changes(thought_records=True)

    def thought_record(self, id_: str) -> ThoughtRecord:
        """Return one record; raise ``JournalUnavailableError`` when it is gone."""
        with self._store.reading():
            return _present(self._store.thought_records.get(id_))

    def thought_records(self, chosen: RecordFilter | None = None) -> list[ThoughtRecord]:
        """Return the records that a filter lets through, unfinished ones first, then the newest."""
        with self._store.reading():
            return self._store.thought_records.newest_first(chosen)

    # Earlier versions

    def revisions(self, id_: str) -> list[Revision]:
        """Return the earlier versions of an entry or a record, newest first, without the present.

        Compare two of them, or one with the present, with ``domain.revision.differences``.
        """
        with self._store.reading():
            return self._store.revisions.all(id_)

    def has_revisions(self) -> bool:
        """Whether anything has an earlier version; a lossless copy leaves those out."""
        with self._store.reading():
            return self._store.revisions.any()

    def restore_revision(self, id_: str, number: int) -> Changes:
        """Make an earlier version the present one, which becomes an earlier version itself."""
        with self._store.writing():
            earlier = _present(self._store.revisions.get(id_, number))
            was = self._store.item(id_)
            item = _marked_like(was, earlier.item)
            if not isinstance(item, Entry) and not isinstance(was, Entry) and was is not None:
                item = replace(item, share=was.share)  # what somebody wants of it now
            self._store.put(item)
            self._store.revisions.follow(was, item, now(), settled=True, keep_anyway=True)
        return _both()

    # The bin

    def begin_day(self) -> Changes:
        """Count a day of use, and delete what has been in the bin for 30 of them.

        Each local day counts once, and none but the first call after opening does, so that a
        clock that is wrong cannot empty the bin. A window calls this some time after opening.
        """
        if self._day_has_begun:
            return Changes()
        self._day_has_begun = True
        with self._store.keeping_up():
            self._store.days_of_use.note(now().day)
            self._store.pictures.sweep()
            oldest = self._store.days_of_use.count() - DAYS_IN_BIN
            due = [id_ for id_, day in self._store.items.in_bin() if day <= oldest]
        return self.delete_for_good(due)

    def bin_contents(self) -> list[Binned]:
        """Return what lies in the bin, what was put there last first."""
        with self._store.reading():
            today = self._store.days_of_use.count()
            found = [(self._store.item(i), day) for i, day in self._store.items.in_bin()]
        return [Binned(item, max(0, day + DAYS_IN_BIN - today)) for item, day in found if item]

    def delete_for_good(self, ids: Iterable[str]) -> Changes:
        """Delete these for good if they lie in the bin, with their drafts and earlier versions.

        Not a byte of them is left in the journal. Backups keep them until newer ones have taken
        their place; of many things at once one is made first.
        """
        wanted = list(ids)
        if len(wanted) >= _MANY:
            self.back_up(Reason.BEFORE_DELETION)
        with self._store.writing():
            pictures = self._store.pictures.of(wanted)
            gone = self._store.items.delete(wanted)
            self._store.pictures.sweep(pictures)
        if not gone:
            return Changes()
        self._store.checkpoint()
        return _both()

    def delete_everything(self, *, second_folder: bool = False) -> None:
        """Close the journal and delete all of it from this computer: there is no way back.

        What is deleted: the journal with its drafts, earlier versions and bin, its keys, its
        backups, what was set aside as damaged, the names kept for the lock page, and with
        ``second_folder`` the copies of backups there.

        What is not: the recovery sheet, PDFs and exports, and copies that other programs made,
        such as a backup of the whole computer. A disk may hold what was deleted for a while; that
        is encrypted, as it was before.

        Raises ``NotWrittenError`` when something could not be deleted; it can be tried again.
        """
        self.close()
        delete_files(self._folder, second_folder=second_folder)

    def put_in_bin(self, id_: str) -> Changes:
        """Move an entry or a record to the bin."""
        with self._store.writing():
            return _both() if self._store.items.bin(id_) else Changes()

    def take_out_of_bin(self, id_: str) -> Changes:
        """Undo ``put_in_bin``."""
        with self._store.writing():
            words = _present(self._store.searchable(id_))
            return _both() if self._store.items.take_out(id_, words) else Changes()

    def is_in_bin(self, id_: str) -> bool:
        """Whether an item lies in the bin, or is gone altogether."""
        with self._store.reading():
            return not self._store.items.is_out(id_)

    # Looking

    def timeline(
        self, before: Place | None = None, limit: int = 40, chosen: TimelineFilter | None = None
    ) -> Page:
        """Return what was written before a place and is let through by a filter, newest first."""
        with self._store.reading():
            found = self._store.items.page(before, limit, chosen)
            return self._page(found, found[-1][0] if found and len(found) == limit else None)

    def newer(self, after: Place, limit: int = 40, chosen: TimelineFilter | None = None) -> Page:
        """Return what was written next after a place, newest first; it ends at that place."""
        with self._store.reading():
            return self._page(self._store.items.newer(after, limit, chosen), after)

    def _page(self, found: list[tuple[Place, str, Kind]], end: Place | None) -> Page:
        store = self._store
        entries = store.entries.some(i for _, i, kind in found if kind is Kind.ENTRY)
        records = store.thought_records.some(
            i for _, i, kind in found if kind is Kind.THOUGHT_RECORD
        )
        items: dict[str, Entry | ThoughtRecord] = {**entries, **records}
        shown = tuple(items[id_] for _, id_, _ in found)
        means = store.entries.these_days(dict.fromkeys(item.at.day for item in shown))
        days = {day: mean for day, (mean, _) in means.items()}
        return Page(shown, end, tuple(place for place, _, _ in found), days)

    def search(
        self, words: str, limit: int = 50, more: Mapping[Kind, int] | None = None
    ) -> list[Found]:
        """Return what holds all these words: of each kind the ``limit`` newest, or ``more``."""
        limits = {kind: (more or {}).get(kind, limit) for kind in Kind}
        with self._store.reading():
            return find(self._store, words, limits)

    def scales_used(self) -> set[str]:
        """Return the ids of the scales that something holds a number for, the bin included."""
        with self._store.reading():
            drafts = self._store.drafts.all().values()
            written = {value.scale for draft in drafts for value in draft.scales}
            return written | self._store.entries.scales_used()

    def number_of(self, chosen: TimelineFilter) -> int:
        """Return how much a filter lets through."""
        with self._store.reading():
            return self._store.items.number_of(chosen)

    def days(self, first: dt.date, last: dt.date) -> dict[dt.date, tuple[float | None, int]]:
        """Return the days with anything written: the mean mood of the moments, and how much."""
        with self._store.reading():
            return self._store.entries.days(first, last)

    def on_this_day(self, day: dt.date) -> list[Entry | ThoughtRecord]:
        """Return what was written on the same day of earlier years, newest first."""
        found: list[Entry | ThoughtRecord] = []
        for same in self._earlier(day):
            found += self.timeline(chosen=TimelineFilter(first=same, last=same)).items
        return found

    def memories(self, day: dt.date) -> list[dt.date]:
        """Return the same day of earlier years where something was written, the newest first.

        A day that was very low is left out: it may hurt to be reminded of it unasked.
        """
        with self._store.reading():
            low = self._store.entries.lowest_moods(self._earlier(day))
        return [same for same, mood in low.items() if mood is None or mood > VERY_LOW]

    def _earlier(self, day: dt.date) -> list[dt.date]:
        """Return the same day of the earlier years with anything written then."""
        span = self.span()
        days = []
        for year in range(day.year - 1, span[0].year - 1, -1) if span else ():
            with suppress(ValueError):  # 29 February
                days.append(day.replace(year=year))
        with self._store.reading():
            found = self._store.entries.these_days(days)
        return [same for same in days if same in found]

    def chosen(self, chosen: TimelineFilter) -> Contents:
        """Return all that a filter lets through, to be exported or shared."""
        page = self.timeline(limit=self.number_of(chosen), chosen=chosen)
        found = Contents(
            tuple(item for item in page.items if isinstance(item, Entry)),
            tuple(item for item in page.items if not isinstance(item, Entry)),
        )
        with self._store.reading():
            return with_pictures(self._store, found)

    def span(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and last day with anything written, or None."""
        with self._store.reading():
            return self._store.items.span()

    def today(self) -> dt.date:
        """Return the present day on this computer's clock."""
        return now().day

    # The whole

    @property
    def file(self) -> JournalFile:
        """The open file, for the other services."""
        return self._store.db

    def back_up(self, reason: Reason = Reason.MANUAL, progress: Progress | None = None) -> Made:
        """Make a backup, unless the newest one holds just what the journal holds.

        Raises ``NotWrittenError``, or ``JournalDamagedError`` when not all can be read.
        """
        return Backups(self._folder).make(self._store.db, reason, now(), progress)

    def contents(self, progress: Progress | None = None) -> Contents:
        """Return everything in the journal, but for earlier versions."""
        with self._store.reading():
            return contents_of(self._store, progress)

    def fresh(self, contents: Contents) -> Contents:
        """Return what of this is not in the journal yet, each thing once."""
        with self._store.reading():
            return fresh_for(self._store, contents)

    def add(self, contents: Contents, progress: Progress | None = None) -> Contents:
        """Add what is not in the journal yet, all of it or nothing; return what was added.

        A journal that has been written in is backed up first.
        """
        progress = progress or Progress()
        if changes_of(self._store.db) > 0 and self.fresh(contents) != Contents():
            self.back_up(Reason.BEFORE_IMPORT)
        with self._store.writing():
            progress.stage(text("Looking for what is new"), until=0.05)
            fresh = fresh_for(self._store, contents)
            progress.stage(text("Adding what is new"))
            put_into(self._store, fresh, progress)
            progress.finish()
        with suppress(NotWrittenError):  # what was asked for is done; opening tries again
            self._match_copy()
        return fresh

    def verify(self, progress: Progress | None = None) -> Verification:
        """Check the whole file: checksums, structure, links, search; and count."""
        progress = progress or Progress()
        progress.stage(text("Checking the journal"))
        problems = self._store.problems(progress)
        counts = self._store.items.counts()
        return Verification(
            counts.get((Kind.ENTRY, False), 0),
            counts.get((Kind.THOUGHT_RECORD, False), 0),
            sum(number for (_, binned), number in counts.items() if binned),
            tuple(problems),
        )


def _both() -> Changes:
    return Changes(entries=True, thought_records=True)


def _marked_like(was: Entry | ThoughtRecord | None, item: Written) -> Written:
    """Return an item with the star and the seal it has: those are changed by themselves."""
    if was is None:
        return item
    return replace(item, starred=was.starred, sealed=was.sealed)


def _present(found: T | None) -> T:
    if found is None:
        raise JournalUnavailableError(text("That page is no longer in the journal."))
    return found
