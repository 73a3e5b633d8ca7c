"""A look inside a backup, and going back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from resilience_desktop.errors import KeyFileDamagedError, ResilienceError, WrongPassphraseError
from resilience_desktop.i18n import day, text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.backup_contents import NewestEntries, amounts, in_bin
from resilience_desktop.ui.settings.given import Given
from resilience_desktop.ui.settings.moment_words import moment_words
from resilience_desktop.ui.settings.opening_words import will_open
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.reveal_field import RevealField

if TYPE_CHECKING:
    from resilience_desktop.services.backups import Backup, Look
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.settings.backup_source import BackupSource


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
        self._now = labels.muted(look, "", name="restore.now")
        self._newest = NewestEntries(look)
        self._passphrase = RevealField(
            look, name="restore.passphrase", title=text("Passphrase of the backup")
        )
        self._asked = self.above("", self._passphrase)
        self._label = self._asked.findChildren(QLabel)[0]
        self._other = buttons.quiet(look, "", name="restore.other_way", flush=True)
        self._problem = labels.small(look, "", "danger", name="restore.problem")
        self._before = labels.muted(look, source.before, name="restore.before")
        self._opens = labels.body(look, "", name="restore.opens")
        self._go = buttons.primary(look, text("Go back to this backup"), name="restore.go")
        self._cancel = buttons.quiet(look, text("Cancel"), name="restore.cancel")
        for part in (self._holds, self._now, self._newest, self._asked):
            self.column.addWidget(part)
        self.column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._problem, self._before, self._opens):
            self.column.addWidget(part)
        self.column.addStretch()
        for part in (self._now, self._asked, self._other, self._problem, self._before):
            part.hide()
        self._opens.hide()
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

    def _show_contents(self, look: Look) -> None:
        self._seen, contents = True, look.contents
        self._opens.setText(will_open(look.afterwards, self._backup))
        said = text("It holds {amounts}. In the bin: {n}.").format(
            amounts=amounts(contents), n=in_bin(contents)
        )
        if look.present is not None:
            self._now.setText(
                text("Your journal now holds {amounts}. In the bin: {n}.").format(
                    amounts=amounts(look.present), n=in_bin(look.present)
                )
            )
            self._now.show()
        self._holds.setText(said)
        self._newest.show_contents(contents)
        for part in (self._asked, self._other, self._problem):
            part.hide()
        self._before.show()
        self._opens.show()
        self._go.setText(text("Go back to this backup"))
        self._go.setEnabled(True)
        self.fit()
        announce(self._holds, " ".join(filter(None, (said, self._now.text()))))

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
            self._holds.setText(_asked_for(self._backup) if closed and not no_keys else "")
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


def _asked_for(backup: Backup) -> str:
    """Return which passphrase is meant."""
    if backup.opens_as_now:
        return text(
            "It opens with the passphrase the journal has now. If you give the one it had when "
            "the backup was made, that one counts afterwards."
        )
    return text("It opens with the passphrase the journal had when the backup was made.")
