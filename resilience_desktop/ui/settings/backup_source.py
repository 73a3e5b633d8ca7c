"""Where a backup is looked into and restored: over a journal that is open, or one that is not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from resilience_desktop.i18n import text
from resilience_desktop.services import backups
from resilience_desktop.ui.settings.given import Given
from resilience_desktop.ui.settings.opening_words import opens_now
from resilience_desktop.ui.unsaved import would_be_lost
from resilience_desktop.ui.widgets.layouts import outermost

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.backups import Backup, Look, Overview, Restored
    from resilience_desktop.ui.context import UiContext

    Failed = Callable[[BaseException], None]


class BackupSource(Protocol):
    """Does what a window with backups asks for, off the window thread."""

    @property
    def given(self) -> Given:
        """What opened the journal, if that was typed just now."""

    @property
    def before(self) -> str:
        """What becomes of the journal that is there now, in words."""

    def find(self, done: Callable[[Overview], None], owner: QObject) -> None:
        """Look which backups there are."""

    def preview(
        self,
        backup: Backup,
        given: Given,
        done: Callable[[Look], None],
        failed: Failed,
        owner: QObject,
    ) -> None:
        """Look into one."""

    def restore(
        self, backup: Backup, given: Given, done: Callable[[], None], failed: Failed, owner: QWidget
    ) -> None:
        """Go back to one, and go on with the journal that it is then."""


class OpenJournal:
    """The backups of the journal whose pages are below."""

    def __init__(self, context: UiContext, folder: Path) -> None:
        self._context, self._folder = context, folder
        self.given = Given()

    @property
    def before(self) -> str:
        """What becomes of the journal that is there now, in words."""
        return text(
            "If you go back to it, your journal becomes what this backup holds. A backup of "
            "the journal as it is now is made first, so you can come back."
        )

    def find(self, done: Callable[[Overview], None], owner: QObject) -> None:
        """Look which backups there are."""
        folder = self._folder
        self._context.tasks.read(lambda _journal: backups.overview(folder), done, owner=owner)

    def preview(
        self,
        backup: Backup,
        given: Given,
        done: Callable[[Look], None],
        failed: Failed,
        owner: QObject,
    ) -> None:
        """Look into one."""
        self._context.tasks.read(
            lambda journal: backups.look_into(journal, backup.path, given.passphrase, given.code),
            done,
            owner=owner,
            failed=failed,
        )

    def restore(
        self, backup: Backup, given: Given, done: Callable[[], None], failed: Failed, owner: QWidget
    ) -> None:
        """Go back to one, and show the pages of the journal that it is then."""
        # What is being typed belongs to the journal that is put aside.
        lost = would_be_lost(outermost(owner))
        if lost is not None:
            failed(lost)
            return
        self._context.tasks.read(
            lambda journal: backups.restore(journal, backup.path, given.passphrase, given.code),
            partial(self._restored, backup, done),
            owner=owner,
            failed=failed,
        )

    def _restored(self, backup: Backup, done: Callable[[], None], restored: Restored) -> None:
        remarks = remarks_on(restored, backup)
        self._context.navigator.journal_replaced.emit()
        done()
        said = text("The journal is now what the backup holds")
        if remarks:
            from resilience_desktop.ui.settings.remarks_dialog import RemarksDialog

            RemarksDialog.show_over(self._context, said, remarks)
        else:
            self._context.notices.show(said)


class ClosedJournal:
    """The backups of a journal that is locked, damaged or missing."""

    def __init__(
        self,
        context: UiContext,
        folder: Path,
        given: Given,
        opened: Callable[[Backup, Given, list[str]], None],
        place: Path | None = None,
    ) -> None:
        """``place`` is where the backups are, if that is not the journal's own folder."""
        self._context, self._folder, self._opened = context, folder, opened
        self._place = place
        self.given = given

    @property
    def before(self) -> str:
        """What becomes of the journal that is there now, in words."""
        return text(
            "If you go back to it, the journal becomes what this backup holds. A journal that is "
            "there now is kept: as a backup if it can be opened, else unchanged in the folder "
            "“quarantine”."
        )

    def find(self, done: Callable[[Overview], None], owner: QObject) -> None:
        """Look which backups there are."""
        folder, place = self._folder, self._place
        self._context.tasks.compute(
            lambda: backups.overview(folder) if place is None else backups.overview_of(place),
            done,
            owner=owner,
        )

    def preview(
        self,
        backup: Backup,
        given: Given,
        done: Callable[[Look], None],
        failed: Failed,
        owner: QObject,
    ) -> None:
        """Look into one."""
        folder = self._folder
        self._context.tasks.compute(
            lambda: backups.look_into(folder, backup.path, given.passphrase, given.code),
            done,
            owner=owner,
            failed=failed,
        )

    def restore(
        self, backup: Backup, given: Given, done: Callable[[], None], failed: Failed, owner: QWidget
    ) -> None:
        """Go back to one, which opens the journal, and leave the rest to whoever waits for it."""
        folder = self._folder

        def restored(found: Restored) -> None:
            done()
            self._opened(backup, given, remarks_on(found, backup))

        self._context.tasks.open(
            lambda: backups.restore_closed(folder, backup.path, given.passphrase, given.code),
            restored,
            failed,
            owner=owner,
        )


def remarks_on(restored: Restored, backup: Backup) -> list[str]:
    """Return what else somebody should know of a restore; usually nothing."""
    found = []
    if restored.set_aside is not None:
        found.append(
            text(
                "The journal that was there could not be opened. It is kept unchanged in\n{folder}"
            ).format(folder=restored.set_aside)
        )
    if restored.before is not None and restored.before.remark:
        found.append(restored.before.remark)
    if restored.afterwards is not None and not restored.afterwards.as_now:
        found.append(opens_now(restored.afterwards, backup))
    return found
