"""A report in other forms than a PDF: a picture of each page, and plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.reports.plain_text import plain_text
from resilience_desktop.reports.summary import summary_document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from resilience_desktop.reports.summary import SummaryReport

MOST_PICTURES = 60
"""Pages of which pictures are made at once; at 300 pixels an inch these take a minute or two."""
SAVED_PPI = 200
"""Sharp on a screen and readable when somebody prints them."""


def pictures_of(
    report: SummaryReport, ppi: float, progress: Progress | None = None
) -> tuple[bytes, ...]:
    """Return a PNG of every page, ``ppi`` pixels an inch, with nothing in it but the pixels.

    Raises ``ResilienceError`` for a report that is too long for pictures.
    """
    from resilience_desktop.reports import typeset

    progress = progress or Progress()
    progress.stage(text("Making the pages"))  # how far typesetting is, nobody can tell
    fitted = typeset.fit(summary_document(report))
    pages = typeset.page_count(fitted.pdf)
    progress.check()
    if pages > MOST_PICTURES:
        raise ResilienceError(
            text(
                "These are {n} pages, and pictures can be made of up to {most}. Choose fewer days "
                "or entries, or save the PDF: other programs can print it."
            ).format(n=f"{pages:,}", most=MOST_PICTURES)
        )
    return tuple(fitted.pages(ppi))


def numbered(path: Path, pages: tuple[bytes, ...]) -> Mapping[Path, bytes]:
    """Return each picture with its place: the file that was chosen, with the number of its page."""
    if len(pages) == 1:
        return {path: pages[0]}
    digits = len(str(len(pages)))
    return {
        path.with_name(f"{path.stem}-{number:0{digits}}{path.suffix}"): page
        for number, page in enumerate(pages, start=1)
    }


def text_of(report: SummaryReport) -> str:
    """Return the report as plain text."""
    return plain_text(summary_document(report))
