"""The summary someone takes to a therapist: what may be in it, and its words on paper.

Order and contents follow what clinicians ask for: the person's own words first, then one simple
picture with the numbers that say how far to trust it, then what was counted, and details only when
they were chosen. Only what exists appears.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resilience_desktop import __version__, i18n
from resilience_desktop.i18n import text
from resilience_desktop.reports import written
from resilience_desktop.reports.days_logged import about_these_data
from resilience_desktop.reports.document import Document, Paper, Plain, shared_values
from resilience_desktop.reports.mood_part import CHART, MoodPart, mood_plain
from resilience_desktop.reports.sections import Said, Sentences, Table, Words, laid_out
from resilience_desktop.reports.wording import line, paragraphs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.reports.days_logged import DaysLogged
    from resilience_desktop.reports.sections import Section


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
    note: str = field(default="", repr=False)
    """Anything else for the reader."""
    insights: tuple[str, ...] = field(default=(), repr=False)
    """The notes they keep and share, one each."""
    next_session: tuple[Section, ...] = field(default=(), repr=False)
    """What is starred: it stands with their own words, as it is what a session is about."""
    mood: MoodPart | Table | None = None
    """The chart, or a table of the moods where these are few."""
    days_logged: DaysLogged | None = None
    sections: tuple[Section, ...] = field(default=(), repr=False)
    """What was counted, in the order of the paper."""
    left_out: str = ""
    """What was chosen and cannot be said yet, and why."""
    thought_records: tuple[ThoughtRecord, ...] = ()
    entries: tuple[Entry, ...] = ()
    """Printed in full, oldest first."""
    cards: tuple[str, ...] = field(default=(), repr=False)
    """The words of each coping card."""
    story: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Their own story: the id of each chapter, and its words."""
    methods: tuple[tuple[str, str], ...] = ()
    """How the numbers are worked out: of what, and a paragraph."""
    help_lines: str = ""
    """Numbers for the foot of every page, with the date they were checked."""
    data_format: int | None = None
    paper: Paper = "a4"

    @property
    def parts_after_records(self) -> int:
        """How many parts with a heading follow the thought records."""
        return len(_after_records(self))


ROOM = 6000
"""More characters than a page holds."""
ROOM_ENTRY = 150
"""Fewer than what stands above a note takes of them."""
ROOM_RECORDS = 24
"""More thought records than a page holds."""


def beginning(report: SummaryReport, pages: int) -> SummaryReport:
    """Return a report that is the same on its first ``pages`` pages and may stop after them."""
    entries, room = [], pages * ROOM
    for entry in report.entries:
        if room <= 0:
            break
        entries.append(replace(entry, note=entry.note[:room]))
        room -= ROOM_ENTRY + len(entry.note)
    records = report.thought_records[: pages * ROOM_RECORDS]
    return replace(report, entries=tuple(entries), thought_records=records)


def summary_document(report: SummaryReport) -> Document:
    """Return the summary as a document to typeset."""
    parts = [
        _in_my_words(report),
        *laid_out(report.next_session),
        _mood(report),
        _about(report),
        *laid_out(report.sections),
        _left_out(report),
        *_records(report.thought_records),
        *_after_records(report),
    ]
    made_on = text("Made on {day}.").format(day=i18n.day(report.made_on))
    values = shared_values(
        text("Journal summary"), report.made_on, report.paper, report.help_lines
    ) | {
        "made_with": _made_with(report),
        "head": _head(report),
        "parts": [part for part in parts if part],
    }
    values["footer"]["said"] = f"{made_on} {_kind()}"
    pictures = {CHART: report.mood.chart} if isinstance(report.mood, MoodPart) else {}
    return Document("summary", values, report.made_on, pictures)


def _made_with(report: SummaryReport) -> list[str]:
    lines = [text("Made with Resilience {version}").format(version=__version__)]
    if report.data_format is not None:
        lines.append(text("Data format {n}").format(n=report.data_format))
    return lines


def _kind() -> str:
    return text("Self-report. Not monitored, not a diagnosis.")


def _head(report: SummaryReport) -> list[Plain]:
    name = line(report.name)
    return [
        {"label": label, "text": words}
        for label, words in (
            (text("Written by"), name),
            (text("Period"), i18n.period(report.first, report.last)),
            (text("Entries"), text("Only some, chosen by hand") if report.only_some else ""),
            (text("Made on"), i18n.day(report.made_on)),
            (text("Kind"), _kind()),
        )
        if words
    ]


def _in_my_words(report: SummaryReport) -> Plain | None:
    return _words(
        text("In my words"),
        (text("How it has been"), report.how_it_has_been),
        (text("To talk about"), report.to_talk_about),
        (text("A question for you"), report.question),
        (text("A note for you"), report.note),
        *((text("A note I keep"), words) for words in report.insights),
    )


def _mood(report: SummaryReport) -> Plain | None:
    if isinstance(report.mood, Table):
        return report.mood.plain()
    several_years = report.first.year != report.last.year
    return mood_plain(report.mood, several_years=several_years) if report.mood else None


def _about(report: SummaryReport) -> Plain | None:
    said = _data(report)
    if not said:
        return None
    title = text("About these data")
    return Sentences(title=title, paragraphs=(said,), note=report.left_out).plain()


def _data(report: SummaryReport) -> str:
    logged = report.days_logged
    return about_these_data(logged, only_some=report.only_some) if logged else ""


def _left_out(report: SummaryReport) -> Plain | None:
    """Return what cannot be said, where there is no paragraph about the data to say it in."""
    if not report.left_out or _data(report):
        return None
    return {"kind": "small", "text": report.left_out}


def _records(records: Sequence[ThoughtRecord]) -> list[Plain]:
    """Return the records, which follow one another; the first opens the appendix on a new page."""
    return [
        written.record_part(record) | {"is_first": place == 0}
        for place, record in enumerate(records)
    ]


def _after_records(report: SummaryReport) -> list[Plain]:
    """Return what stands behind the thought records, each with a heading.

    After what is printed in full, the rest begins on a page of its own; how the numbers were made
    follows on.
    """
    entries = [written.entries_part(report.entries)] if report.entries else []
    rest = [part for part in (_cards(report), _story(report), _methods(report)) if part]
    in_full = bool(report.entries or report.thought_records)
    return entries + [
        part | {"new_page": in_full and place == 0 and part["kind"] != "methods"}
        for place, part in enumerate(rest)
    ]


def _cards(report: SummaryReport) -> Plain | None:
    cards = [words for card in report.cards if (words := paragraphs(card))]
    return {"kind": "cards", "title": text("Coping cards"), "cards": cards} if cards else None


def _story(report: SummaryReport) -> Plain | None:
    titles = {
        "hard": text("What has been hard"),
        "helped": text("What helped"),
        "found": text("What I found I can do"),
        "matters": text("What matters to me now"),
    }
    return _words(text("My story"), *((titles[chapter], words) for chapter, words in report.story))


def _methods(report: SummaryReport) -> Plain | None:
    if not report.methods:
        return None
    return {
        "kind": "methods",
        "title": text("How the numbers were made"),
        "rows": [{"lead": lead, "text": words} for lead, words in report.methods],
    }


def _words(title: str, *rows: tuple[str, str]) -> Plain | None:
    """Return what the person wrote, without what they left empty."""
    said = tuple(Said(label, words) for label, words in rows if paragraphs(words))
    return Words(title=title, rows=said).plain() if said else None
