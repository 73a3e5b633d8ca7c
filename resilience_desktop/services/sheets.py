"""The worksheets of a journal."""

from __future__ import annotations

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.sheet import Sheet, sheet_from_plain, sheet_to_plain
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import SHEET


class SheetBook(Book):
    """The worksheets of an open journal."""

    def all(self, skill: str | None = None) -> list[Sheet]:
        """Return the sheets of a skill, or all of them, newest first."""
        with self.store.reading():
            found = map(sheet_from_plain, self.store.documents.all(SHEET))
            wanted = [sheet for sheet in found if skill is None or sheet.skill == skill]
        return sorted(wanted, key=lambda sheet: (sheet.made, sheet.id), reverse=True)

    def keep(self, sheet: Sheet) -> Changes:
        """Keep a sheet, new or changed."""
        with self.store.writing():
            self.store.documents.put(SHEET, sheet_to_plain(sheet))
        return Changes(sheets=True)

    def drop(self, sheet: Sheet) -> Changes:
        """Forget a sheet; keeping it again undoes this."""
        with self.store.writing():
            self.store.documents.drop(SHEET, sheet.id)
        return Changes(sheets=True)
