"""Small things that a journal remembers for the windows; no copy takes them along."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING

from resilience_desktop.domain.breathing_choice import (
    BreathingChoice,
    choice_from_plain,
    choice_to_plain,
)
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.wave_rounds import FEWEST_MINUTES, MOST_MINUTES
from resilience_desktop.services.book import Book
from resilience_desktop.services.kept_names import (
    BREATHING_CHOSEN,
    EARLY_SIGNS_AWAY,
    LEFT_FIRST,
    LOOK_AWAY,
    LOWER_DAYS_AWAY,
    QUIET_LINE_DAY,
    SHEET_WAITS,
    WAVE_MINUTES,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


class Remembered(Book):
    """What an open journal remembers besides what was written and wanted."""

    def sheet_waits(self) -> bool:
        """Whether nobody has said yet that the recovery sheet is kept, as far as is known."""
        with self.store.reading():
            return self.store.settings.all().get(SHEET_WAITS) is True

    def keep_sheet_waiting(self, waits: bool) -> Changes:
        """Remember that the recovery sheet is to be kept still, or that this is settled."""
        with self.store.writing():
            self.store.settings.put({SHEET_WAITS: waits})
        return Changes(settings=True)

    def quiet_line_day(self) -> dt.date | None:
        """Return the day on which numbers last called for the quiet line."""
        with self.store.reading():
            day = self.store.settings.all().get(QUIET_LINE_DAY)
        return dt.date.fromisoformat(day) if day else None

    def keep_quiet_line_day(self, day: dt.date) -> Changes:
        """Remember that numbers called for the quiet line on this day, and no other day."""
        with self.store.writing():
            self.store.settings.put({QUIET_LINE_DAY: day.isoformat()})
        return Changes(settings=True)

    def lower_days_away(self) -> dt.date | None:
        """Return the day of the last note of lower days that was put away."""
        with self.store.reading():
            day = self.store.settings.all().get(LOWER_DAYS_AWAY)
        return dt.date.fromisoformat(day) if day else None

    def put_lower_days_away(self, day: dt.date | None) -> Changes:
        """Remember that the note of this day was put away, or that none was."""
        with self.store.writing():
            self.store.settings.put({LOWER_DAYS_AWAY: day.isoformat() if day else ""})
        return Changes(settings=True)

    def early_signs_away(self) -> dict[str, dt.date]:
        """Return the day on which the line of each early sign was last put away, by its id."""
        with self.store.reading():
            days = self.store.settings.all().get(EARLY_SIGNS_AWAY) or {}
        return {id_: dt.date.fromisoformat(day) for id_, day in days.items()}

    def put_early_signs_away(self, days: Mapping[str, dt.date]) -> Changes:
        """Remember on which days the lines of early signs were put away, and no others."""
        plain = {id_: day.isoformat() for id_, day in days.items()}
        with self.store.writing():
            self.store.settings.put({EARLY_SIGNS_AWAY: plain})
        return Changes(settings=True)

    def look_away(self) -> dt.date | None:
        """Return the day on which the offer of a wider look was last put away."""
        with self.store.reading():
            day = self.store.settings.all().get(LOOK_AWAY)
        return dt.date.fromisoformat(day) if day else None

    def put_look_away(self, day: dt.date | None) -> Changes:
        """Remember that the offer of a wider look was put away on this day, or that it was not."""
        with self.store.writing():
            self.store.settings.put({LOOK_AWAY: day.isoformat() if day else ""})
        return Changes(settings=True)

    def breathing(self, skill: str) -> BreathingChoice | None:
        """Return what was chosen last for a breathing exercise, if that can still be used."""
        with self.store.reading():
            chosen = self.store.settings.all().get(BREATHING_CHOSEN) or {}
        with suppress(ValueError):
            return choice_from_plain(chosen.get(skill))
        return None

    def keep_breathing(self, skill: str, choice: BreathingChoice) -> Changes:
        """Remember what was chosen for a breathing exercise; nothing else depends on it."""
        with self.store.writing():
            chosen = self.store.settings.all().get(BREATHING_CHOSEN) or {}
            self.store.settings.put({BREATHING_CHOSEN: {**chosen, skill: choice_to_plain(choice)}})
        return Changes()

    def wave_minutes(self) -> int | None:
        """Return how many minutes were chosen last between questions about an urge."""
        with self.store.reading():
            minutes = self.store.settings.all().get(WAVE_MINUTES)
        return minutes if minutes in range(FEWEST_MINUTES, MOST_MINUTES + 1) else None

    def keep_wave_minutes(self, minutes: int) -> Changes:
        """Remember how many were chosen; nothing else depends on it."""
        with self.store.writing():
            self.store.settings.put({WAVE_MINUTES: minutes})
        return Changes()

    def left_first(self, skill: str) -> bool:
        """Whether the left side was chosen last to come first in an exercise of the muscles."""
        with self.store.reading():
            chosen = self.store.settings.all().get(LEFT_FIRST) or {}
        return chosen.get(skill) is True

    def keep_left_first(self, skill: str, left: bool) -> Changes:
        """Remember which side was chosen; nothing else depends on it."""
        with self.store.writing():
            chosen = self.store.settings.all().get(LEFT_FIRST) or {}
            self.store.settings.put({LEFT_FIRST: {**chosen, skill: left}})
        return Changes()
