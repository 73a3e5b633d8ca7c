"""A look inside a backup, and going back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from resilience_desktop.errors import KeyFileDamagedError, ResilienceError, WrongPassphraseError
from resilience_desktop.i18n import day, plural, text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.backup_source import Given
from resilience_desktop.ui.settings.moment_words import moment_words
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import empty
from resilience_desktop.ui.widgets.reveal_field import RevealField

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.services.backups import Backup
    from resilience_desktop.services.contents import Contents
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.settings.backup_source import BackupSource

_NEWEST = 3


class RestoreDialog(SmallDialog):
    """Shows what a backup holds before anything is done; only then can it be restored."""

    restored = Signal()

    def __init__(
        self, context: UiContext, source: BackupSource, backup: Backup, parent: QWidget
    ) -> None:
        look = context.look
        when = moment_words(backup.made) if backup.made else day(backup.day)
        super().__init__(look, parent, "restore", text("Backup of {moment}").format(moment=when))
        self._context, self._source, self._backup = context, source, backup
        self._busy, self._seen, self._with_code = False, False, False
        self._holds = labels.body(look, text("Looking inside ..."), name="restore.holds")
        self._newest = QWidget()
        self._lines = QVBoxLayout(self._newest)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._passphrase = RevealField(
            look, name="restore.passphrase", title=text("Passphrase of the backup")
        )
        self._asked = self.above("", self._passphrase)
        self._label = self._asked.findChildren(QLabel)[0]
        self._other = buttons.quiet(look, "", name="restore.other_way", flush=True)
        self._problem = labels.small(look, "", "danger", name="restore.problem")
        self._before = labels.muted(look, source.before, name="restore.before")
        self._go = buttons.primary(look, text("Go back to this backup"), name="restore.go")
        self._cancel = buttons.quiet(look, text("Cancel"), name="restore.cancel")
        for part in (self._holds, self._newest, self._asked):
            self.column.addWidget(part)
        self.column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._problem, self._before):
            self.column.addWidget(part)
        self.column.addStretch()
        for part in (self._newest, self._asked, self._other, self._problem, self._before):
            part.hide()
        self._ask_for_code(with_code=False)
        self.foot.addStretch()
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._go)
        self._go.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self._go.clicked.connect(self._go_on)
        self._other.clicked.connect(lambda: self._ask_for_code(with_code=not self._with_code))
        self._cancel.setFocus()
        self._look_inside()

    def reject(self) -> None:
        """Close, unless the journal is being put in place."""
        if not self._busy:
            super().reject()

    def _go_on(self) -> None:
        if self._seen:
            self._restore()
        else:
            self._look_inside()

    def _ask_for_code(self, *, with_code: bool) -> None:
        self._with_code = with_code
        asked = (
            text("Recovery code of the backup") if with_code else text("Passphrase of the backup")
        )
        self._label.setText(asked)
        self._passphrase.setAccessibleName(asked)
        self._passphrase.set_revealed(revealed=with_code)
        self._passphrase.setText("")
        self._passphrase.setFocus()
        self._other.setText(
            text("Use the passphrase") if with_code else text("Forgotten? Use the recovery code")
        )

    def _given(self) -> Given:
        typed = self._passphrase.text()
        if not typed:
            return self._source.given
        return Given(code=typed) if self._with_code else Given(passphrase=typed)

    def _look_inside(self) -> None:
        self._go.setEnabled(False)
        self._source.preview(self._backup, self._given(), self._show_contents, self._failed, self)

    def _show_contents(self, contents: Contents) -> None:
        self._seen = True
        entries, records = contents.entries, contents.thought_records
        in_bin = len(contents.binned_entries) + len(contents.binned_thought_records)
        said = text("It holds {entries} and {records}. In the bin: {n}.").format(
            entries=plural("{n} entry", "{n} entries", len(entries)),
            records=plural("{n} thought record", "{n} thought records", len(records)),
            n=in_bin,
        )
        self._holds.setText(said)
        newest = sorted(entries, key=lambda entry: entry.at.utc, reverse=True)[:_NEWEST]
        empty(self._lines)
        if newest:
            title = text("The newest entries in it")
            self._lines.addWidget(labels.label(self.look, title))
        for entry in newest:
            self._add(entry)
        self._newest.setVisible(bool(newest))
        for part in (self._asked, self._other, self._problem):
            part.hide()
        self._before.show()
        self._go.setText(text("Go back to this backup"))
        self._go.setEnabled(True)
        self.fit()
        announce(self._holds, said)

    def _add(self, entry: Entry) -> None:
        when = moment_words(entry.at)
        if not entry.note:
            when = text("{moment}, no note").format(moment=when)
        self._lines.addWidget(labels.small(self.look, when, "text_muted"))
        if entry.note:
            self._lines.addWidget(labels.own_words(self.look, entry.note, most_lines=2))

    def _restore(self) -> None:
        self._set_busy(busy=True)
        self._source.restore(self._backup, self._given(), self._done, self._failed, self)

    def _done(self) -> None:
        self._busy = False
        self.restored.emit()
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, ResilienceError):
            self._context.tasks.work_failed.emit(error)
            return
        no_keys = isinstance(error, KeyFileDamagedError)
        closed = no_keys or isinstance(error, WrongPassphraseError)
        tried = no_keys or bool(self._passphrase.text())
        if no_keys and not self._with_code:
            self._ask_for_code(with_code=True)
        self._asked.setVisible(closed)
        self._other.setVisible(closed and not no_keys)
        self._go.setEnabled(closed or self._seen)
        if not self._seen:
            self._go.setText(text("Look inside"))
            self._holds.setText(
                text("It opens with the passphrase the journal had then.")
                if closed and not no_keys
                else ""
            )
        if closed:
            self._passphrase.setFocus()
        self._problem.setText(str(error) if tried or not closed else "")
        self._problem.setVisible(bool(self._problem.text()))
        self.fit()
        announce(self, self._problem.text() or self._holds.text())

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._go.setEnabled(not busy)
        self._cancel.setEnabled(not busy)
        if self._seen:
            ready = text("Go back to this backup")
            self._go.setText(text("One moment ...") if busy else ready)
