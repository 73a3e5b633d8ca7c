"""The worksheets of a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.sheet import Sheet, sheet_from_plain, sheet_to_plain
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import SHEET

if TYPE_CHECKING:
    from collections.abc import Iterable


class SheetBook(Book):
    """The worksheets of an open journal."""

    def all(self, skill: str | None = None) -> list[Sheet]:
        """Return the sheets of a skill, or all of them, newest first."""
        with self.store.reading():
            found = sheets_of(self.store.documents.all(SHEET))
        return [sheet for sheet in found if skill is None or sheet.skill == skill]

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


def sheets_of(documents: Iterable[Any]) -> list[Sheet]:
    """Return the sheets that these documents are, newest first."""
    sheets = map(sheet_from_plain, documents)
    return sorted(sheets, key=lambda sheet: (sheet.made, sheet.id), reverse=True)
