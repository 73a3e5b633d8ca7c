"""The coping cards on paper, to carry or to put up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now
from resilience_desktop.ui.printing import PRINTED_PPI, ask_for_printer, put_on_paper

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.coping_card import CopingCard
    from resilience_desktop.ui.tasks import Tasks


class CardsPaper(QObject):
    """Typesets the cards off the window thread; belongs to the window that offers it."""

    said = Signal(str)
    """A sentence about how it went."""

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._window = tasks, window

    def print_out(self) -> None:
        """Ask for a printer, and print all cards."""
        printer = ask_for_printer(self._window)
        if printer is not None:
            self._tasks.read(
                lambda journal: journal.cards.all(), partial(self._typeset, printer), owner=self
            )

    def _typeset(self, printer: QPrinter, cards: list[CopingCard]) -> None:
        def print_pages(pages: tuple[bytes, ...]) -> None:
            if put_on_paper(printer, pages):
                self.said.emit(text("Sent to the printer."))
            else:
                self.said.emit(text("The printer did not answer."))

        words = [card.words for card in cards]
        self._tasks.compute(
            partial(_pages, words, now().day), print_pages, owner=self, failed=self._failed
        )

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ResilienceError):
            self.said.emit(str(error))
        else:
            self._tasks.work_failed.emit(error)


def _pages(words: list[str], today: dt.date) -> tuple[bytes, ...]:
    from resilience_desktop.services import sharing

    return sharing.preview(sharing.cards_sheet(words, today), PRINTED_PPI).pages
