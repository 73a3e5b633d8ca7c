"""The toolkit of a journal, and the skills of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.toolkit import (
    OwnSkill,
    Toolkit,
    own_skill_from_plain,
    own_skill_to_plain,
    toolkit_from_plain,
    toolkit_to_plain,
)
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import OWN_SKILL, TOOLKIT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.plain_values import Plain
    from resilience_desktop.storage.store import Store


class ToolkitBook(Book):
    """What somebody reaches for in a hard moment."""

    def get(self) -> Toolkit:
        """Return the toolkit; an empty one until somebody chooses."""
        with self.store.reading():
            return toolkit_of(self.store) or Toolkit()

    def keep(self, toolkit: Toolkit) -> Changes:
        """Keep the toolkit as it is now."""
        with self.store.writing():
            self.store.documents.put(TOOLKIT, toolkit_document(toolkit))
        return Changes(toolkit=True)

    def own_skills(self) -> list[OwnSkill]:
        """Return the skills of one's own, the one that was made first comes first."""
        with self.store.reading():
            return own_skills_of(self.store.documents.all(OWN_SKILL))

    def keep_skill(self, own: OwnSkill) -> Changes:
        """Keep a skill of one's own, new or changed."""
        with self.store.writing():
            self.store.documents.put(OWN_SKILL, own_skill_to_plain(own))
        return Changes(toolkit=True)

    def drop_skill(self, own: OwnSkill) -> Changes:
        """Forget a skill of one's own; keeping it again undoes this. Its practices stay."""
        with self.store.writing():
            self.store.documents.drop(OWN_SKILL, own.id)
        return Changes(toolkit=True)


def own_skills_of(documents: Iterable[Any]) -> list[OwnSkill]:
    """Return the skills of one's own that these documents are, in their order."""
    return list(map(own_skill_from_plain, documents))


def toolkit_of(store: Store) -> Toolkit | None:
    """Return the toolkit in an open file, if somebody chose anything."""
    return next(map(toolkit_from_plain, store.documents.all(TOOLKIT)), None)


def toolkit_document(toolkit: Toolkit) -> Plain:
    """Return a toolkit as the one document of its kind."""
    return {"id": TOOLKIT, **toolkit_to_plain(toolkit)}
