"""What the page has done on other threads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.domain.report_part import ReportPart
    from resilience_desktop.domain.report_profile import ReportMade, ReportProfile
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.reporting.how_much import HowMuch
    from resilience_desktop.services.reporting.offer import Offer
    from resilience_desktop.services.sharing import Excerpt, Preview, ReportChoice


@dataclass(frozen=True, slots=True)
class Start:
    """What the page begins with."""

    span: tuple[dt.date, dt.date]
    words: dict[str, str] = field(repr=False)
    chosen_last: ReportProfile | None
    made_last: ReportMade | None


def start(journal: Journal) -> Start:
    """Return what the page begins with."""
    from resilience_desktop.services.reporting.offer import span_of

    reports = journal.reports
    span, words = span_of(journal), journal.report_words()
    return Start(span, words, reports.chosen_last(), reports.made_last())


def offer(choice: ReportChoice, journal: Journal) -> tuple[Offer, Excerpt]:
    """Return what there is for the days of a choice, and what it takes to say how much."""
    from resilience_desktop.services.reporting import how_much, offer

    found = offer.offer(journal, (choice.first, choice.last))
    return found, how_much.excerpt_of_all(journal, choice)


def counts(excerpt: Excerpt, choice: ReportChoice) -> dict[ReportPart, HowMuch]:
    """Return how much there is of each part."""
    from resilience_desktop.services.reporting import how_much

    return how_much.how_much(excerpt, choice)


def excerpt(choice: ReportChoice, journal: Journal) -> Excerpt:
    """Return the part of the journal that a report is made of."""
    from resilience_desktop.services import sharing

    return sharing.excerpt(journal, choice)


def preview(excerpt: Excerpt, choice: ReportChoice, ppi: float) -> Preview:
    """Return the pages as they will be."""
    from resilience_desktop.services import sharing

    return sharing.preview(sharing.compose(excerpt, choice), ppi)


def write_pdf(
    password: str, path: Path, excerpt: Excerpt, choice: ReportChoice, progress: Progress
) -> None:
    """Write the PDF."""
    from resilience_desktop.services import sharing

    pdf = sharing.pdf_of(sharing.compose(excerpt, choice), password, progress)
    sharing.write_file(path, pdf, progress)


def pages(
    ppi: float, excerpt: Excerpt, choice: ReportChoice, progress: Progress
) -> tuple[bytes, ...]:
    """Return a picture of each page."""
    from resilience_desktop.services import sharing

    return sharing.pictures_of(sharing.compose(excerpt, choice), ppi, progress)


def write_pictures(
    path: Path, excerpt: Excerpt, choice: ReportChoice, progress: Progress
) -> tuple[Path, ...]:
    """Write a picture of each page, and return where each is."""
    from resilience_desktop.services import sharing

    made = sharing.numbered(path, pages(sharing.SAVED_PPI, excerpt, choice, progress))
    if len(made) == 1:
        sharing.write_file(path, made[path], progress)
    else:
        sharing.write_new_files(made, progress)
    return tuple(made)


def text_of(excerpt: Excerpt, choice: ReportChoice, progress: Progress) -> str:
    """Return the report as plain text."""
    from resilience_desktop.services import sharing

    words = sharing.text_of(sharing.compose(excerpt, choice))
    progress.finish()
    return words


def write_text(path: Path, excerpt: Excerpt, choice: ReportChoice, progress: Progress) -> None:
    """Write the report as plain text."""
    from resilience_desktop.services import sharing

    words = sharing.text_of(sharing.compose(excerpt, choice))
    sharing.write_file(path, words.encode(), progress)


def write_table(path: Path, excerpt: Excerpt, choice: ReportChoice, progress: Progress) -> None:
    """Write the days and entries that are chosen as rows for a spreadsheet."""
    from resilience_desktop.services import sharing

    sharing.write_file(path, sharing.spreadsheet(excerpt, choice), progress)


def suggested_name(today: dt.date, ending: str) -> str:
    """Return what the file is called unless somebody says otherwise."""
    from resilience_desktop.services import sharing

    return sharing.suggested_name(today, ending)
