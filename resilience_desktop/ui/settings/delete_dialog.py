"""Deleting everything: what goes and what does not, a copy first, and words to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services import backups, keys
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.ui import files
from resilience_desktop.ui.export import save_everything
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.reveal_field import RevealField

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.backups import Overview
    from resilience_desktop.ui.context import UiContext


class DeleteDialog(SmallDialog):
    """Nothing happens until the words are typed; from then on there is no way back."""

    def __init__(self, context: UiContext, folder: Path, parent: QWidget) -> None:
        look = context.look
        super().__init__(look, parent, "delete_everything", text("Delete everything"))
        self._context, self._folder = context, folder
        self._busy = self._begun = self._copying = False
        self._copies_in: Path | None = None
        self._words = text("delete my journal")
        self._asks_passphrase = _has_passphrase(folder)
        self._file = buttons.plain(
            look, text("Save as a file ..."), name="delete_everything.save_file"
        )
        self._backup = buttons.plain(
            look, text("Put a backup elsewhere ..."), name="delete_everything.save_backup"
        )
        self._saved = labels.small(look, "", "text_muted", name="delete_everything.saved")
        self._second = QCheckBox(text("Also the copies of backups in the second folder"))
        self._second.setObjectName("delete_everything.second_folder")
        self._second_is = labels.small(
            look, "", "text_muted", name="delete_everything.second_folder_is"
        )
        self.passphrase = RevealField(
            look, name="delete_everything.passphrase", title=text("Passphrase")
        )
        self.words = LineField()
        self.words.setObjectName("delete_everything.words")
        self.words.setAccessibleName(text("To go on, type: {words}").format(words=self._words))
        self._problem = labels.small(look, "", "danger", name="delete_everything.problem")
        self._missing = labels.small(look, "", "text_muted", name="delete_everything.missing")
        self._go = buttons.danger(
            look, text("Delete everything"), name="delete_everything.go", filled=True
        )
        self._cancel = buttons.plain(look, text("Cancel"), name="delete_everything.cancel")
        self._lay_out()
        self._typed()
        self._connect()
        context.tasks.read(lambda _journal: backups.overview(folder), self._tell, owner=self)

    def reject(self) -> None:
        """Close, unless it is under way; what is left of a journal is shown afterwards."""
        if self._busy:
            return
        super().reject()
        if self._begun:
            self._context.navigator.journal_gone.emit()

    def _tell(self, found: Overview) -> None:
        there = found.second_folder is not None
        self._copies_in = found.second_folder if found.backups else None
        self._second.setVisible(there)
        self._second_is.setVisible(there)
        self._second_is.setText(str(found.second_folder))
        self.fit()

    def _typed(self) -> None:
        missing = self._what_is_missing()
        self._go.setEnabled(not missing and not self._busy)
        self._missing.setText("" if self._busy else missing)

    def _what_is_missing(self) -> str:
        if " ".join(self.words.text().split()).casefold() != self._words.casefold():
            return text("Type the words above")
        if self._asks_passphrase and not self.passphrase.text():
            return text("Type your passphrase above")
        return ""

    def _enter_in_words(self) -> None:
        """Go on with Enter: the words that were typed say that this is meant."""
        if self._go.isEnabled():
            self._begin()
        elif self._asks_passphrase and not self.passphrase.text():
            self.passphrase.setFocus()

    # A copy first

    def _put_backup_elsewhere(self) -> None:
        if self._copying:
            return
        folder = files.ask_for_folder(self, text("A folder for the backup"))
        if folder is None:
            return
        self._copying = True
        self._say(text("Making a backup ..."))
        self._context.tasks.read(
            lambda journal: backups.copy_to(journal, folder),
            self._tell_backup,
            owner=self,
            failed=self._backup_failed,
        )

    def _tell_backup(self, path: Path) -> None:
        self._copying = False
        self._say(
            text("This backup opens with what opens the journal now:\n{file}").format(file=path)
        )

    def _backup_failed(self, error: BaseException) -> None:
        self._copying = False
        if isinstance(error, ResilienceError):
            self._say(str(error))
        else:
            self._saved.hide()
            self._context.tasks.work_failed.emit(error)

    def _say(self, sentence: str) -> None:
        self._saved.setText(sentence)
        self._saved.show()
        self.fit()
        announce(self._saved, sentence)

    # Deleting

    def _begin(self) -> None:
        self._set_busy(busy=True)
        if self._asks_passphrase and not self._begun:
            words = self.passphrase.text()
            self._context.tasks.read(
                lambda journal: keys.check_passphrase(journal, words),
                lambda _none: self._delete(),
                owner=self,
                failed=self._failed,
            )
        else:
            self._delete()

    def _delete(self) -> None:
        second = self._second.isVisibleTo(self) and self._second.isChecked()
        self._begun = True
        self._context.tasks.last(
            lambda journal: journal.delete_everything(second_folder=second),
            lambda _none: self._done(None if second else self._copies_in),
            owner=self,
            failed=self._failed,
        )

    def _done(self, copies_in: Path | None) -> None:
        self._busy = False
        self.accept()
        self._context.navigator.journal_gone.emit()
        said = text("Your journal is deleted from this computer")
        if copies_in is None:
            self._context.notices.show(said)
            return
        from resilience_desktop.ui.settings.remarks_dialog import RemarksDialog

        still = text("Copies of its backups are still in the second folder:\n{folder}")
        RemarksDialog.show_over(self._context, said, [still.format(folder=copies_in)])

    def _failed(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, ResilienceError):
            self._context.tasks.work_failed.emit(error)
            return
        if self._begun:
            for part in (self._file, self._backup):  # the journal is closed
                part.setEnabled(False)
            self._go.setText(text("Try again"))
            self._cancel.setText(text("Close"))
        else:
            self.passphrase.setFocus()
            self.passphrase.selectAll()
        self._problem.setText(str(error))
        self._problem.show()
        self.fit()
        announce(self._problem, str(error))

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for part in (self.words, self.passphrase, self._second, self._cancel):
            part.setEnabled(not busy)
        self._go.setText(text("Deleting ...") if busy else text("Delete everything"))
        self._typed()

    def _connect(self) -> None:
        self._file.clicked.connect(lambda: save_everything(self._context, self))
        self._backup.clicked.connect(self._put_backup_elsewhere)
        self.words.textChanged.connect(self._typed)
        self.passphrase.textChanged.connect(self._typed)
        self.passphrase.textChanged.connect(self._problem.hide)
        self.words.returnPressed.connect(self._enter_in_words)
        self.passphrase.returnPressed.connect(self.words.setFocus)
        self._go.clicked.connect(self._begin)
        self._cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        look, column = self.look, self.column
        for title, words in _what_happens():
            both = QVBoxLayout()
            both.setSpacing(2)
            both.addWidget(labels.label(look, title))
            both.addWidget(labels.muted(look, words))
            column.addLayout(both)
        copies = FlowLayout()
        copies.addWidget(self._file)
        copies.addWidget(self._backup)
        kept = QVBoxLayout()
        kept.setSpacing(6)
        kept.addWidget(labels.label(look, text("Keep a copy first?")))
        kept.addLayout(copies)
        kept.addWidget(self._saved)
        column.addLayout(kept)
        column.addSpacing(4)
        column.addWidget(self._second)
        column.addWidget(self._second_is)
        column.addStretch()
        asked = self.above(self.passphrase.accessibleName(), self.passphrase)
        self.in_sight.addWidget(asked)
        self.in_sight.addWidget(self.above(self.words.accessibleName(), self.words))
        self.in_sight.addWidget(self._problem)
        self._second.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in (self._saved, self._second, self._second_is, self._problem):
            part.hide()
        asked.setVisible(self._asks_passphrase)
        self.foot.addWidget(self._missing, 1)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._go)
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)


def _what_happens() -> tuple[tuple[str, str], ...]:
    return (
        (
            text("What is deleted"),
            text(
                "Your journal on this computer with all that is in it, its backups, and the people "
                "and skills that the lock page shows. There is no way back."
            ),
        ),
        (
            text("What is not deleted"),
            text(
                "Your recovery sheet, files you saved, and copies other programs made. Encrypted "
                "remains can stay on the disk for a while."
            ),
        ),
    )


def _has_passphrase(folder: Path) -> bool:
    try:
        return Journal.door(folder) is Door.PASSPHRASE
    except ResilienceError:
        return False
