"""A sheet for one's own hands: printed, or saved to be printed elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now
from resilience_desktop.ui import files
from resilience_desktop.ui.printing import PRINTED_PPI, ask_for_printer, put_on_paper

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.reports.document import Document, Paper
    from resilience_desktop.services.sharing import Preview
    from resilience_desktop.ui.tasks import Tasks

    Make = Callable[[], Document]


class SheetPaper(QObject):
    """Typesets a sheet off the window thread; belongs to the window that offers it."""

    said = Signal(str, bool)
    """A sentence about how it went, and whether it went wrong."""

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._window = tasks, window

    def show(self, make: Make, ppi: float, take: Callable[[Preview], None]) -> None:
        """Typeset the pages that ``make`` returns, and give pictures of them."""
        self._tasks.compute(
            partial(_preview, make, ppi),
            take,
            owner=self,
            latest="sheet.pages",
            failed=self._failed,
        )

    def save(self, make: Make) -> None:
        """Ask where, and write a PDF there."""
        path = files.ask_where_to_save(
            self._window, text("Save the PDF"), _name(now().day), "PDF (*.pdf)"
        )
        if path is not None:
            self._tasks.compute(
                partial(_write, make, path),
                lambda _none: self._saved(path),
                owner=self,
                failed=self._failed,
            )

    def print_out(self, make: Make, paper: Paper) -> None:
        """Ask for a printer, and print."""
        printer = ask_for_printer(self._window, paper)
        if printer is not None:
            self._tasks.compute(
                partial(_pages, make),
                partial(self._print, printer),
                owner=self,
                failed=self._failed,
            )

    def _print(self, printer: QPrinter, pages: tuple[bytes, ...]) -> None:
        if put_on_paper(printer, pages):
            self.said.emit(text("Sent to the printer."), False)
        else:
            self.said.emit(text("The printer did not answer."), True)

    def _saved(self, path: Path) -> None:
        words = text("PDF saved as “{file}” in the folder “{folder}”.")
        folder = path.parent.name or path.parent
        self.said.emit(words.format(file=path.name, folder=folder), False)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ResilienceError):
            self.said.emit(str(error), True)
        else:
            self._tasks.work_failed.emit(error)


def _name(today: dt.date) -> str:
    from resilience_desktop.services.papers import paper_name

    return paper_name(today)


def _preview(make: Make, ppi: float) -> Preview:
    from resilience_desktop.services import sharing

    return sharing.preview(make(), ppi)


def _pages(make: Make) -> tuple[bytes, ...]:
    return _preview(make, PRINTED_PPI).pages


def _write(make: Make, path: Path) -> None:
    from resilience_desktop.services import sharing

    sharing.write_file(path, sharing.pdf_of(make()))
