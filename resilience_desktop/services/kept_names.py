"""The names under which small things are kept beside what somebody wants of a journal."""

from __future__ import annotations

SHOWN_WHEN_LOCKED, QUIET_LINE_DAY = "contacts_shown_when_locked", "quiet_line_day"
SHEET_WAITS, LOWER_DAYS_AWAY = "recovery_sheet_waits", "lower_days_away"
REPORT_CHOSEN, BREATHING_CHOSEN = "report_chosen", "breathing_chosen"
WAVE_MINUTES, LEFT_FIRST = "wave_minutes", "muscles_left_first"
LOOK_AWAY, EARLY_SIGNS_AWAY = "month_look_away", "early_signs_away"
TOOLKIT_WHEN_LOCKED = "toolkit_shown_when_locked"
ONLY_HERE = (
    SHOWN_WHEN_LOCKED,
    TOOLKIT_WHEN_LOCKED,
    QUIET_LINE_DAY,
    SHEET_WAITS,
    LOWER_DAYS_AWAY,
    LOOK_AWAY,
    EARLY_SIGNS_AWAY,
    REPORT_CHOSEN,
    BREATHING_CHOSEN,
    WAVE_MINUTES,
    LEFT_FIRST,
    "memories_away",
)
"""Settings that no copy takes along: leave to keep something unencrypted is given for one folder,
a recovery sheet is of one journal, a day on which things were hard is nobody's business elsewhere,
what was chosen last for a report or an exercise is where the next choice starts and no more, and
what was put away until tomorrow means nothing on any other day."""
