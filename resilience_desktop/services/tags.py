"""The tags of a journal: renaming and merging them everywhere, grouping them, putting them away."""

from __future__ import annotations

from dataclasses import replace

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.tag import Tag, tidy
from resilience_desktop.domain.timeline_filter import saved_to_plain
from resilience_desktop.services.book import Book
from resilience_desktop.storage.tags import renamed

_AT_ONCE = 200  # entries in memory


class TagBook(Book):
    """The tags of an open journal."""

    def all(self) -> list[Tag]:
        """Return every tag, those used most first, archived ones too."""
        with self.store.reading():
            return self.store.tags.all()

    def in_group(self, group: str) -> frozenset[str]:
        """Return the tags of a group that is not the usual one, by name."""
        with self.store.reading():
            return frozenset(tag.word for tag in self.store.tags.kept() if tag.group == group)

    def keep(self, tag: Tag) -> Changes:
        """Keep which group a tag is in, and whether it is offered."""
        with self.store.writing():
            self.store.tags.put(tag)
        return Changes(settings=True)

    def forget(self, word: str) -> Changes:
        """Forget a tag that no entry has; of one in use only the group is forgotten."""
        with self.store.writing():
            self.store.tags.drop(word)
        return Changes(settings=True)

    def rename(self, old: str, new: str, progress: Progress | None = None) -> Changes:
        """Give a tag another name everywhere; where that is another tag's, the two become one.

        Raises ``ValueError`` for a name without words, and ``CancelledError`` when it was
        stopped: nothing is changed then. Earlier versions keep what they said.
        """
        progress = progress or Progress()
        new = tidy(new)
        if not new:
            message = "A tag has a name."
            raise ValueError(message)
        if new == old:
            return Changes()
        with self.store.writing():
            known = {tag.word: tag for tag in self.store.tags.all()}
            ids = self.store.tags.items_with(old)
            with self.store.search.changing(len(ids)):
                for start in progress.each(range(0, len(ids), _AT_ONCE)):
                    for item in self.store.some(ids[start : start + _AT_ONCE]):
                        tags = tuple(renamed(item.tags, old, new))
                        self.store.put(replace(item, tags=tags))
            self.store.tags.rename_in_drafts(old, new)
            self._rename_in_filters(old, new)
            self.store.tags.drop(old)
            progress.finish()
            if old in known and new not in known:
                self.store.tags.put(replace(known[old], word=new))
        return Changes(entries=True, thought_records=True, settings=True)

    def _rename_in_filters(self, old: str, new: str) -> None:
        """Let filters that were saved still find what they found."""
        settings = JournalSettings.from_plain(self.store.settings.all())
        filters = tuple(
            replace(s, filter=replace(s.filter, tags=tuple(renamed(s.filter.tags, old, new))))
            for s in settings.filters
        )
        if filters != settings.filters:
            self.store.settings.put({"filters": [saved_to_plain(saved) for saved in filters]})
