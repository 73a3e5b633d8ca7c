"""Remembering what was chosen for an exercise, where it does not matter if that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.errors import ResilienceError

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from resilience_desktop.ui.saving import Work
    from resilience_desktop.ui.tasks import Tasks


def remember(tasks: Tasks, work: Work, *, owner: QObject) -> None:
    """Keep a choice; what the disk does not take is let be, for nobody typed it and it goes on."""

    def failed(error: BaseException) -> None:
        if not isinstance(error, ResilienceError):
            tasks.work_failed.emit(error)

    if tasks.has_journal:
        tasks.write(work, owner=owner, failed=failed)
