"""The thought records of a journal, to be gone through and to be laid side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.record_filter import RecordFilter, RecordState
from resilience_desktop.insights.records_seen import RecordsSeen
from resilience_desktop.services.book import Book
from resilience_desktop.storage.still_open import making_many

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.record_brief import RecordBrief
    from resilience_desktop.domain.record_filter import RecordWords

PAGE = 40


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The beginning of a list of records, as it is first shown."""

    records: tuple[RecordBrief, ...] = field(repr=False)
    number: int
    """How many the filter lets through."""
    any_written: bool
    """Whether there is a record at all, with or without the filter."""


class RecordBook(Book):
    """The thought records of an open journal; never what is sealed or in the bin."""

    def page(
        self, chosen: RecordFilter, after: RecordBrief | None = None, limit: int = PAGE
    ) -> list[RecordBrief]:
        """Return up to ``limit`` that come after one: unfinished records, then the newest."""
        with self.store.reading():
            return self.store.thought_records.page(chosen, after, limit)

    def beginning(self, chosen: RecordFilter, limit: int = PAGE) -> RecordPage:
        """Return the first page, and how many there are."""
        with self.store.reading():
            found = self.store.thought_records.page(chosen, None, limit)
            number = len(found)
            if number == limit:
                number = self.store.thought_records.number_of(chosen)
            everything = RecordFilter()
            is_any = bool(found or self.store.thought_records.page(everything, None, 1))
            return RecordPage(tuple(found), number, is_any)

    def number_of(self, chosen: RecordFilter) -> int:
        """Return how many a filter lets through."""
        with self.store.reading():
            return self.store.thought_records.number_of(chosen)

    def words(self) -> RecordWords:
        """Return what the records can be chosen by, used most first."""
        with self.store.reading():
            return self.store.thought_records.words_used()

    def seen(self, first: dt.date | None = None, last: dt.date | None = None) -> RecordsSeen:
        """Return what the finished records of some days show."""
        finished = RecordFilter(first=first, last=last, state=RecordState.FINISHED)
        special = {pattern.id for pattern in content.thinking_patterns() if pattern.special}
        with making_many():
            with self.store.reading():
                found = self.store.thought_records.facts(finished)
            return RecordsSeen.of(found, special, content.pleasant_feelings())
