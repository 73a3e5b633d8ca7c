"""What can be shown and given to someone else: the mood chart, a PDF, a recovery sheet.

Charts and typesetting are imported only when they are used: matplotlib and Typst take a while to
load, and the window opens without them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import tempfile
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from resilience_desktop import i18n
from resilience_desktop.charts.series import MoodSeries
from resilience_desktop.domain.insight import InsightKind
from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.insights.days import DayMoods, rolling_median
from resilience_desktop.insights.summary import MoodSummary
from resilience_desktop.reports.cards import cards_sheet as cards_sheet
from resilience_desktop.reports.document import Document, Paper, text_width_pt
from resilience_desktop.reports.help_lines import help_footer
from resilience_desktop.reports.recovery import recovery_sheet as recovery_sheet
from resilience_desktop.reports.summary import (
    DaysLogged,
    MoodPart,
    SummaryReport,
    beginning,
    summary_document,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.insight import Insight
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.insights.summary import Middle

CHART_HEIGHT_PT = 206
_A_JOURNALS_OWN = ("journal.db", "journal.db-wal", "journal.keys")
NAMED_GAP = 10
"""Only longer gaps carry the words "no entries"."""


class Journal(Protocol):
    """What sharing needs of an open journal."""

    def entries_between(self, first: dt.date, last: dt.date) -> list[Entry]:
        """Return the entries of these days, both included, oldest first."""

    def thought_record(self, record_id: str, /) -> ThoughtRecord:
        """Return one thought record."""


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoice:
    """What someone decided to share. Nothing goes in that is not named here."""

    first: dt.date
    last: dt.date
    name: str = field(default="", repr=False)
    how_it_has_been: str = field(default="", repr=False)
    to_talk_about: str = field(default="", repr=False)
    question: str = field(default="", repr=False)
    insights: tuple[str, ...] = field(default=(), repr=False)
    """The notes to keep that may be in reports, as ``shared_notes`` returns them."""
    story: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Somebody's own story: the id of each chapter, and its words."""
    mood_chart: bool = True
    days_logged: bool = True
    record_ids: tuple[str, ...] = ()
    entries: bool = False
    only: frozenset[str] | None = None
    """The entries that are printed and counted; None for all of these days.

    Of some entries there is no chart: what it shows is the mood of whole days.
    """
    paper: Paper = "a4"
    country: str = ""
    """Two letters; empty prints no numbers but says where to find them."""
    made_on: dt.date = field(default_factory=_today)


def shared_notes(notes: Iterable[Insight]) -> tuple[str, ...]:
    """Return the notes that may be in reports, each as it stands there."""
    return tuple(_note_in_words(note) for note in notes if note.shared)


def _note_in_words(note: Insight) -> str:
    if note.kind is not InsightKind.SETBACK:
        return note.words
    if note.days is None:
        titles = {
            "happened": text("After a setback, what happened: {words}"),
            "learned": text("What I learned: {words}"),
            "next_step": text("My next tiny step: {words}"),
        }
    else:
        titles = {
            "happened": text("Looking back, what went on around me: {words}"),
            "learned": text("Looking back, what helped: {words}"),
            "next_step": text("My next tiny step: {words}"),
        }
    return "\n\n".join(titles[prompt].format(words=words) for prompt, words in note.answers)


@dataclass(frozen=True, slots=True)
class Preview:
    """A report as it will print."""

    pages: tuple[bytes, ...] = field(repr=False)
    """PNG images of the first pages."""
    page_count: int
    """How many pages the PDF has."""
    unprintable: tuple[str, ...] = field(repr=False)
    """Characters that no font on this computer has; the report shows a box for each."""
    records: tuple[tuple[str, int], ...] = field(default=(), repr=False)
    """The id of each thought record, and the page on which it begins, counted from 0."""


@dataclass(frozen=True, slots=True)
class MoodView:
    """The mood chart of a period, and the same in words."""

    series: MoodSeries
    summary: MoodSummary
    sentence: str = field(repr=False)


def mood_view(entries: Iterable[Entry], first: dt.date, last: dt.date) -> MoodView:
    """Return what the Charts page shows for these days."""
    moods = DayMoods.of(entries, first, last)
    summary = MoodSummary.of(moods)
    return MoodView(mood_series(moods), summary, mood_sentence(summary))


def mood_series(moods: DayMoods) -> MoodSeries:
    """Return the marks, the median line and the named gaps of a chart."""
    return MoodSeries(
        moods.first,
        moods.last,
        moods.means,
        rolling_median(moods),
        tuple((gap.first, gap.last) for gap in moods.gaps(longer_than=NAMED_GAP)),
    )


