"""The notes to keep of a journal, with links to entries and records and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.insight import (
    Insight,
    InsightKind,
    insight_from_plain,
    insight_to_plain,
)
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import INSIGHT

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.thought_record import ThoughtRecord


class InsightBook(Book):
    """The notes to keep of an open journal."""

    def all(self) -> list[Insight]:
        """Return every note, the newest first; the story is not one of them."""
        return [insight for insight in self._all() if insight.kind is not InsightKind.STORY]

    def stories(self) -> list[Insight]:
        """Return one's own story as it is now, then as it was on earlier days."""
        return [insight for insight in self._all() if insight.kind is InsightKind.STORY]

    def of(self, item: str) -> list[Insight]:
        """Return the notes that an entry or a record is linked to; the story as it is now too."""
        present = [*self.stories()[:1], *self.all()]
        return [insight for insight in present if item in insight.links]

    def linked(self, insight: Insight) -> list[Entry | ThoughtRecord]:
        """Return what an insight is linked to, without what is binned, sealed or gone."""
        with self.store.reading():
            shown = [id_ for id_ in insight.links if self.store.items.is_shown(id_)]
            found = (self.store.item(id_) for id_ in shown)
            return [item for item in found if item is not None]

    def keep(self, insight: Insight) -> Changes:
        """Keep an insight, new or changed."""
        with self.store.writing():
            self.store.documents.put(INSIGHT, insight_to_plain(insight))
        return Changes(insights=True)

    def drop(self, insight: Insight) -> Changes:
        """Forget an insight; keeping it again undoes this."""
        with self.store.writing():
            self.store.documents.drop(INSIGHT, insight.id)
        return Changes(insights=True)

    def _all(self) -> list[Insight]:
        with self.store.reading():
            found = map(insight_from_plain, self.store.documents.all(INSIGHT))
            return sorted(found, key=lambda insight: (insight.made, insight.id), reverse=True)
