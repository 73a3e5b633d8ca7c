"""Skills that are done in writing, bit by bit: one practice for each day of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.practice import Practice
from resilience_desktop.services.clock import now

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal


def note_use(journal: Journal, skill: str, seconds: int) -> Changes:
    """Keep that a skill was used today, for so many seconds more than was known."""
    at = now()
    known = [one for one in journal.practices.between(at.day, at.day) if one.skill == skill]
    practice = known[-1] if known else Practice(skill=skill, at=at)
    return journal.practices.keep(replace(practice, seconds=practice.seconds + seconds))
