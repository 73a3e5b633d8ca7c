"""Keeping one change among the settings that are inside the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.tasks import Tasks


def keep_in_journal(
    tasks: Tasks,
    change: Callable[[JournalSettings], JournalSettings],
    *,
    owner: QObject,
    not_kept: Callable[[], object],
) -> None:
    """Change what is kept by now: something else may have been changed elsewhere.

    When that fails it is said, and ``not_kept`` shows again what is so, if its owner is there.
    """

    def keep(journal: Journal) -> Changes:
        return journal.keep_settings(change(journal.settings()))

    def failed(error: BaseException) -> None:
        if shiboken6.isValid(owner):
            not_kept()
        tasks.work_failed.emit(error)

    tasks.write(keep, owner=tasks, failed=failed)
