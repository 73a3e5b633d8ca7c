"""What of a journal has a book of its own, each loaded once somebody opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.domain.own_pattern import NewNames
    from resilience_desktop.services.cards import CardBook
    from resilience_desktop.services.contacts import ContactBook
    from resilience_desktop.services.drafts import DraftBook
    from resilience_desktop.services.early_signs import EarlySigns
    from resilience_desktop.services.helpers import HelperBook
    from resilience_desktop.services.insights import InsightBook
    from resilience_desktop.services.looking import Looking
    from resilience_desktop.services.month_looks import MonthLooks
    from resilience_desktop.services.patterns import PatternBook
    from resilience_desktop.services.pictures import PictureBook
    from resilience_desktop.services.practices import PracticeBook
    from resilience_desktop.services.record_book import RecordBook
    from resilience_desktop.services.remembered import Remembered
    from resilience_desktop.services.report_book import ReportBook
    from resilience_desktop.services.revisions import RevisionBook
    from resilience_desktop.services.sessions import SessionBook
    from resilience_desktop.services.sheets import SheetBook
    from resilience_desktop.services.small_goals import GoalBook
    from resilience_desktop.services.story import Source
    from resilience_desktop.services.tags import TagBook
    from resilience_desktop.services.times_of_change import TimesOfChange
    from resilience_desktop.services.toolkit import ToolkitBook
    from resilience_desktop.services.toolkit_when_locked import ToolkitWhenLocked
    from resilience_desktop.services.used_before import UsedBefore
    from resilience_desktop.services.worries import WorryBook
    from resilience_desktop.storage.store import Store


class Books:
    """The books of an open journal."""

    _store: Store
    _folder: Path
    _new_names: NewNames

    @property
    def looking(self) -> Looking:
        """The timeline, search and the calendar."""
        from resilience_desktop.services.looking import Looking

        return Looking(self._store)

    @property
    def tags(self) -> TagBook:
        """The tags."""
        from resilience_desktop.services.tags import TagBook

        return TagBook(self._store)

    @property
    def pictures(self) -> PictureBook:
        """The pictures."""
        from resilience_desktop.services.pictures import PictureBook

        return PictureBook(self._store)

    @property
    def goals(self) -> GoalBook:
        """The small goals."""
        from resilience_desktop.services.small_goals import GoalBook

        return GoalBook(self._store)

    @property
    def cards(self) -> CardBook:
        """The coping cards."""
        from resilience_desktop.services.cards import CardBook

        return CardBook(self._store)

    @property
    def insights(self) -> InsightBook:
        """What was seen across several entries and records."""
        from resilience_desktop.services.insights import InsightBook

        return InsightBook(self._store)

    def story_sources(self) -> list[Source]:
        """Return what one's own story can be told from."""
        from resilience_desktop.services import story

        return story.sources(self._store)

    @property
    def records(self) -> RecordBook:
        """The thought records, to be gone through and laid side by side."""
        from resilience_desktop.services.record_book import RecordBook

        return RecordBook(self._store)

    @property
    def patterns(self) -> PatternBook:
        """The thinking patterns."""
        from resilience_desktop.services.patterns import PatternBook

        return PatternBook(self._store, self._new_names)

    @property
    def practices(self) -> PracticeBook:
        """What is kept of each use of a skill."""
        from resilience_desktop.services.practices import PracticeBook

        return PracticeBook(self._store)

    @property
    def toolkit(self) -> ToolkitBook:
        """What somebody reaches for in a hard moment, and skills of their own."""
        from resilience_desktop.services.toolkit import ToolkitBook

        return ToolkitBook(self._store)

    @property
    def toolkit_when_locked(self) -> ToolkitWhenLocked:
        """What of it the lock page may offer."""
        from resilience_desktop.services.toolkit_when_locked import ToolkitWhenLocked

        return ToolkitWhenLocked(self._store, self._folder)

    @property
    def sheets(self) -> SheetBook:
        """The worksheets."""
        from resilience_desktop.services.sheets import SheetBook

        return SheetBook(self._store)

    @property
    def worries(self) -> WorryBook:
        """The worries that were put off until their appointment."""
        from resilience_desktop.services.worries import WorryBook

        return WorryBook(self._store)

    @property
    def helpers(self) -> HelperBook:
        """The own help list."""
        from resilience_desktop.services.helpers import HelperBook

        return HelperBook(self._store)

    @property
    def times_of_change(self) -> TimesOfChange:
        """What somebody marked as a change or a hard stretch, for the charts."""
        from resilience_desktop.services.times_of_change import TimesOfChange

        return TimesOfChange(self._store)

    @property
    def sessions(self) -> SessionBook:
        """Sessions with somebody one trusts, to come and held."""
        from resilience_desktop.services.sessions import SessionBook

        return SessionBook(self._store)

    @property
    def reports(self) -> ReportBook:
        """What is remembered of reports: profiles, and which were made."""
        from resilience_desktop.services.report_book import ReportBook

        return ReportBook(self._store)

    @property
    def early_signs(self) -> EarlySigns:
        """What somebody knows as early signs of their own."""
        from resilience_desktop.services.early_signs import EarlySigns

        return EarlySigns(self._store)

    @property
    def month_looks(self) -> MonthLooks:
        """The wider looks at a month."""
        from resilience_desktop.services.month_looks import MonthLooks

        return MonthLooks(self._store)

    @property
    def used_before(self) -> UsedBefore:
        """What is offered again."""
        from resilience_desktop.services.used_before import UsedBefore

        return UsedBefore(self._store)

    @property
    def drafts(self) -> DraftBook:
        """What is being written."""
        from resilience_desktop.services.drafts import DraftBook

        return DraftBook(self._store)

    @property
    def remembered(self) -> Remembered:
        """Small things for the windows."""
        from resilience_desktop.services.remembered import Remembered

        return Remembered(self._store)

    @property
    def contacts(self) -> ContactBook:
        """The people to call."""
        from resilience_desktop.services.contacts import ContactBook

        return ContactBook(self._store, self._folder)

    @property
    def revisions(self) -> RevisionBook:
        """Earlier versions."""
        from resilience_desktop.services.revisions import RevisionBook

        return RevisionBook(self._store)
