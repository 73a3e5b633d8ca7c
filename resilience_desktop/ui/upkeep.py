"""What the window does for the journal by itself: backups, trying them out, the bin."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.tasks import Tasks

logger = logging.getLogger(__name__)

QUIET_MS = 10_000
"""Nothing was written for as long, so that nobody waits for a backup."""
AGAIN_MS = 5 * 60_000
"""A backup that was not due yet may be due now."""


class Upkeep(QObject):
    """Looks after the journal while nobody writes. What does not work is only remarked."""

    looked_after = Signal()
    """It has just made sure that there are backups, or could not: see ``remark``."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._day_is_begun = False
        self.remark = ""
        """Why there is no new backup, for whoever looks; empty when all is well."""
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.run)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self._quiet.start)
        tasks.journal_changed.connect(self._wait)

    def start(self) -> None:
        """Begin with a journal that was just opened."""
        self._day_is_begun = False
        self.remark = ""
        self._quiet.start()
        self._again.start()

    def stop(self) -> None:
        """Leave alone a journal that is being closed."""
        self._quiet.stop()
        self._again.stop()

    def run(self) -> None:
        """Do what is due, off the window thread."""
        if not self._tasks.has_journal:
            return
        if not self._day_is_begun:
            self._day_is_begun = True
            self._tasks.write(
                lambda journal: journal.begin_day(), owner=self, failed=self._not_done
            )
        self._tasks.read(_keep_backups, self.note, owner=self, failed=self._not_done)

    def _wait(self, _changes: Changes) -> None:
        self._quiet.start()

    def note(self, remark: str) -> None:
        """Take a remark on the newest backup, or none."""
        self.remark = remark
        self.looked_after.emit()

    def _not_done(self, error: BaseException) -> None:
        if isinstance(error, ResilienceError):
            self.note(str(error))
        else:  # a mistake of ours; nobody is disturbed for it while they write
            self.note(text("The last backup did not work. You can make one here."))
            logger.error("Upkeep failed for an unexpected reason.")


def _keep_backups(journal: Journal) -> str:
    """Make a backup and try one out when that is due; return a remark."""
    from resilience_desktop.services import backups

    made = backups.back_up_if_due(journal)
    found = backups.overview(journal.folder)
    due = backups.BackupPolicy().restore_test_is_due(now(), found.last_restore_test)
    if due and found.last_backup is not None:
        backups.try_restoring(journal)
    return made.remark if made is not None else ""
