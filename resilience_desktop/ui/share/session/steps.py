"""What is done with a whole session: the next one begun, one let go, its pages, its sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.services.sessions import next_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.session import Session
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


class SessionSteps(QObject):
    """Each can be taken back for a while."""

    wanted = Signal(str)
    """Id of the session that is to be shown now; empty for the next one."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context

    def begin_next(self, last: Session) -> None:
        """Leave a session to the earlier ones, and begin another."""
        new = next_after(last, clock.now().day)
        self._write(
            lambda journal: journal.sessions.keep(new),
            new.id,
            text("The last session is below, under “Earlier sessions”."),
            partial(self._write, lambda journal: _drop_if_untouched(journal, new), last.id),
        )

    def let_go(self, session: Session) -> None:
        """Delete a session."""
        self._write(
            lambda journal: journal.sessions.drop(session),
            "",
            text("The session is gone"),
            partial(self._write, lambda journal: journal.sessions.keep(session), session.id),
        )

    def open_page(self, id_: str) -> None:
        """Go to the entry or record that a point was taken from, if it is still there."""

        def go(found: list[Entry | ThoughtRecord]) -> None:
            navigator = self._context.navigator
            if not found:
                self._context.notices.show(text("That page cannot be opened from here any more."))
            elif isinstance(found[0], Entry):
                navigator.entry_requested.emit(id_)
            else:
                navigator.thought_record_requested.emit(id_)

        self._context.tasks.read(lambda journal: journal.sessions.page(id_), go, owner=self)

    def _write(
        self,
        work: Callable[[Journal], Changes],
        show: str,
        said: str = "",
        undo: Callable[[], object] | None = None,
    ) -> None:
        def done(_changes: Changes) -> None:
            self.wanted.emit(show)
            if said:
                self._context.notices.show(said, undo)

        self._context.tasks.write(work, done, owner=self)


def _drop_if_untouched(journal: Journal, session: Session) -> Changes:
    """Forget a session that was just begun, unless somebody wrote in it since."""
    return journal.sessions.drop(session) if session in journal.sessions.all() else Changes()