def mood_sentence(summary: MoodSummary) -> str:
    """Return a mood chart in words, as honest as the days allow."""
    span = _span(summary.days)
    if not summary.days_with_entries:
        return text("There are no entries in {span}.").format(span=span)
    of_days = plural("{n} day", "{n} days", summary.days)
    if summary.days_with_mood == summary.days_with_entries:
        wrote = text("In {span} you wrote on {n} of {days}.")
        if summary.days == 1:
            wrote = text("This is one day.")
        missing = plural(
            "{n} more day with entries, and more can be said.",
            "{n} more days with entries, and more can be said.",
            summary.days_missing,
        )
    else:
        wrote = text("In {span} you wrote on {n} of {days}, with a mood on {moods}.")
        missing = plural(
            "{n} more day with a mood, and more can be said.",
            "{n} more days with a mood, and more can be said.",
            summary.days_missing,
        )
    written = wrote.format(
        span=span,
        n=f"{summary.days_with_entries:,}",
        days=of_days,
        moods=f"{summary.days_with_mood:,}",
    )
    if summary.middle is None:
        return f"{written} {missing}"
    return f"{written} {middle_sentence(summary.middle)}"


def middle_sentence(middle: Middle) -> str:
    """Return to somebody where their days lie."""
    return _middle(middle, text("your days"))


def _middle(middle: Middle, days: str) -> str:
    """Return where the days lie, in one sentence; ``days`` says whose they are."""
    lower, median, upper = (
        signed(value, decimals=1)
        for value in (middle.lower_quartile, middle.median, middle.upper_quartile)
    )
    if lower == upper:
        return text("At least half of {days} were close to {median}.").format(
            days=days, median=median
        )
    return text(
        "With {days} in order from low to high, the middle one was {median}, and half of them lay "
        "between {lower} and {upper}."
    ).format(days=days, median=median, lower=lower, upper=upper)


def _span(days: int) -> str:
    """Return a length of time as people say it; the days are always told beside it."""
    if days < 14:
        return plural("this {n} day", "these {n} days", days)
    if days <= 730:
        return plural("these {n} weeks", "these {n} weeks", round(days / 7))
    if days <= 1826:
        return plural("these {n} months", "these {n} months", round(days / 30.44))
    return plural("these {n} years", "these {n} years", round(days / 365.25))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a report needs of a journal, so that it can be made without the journal's thread."""

    entries: list[Entry] = field(repr=False)
    records: dict[str, ThoughtRecord] = field(repr=False)

    def entries_between(self, first: dt.date, last: dt.date) -> list[Entry]:
        """Return the entries of these days."""
        return [entry for entry in self.entries if first <= entry.at.day <= last]

    def thought_record(self, record_id: str, /) -> ThoughtRecord:
        """Return one thought record."""
        return self.records[record_id]


def excerpt(journal: Journal, choice: ReportChoice) -> Excerpt:
    """Return the part of a journal that a report is made of."""
    return Excerpt(
        _entries_of(journal, choice),
        {key: journal.thought_record(key) for key in choice.record_ids},
    )


def _entries_of(journal: Journal, choice: ReportChoice) -> list[Entry]:
    entries = journal.entries_between(choice.first, choice.last)
    return [e for e in entries if choice.only is None or e.id in choice.only]


def compose(journal: Journal, choice: ReportChoice) -> SummaryReport:
    """Return the report someone chose, read from their journal."""
    wanted = choice.mood_chart or choice.days_logged or choice.entries
    entries = _entries_of(journal, choice) if wanted else []
    moods = DayMoods.of(entries, choice.first, choice.last)
    summary = MoodSummary.of(moods)
    counts = choice.days_logged and choice.only != frozenset()
    draws = choice.mood_chart and choice.only is None and moods.means
    return SummaryReport(
        first=choice.first,
        last=choice.last,
        only_some=choice.only is not None,
        made_on=choice.made_on,
        name=choice.name,
        how_it_has_been=choice.how_it_has_been,
        to_talk_about=choice.to_talk_about,
        question=choice.question,
        insights=choice.insights,
        story=choice.story,
        mood=_mood_part(moods, summary, choice) if draws else None,
        days_logged=_days_logged(summary) if counts else None,
        thought_records=tuple(journal.thought_record(key) for key in choice.record_ids),
        entries=tuple(entries) if choice.entries else (),
        help_lines=help_footer(choice.country),
        paper=choice.paper,
    )


