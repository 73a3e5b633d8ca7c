"""An open journal: the one door that windows and commands use."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.own_pattern import NewNames
from resilience_desktop.domain.search import Kind
from resilience_desktop.errors import NotWrittenError, ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.services.books import Books
from resilience_desktop.storage.keys import KdfSettings
from resilience_desktop.storage.vault import Door, Vault

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from resilience_desktop.domain.backup import Reason
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.domain.record_filter import RecordFilter
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.bin import Bin
    from resilience_desktop.services.contents import Contents
    from resilience_desktop.services.marks import Marks
    from resilience_desktop.storage.backups import Made
    from resilience_desktop.storage.connection import JournalFile
    from resilience_desktop.storage.store import Store

__all__ = ["Door", "Journal", "KdfSettings", "Verification"]


@dataclass(frozen=True, slots=True)
class Verification:
    """What checking the whole file found."""

    entries: int
    thought_records: int
    in_bin: int
    problems: tuple[str, ...]


class Journal(Books):
    """An open, unlocked journal. Belongs to the thread that opened it."""

    def __init__(self, store: Store, folder: Path, *, settled: bool = True) -> None:
        self._store, self._folder = store, folder
        self._closed = False
        self._day_has_begun = False
        self._new_names = NewNames()
        if settled:
            self._match_copies()

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
        from resilience_desktop.storage.backups import Backups

        return Vault(folder).owns(path) or Backups(folder).owns(path)

    @classmethod
    def create(
        cls, folder: Path, passphrase: str | None, kdf: KdfSettings | None = None
    ) -> tuple[Self, tuple[str, ...]]:
        """Make a new journal; return it with the groups of its recovery code."""
        store, groups = Vault(folder).create(passphrase, kdf)
        return cls(store, folder), groups

    @classmethod
    def open(cls, folder: Path, passphrase: str | None = None, *, settled: bool = True) -> Self:
        """Open a journal with its passphrase, or without when it has none.

        Unless ``settled``, what need not be done before a page is shown is left to ``settle``,
        which is called as soon as there is time.
        """
        return cls(Vault(folder).open(passphrase, settled=settled), folder, settled=settled)

    @classmethod
    def open_with_code(cls, folder: Path, code: str) -> Self:
        """Open a journal with its recovery code."""
        return cls(Vault(folder).open_with_code(code), folder)

    def settle(self) -> None:
        """Look through the whole file, and finish what was left half done, after opening.

        Nothing is written into the file before it was looked through. Raises
        ``JournalDamagedError``.
        """
        Vault(self._folder).settle(self._store.db)
        self._match_copies()

    def _match_copies(self) -> None:
        with suppress(ResilienceError):  # no reason to keep the journal shut
            self.contacts.match_copy()
            self.toolkit_when_locked.match_copy()

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
        from resilience_desktop.storage.deletion import delete_files

        self.close()
        delete_files(self._folder, second_folder=second_folder)

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

    def begin_day(self) -> Changes:
        """Count a day of use, and delete what has been in the bin for 30 of them.

        Each local day counts once, and none but the first call after opening does, so that a
        clock that is wrong cannot empty the bin. A window calls this some time after opening.
        """
        if self._day_has_begun:
            return Changes()
        self._day_has_begun = True
        return self.bin.begin_day(self.today())

    def today(self) -> dt.date:
        """Return the present day on this computer's clock."""
        return clock.now().day

    @property
    def marks(self) -> Marks:
        """Stars and seals."""
        from resilience_desktop.services.marks import Marks

        return Marks(self._store, self.keep_entry)

    @property
    def bin(self) -> Bin:
        """The bin."""
        from resilience_desktop.services.bin import Bin

        return Bin(self._store, self.back_up)

    # Entries

    def keep_entry(self, entry: Entry, *, slot: str = "") -> Changes:
        """Keep an entry, new or changed; the draft in ``slot`` goes in the same step."""
        from resilience_desktop.services.marks import marked_like

        with self._store.writing():
            was = self._store.entries.get(entry.id)
            entry = marked_like(was, entry)
            self._store.entries.put(entry)
            self._store.revisions.follow(was, entry, clock.now(), settled=True)
            if slot:
                self._store.drafts.drop(slot)
        return Changes(entries=True)

    def entry(self, id_: str) -> Entry:
        """Return one entry; raise ``JournalUnavailableError`` when it is gone."""
        from resilience_desktop.services.wanted import wanted

        with self._store.reading():
            return wanted(self._store.entries.get(id_))

    def entries_between(self, first: dt.date, last: dt.date) -> list[Entry]:
        """Return the entries of these days, oldest first."""
        with self._store.reading():
            return self._store.entries.between(first, last)

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

    # Settings that are personal

    def settings(self) -> JournalSettings:
        """Return what somebody wants of this journal."""
        from resilience_desktop.domain.journal_settings import JournalSettings

        with self._store.reading():
            return JournalSettings.from_plain(self._store.settings.all())

    def keep_settings(self, settings: JournalSettings) -> Changes:
        """Keep what somebody wants of this journal."""
        with self._store.writing():
            self._store.settings.put(settings.to_plain())
        return Changes(settings=True)

    # Thought records

    def keep_thought_record(self, record: ThoughtRecord) -> Changes:
        """Keep a thought record as it is now, finished or not."""
        from resilience_desktop.services.marks import marked_like

        with self._store.writing():
            was = self._store.thought_records.get(record.id)
            record = self._new_names.applied_to(marked_like(was, record))
            self._store.thought_records.put(record)
            finished = record.finished and not (was and was.finished)
            self._store.revisions.follow(was, record, clock.now(), settled=finished)
        return Changes(thought_records=True)

    def thought_record(self, id_: str) -> ThoughtRecord:
        """Return one record; raise ``JournalUnavailableError`` when it is gone."""
        from resilience_desktop.services.wanted import wanted

        with self._store.reading():
            return wanted(self._store.thought_records.get(id_))

    def thought_records(self, chosen: RecordFilter | None = None) -> list[ThoughtRecord]:
        """Return the records that a filter lets through, unfinished ones first, then the newest."""
        with self._store.reading():
            return self._store.thought_records.newest_first(chosen)

    def to_look_at_again(self) -> list[ThoughtRecord]:
        """Return the records that ask today how it turned out, the longest waiting first."""
        with self._store.reading():
            ids = self._store.thought_records.waiting(self.today())
            found = self._store.thought_records.some(ids)
        return [found[id_] for id_ in ids]

    # The whole

    @property
    def file(self) -> JournalFile:
        """The open file, for the other services."""
        return self._store.db

    def back_up(self, reason: Reason | None = None, progress: Progress | None = None) -> Made:
        """Make a backup, unless the newest one holds just what the journal holds.

        Raises ``NotWrittenError``, or ``JournalDamagedError`` when not all can be read.
        """
        from resilience_desktop.domain.backup import Reason
        from resilience_desktop.storage.backups import Backups

        reason = reason or Reason.MANUAL
        return Backups(self._folder).make(self._store.db, reason, clock.now(), progress)

    def contents(self, progress: Progress | None = None) -> Contents:
        """Return everything in the journal, but for earlier versions."""
        from resilience_desktop.services.contents import contents_of

        with self._store.reading():
            return contents_of(self._store, progress)

    def fresh(self, contents: Contents) -> Contents:
        """Return what of this is not in the journal yet, each thing once."""
        from resilience_desktop.services.contents import fresh_for

        with self._store.reading():
            return fresh_for(self._store, contents)

    def add(self, contents: Contents, progress: Progress | None = None) -> Contents:
        """Add what is not in the journal yet, all of it or nothing; return what was added.

        A journal that has been written in is backed up first.
        """
        from resilience_desktop.domain.backup import Reason
        from resilience_desktop.domain.progress import Progress
        from resilience_desktop.services.contents import Contents, fresh_for, put_into
        from resilience_desktop.storage.state import changes_of

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
            self.contacts.match_copy()
            self.toolkit_when_locked.match_copy()
        return fresh

    def verify(self, progress: Progress | None = None) -> Verification:
        """Check the whole file: checksums, structure, links, search; and count."""
        from resilience_desktop.domain.progress import Progress

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
