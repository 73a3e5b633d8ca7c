"""The mood chart of a report, what it says in words, and the notes that have a number at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.reports.wording import line, paragraphs

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.reports.document import Plain

CHART = "mood.svg"


@dataclass(frozen=True, slots=True)
class ChartNote:
    """What a number at the foot of the mood chart stands for."""

    number: int
    day: dt.date = field(repr=False)
    words: str = field(repr=False)
    """As the person wrote it; empty where it is told for the next session."""


@dataclass(frozen=True, slots=True)
class MoodPart:
    """The mood chart and what it says in words."""

    chart: bytes = field(repr=False)
    """SVG as wide as the text."""
    alt: str = field(repr=False)
    """What someone hears who does not see it."""
    summary: str = field(default="", repr=False)
    """Where the days lie; empty when there are too few to say."""
    has_median: bool = False
    has_spells: bool = False
    notes: tuple[ChartNote, ...] = field(default=(), repr=False)


def mood_plain(mood: MoodPart, *, several_years: bool) -> Plain:
    """Return the chart as JSON values; days are told with their year where there are several."""
    caption = [
        text(
            "Each mark is the mean of a day: filled square below zero, grey diamond zero, open"
            " circle above."
        ),
        text("Line: 7-day median.") if mood.has_median else "",
        text("Nothing is drawn across days without entries."),
        text("Shaded: low spells.") if mood.has_spells else "",
        _where_notes_are(mood),
    ]
    return {
        "kind": "mood",
        "title": text("Mood"),
        "chart": CHART,
        "alt": mood.alt,
        "sentence": mood.summary,
        "caption": " ".join(filter(None, caption)),
        "notes": [
            {
                "number": str(note.number),
                "day": i18n.day(note.day, year=several_years),
                "words": paragraphs(line(note.words)),
            }
            for note in mood.notes
            if note.words
        ],
    }


def _where_notes_are(mood: MoodPart) -> str:
    if not mood.notes:
        return ""
    if any(note.words for note in mood.notes):
        return text("Numbers: the notes below.")
    return text("Numbers: notes for the next session.")
