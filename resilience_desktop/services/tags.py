"""The tags of a journal: renaming and merging them everywhere, grouping them, putting them away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.tag import Tag, tidy
from resilience_desktop.storage.tags import renamed

if TYPE_CHECKING:
    from resilience_desktop.storage.store import Store

_AT_ONCE = 200  # entries in memory


@dataclass(frozen=True, slots=True)
class TagBook:
    """The tags of an open journal."""

    store: Store

    def all(self) -> list[Tag]:
        """Return every tag, those used most first, archived ones too."""
        with self.store.reading():
            return self.store.tags.all()

    def keep(self, tag: Tag) -> Changes:
        """Keep which group a tag is in, and whether it is offered."""
        with self.store.writing():
            self.store.tags.put(tag)
        return Changes(settings=True)

    def rename(self, old: str, new: str) -> Changes:
        """Give a tag another name everywhere; where that is another tag's, the two become one.

        Raises ``ValueError`` for a name without words. Earlier versions keep what they said.
        """
        new = tidy(new)
        if not new:
            message = "A tag has a name."
            raise ValueError(message)
        if new == old:
            return Changes()
        with self.store.writing():
            known = {tag.word: tag for tag in self.store.tags.all()}
            ids = self.store.tags.entries_with(old)
            for start in range(0, len(ids), _AT_ONCE):
                found = self.store.entries.some(ids[start : start + _AT_ONCE])
                for entry in found.values():
                    tags = tuple(renamed(entry.tags, old, new))
                    self.store.entries.put(replace(entry, tags=tags))
            self.store.tags.rename_in_drafts(old, new)
            self.store.tags.drop(old)
            if old in known and new not in known:
                self.store.tags.put(replace(known[old], word=new))
        return Changes(entries=True, settings=True)
