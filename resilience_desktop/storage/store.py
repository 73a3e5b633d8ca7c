"""An open journal file and its repositories."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text
from resilience_desktop.storage.connection import in_plain_words
from resilience_desktop.storage.driver import sqlite
from resilience_desktop.storage.repositories import Repositories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.storage.search import Searchable

_STEPS_BETWEEN_LOOKS = 10_000  # of SQLite's machine: about a millisecond


class Store(Repositories):
    """An open journal file. Belongs to the thread that opened it."""

    def reading(self) -> AbstractContextManager[None]:
        """Put the computer's faults into words while reading."""
        return in_plain_words()

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
        self._refuse_if_gone()
        self.db.check()
        with in_plain_words(), self.db.atomic():
            yield

    def _refuse_if_gone(self) -> None:
        """Write nothing into a file that was deleted or moved: the system would not say so."""
        if not self.db.path.exists():
            raise NotWrittenError(
                text("The journal’s folder is not there any more, so this could not be saved.")
            )

    def item(self, id_: str) -> Entry | ThoughtRecord | None:
        """Return one thing of any kind, in the bin or not."""
        return self.entries.get(id_) or self.thought_records.get(id_)

    def searchable(self, id_: str) -> Searchable | None:
        """Return the words of one thing of any kind that search looks through."""
        from resilience_desktop.storage import entries, thought_records

        entry = self.entries.get(id_)
        if entry is not None:
            return entries.searchable(entry)
        record = self.thought_records.get(id_)
        return None if record is None else thought_records.searchable(record)

    def some(self, ids: list[str]) -> list[Entry | ThoughtRecord]:
        """Return these things of any kind, entries first."""
        return [*self.entries.some(ids).values(), *self.thought_records.some(ids).values()]

    def put(self, item: Entry | ThoughtRecord | Practice) -> None:
        """Write one thing of any kind."""
        from resilience_desktop.domain.practice import Practice
        from resilience_desktop.domain.thought_record import ThoughtRecord

        if isinstance(item, ThoughtRecord):
            self.thought_records.put(item)
        elif isinstance(item, Practice):
            self.practices.put(item)
        else:
            self.entries.put(item)

    def checkpoint(self) -> None:
        """Move the log into the main file."""
        with in_plain_words():
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def problems(self, progress: Progress | None = None) -> list[str]:
        """Return what the file's own checks find wrong: checksums, structure, links, search.

        The page checksums are only true of a file whose log has been moved in.
        """
        from resilience_desktop.domain.progress import Progress

        self.checkpoint()
        progress = progress or Progress()
        checks = (self._pages, self._structure, self._links, self._index)
        with in_plain_words(), self._interrupted_by(progress):
            return [problem for check in progress.each(checks) for problem in check()]

    def _pages(self) -> list[str]:
        return [row[0] for row in self.db.execute("PRAGMA cipher_integrity_check").fetchall()]

    def _structure(self) -> list[str]:
        checked = self.db.execute("PRAGMA integrity_check").fetchall()
        return [row[0] for row in checked if row[0] != "ok"]

    def _links(self) -> list[str]:
        broken = self.db.execute("PRAGMA foreign_key_check").fetchall()
        return [f"broken link in {row[0]}" for row in broken]

    def _index(self) -> list[str]:
        self.db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        return []

    @contextmanager
    def _interrupted_by(self, progress: Progress) -> Iterator[None]:
        """Stop also inside a statement that takes long."""
        self.db.conn.set_progress_handler(lambda: progress.cancelled, _STEPS_BETWEEN_LOOKS)
        try:
            yield
        except sqlite.OperationalError:
            progress.check()
            raise
        finally:
            self.db.conn.set_progress_handler(None, 0)

    def close(self) -> None:
        """Close the file."""
        with in_plain_words():
            self.db.close()
