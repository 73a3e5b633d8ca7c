"""Which skills of the toolkit the lock page may offer, if somebody said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.changes import Changes
from resilience_desktop.services.book import Book
from resilience_desktop.services.kept_names import TOOLKIT_WHEN_LOCKED
from resilience_desktop.services.toolkit import toolkit_of
from resilience_desktop.storage.skill_copy import keep_skill_copy, read_skill_copy

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.storage.store import Store


def skills_when_locked(folder: Path) -> tuple[str, ...]:
    """Return the ids of the skills that may be offered without the journal; never fails."""
    return tuple(id_ for id_ in read_skill_copy(folder) if id_ in content.skill_ids())


class ToolkitWhenLocked(Book):
    """The copy for the lock page: ids of the app's own skills, and nothing that was written."""

    def __init__(self, store: Store, folder: Path) -> None:
        super().__init__(store)
        self.folder = folder

    def is_shown(self) -> bool:
        """Whether these ids may be kept where the lock page finds them."""
        with self.store.reading():
            return self.store.settings.all().get(TOOLKIT_WHEN_LOCKED) is True

    def show(self, *, is_shown: bool) -> Changes:
        """Keep the copy from now on, or none.

        Raises ``NotWrittenError`` also when only the copy could not be changed.
        """
        with self.store.writing():
            self.store.settings.put({TOOLKIT_WHEN_LOCKED: is_shown})
        self.match_copy()
        return Changes(toolkit=True)

    def match_copy(self) -> None:
        """Make the copy what the journal says; raises ``NotWrittenError``."""
        shown = self.is_shown()
        with self.store.reading():
            toolkit = toolkit_of(self.store)
        chosen = toolkit.chosen if shown and toolkit is not None else ()
        keep_skill_copy(self.folder, [id_ for id_ in chosen if id_ in content.skill_ids()])
