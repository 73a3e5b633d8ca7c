"""How a restore or a rescue at the door ended, before the pages are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from resilience_desktop.i18n import day, plural, text
from resilience_desktop.ui.dialogs.door import OneColumn
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.moment_words import moment_words
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.services.backups import Backup, Salvaged
    from resilience_desktop.ui.theme import LookKeeper


class OutcomePage(OneColumn):
    """Plain sentences, and on to the journal."""

    done = Signal()

    def __init__(self, look: LookKeeper, title: str, sentence: str, remarks: Iterable[str]) -> None:
        super().__init__(look, "outcome", title, 512)
        self._sentence = labels.body(look, sentence, name="outcome.sentence")
        self._remarks = labels.muted(look, "\n\n".join(remarks), name="outcome.remarks")
        self.open = buttons.primary(look, text("Open the journal"), name="outcome.open", large=True)
        self.open.clicked.connect(self.done)
        self.column.addSpacing(8)
        self.column.addWidget(self._sentence)
        self.column.addSpacing(12)
        self.column.addWidget(self._remarks)
        self._remarks.setVisible(bool(self._remarks.text()))
        self.column.addSpacing(24)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch()
        self.column.addLayout(row)

    def start(self) -> None:
        """Say it to a screen reader too."""
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._sentence.text()} {self._remarks.text()}")


def restored(backup: Backup, remarks: list[str]) -> tuple[str, str, list[str]]:
    """Return the title, the sentence and the remarks of a journal that went back to a backup."""
    when = moment_words(backup.made) if backup.made else day(backup.day)
    return (
        text("The journal is back"),
        text("It is now what the backup of {moment} holds: {contents}.").format(
            moment=when, contents=_contents(backup.entries, backup.thought_records)
        ),
        remarks,
    )


def salvaged(saved: Salvaged) -> tuple[str, str, list[str]]:
    """Return the title, the sentence and the remarks of a journal that was saved in part."""
    remarks = []
    if saved.incomplete:
        remarks.append(
            plural(
                "In {n} of them a part is missing, such as the end of a text.",
                "In {n} of them a part is missing, such as the end of a text.",
                saved.incomplete,
            )
        )
    if saved.lost:
        remarks.append(
            plural(
                "Of {n} more there is nothing left but that it was there.",
                "Of {n} more there is nothing left but that they were there.",
                saved.lost,
            )
        )
    else:
        remarks.append(text("Others may be missing; that cannot be told for sure."))
    remarks += [
        text("The damaged journal is kept unchanged in\n{folder}").format(folder=saved.set_aside),
        text("A backup may hold more. You can look into them in Settings, under Safety."),
    ]
    saved_words = text("Saved: {contents}.").format(
        contents=_contents(saved.entries, saved.thought_records)
    )
    if saved.in_bin:
        saved_words = text("{saved} In the bin: {n}.").format(saved=saved_words, n=saved.in_bin)
    return text("This could be saved"), saved_words, remarks


def _contents(entries: int, records: int) -> str:
    return text("{entries}, {records}").format(
        entries=plural("{n} entry", "{n} entries", entries),
        records=plural("{n} thought record", "{n} thought records", records),
    )
