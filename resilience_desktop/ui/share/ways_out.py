"""The ways out of the Share page: a PDF, paper, pictures, text, a table.

Each makes the report that is chosen at that moment, off the window thread, writes no file but the
one somebody asked for, and counts as a report that was made.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import CancelledError, ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now
from resilience_desktop.ui import files, printing
from resilience_desktop.ui.progress import ProgressPanel
from resilience_desktop.ui.share import work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.sharing import Excerpt, ReportChoice
    from resilience_desktop.ui.context import UiContext

T = TypeVar("T")


class WaysOut(QObject):
    """Asks where, makes it, and says how it went; one at a time."""

    said = Signal(str, str)
    """Where it is now; and the same in short, for the ear."""
    failed = Signal(str)
    """Why it is not there."""
    copied = Signal()
    """There is a copy now, which goes after a while."""
    busy = Signal(bool)
    """Whether something is being made."""

    def __init__(
        self, context: UiContext, page: QWidget, choice: Callable[[], ReportChoice]
    ) -> None:
        super().__init__(page)
        self._context, self._page, self._choice = context, page, choice

    def save_pdf(self, password: str) -> None:
        """Save the PDF; with a password it opens only with it."""
        path = self._ask(text("Save the PDF"), "pdf", "PDF (*.pdf)")
        if path is not None:
            self._make(
                text("Making the PDF"),
                partial(work.write_pdf, password, path),
                lambda _none: self._say(
                    _where(text("PDF saved as “{file}” in the folder “{folder}”."), path),
                    text("PDF saved"),
                ),
            )

    def print_out(self) -> None:
        """Print the pages; none of them is in a file on the way."""
        printer = printing.ask_for_printer(self._page.window(), self._choice().paper)
        if printer is not None:
            self._make(
                text("Making the pages"),
                partial(work.pages, printing.PRINTED_PPI),
                partial(self._put_on_paper, printer),
            )

    def save_pictures(self) -> None:
        """Save a picture of each page, all of them or none."""
        path = self._ask(text("Save pictures of the pages"), "png", "PNG (*.png)")
        if path is not None:
            self._make(
                text("Making the pages"),
                partial(work.write_pictures, path),
                self._say_where_pictures_are,
            )

    def copy_text(self) -> None:
        """Copy the report as plain text."""
        self._make(text("Making the text"), work.text_of, self._copy)

    def save_text(self) -> None:
        """Save the report as plain text."""
        path = self._ask(text("Save as text"), "txt", text("Text (*.txt)"))
        if path is not None:
            self._make(
                text("Making the text"),
                partial(work.write_text, path),
                lambda _none: self._say(
                    _where(text("Text saved as “{file}” in the folder “{folder}”."), path),
                    text("Text saved"),
                ),
            )

    def save_table(self) -> None:
        """Save the days and entries that are chosen as rows for a spreadsheet."""
        path = self._ask(text("Save as a table"), "csv", "CSV (*.csv)")
        if path is not None:
            self._make(
                text("Making the table"),
                partial(work.write_table, path),
                lambda _none: self._say(
                    _where(text("Table saved as “{file}” in the folder “{folder}”."), path),
                    text("Table saved"),
                ),
            )

    def _ask(self, title: str, ending: str, kinds: str) -> Path | None:
        suggested = work.suggested_name(now().day, ending)
        return files.ask_where_to_save(self._page, title, suggested, kinds)

    def _make(
        self,
        what: str,
        make: Callable[[Excerpt, ReportChoice, Progress], T],
        done: Callable[[T], None],
    ) -> None:
        """Make something of what is chosen now, then do the last step on the window thread."""
        choice, progress = self._choice(), Progress(what)
        self.busy.emit(True)
        ProgressPanel(self._context.look, self._page.window(), progress)

        def finish(made: T) -> None:
            self.busy.emit(False)
            try:
                done(made)
            except ResilienceError as error:
                self.failed.emit(str(error))
                return
            self._context.tasks.write(
                lambda journal: journal.reports.remember_made(
                    choice.made_on, choice.first, choice.last
                ),
                owner=self,
            )

        def compose(excerpt: Excerpt) -> None:
            self._context.tasks.compute(
                partial(make, excerpt, choice, progress),
                finish,
                owner=self,
                failed=self._fail,
                progress=progress,
            )

        self._context.tasks.read(
            partial(work.excerpt, choice), compose, owner=self, failed=self._fail, progress=progress
        )

    def _fail(self, error: BaseException) -> None:
        self.busy.emit(False)
        if isinstance(error, CancelledError):
            self._context.notices.show(str(error))
        elif isinstance(error, ResilienceError):
            self.failed.emit(str(error))
        else:
            self._context.tasks.work_failed.emit(error)

    def _say(self, sentence: str, spoken: str) -> None:
        self.said.emit(sentence, spoken)

    def _say_where_pictures_are(self, paths: tuple[Path, ...]) -> None:
        words = text("Picture saved as “{file}” in the folder “{folder}”.")
        if len(paths) > 1:
            words = text("Pictures saved as “{file}” to “{last}” in the folder “{folder}”.")
        self._say(_where(words, paths[0], last=paths[-1].name), text("Pictures saved"))

    def _put_on_paper(self, printer: QPrinter, pages: tuple[bytes, ...]) -> None:
        if not printing.put_on_paper(printer, pages):
            raise ResilienceError(text("The printer did not answer."))
        self._say(text("Sent to the printer."), text("Sent to the printer."))

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._say(text("Copied as text. The copy is gone after a minute."), text("Copied as text"))
        self.copied.emit()


def _where(words: str, path: Path, **others: str) -> str:
    folder = path.parent.name or path.parent
    return words.format(file=path.name, folder=folder, **others)
