"""The setting of backups: when the last was made, making one, and where else they go."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import clock, text
from resilience_desktop.services import backups
from resilience_desktop.ui import files
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.moment_words import moment_words
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.services.backups import Made, Overview
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


class BackupsSetting(QWidget):
    """Says how things are with the backups, and leads to the list of them."""

    def __init__(self, context: UiContext, folder: Path) -> None:
        super().__init__()
        self._context, self._folder = context, folder
        look = context.look
        self._last = labels.small(look, "", "text", name="settings.last_backup")
        self._second = labels.small(look, "", "text", name="settings.second_folder_is")
        self._said = labels.small(look, "", "text_muted", name="settings.backup_said")
        self._said.hide()
        self._remark = ""
        self._busy = False
        self._make = buttons.plain(look, text("Back up now"), name="settings.back_up")
        self._show = buttons.plain(look, text("Show the backups ..."), name="settings.backups")
        self._choose = buttons.plain(
            look, text("Choose a second folder ..."), name="settings.second_folder"
        )
        self._stop = buttons.plain(
            look, text("Stop using the second folder"), name="settings.no_second_folder"
        )
        ways = FlowLayout()
        for way in (self._make, self._show, self._choose, self._stop):
            ways.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for words in (self._last, self._second):
            column.addWidget(words)
        column.addLayout(ways)
        column.addWidget(self._said)
        self._make.clicked.connect(self._back_up)
        self._show.clicked.connect(self._open_list)
        self._choose.clicked.connect(self._choose_folder)
        self._stop.clicked.connect(lambda: self._use_second_folder(None))
        self._second.hide()
        self._stop.hide()
        self._look_again()
        self._show_remark()
        context.upkeep.looked_after.connect(self._look_again)

    def _show_remark(self) -> None:
        """Say what does not work with the backups that are made by themselves, or no longer."""
        before, self._remark = self._remark, self._context.upkeep.remark
        if self._remark and self._remark != before:
            self._said.setText(self._remark)
            self._said.show()
        elif before and not self._remark and self._said.text() == before:
            self._said.hide()

    def _look_again(self) -> None:
        folder = self._folder
        self._context.tasks.read(
            lambda _journal: backups.overview(folder), self._tell, owner=self, latest="backups"
        )

    def _tell(self, found: Overview) -> None:
        self._show_remark()
        last, tested = found.last_backup, found.last_restore_test
        lines = [
            text("Last made: {moment}").format(moment=moment_words(last.made))
            if last is not None and last.made is not None
            else text("There is no backup yet.")
        ]
        if tested is not None:
            lines.append(text("Last tried out: {moment}").format(moment=moment_words(tested)))
        self._last.setText("\n".join(lines))
        self._show.setEnabled(bool(found.backups))
        if found.second_folder is None and self._stop.hasFocus():
            self._choose.setFocus()
        self._stop.setVisible(found.second_folder is not None)
        self._second.setVisible(found.second_folder is not None)
        if found.second_folder is not None:
            words = (
                text("New backups also go to this folder:\n{folder}")
                if found.second_folder_is_there
                else text("The second folder is not there now:\n{folder}")
            )
            self._second.setText(words.format(folder=found.second_folder))

    def _back_up(self) -> None:
        if self._busy:  # and the button is not disabled: that would take the keyboard away
            return
        self._busy = True
        self._say(text("Making a backup ..."))
        self._context.tasks.read(_back_up, self._made, owner=self, failed=self._failed)

    def _made(self, made: Made) -> None:
        self._busy = False
        done = (
            text("Backup made at {time}.").format(time=clock(dt.datetime.now().astimezone()))
            if made.is_new
            else text("Nothing has changed since the last backup.")
        )
        self._remark = made.remark
        self._context.upkeep.note(made.remark)
        self._say(" ".join(filter(None, (done, made.remark))))

    def _choose_folder(self) -> None:
        folder = files.ask_for_folder(self, text("A second folder for backups"))
        if folder is not None:
            self._use_second_folder(folder)

    def _use_second_folder(self, second: Path | None) -> None:
        folder = self._folder
        done = (
            text("New backups also go there. Those made before stay where they are.")
            if second is not None
            else text("New backups go to the journal’s own folder only.")
        )

        def kept(remark: str) -> None:
            self._context.upkeep.note("")
            self._say(remark or done)

        self._context.tasks.read(
            lambda _journal: backups.use_second_folder(folder, second),
            kept,
            owner=self,
            failed=self._failed,
        )

    def _open_list(self) -> None:
        from resilience_desktop.ui.settings.backup_list import BackupList

        BackupList(self._context, self._folder, self.window()).open()

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        if isinstance(error, ResilienceError):
            self._say(str(error))
        else:
            self._said.hide()
            self._context.tasks.work_failed.emit(error)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
        show_in_pane(self._said)
        announce(self._said, sentence)


def _back_up(journal: Journal) -> Made:
    return journal.back_up()
