"""A look inside a backup, and going back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.errors import ResilienceError, WrongPassphraseError
from resilience_desktop.i18n import day, plural, text
from resilience_desktop.services import backups
from resilience_desktop.ui.notices import announce
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

_NEWEST = 3


class RestoreDialog(SmallDialog):
    """Shows what a backup holds before anything is done; only then can it be restored."""

    restored = Signal()

    def __init__(self, context: UiContext, backup: Backup, parent: QWidget) -> None:
        look = context.look
        when = moment_words(backup.made) if backup.made else day(backup.day)
        super().__init__(look, parent, "restore", text("Backup of {moment}").format(moment=when))
        self._context, self._backup = context, backup
        self._busy, self._seen = False, False
        self._holds = labels.body(look, text("Looking inside ..."), name="restore.holds")
        self._newest = QWidget()
        self._lines = QVBoxLayout(self._newest)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._passphrase = RevealField(
            look, name="restore.passphrase", title=text("Passphrase of the backup")
        )
        self._asked = self.above(self._passphrase.accessibleName(), self._passphrase)
        self._problem = labels.small(look, "", "danger", name="restore.problem")
        self._before = labels.muted(
            look,
            text(
                "If you go back to it, your journal becomes what this backup holds. A backup of "
                "the journal as it is now is made first, so you can come back."
            ),
        )
        self._go = buttons.primary(look, text("Go back to this backup"), name="restore.go")
        self._cancel = buttons.quiet(look, text("Cancel"), name="restore.cancel")
        for part in (self._holds, self._newest, self._asked, self._problem, self._before):
            self.column.addWidget(part)
        self.column.addStretch()
        for part in (self._newest, self._asked, self._problem, self._before):
            part.hide()
        self.foot.addStretch()
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._go)
        self._go.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self._go.clicked.connect(self._go_on)
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

    def _look_inside(self) -> None:
        path, words = self._backup.path, self._passphrase.text() or None
        self._go.setEnabled(False)
        self._context.tasks.read(
            lambda journal: backups.preview(journal, path, words),
            self._show_contents,
            owner=self,
            failed=self._failed,
        )

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
        self._asked.hide()
        self._problem.hide()
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
        path, words = self._backup.path, self._passphrase.text() or None
        below = self._context.notices.parent()
        self._set_busy(busy=True)
        save = getattr(below, "save_now", None)
        if save is not None:  # what is being typed belongs to the journal that is put aside
            save()
        self._context.tasks.read(
            lambda journal: backups.restore(journal, path, words),
            lambda _restored: self._done(),
            owner=self,
            failed=self._failed,
        )

    def _done(self) -> None:
        self._busy = False
        self._context.navigator.journal_replaced.emit()
        self._context.notices.show(text("The journal is now what the backup holds"))
        self.restored.emit()
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, ResilienceError):
            self._context.tasks.work_failed.emit(error)
            return
        closed = isinstance(error, WrongPassphraseError)
        tried = bool(self._passphrase.text())
        self._asked.setVisible(closed)
        self._go.setEnabled(closed or self._seen)
        if not self._seen:
            self._go.setText(text("Look inside"))
            self._holds.setText(
                text("It opens with the passphrase the journal had then.") if closed else ""
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
