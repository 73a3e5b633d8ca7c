"""A journal that is damaged or missing: what can be done about it, and nothing done yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.dialogs.door import OneColumn
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.moment_words import moment_words
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from resilience_desktop.services.backups import Overview
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.labels import Label


class ShutPage(OneColumn):
    """Says what is wrong, then the ways on in their order: back to a backup, what is left, away."""

    backups_requested = Signal()
    place_requested = Signal()
    """Another folder is to be chosen for what a backup holds."""
    salvage_requested = Signal()
    again_requested = Signal()
    other_journal_requested = Signal()

    def __init__(
        self,
        look: LookKeeper,
        title: str,
        why: str,
        *,
        can_go_back: bool = True,
        can_be_saved: bool = False,
        is_elsewhere: bool = False,
        goes_to: Path | None = None,
    ) -> None:
        """Say why it is shut; for backups outside a journal's folder, where the journal goes to."""
        super().__init__(look, "shut", title, 576)
        self._why = labels.body(look, why, name="shut.why")
        self._said = labels.small(look, "", "danger", name="shut.said")
        self._said.hide()
        self._newest = labels.small(
            look, text("Looking for backups ..."), "text_muted", name="shut.newest"
        )
        self._backups = buttons.primary(look, text("Show the backups ..."), name="shut.backups")
        self._salvage = buttons.plain(look, text("Save what is left"), name="shut.salvage")
        self._other = buttons.plain(look, text("Choose a folder ..."), name="shut.other")
        self._again = buttons.muted(
            look, text("Try to open it again"), name="shut.again", flush=True
        )
        self._place = buttons.plain(look, text("Choose a place ..."), name="shut.place")
        self._goes_to = goes_to
        self._is_elsewhere = is_elsewhere
        self._lay_out(
            can_go_back=can_go_back and (goes_to is not None or not is_elsewhere),
            can_be_saved=can_be_saved,
        )
        self._place.clicked.connect(self.place_requested)
        self._backups.clicked.connect(self.backups_requested)
        self._salvage.clicked.connect(self.salvage_requested)
        self._other.clicked.connect(self.other_journal_requested)
        self._again.clicked.connect(self.again_requested)

    def start(self) -> None:
        """Say it to a screen reader too, and put the keyboard on the first way on."""
        ways = (self._backups, self._place, self._other)
        first = next(way for way in ways if not way.isHidden())
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.title.text()}. {self._why.text()}")

    def show_backups(self, found: Overview) -> None:
        """Say which backup is the newest; where there is none, none is offered."""
        newest = found.last_backup
        if not found.backups:
            self._backups.hide()
            self._newest.setText(text("There is none in the journal’s folder."))
            return
        if newest is None or newest.made is None:
            self._newest.setText(text("None of those that are there can be read."))
            return
        said = text("The newest is of {moment}: {entries}, {records}.").format(
            moment=moment_words(newest.made),
            entries=plural("{n} entry", "{n} entries", newest.entries),
            records=plural("{n} thought record", "{n} thought records", newest.thought_records),
        )
        if self._goes_to is not None:
            goes = text("The journal goes into {folder}").format(folder=self._goes_to)
            said = f"{said}\n{goes}"
        self._newest.setText(said)

    def show_problem(self, sentence: str) -> None:
        """Say what did not work; everything is as it was."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        announce(self._said, sentence)

    def _lay_out(self, *, can_go_back: bool, can_be_saved: bool) -> None:
        column = self.column
        column.addSpacing(8)
        column.addWidget(self._why)
        column.addSpacing(4)
        column.addWidget(
            labels.muted(self.look, text("Nothing is changed or deleted before you choose."))
        )
        column.addSpacing(8)
        column.addWidget(self._said)
        self._add(text("Go back to a backup"), self._newest, self._backups, offered=can_go_back)
        self._add(
            text("Put the journal somewhere else")
            if can_go_back
            else text("Go back to a backup in a folder of your choice"),
            self._hint(text("Choose an empty folder for it. Then the backups are shown.")),
            self._place,
            offered=self._is_elsewhere,
        )
        self._add(
            text("Save what can still be read"),
            self._hint(text("Some may be missing then. The damaged journal is kept, unchanged.")),
            self._salvage,
            offered=can_be_saved,
        )
        self._add(
            text("Use another folder"),
            self._hint(text("Open a journal that is somewhere else, or begin a second one there.")),
            self._other,
        )
        column.addSpacing(24)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)

    def _hint(self, words: str) -> Label:
        return labels.small(self.look, words, "text_muted")

    def _add(self, title: str, hint: Label, way: QPushButton, *, offered: bool = True) -> None:
        """Add a way on: what it is, a sentence about it, and the button below."""
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(2)
        column.addWidget(labels.label(self.look, title))
        column.addWidget(hint)
        column.addSpacing(8)
        column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(block)
        if not offered:
            block.hide()
            way.hide()
