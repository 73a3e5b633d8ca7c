"""A quiet word, once, that the recovery sheet may not be kept yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


class SheetNotice(QFrame):
    """One line over the pages: what there is to know, the way to the sheet, and leaving it."""

    sheet_requested = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("sheet_notice")
        self.setProperty("banner", "strip")
        look = context.look
        words = text(
            "The recovery sheet may not be kept yet. It is the other way into your journal."
        )
        show = buttons.quiet(look, text("Show how"), name="sheet_notice.show")
        leave = buttons.quiet(look, text("Not now"), name="sheet_notice.leave")
        show.clicked.connect(self.sheet_requested)
        for button in (show, leave):
            button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 4, 20, 4)
        row.setSpacing(12)
        row.addWidget(labels.body(look, words, name="sheet_notice.words"), 1)
        row.addWidget(show)
        row.addWidget(leave)


def look_for_sheet(context: UiContext, owner: QWidget, show: Callable[[], object]) -> None:
    """Have it said that the sheet waits, if it does; it is not said a second time."""

    def tell(waits: bool) -> None:
        if waits:
            show()
            context.tasks.write(_settle, owner=owner, failed=_let_it_be)

    context.tasks.read(lambda journal: journal.sheet_waits(), tell, owner=owner)


def _settle(journal: Journal) -> Changes:
    return journal.keep_sheet_waiting(waits=False)


def _let_it_be(_error: BaseException) -> None:
    """Say it once more another time."""