def _mood_part(moods: DayMoods, summary: MoodSummary, choice: ReportChoice) -> MoodPart:
    from resilience_desktop.charts.mood import draw_mood
    from resilience_desktop.charts.picture import render_svg
    from resilience_desktop.charts.style import print_style

    series = mood_series(moods)
    draw = partial(draw_mood, series=series, style=print_style())
    middle = _middle(summary.middle, text("the days")) if summary.middle else ""
    alt = text("Mood by day, {period}. Marks on {n} of {days}.").format(
        period=i18n.period(choice.first, choice.last),
        n=f"{summary.days_with_mood:,}",
        days=plural("{n} day", "{n} days", summary.days),
    )
    return MoodPart(
        chart=render_svg(draw, text_width_pt(choice.paper), CHART_HEIGHT_PT),
        alt=f"{alt} {middle}".strip(),
        summary=middle,
        has_median=series.has_line,
    )


def _days_logged(summary: MoodSummary) -> DaysLogged:
    gap = summary.longest_gap
    return DaysLogged(
        entries=summary.entries,
        days_with_entries=summary.days_with_entries,
        days=summary.days,
        days_with_mood=summary.days_with_mood,
        moments=summary.moments,
        whole_days=summary.whole_days,
        converted=summary.converted,
        longest_gap=(gap.first, gap.last) if gap else None,
    )


def pdf_of(
    report: SummaryReport | Document, password: str = "", progress: Progress | None = None
) -> bytes:
    """Return the finished file; with a password it opens only with it.

    Raises ``ResilienceError`` for a password that a PDF cannot have.
    """
    from resilience_desktop.reports import protect, typeset

    progress = progress or Progress()
    progress.stage(text("Making the PDF"))  # how far typesetting is, nobody can tell
    pdf = typeset.pdf(_document(report), lasting=not password)
    progress.check()
    return protect.protect(pdf, password) if password else pdf


def preview(report: SummaryReport | Document, ppi: float, most_pages: int = 40) -> Preview:
    """Return the first pages as pictures, ``ppi`` pixels an inch, and what could not be printed.

    The whole report is set once to know its length and its characters; pictures are only made of
    its beginning, since those of a long journal would take minutes and gigabytes.
    """
    from resilience_desktop.reports import typeset

    fitted = typeset.fit(_document(report))
    count = typeset.page_count(fitted.pdf)
    if isinstance(report, SummaryReport) and count > most_pages:
        start = summary_document(beginning(report, most_pages))
        start.values["footer"]["pages"] = str(count)
        pages = typeset.pages(start, ppi)
    else:
        pages = fitted.pages(ppi)
    begins = _where_records_begin(report, fitted.pdf) if isinstance(report, SummaryReport) else ()
    return Preview(tuple(pages[:most_pages]), count, fitted.unprintable, begins)


def _where_records_begin(report: SummaryReport, pdf: bytes) -> tuple[tuple[str, int], ...]:
    """Return the page of each thought record: they are the last parts, before the entries."""
    from resilience_desktop.reports import typeset

    ids = [record.id for record in report.thought_records]
    parts = typeset.pages_of_parts(pdf) if ids else []
    after = 1 if report.entries else 0
    return tuple(zip(ids, parts[len(parts) - after - len(ids) :], strict=False))


def _document(report: SummaryReport | Document) -> Document:
    return report if isinstance(report, Document) else summary_document(report)


def suggested_name(made_on: dt.date) -> str:
    """Return a file name that says nothing about the person."""
    return f"journal-summary-{made_on.isoformat()}.pdf"


def write_file(path: Path, content: bytes, progress: Progress | None = None) -> None:
    """Write a file whole or not at all, readable by its owner only.

    Raises ``NotWrittenError``; a file that was there before is then as it was, and also when
    ``progress`` is stopped.
    """
    if path.name in _A_JOURNALS_OWN and path.exists():
        raise NotWrittenError(
            text("A journal’s own file has this name. It was left as it is; choose another name.")
        )
    try:
        handle, name = tempfile.mkstemp(prefix=".saving-", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if progress is not None:
                progress.finish()
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise NotWrittenError(_why_not_written(error.errno)) from None


def _why_not_written(code: int | None) -> str:
    if code in (errno.ENOSPC, errno.EDQUOT):
        reason = text("the disk is full")
    elif code in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY):
        reason = text("this place is read-only, or another program has the file open")
    elif code in (errno.ENOENT, errno.ENOTDIR):
        reason = text("the folder is not there any more")
    elif code == errno.EISDIR:
        reason = text("a folder has this name")
    elif code == errno.ENAMETOOLONG:
        reason = text("its name is too long")
    else:
        reason = text("this place could not be written to")
    return text("The file could not be saved: {reason}. Choose another place.").format(
        reason=reason
    )
