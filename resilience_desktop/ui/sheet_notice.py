"""A quiet word, once, that the recovery sheet may not be kept yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


class SheetNotice(Strip):
    """Leads to where the sheet can be had."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(
            context.look,
            text("The recovery sheet may not be kept yet. It is the other way into your journal."),
            name="sheet_notice",
            more=text("Show how"),
            leave=text("Not now"),
        )


def look_for_sheet(context: UiContext, owner: QWidget, show: Callable[[], object]) -> None:
    """Have it said that the sheet waits, if it does; it is not said a second time."""

    def tell(waits: bool) -> None:
        if waits:
            show()
            context.tasks.write(_settle, owner=owner, failed=_let_it_be)

    context.tasks.read(lambda journal: journal.remembered.sheet_waits(), tell, owner=owner)


def _settle(journal: Journal) -> Changes:
    return journal.remembered.keep_sheet_waiting(waits=False)


def _let_it_be(_error: BaseException) -> None:
    """Say it once more another time."""
