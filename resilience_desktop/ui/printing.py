"""Putting typeset pages on paper, without a file on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPageSize, QPainter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

PRINTED_PPI = 300


def ask_for_printer(window: QWidget) -> QPrinter | None:
    """Ask for a printer; None when somebody thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    asked = QPrintDialog(printer, window).exec()
    return printer if asked == QPrintDialog.DialogCode.Accepted else None


def put_on_paper(printer: QPrinter, pages: Sequence[bytes]) -> bool:
    """Print pictures of pages; return whether the printer answered."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        painter.drawImage(painter.viewport(), QImage.fromData(page))
    painter.end()
    return True
