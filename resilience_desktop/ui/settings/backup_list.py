"""The list of backups, and the way into one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from resilience_desktop.i18n import day, plural, text
from resilience_desktop.services.backups import Reason
from resilience_desktop.ui.settings.backup_source import OpenJournal
from resilience_desktop.ui.settings.moment_words import moment_words
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.backups import Backup, Overview
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.settings.backup_source import BackupSource

_HEIGHT = 220
_BESIDE = 24  # pixels left and right of the words of a line: its padding, and what Qt adds


class BackupList(SmallDialog):
    """Shows each backup with what it holds; choosing one leads to a look inside."""

    def __init__(
        self,
        context: UiContext,
        folder: Path,
        parent: QWidget,
        source: BackupSource | None = None,
    ) -> None:
        look = context.look
        super().__init__(look, parent, "backups", text("Backups"))
        self._context = context
        self._source = source or OpenJournal(context, folder)
        self._backups: tuple[Backup, ...] = ()
        self.list = QListWidget()
        self.list.setObjectName("backups.list")
        self.list.setAccessibleName(text("Backups, newest first"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.follow(self._fit_list)
        self._look = buttons.primary(look, text("Look inside ..."), name="backups.look")
        self._look.setEnabled(False)
        close = buttons.quiet(look, text("Close"), name="backups.close")
        self.column.addWidget(
            labels.muted(
                look,
                text(
                    "Older ones go as new ones are made; some of each week and month stay. Each "
                    "opens with what opened the journal when it was made."
                ),
            )
        )
        self.column.addWidget(self.list, 1)
        self.foot.addStretch()
        self.foot.addWidget(close)
        self.foot.addWidget(self._look)
        close.clicked.connect(self.accept)
        self._look.clicked.connect(self._look_inside)
        self.list.itemActivated.connect(lambda _item: self._look_inside())
        self.list.currentRowChanged.connect(self._chosen)
        self._source.find(self._show_backups, self)

    def _fit_list(self) -> None:
        self.list.setMinimumHeight(self.look.px(_HEIGHT))

    def _show_backups(self, found: Overview) -> None:
        self._backups = found.backups
        for backup in found.backups:
            QListWidgetItem(line(backup), self.list)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _chosen(self, row: int) -> None:
        self._look.setEnabled(row >= 0 and self._backups[row].made is not None)

    def _look_inside(self) -> None:
        from resilience_desktop.ui.settings.restore_dialog import RestoreDialog

        backup = self._backups[self.list.currentRow()]
        if backup.made is None:
            return
        dialog = RestoreDialog(self._context, self._source, backup, self)
        dialog.restored.connect(self.accept)
        dialog.open()


class _Lines(QStyledItemDelegate):
    """Gives each line the height of its words, which Qt measures as if it had no padding."""

    def __init__(self, shown: QListWidget) -> None:
        super().__init__(shown)
        self._list = shown

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line at the width of the list."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(self._list.viewport().width() - _BESIDE)
        return super().sizeHint(narrower, index)


def line(backup: Backup) -> str:
    """Return when a backup was made and why, and below it what it holds."""
    if backup.made is None:
        return text("{day}: this one cannot be read").format(day=day(backup.day))
    return text("{moment}, {reason}\n{entries}, {records}, {size}").format(
        moment=moment_words(backup.made),
        reason=reason_words(backup.reason),
        entries=plural("{n} entry", "{n} entries", backup.entries),
        records=plural("{n} thought record", "{n} thought records", backup.thought_records),
        size=text("{n} KB").format(n=-(-backup.size // 1000)),
    )


def reason_words(reason: Reason) -> str:
    """Return why a backup was made."""
    return {
        Reason.DAILY: text("first of the day"),
        Reason.REGULAR: text("made while you wrote"),
        Reason.MANUAL: text("made by you"),
        Reason.BEFORE_UPDATE: text("before an update"),
        Reason.BEFORE_IMPORT: text("before bringing entries in"),
        Reason.BEFORE_RESTORE: text("before going back to a backup"),
        Reason.BEFORE_KEY_CHANGE: text("before a new key"),
        Reason.AFTER_KEY_CHANGE: text("after a change of passphrase or key"),
        Reason.BEFORE_DELETION: text("before deleting for good"),
    }[reason]
