"""What a write touched, so that each view can decide whether to look again."""

from __future__ import annotations

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Which kinds of content a write touched."""

    entries: bool = False
    thought_records: bool = False
    contacts: bool = False
    settings: bool = False
    """What somebody wants of this journal; not the settings of the app."""
    goals: bool = False
    cards: bool = False
    insights: bool = False
    patterns: bool = False
    times_of_change: bool = False
    sessions: bool = False
    reports: bool = False
    """Profiles, and the reports that were made."""
    month_looks: bool = False
    early_signs: bool = False
    practices: bool = False
    toolkit: bool = False
    """What is in it, and the skills of one's own."""
    sheets: bool = False
    worries: bool = False
    helpers: bool = False

    def __or__(self, other: Changes) -> Changes:
        """Return both sets of changes as one."""
        return Changes(*map(any, zip(astuple(self), astuple(other), strict=True)))

    def __bool__(self) -> bool:
        return any(astuple(self))
