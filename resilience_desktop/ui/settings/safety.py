"""Settings of how the journal is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.ui.export import save_everything
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.backups import BackupsSetting
from resilience_desktop.ui.settings.delete_dialog import DeleteDialog
from resilience_desktop.ui.settings.lock import lock_choice
from resilience_desktop.ui.settings.move_dialog import MoveDialog
from resilience_desktop.ui.settings.passphrase import PassphraseSetting
from resilience_desktop.ui.settings.section import Section
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.progress_line import ProgressLine
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.services.journal import Verification
    from resilience_desktop.ui.context import UiContext


class SafetySection(Section):
    """Where the journal is, what opens it, whether it is whole, and a copy of it."""

    def __init__(self, context: UiContext, folder: Path) -> None:
        super().__init__(context.look, "safety", text("Safety"))
        look = context.look
        where = labels.Label(
            look, str(folder), "small", selectable=True, name="settings.journal_folder"
        )
        move = buttons.plain(look, text("Move the journal ..."), name="settings.move")
        move.clicked.connect(lambda: MoveDialog(context, folder, self.window()).open())
        self.add(text("Your journal is in this folder"), _below_each_other(where, move), below=True)
        self.add(text("How it opens"), PassphraseSetting(context, folder), below=True)
        self.add(text("Backups"), BackupsSetting(context, folder), below=True)
        self.add(
            text("Check the journal"),
            _Check(context),
            hint=text("Reads everything once and says whether all of it can be read."),
            below=True,
        )
        everything = buttons.plain(look, text("Save as a file ..."), name="settings.export")
        everything.clicked.connect(lambda: save_everything(context, self.window()))
        self.add(
            text("Everything as one file"),
            everything,
            hint=text("For another program, or to leave this one. The file is not encrypted."),
        )
        self.add(
            text("Lock when nobody is here"),
            lock_choice(context.preferences),
            hint=text("For a journal with a passphrase. Ctrl+L locks it at once."),
        )
        delete = buttons.danger(look, text("Delete everything ..."), name="settings.delete")
        delete.clicked.connect(lambda: DeleteDialog(context, folder, self.window()).open())
        self.add(
            text("Delete everything"),
            delete,
            hint=text("The journal and its backups. You are asked first, and can keep a copy."),
        )


def _below_each_other(words: QWidget, button: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(words)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return both


class _Check(QWidget):
    """A button, and what the check found."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._busy = False
        self._button = buttons.plain(context.look, text("Check now"), name="settings.check")
        self._said = labels.small(context.look, "", "text_muted", name="settings.checked")
        self._said.hide()
        self._line = ProgressLine(context.look, name="settings.check_progress")
        self._line.shown.connect(self._said.hide)
        self._line.gone.connect(self._show_said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._line)
        column.addWidget(self._said)
        self._button.clicked.connect(self._check)

    def _check(self) -> None:
        if self._busy:  # and the button is not disabled: that would take the keyboard away
            return
        self._busy = True
        self._say(text("Checking ..."))
        progress = Progress(text("Checking the journal"))
        self._line.follow(progress)
        self._context.tasks.read(
            lambda journal: journal.verify(progress),
            self._tell,
            owner=self,
            failed=self._failed,
            progress=progress,
        )

    def _tell(self, found: Verification) -> None:
        self._busy = False
        if found.problems:
            self._say("\n".join(found.problems))
            return
        entries = i18n.plural("{n} entry", "{n} entries", found.entries)
        records = i18n.plural("{n} thought record", "{n} thought records", found.thought_records)
        self._say(
            text("Everything can be read: {entries} and {records}.").format(
                entries=entries, records=records
            )
        )

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        if not isinstance(error, ResilienceError):
            self._context.tasks.work_failed.emit(error)
        self._say(str(error) if isinstance(error, ResilienceError) else "")

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._show_said()
        announce(self, sentence)

    def _show_said(self) -> None:
        self._said.setVisible(bool(self._said.text()) and self._line.isHidden())
        if not self._said.isHidden():
            show_in_pane(self._said)
