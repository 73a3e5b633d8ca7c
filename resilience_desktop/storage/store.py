"""An open journal file and its repositories."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.storage.connection import in_plain_words
from resilience_desktop.storage.days_of_use import DaysOfUse
from resilience_desktop.storage.drafts import Drafts
from resilience_desktop.storage.entries import Entries
from resilience_desktop.storage.items import Items
from resilience_desktop.storage.report_words import ReportWords
from resilience_desktop.storage.revisions import Revisions
from resilience_desktop.storage.thought_records import ThoughtRecords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.storage.connection import JournalFile


@dataclass(frozen=True, slots=True)
class Store:
    """An open journal file. Belongs to the thread that opened it."""

    db: JournalFile
    items: Items
    entries: Entries
    thought_records: ThoughtRecords
    drafts: Drafts
    report_words: ReportWords
    revisions: Revisions
    days_of_use: DaysOfUse

    @classmethod
    def over(cls, db: JournalFile) -> Self:
        """Return the repositories of an open file."""
        items = Items(db)
        return cls(
            db,
            items,
            Entries(db, items),
            ThoughtRecords(db, items),
            Drafts(db),
            ReportWords(db),
            Revisions(db),
            DaysOfUse(db),
        )

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Put the computer's faults into words while reading."""
        with in_plain_words():
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make everything inside one transaction: all of it is kept, or none."""
        with self.keeping_up():
            before = self.db.conn.total_changes
            yield
            if self.db.conn.total_changes != before:
                self.db.execute("UPDATE upkeep SET changes = changes + 1")

    @contextmanager
    def keeping_up(self) -> Iterator[None]:
        """Do the same for what nobody wrote, and no backup needs to be made of."""
        with in_plain_words(), self.db.atomic():
            yield

    def item(self, id_: str) -> Entry | ThoughtRecord | None:
        """Return one thing of any kind, in the bin or not."""
        return self.entries.get(id_) or self.thought_records.get(id_)

    def put(self, item: Entry | ThoughtRecord) -> None:
        """Write one thing of any kind."""
        if isinstance(item, ThoughtRecord):
            self.thought_records.put(item)
        else:
            self.entries.put(item)

    def checkpoint(self) -> None:
        """Move the log into the main file."""
        with in_plain_words():
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def problems(self) -> list[str]:
        """Return what the file's own checks find wrong: checksums, structure, links, search.

        The page checksums are only true of a file whose log has been moved in.
        """
        self.checkpoint()
        with in_plain_words():
            found = [row[0] for row in self.db.execute("PRAGMA cipher_integrity_check").fetchall()]
            checked = self.db.execute("PRAGMA integrity_check").fetchall()
            found += [row[0] for row in checked if row[0] != "ok"]
            broken = self.db.execute("PRAGMA foreign_key_check").fetchall()
            found += [f"broken link in {row[0]}" for row in broken]
            self.db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        return found

    def close(self) -> None:
        """Close the file."""
        with in_plain_words():
            self.db.close()
