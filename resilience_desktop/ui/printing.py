"""Putting typeset pages on paper, without a file of ours on the way.

The system may keep what is waiting for a printer until it is printed; no program can prevent that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.reports.document import Paper

PRINTED_PPI = 300
_SIZES = {"a4": QPageSize.PageSizeId.A4, "us-letter": QPageSize.PageSizeId.Letter}


def ask_for_printer(window: QWidget, paper: Paper = "a4") -> QPrinter | None:
    """Ask for a printer, with the paper set already; None when somebody thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setFullPage(True)
    asked = QPrintDialog(printer, window).exec()
    return printer if asked == QPrintDialog.DialogCode.Accepted else None


def put_on_paper(printer: QPrinter, pages: Sequence[bytes]) -> bool:
    """Print pictures of pages, all or those that were asked for; return whether it answered.

    On other paper than they were made for, pages keep their proportions.
    """
    painter = QPainter()
    if not painter.begin(printer):
        return False
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    for number, page in enumerate(pages[first - 1 : last]):
        if number:
            printer.newPage()
        image = QImage.fromData(page)
        painter.drawImage(_fitted(image.size(), painter.viewport()), image)
    painter.end()
    return True


def _fitted(page: QSize, paper: QRect) -> QRect:
    """Return the middle of the paper, as large as a page can be on it."""
    place = QRect(paper)
    place.setSize(page.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio))
    place.moveCenter(paper.center())
    return place
