"""The command that makes a PDF."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from resilience_desktop.commands.asking import (
    Answer,
    Commands,
    UsageError,
    opened,
    secret,
    spare_the_journal,
)
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Collection

    from resilience_desktop.services.journal import Journal


_PARTS = {
    "mood": ReportPart.MOOD,
    "days": ReportPart.DATA,
    "sleep": ReportPart.SLEEP_ACTIVITIES,
    "spells": ReportPart.LOW_SPELLS,
    "better": ReportPart.BETTER_DAYS,
    "feelings": ReportPart.FEELINGS,
    "patterns": ReportPart.PATTERNS,
    "records": ReportPart.RECORDS_TOGETHER,
    "starred": ReportPart.NEXT_SESSION,
    "skills": ReportPart.SKILLS,
    "notes": ReportPart.MY_WORDS,
    "story": ReportPart.STORY,
    "methods": ReportPart.METHODS,
}
_SECTIONS = (*_PARTS, "thoughts", "entries")


def add(commands: Commands) -> None:
    """Add the command."""
    report = commands.add_parser("report", help=text("make a PDF for someone you trust"))
    report.add_argument(
        "--to", type=Path, required=True, metavar="FILE.pdf", help=text("the file to write")
    )
    report.add_argument(
        "--from",
        dest="first",
        type=_date,
        metavar="DATE",
        help=text("first day, such as 2026-11-22; usually the first one in the journal"),
    )
    report.add_argument(
        "--until",
        dest="last",
        type=_date,
        metavar="DATE",
        help=text("last day; usually the last one in the journal"),
    )
    report.add_argument(
        "--include",
        type=_sections,
        default=("mood", "days"),
        metavar="PARTS",
        help=text(
            "any of mood, days, sleep, spells, better, feelings, patterns, records (numbers of "
            "all), starred, skills, notes (those that may be in reports), story, methods, "
            "thoughts, entries (both in full); usually mood,days"
        ),
    )
    report.add_argument("--name", default="", help=text("the name to print on it"))
    report.add_argument(
        "--paper", choices=("a4", "us-letter"), default="a4", help=text("usually a4")
    )
    report.add_argument(
        "--password-file", metavar="FILE", help=text("protect the PDF with this password")
    )
    report.set_defaults(work=_report)


def _date(words: str) -> dt.date:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(text("a date looks like 2026-11-22")) from None


def _sections(words: str) -> tuple[str, ...]:
    parts = tuple(part.strip() for part in words.split(",") if part.strip())
    if not parts or any(part not in _SECTIONS for part in parts):
        raise argparse.ArgumentTypeError(
            text("choose from {parts}").format(parts=", ".join(_SECTIONS))
        )
    return parts


def _report(options: argparse.Namespace) -> Answer:
    from resilience_desktop.paths import Places
    from resilience_desktop.services import sharing
    from resilience_desktop.settings import Settings

    if options.first and options.last and options.first > options.last:
        raise UsageError(text("The first day lies after the last."))
    spare_the_journal(options)
    password = _password(options)
    country = Settings.read(Places.usual().settings).country

    def work(journal: Journal) -> Answer:
        first, last = journal.looking.span() or (journal.today(), journal.today())
        # A day that was given stays; where nothing was written, the report is of that day alone.
        first, last = (
            options.first or min(first, options.last or first),
            options.last or max(last, options.first or last),
        )
        choice = sharing.ReportChoice(
            first=first,
            last=last,
            name=options.name,
            insights=_notes(journal),
            story=_story(journal),
            parts=_parts(options.include),
            record_ids=_record_ids(journal, first, last) if "thoughts" in options.include else (),
            entry_ids=None if "entries" in options.include else frozenset(),
            paper=options.paper,
            country=country,
        )
        pdf = sharing.pdf_of(sharing.compose(journal, choice), password)
        sharing.write_file(options.to, pdf)
        return {"file": str(options.to), "first": str(first), "last": str(last)}, [
            text("Saved {file}").format(file=options.to)
        ]

    with opened(options) as (journal, _):
        return work(journal)


def _parts(names: Collection[str]) -> frozenset[ReportPart]:
    return frozenset(part for name, part in _PARTS.items() if name in names)


def _notes(journal: Journal) -> tuple[str, ...]:
    from resilience_desktop.services import sharing

    return sharing.shared_notes(journal.insights.all())


def _story(journal: Journal) -> tuple[tuple[str, str], ...]:
    stories = journal.insights.stories()
    return stories[0].answers if stories else ()


def _record_ids(journal: Journal, first: dt.date, last: dt.date) -> tuple[str, ...]:
    records = [r for r in journal.thought_records() if r.finished and first <= r.at.day <= last]
    return tuple(record.id for record in sorted(records, key=lambda record: record.at.utc))


def _password(options: argparse.Namespace) -> str:
    if not options.password_file:
        return ""
    words = secret(options.password_file, text("The password file could not be read."))
    if not words:
        raise NotUnderstoodError(text("The password file is empty."))
    return words
