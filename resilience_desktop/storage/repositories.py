"""The repositories of an open file, each loaded with its first use: no page needs all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resilience_desktop.storage.connection import JournalFile
    from resilience_desktop.storage.contacts import Contacts
    from resilience_desktop.storage.days_of_use import DaysOfUse
    from resilience_desktop.storage.documents import Documents
    from resilience_desktop.storage.drafts import Drafts
    from resilience_desktop.storage.entries import Entries
    from resilience_desktop.storage.items import Items
    from resilience_desktop.storage.pictures import Pictures
    from resilience_desktop.storage.practices import Practices
    from resilience_desktop.storage.report_words import ReportWords
    from resilience_desktop.storage.revisions import Revisions
    from resilience_desktop.storage.search import Search
    from resilience_desktop.storage.settings import StoredSettings
    from resilience_desktop.storage.small_goals import SmallGoals
    from resilience_desktop.storage.tags import Tags
    from resilience_desktop.storage.thought_records import ThoughtRecords


class Repositories:
    """Everything an open file holds, by kind."""

    def __init__(self, db: JournalFile) -> None:
        self.db = db

    @cached_property
    def search(self) -> Search:
        """The words that can be found."""
        from resilience_desktop.storage.search import Search

        return Search(self.db)

    @cached_property
    def items(self) -> Items:
        """What every kind of writing shares."""
        from resilience_desktop.storage.items import Items

        return Items(self.db, self.search)

    @cached_property
    def entries(self) -> Entries:
        """The entries."""
        from resilience_desktop.storage.entries import Entries

        return Entries(self.db, self.items)

    @cached_property
    def thought_records(self) -> ThoughtRecords:
        """The thought records."""
        from resilience_desktop.storage.thought_records import ThoughtRecords

        return ThoughtRecords(self.db, self.items)

    @cached_property
    def practices(self) -> Practices:
        """Each use of a skill."""
        from resilience_desktop.storage.practices import Practices

        return Practices(self.db, self.items)

    @cached_property
    def drafts(self) -> Drafts:
        """What is being written."""
        from resilience_desktop.storage.drafts import Drafts

        return Drafts(self.db)

    @cached_property
    def report_words(self) -> ReportWords:
        """What is written for a report."""
        from resilience_desktop.storage.report_words import ReportWords

        return ReportWords(self.db)

    @cached_property
    def contacts(self) -> Contacts:
        """The people to call."""
        from resilience_desktop.storage.contacts import Contacts

        return Contacts(self.db)

    @cached_property
    def settings(self) -> StoredSettings:
        """What somebody wants of this journal."""
        from resilience_desktop.storage.settings import StoredSettings

        return StoredSettings(self.db)

    @cached_property
    def revisions(self) -> Revisions:
        """Earlier versions."""
        from resilience_desktop.storage.revisions import Revisions

        return Revisions(self.db)

    @cached_property
    def days_of_use(self) -> DaysOfUse:
        """The days on which the journal was open."""
        from resilience_desktop.storage.days_of_use import DaysOfUse

        return DaysOfUse(self.db)

    @cached_property
    def tags(self) -> Tags:
        """The tags."""
        from resilience_desktop.storage.tags import Tags

        return Tags(self.db)

    @cached_property
    def pictures(self) -> Pictures:
        """The pictures."""
        from resilience_desktop.storage.pictures import Pictures

        return Pictures(self.db)

    @cached_property
    def small_goals(self) -> SmallGoals:
        """The small goals."""
        from resilience_desktop.storage.small_goals import SmallGoals

        return SmallGoals(self.db)

    @cached_property
    def documents(self) -> Documents:
        """What is kept whole: cards, notes, sheets and the like."""
        from resilience_desktop.storage.documents import Documents

        return Documents(self.db)
