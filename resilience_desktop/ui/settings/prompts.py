"""Sentences to write from: one's own, or those that come with the app."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.buttons import Opener
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.line_list import LineList
from resilience_desktop.ui.widgets.not_saved_line import NotSavedLine

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work


class Prompts(QWidget):
    """The list, closed until it is asked for; what is changed in it is kept at once."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("settings.prompts")
        self._context = context
        look = context.look
        self._opener = Opener(
            look,
            text("Change the sentences"),
            text("Hide the sentences"),
            name="settings.prompts.open",
            flush=True,
        )
        self.list = LineList(
            look,
            name="settings.prompts.list",
            spoken=text("Sentence {n}"),
            add=text("Add a sentence"),
        )
        self._usual = buttons.quiet(
            look,
            text("Bring back the usual ones"),
            name="settings.prompts.usual",
            flush=True,
            drawing="undo",
        )
        column = column_in(self, 4)
        start = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self._opener, 0, start)
        column.addWidget(self.list)
        column.addWidget(self._usual, 0, start)
        self.state = NotSavedLine(
            look, name="settings.prompts.state", title=text("Sentences to write from")
        )
        column.addWidget(self.state)
        self._saving = Saving(
            context, self, self.state, work=self._kept, words=lambda: "\n".join(self._lines())
        )
        self.list.changed.connect(self._saving.touch)
        self._usual.clicked.connect(self._bring_back)
        self._opener.turned.connect(self._show_list)
        self._opener.setEnabled(False)  # until it is known what was chosen
        self._show_list(False)
        context.tasks.read(lambda journal: journal.settings(), self._show, owner=self)

    def save_now(self) -> None:
        """Keep what has been changed."""
        self._saving.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep everything before it is out of sight."""
        self.save_now()
        super().hideEvent(event)

    def _show(self, settings: JournalSettings) -> None:
        own = settings.prompts
        self.list.set_lines(content.prompts() if own is None else own)
        self._opener.setEnabled(True)

    def _show_list(self, is_open: bool) -> None:
        self.list.setVisible(is_open)
        self._usual.setVisible(is_open)

    def _bring_back(self) -> None:
        """Add those of the usual ones that are not there; nothing of one's own goes."""
        there = [words for _, words in self.list.lines()]
        missing = [words for words in content.prompts() if words not in there]
        self.list.set_lines([*there, *missing])
        self._saving.touch()
        self.save_now()

    def _lines(self) -> tuple[str, ...]:
        return tuple(words for _, words in self.list.lines())

    def _kept(self) -> Work:
        lines = self._lines()
        usual = None if lines == content.prompts() else lines

        def keep(journal: Journal) -> Changes:
            return journal.keep_settings(replace(journal.settings(), prompts=usual))

        return keep
