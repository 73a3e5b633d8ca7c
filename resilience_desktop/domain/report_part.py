"""The parts of a report, each of which goes in or stays out."""

from __future__ import annotations

from enum import StrEnum


class ReportPart(StrEnum):
    """One part, in the order of the paper. Its name is kept in the journal."""

    MY_WORDS = "my_words"
    """The lines for the reader, and the notes to keep that may be in reports."""
    NEXT_SESSION = "next_session"
    """What is starred: as it begins, not in full."""
    MOOD = "mood"
    DATA = "data"
    """How many days were logged: how far the numbers can be trusted."""
    SLEEP_ACTIVITIES = "sleep_activities"
    LOW_SPELLS = "low_spells"
    BETTER_DAYS = "better_days"
    FEELINGS = "feelings"
    PATTERNS = "patterns"
    RECORDS_TOGETHER = "records_together"
    """All thought records in one paragraph of numbers."""
    SKILLS = "skills"
    """How often skills were used, and how distress was rated before and after."""
    STORY = "story"
    METHODS = "methods"
    """How the numbers are worked out."""


SUMMARY = frozenset(ReportPart) - {ReportPart.SKILLS, ReportPart.STORY, ReportPart.METHODS}
"""What a report has that nobody changed: two pages, and nothing in full."""
