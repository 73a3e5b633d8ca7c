"""What can be given to someone else: a report, a sheet to print, a file.

One door to what ``reporting`` and ``reports`` have. Charts and typesetting are imported only when
they are used: matplotlib and Typst take a while to load, and the window opens without them.
"""

from __future__ import annotations

from resilience_desktop.reports.cards import cards_sheet
from resilience_desktop.reports.recovery import recovery_sheet
from resilience_desktop.services.reporting.choice import ReportChoice, shared_notes
from resilience_desktop.services.reporting.compose import compose
from resilience_desktop.services.reporting.other_forms import (
    SAVED_PPI,
    numbered,
    pictures_of,
    text_of,
)
from resilience_desktop.services.reporting.pages import Preview, pdf_of, preview, suggested_name
from resilience_desktop.services.reporting.source import Excerpt, excerpt
from resilience_desktop.services.reporting.spreadsheet import spreadsheet
from resilience_desktop.services.write_file import write_file, write_new_files

__all__ = [
    "SAVED_PPI",
    "Excerpt",
    "Preview",
    "ReportChoice",
    "cards_sheet",
    "compose",
    "excerpt",
    "numbered",
    "pdf_of",
    "pictures_of",
    "preview",
    "recovery_sheet",
    "shared_notes",
    "spreadsheet",
    "suggested_name",
    "text_of",
    "write_file",
    "write_new_files",
]
