"""What a journal remembers of reports: profiles, what was chosen last, and which were made."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.report_profile import (
    ReportMade,
    ReportProfile,
    made_from_plain,
    made_to_plain,
    profile_from_plain,
    profile_to_plain,
)
from resilience_desktop.services.book import Book
from resilience_desktop.services.kept_names import REPORT_CHOSEN
from resilience_desktop.storage.documents import REPORT_MADE, REPORT_PROFILE

if TYPE_CHECKING:
    import datetime as dt


class ReportBook(Book):
    """The profiles of an open journal, and the reports that were made of it."""

    def profiles(self) -> list[ReportProfile]:
        """Return every profile by its name."""
        with self.store.reading():
            found = map(profile_from_plain, self.store.documents.all(REPORT_PROFILE))
            return sorted(found, key=lambda profile: (profile.name.casefold(), profile.id))

    def keep(self, profile: ReportProfile) -> Changes:
        """Keep a profile, new or changed."""
        with self.store.writing():
            self.store.documents.put(REPORT_PROFILE, profile_to_plain(profile))
        return Changes(reports=True)

    def drop(self, profile: ReportProfile) -> Changes:
        """Forget a profile; keeping it again undoes this."""
        with self.store.writing():
            self.store.documents.drop(REPORT_PROFILE, profile.id)
        return Changes(reports=True)

    def chosen_last(self) -> ReportProfile | None:
        """Return what was chosen last, with the id of the profile it comes from, if any."""
        with self.store.reading():
            plain = self.store.settings.all().get(REPORT_CHOSEN)
        with suppress(ValueError):
            return profile_from_plain(plain)
        return None

    def keep_chosen(self, chosen: ReportProfile) -> Changes:
        """Remember what was chosen last, for the next time."""
        with self.store.writing():
            self.store.settings.put({REPORT_CHOSEN: profile_to_plain(chosen)})
        return Changes()

    def made_last(self) -> ReportMade | None:
        """Return the report that was made last, or None while there is none."""
        with self.store.reading():
            found = map(made_from_plain, self.store.documents.all(REPORT_MADE))
            return max(found, key=lambda made: (made.made_on, made.last, made.id), default=None)

    def remember_made(self, made_on: dt.date, first: dt.date, last: dt.date) -> Changes:
        """Remember that a report of these days was saved or printed."""
        made = ReportMade(made_on, first, last)
        with self.store.writing():
            self.store.documents.put(REPORT_MADE, made_to_plain(made))
        return Changes(reports=True)
