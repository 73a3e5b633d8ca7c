"""The sessions that were held, the newest first, each to be opened again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.session import Session
    from resilience_desktop.ui.theme import LookKeeper


class Earlier(QWidget):
    """Away while there are none."""

    chosen = Signal(str)
    """Id of a session somebody wants to see."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("session.earlier")
        self._look = look
        self._sessions: list[Session] = []
        holder = QWidget()
        self._rows = column_in(holder, 4)
        column = column_in(self, 8)
        column.addWidget(labels.heading(look, text("Earlier sessions")))
        column.addWidget(holder)
        self.hide()

    def show_sessions(self, sessions: Sequence[Session]) -> None:
        """List these sessions."""
        if list(sessions) == self._sessions:
            return  # the keyboard may be on one of them
        self._sessions = list(sessions)
        empty(self._rows)
        for place, session in enumerate(sessions, 1):
            row = QWidget()
            column = column_in(row, 0)
            day = i18n.day(session.held_on, weekday=True)
            go = buttons.link(self._look, day, name=f"session.earlier.{place}")
            go.setAccessibleName(text("Open the session of {day}").format(day=day))
            go.clicked.connect(partial(self.chosen.emit, session.id))
            column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
            words = session.notes.strip() or session.words
            if words:
                column.addWidget(labels.own_words(self._look, words, most_lines=1))
            self._rows.addWidget(row)
        self.setVisible(bool(sessions))
