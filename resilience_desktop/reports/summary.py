"""The summary someone takes to a therapist: what may be in it, and its words on paper.

Order and contents follow what clinicians ask for: the person's own words first, then one simple
picture with the numbers that say how far to trust it, and details only when they were chosen.
Only what exists appears.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resilience_desktop import __version__, i18n
from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.reports import written
from resilience_desktop.reports.document import Document, Paper, Plain, shared_values
from resilience_desktop.reports.wording import line, paragraphs

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.thought_record import ThoughtRecord

CHART = "mood.svg"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysLogged:
    """How far the numbers can be trusted."""

    entries: int
    days_with_entries: int
    days: int
    days_with_mood: int
    moments: int
    whole_days: int
    converted: int
    longest_gap: tuple[dt.date, dt.date] | None = None
    """First and last day of the longest stretch without entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryReport:
    """A summary of a journal. Every part can be missing."""

    first: dt.date
    last: dt.date
    made_on: dt.date
    only_some: bool = False
    """Whether only some of the entries of these days were chosen."""
    name: str = field(default="", repr=False)
    """Whatever the person wants to be called on it; empty leaves the line out."""
    how_it_has_been: str = field(default="", repr=False)
    to_talk_about: str = field(default="", repr=False)
    question: str = field(default="", repr=False)
    insights: tuple[str, ...] = field(default=(), repr=False)
    """The notes they keep and share, one each."""
    story: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Their own story: the id of each chapter, and its words."""
    mood: MoodPart | None = None
    days_logged: DaysLogged | None = None
    thought_records: tuple[ThoughtRecord, ...] = ()
    entries: tuple[Entry, ...] = ()
    """Printed in full, oldest first."""
    help_lines: str = ""
    """Numbers for the foot of every page, with the date they were checked."""
    paper: Paper = "a4"


ROOM = 6000
"""More characters than a page holds."""
ROOM_ENTRY = 150
"""Fewer than what stands above a note takes of them."""


def beginning(report: SummaryReport, pages: int) -> SummaryReport:
    """Return a report that is the same on its first ``pages`` pages and may stop after them."""
    entries, room = [], pages * ROOM
    for entry in report.entries:
        if room <= 0:
            break
        entries.append(replace(entry, note=entry.note[:room]))
        room -= ROOM_ENTRY + len(entry.note)
    return replace(report, entries=tuple(entries), thought_records=report.thought_records[:pages])


def summary_document(report: SummaryReport) -> Document:
    """Return the summary as a document to typeset."""
    parts = [_in_my_words(report), _mood(report), _about(report), _story(report)]
    parts += [written.record_part(record) for record in report.thought_records]
    parts += [written.entries_part(report.entries)] if report.entries else []
    values = shared_values(
        text("Journal summary"), report.made_on, report.paper, report.help_lines
    ) | {
        "made_with": text("Made with Resilience {version}").format(version=__version__),
        "head": _head(report),
        "parts": [part for part in parts if part],
    }
    pictures = {CHART: report.mood.chart} if report.mood else {}
    return Document("summary", values, report.made_on, pictures)


def _head(report: SummaryReport) -> list[Plain]:
    name = line(report.name)
    return [
        {"label": label, "text": words}
        for label, words in (
            (text("Written by"), name),
            (text("Period"), i18n.period(report.first, report.last)),
            (text("Entries"), text("Only some, chosen by hand") if report.only_some else ""),
            (text("Made on"), i18n.day(report.made_on)),
            (text("Kind"), text("Self-report. Not monitored, not a diagnosis.")),
        )
        if words
    ]


def _in_my_words(report: SummaryReport) -> Plain | None:
    rows = [
        {"label": label, "words": paragraphs(words)}
        for label, words in (
            (text("How it has been"), report.how_it_has_been),
            (text("To talk about"), report.to_talk_about),
            (text("A question for you"), report.question),
            *((text("A note I keep"), words) for words in report.insights),
        )
        if paragraphs(words)
    ]
    return {"kind": "words", "title": text("In my words"), "rows": rows} if rows else None


def _story(report: SummaryReport) -> Plain | None:
    titles = {
        "hard": text("What has been hard"),
        "helped": text("What helped"),
        "found": text("What I found I can do"),
        "matters": text("What matters to me now"),
    }
    rows = [
        {"label": titles[chapter], "words": paragraphs(words)}
        for chapter, words in report.story
        if paragraphs(words)
    ]
    return {"kind": "words", "title": text("My story"), "rows": rows} if rows else None


def _mood(report: SummaryReport) -> Plain | None:
    if report.mood is None:
        return None
    caption = [
        text(
            "Each mark is the mean of a day: filled square below zero, grey diamond zero, open"
            " circle above."
        )
    ]
    if report.mood.has_median:
        caption.append(text("Line: 7-day median."))
    caption.append(text("Nothing is drawn across days without entries."))
    return {
        "kind": "mood",
        "title": text("Mood"),
        "chart": CHART,
        "alt": report.mood.alt,
        "sentences": [report.mood.summary] if report.mood.summary else [],
        "caption": " ".join(caption),
    }


def _about(report: SummaryReport) -> Plain | None:
    logged = report.days_logged
    if logged is None or not logged.entries:
        return None
    amount = [_amount(logged), _longest_gap(logged)]
    if report.only_some:
        amount = [text("Only the chosen entries are counted."), _amount(logged)]
    sentences = [*amount, *_moods(logged)]
    return {
        "kind": "about",
        "title": text("About these data"),
        "sentences": [sentence for sentence in sentences if sentence],
    }


def _amount(logged: DaysLogged) -> str:
    share = round(100 * logged.days_with_entries / logged.days) if logged.days else 0
    return text("{entries} on {with_entries} of {days} ({share} %).").format(
        entries=plural("{n} entry", "{n} entries", logged.entries),
        with_entries=f"{logged.days_with_entries:,}",
        days=plural("{n} day", "{n} days", logged.days),
        share=share,
    )


def _longest_gap(logged: DaysLogged) -> str:
    if logged.longest_gap is None:
        return ""
    first, last = logged.longest_gap
    days = (last - first).days + 1
    if days == 1:
        return text("Longest gap 1 day, {day}.").format(day=i18n.day(first))
    return text("Longest gap {days} days, {period}.").format(
        days=f"{days:,}", period=i18n.period(first, last)
    )


def _moods(logged: DaysLogged) -> list[str]:
    """Return what the moods speak of, and how many came from another scale."""
    moods = logged.moments + logged.whole_days
    if not moods:
        return [text("None of them has a mood.")]
    sentences = []
    if logged.days_with_mood < logged.days_with_entries:
        days = plural("{n} day", "{n} days", logged.days_with_mood)
        sentences.append(text("There is a mood on {days}.").format(days=days))
    scale = text("on a scale from {lowest} to {highest}").format(
        lowest=signed(-5), highest=signed(5)
    )
    if not logged.whole_days:
        frame = text("All moods describe a single moment, {scale}.")
    elif not logged.moments:
        frame = text("All moods describe a whole day, {scale}.")
    else:
        frame = text(
            "{moments} moods describe a single moment and {whole} a whole day, {scale}; a day"
            " that has both is the mean of its moments."
        )
    sentences.append(
        frame.format(scale=scale, moments=f"{logged.moments:,}", whole=f"{logged.whole_days:,}")
    )
    if logged.converted:
        sentences.append(
            plural(
                "{n} was converted from another app’s scale.",
                "{n} were converted from another app’s scale.",
                logged.converted,
            )
        )
    else:
        sentences.append(text("None were converted from another app."))
    return sentences
