"""The notes that have a number at the mood chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.markdown import plain_words
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.i18n import text
from resilience_desktop.insights.summary import ENOUGH_DAYS
from resilience_desktop.reports.mood_part import ChartNote
from resilience_desktop.services.views.mood_words import flags

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.services.reporting.choice import ReportChoice
    from resilience_desktop.services.reporting.source import Excerpt

BEGINNING = 160
"""Letters of something starred; the whole of it goes in where it is chosen in full."""


def numbered(part: Excerpt, choice: ReportChoice) -> list[tuple[ChartNote, Entry]]:
    """Return the starred notes to number, of entries whose words go in anyway.

    Of several on one day it is the first. Their words stand at the chart only where they are not
    told for the next session.
    """
    if not has_chart(part, choice):
        return []
    starred = choice.has(ReportPart.NEXT_SESSION)
    words = {
        entry.id: beginning(plain_words(entry.note))
        for entry in part.open_entries
        if entry.starred and (starred or choice.prints(entry.id))
    }
    allowed = [entry for entry in part.open_entries if words.get(entry.id)]
    first = {entry.at.day: entry for entry in reversed(allowed)}
    found = ((flag, first[flag.day]) for flag in flags(reversed(first.values())))
    return [
        (ChartNote(flag.number, flag.day, "" if starred else words[e.id]), e) for flag, e in found
    ]


def has_chart(part: Excerpt, choice: ReportChoice) -> bool:
    """Whether there is to be a mood chart, and there are enough days with a mood to draw one."""
    days = {entry.at.day for entry in part.entries if entry.mood is not None}
    return choice.draws_mood and len(days) >= ENOUGH_DAYS


def beginning(words: str) -> str:
    """Return how something begins, whole words of it."""
    words = " ".join(words.split())
    if len(words) <= BEGINNING:
        return words
    cut = words[:BEGINNING].rpartition(" ")[0] or words[:BEGINNING]
    return text("{words}...").format(words=cut)
