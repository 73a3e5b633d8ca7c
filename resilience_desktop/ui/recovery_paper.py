"""The recovery sheet on paper: printed, or saved to be printed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui import files
from resilience_desktop.ui.printing import PRINTED_PPI, ask_for_printer, put_on_paper

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.tasks import Tasks


class RecoveryPaper(QObject):
    """Typesets the sheet off the window thread; belongs to the window that offers it."""

    said = Signal(str, bool)
    """A sentence about how it went, and whether it went wrong."""

    def __init__(self, tasks: Tasks, groups: tuple[str, ...], window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._groups, self._window = tasks, groups, window

    def pages(self, ppi: float) -> Callable[[], tuple[bytes, ...]]:
        """Return what typesets the sheet when it is called, on the thread that makes paper."""
        return _Pages(self._groups, ppi)

    def save(self) -> None:
        """Ask where, and write a PDF there."""
        path = files.ask_where_to_save(
            self._window, text("Save the recovery sheet"), "recovery-sheet.pdf", "PDF (*.pdf)"
        )
        if path is None:
            return
        groups = self._groups

        def write() -> None:
            from resilience_desktop.services import sharing

            sharing.write_file(path, sharing.pdf_of(sharing.recovery_sheet(groups, _today())))

        self._tasks.compute(
            write,
            lambda _none: self._say(
                text("Saved. Please move it away from this computer, to paper or a USB stick.")
            ),
            owner=self,
            failed=self._failed,
        )

    def print_out(self) -> None:
        """Ask for a printer, and print."""
        printer = ask_for_printer(self._window)
        if printer is None:
            return

        def print_sheet(pages: tuple[bytes, ...]) -> None:
            if put_on_paper(printer, pages[:1]):
                self._say(text("Sent to the printer."))
            else:
                self._say(text("The printer did not answer. The sheet can be saved as a PDF."))

        self._tasks.compute(self.pages(PRINTED_PPI), print_sheet, owner=self, failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ResilienceError):
            self.said.emit(str(error), True)
        else:
            self._tasks.work_failed.emit(error)

    def _say(self, sentence: str) -> None:
        self.said.emit(sentence, False)


class _Pages:
    """Typesets the sheet when called, on the thread that makes paper."""

    def __init__(self, groups: tuple[str, ...], ppi: float) -> None:
        self._groups, self._ppi = groups, ppi

    def __call__(self) -> tuple[bytes, ...]:
        from resilience_desktop.services import sharing

        sheet = sharing.recovery_sheet(self._groups, _today())
        return sharing.preview(sheet, self._ppi).pages


def _today() -> dt.date:
    return Moment.now(local_zone()).day
