"""A report as pages: a PDF, and the pictures of a preview."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.progress import Progress
from resilience_desktop.i18n import text
from resilience_desktop.reports.document import Document
from resilience_desktop.reports.summary import SummaryReport, beginning, summary_document

if TYPE_CHECKING:
    import datetime as dt


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


def suggested_name(made_on: dt.date, ending: str = "pdf") -> str:
    """Return a file name that says nothing about the person."""
    return f"journal-summary-{made_on.isoformat()}.{ending}"


def _where_records_begin(report: SummaryReport, pdf: bytes) -> tuple[tuple[str, int], ...]:
    """Return the page of each thought record, by the bookmarks of the parts."""
    from resilience_desktop.reports import typeset

    ids = [record.id for record in report.thought_records]
    parts = typeset.pages_of_parts(pdf) if ids else []
    start = len(parts) - report.parts_after_records - len(ids)
    return tuple(zip(ids, parts[start:], strict=False))


def _document(report: SummaryReport | Document) -> Document:
    return report if isinstance(report, Document) else summary_document(report)
