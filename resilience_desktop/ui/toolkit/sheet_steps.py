"""What is done with a whole sheet: put on paper, brought to a session, removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resilience_desktop.i18n import text
from resilience_desktop.services.sessions import next_with_point

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


class SheetSteps(QObject):
    """Removing can be taken back for a while."""

    is_back = Signal(object)
    """The ``Sheet`` that was removed is kept again."""

    def __init__(self, context: UiContext, pane: QWidget) -> None:
        super().__init__(pane)
        self._context, self._pane = context, pane

    def put_on_paper(self, sheet: Sheet) -> None:
        """Offer it on paper, as it stands."""
        from resilience_desktop.ui.dialogs.sheet import open_skill_sheet

        open_skill_sheet(self._context, self._pane.window(), sheet)

    def bring_along(self, sheet: Sheet) -> None:
        """Put what it is about among what to talk about next time."""
        words, context = first_words(sheet), self._context

        def bring(journal: Journal) -> Changes:
            sessions = journal.sessions.all()
            return journal.sessions.keep(next_with_point(sessions, words, journal.today()))

        show = partial(context.navigator.session_requested.emit, "")
        said = text("It is among what to talk about next time")
        context.tasks.write(
            bring, lambda _: context.notices.show(said, way=(text("Show it"), show)), owner=self
        )

    def remove(self, sheet: Sheet) -> None:
        """Remove it."""
        context = self._context

        def undo() -> None:
            context.tasks.write(
                lambda journal: journal.sheets.keep(sheet),
                lambda _: self.is_back.emit(sheet),
                owner=self,
            )

        context.tasks.write(
            lambda journal: journal.sheets.drop(sheet),
            lambda _: context.notices.show(text("The sheet is removed"), undo),
            owner=self,
        )


def first_words(sheet: Sheet) -> str:
    """Return what tells a sheet from others: what was written first, or else what was chosen."""
    written = (words for _, words in sheet.answers)
    chosen = (row.words for row in sheet.rows if row.chosen)
    return next((" ".join(words.split()) for words in (*written, *chosen) if words.strip()), "")
