"""The toolkit ready in memory, so that it opens at once however busy the journal is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.known_skills import KnownSkills
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.toolkit.at_hand import AtHand


class HandKeeper(QObject):
    """Reads it when a journal is there and when it changed."""

    def __init__(self, context: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._known: KnownSkills | None = None
        context.tasks.journal_changed.connect(self._journal_changed)

    def read(self) -> None:
        """Read what there is in the journal that is open now."""
        from resilience_desktop.services.known_skills import KnownSkills

        self._known = None
        self._context.tasks.read(
            KnownSkills.of,
            self._take,
            owner=self,
            latest="toolkit.hand",
            failed=lambda _error: None,  # the app's own are there all the same
        )

    def dialog(self, skill: str, folder: Path) -> AtHand | None:
        """Return the small window, ready to be opened; ``folder`` is that of the journal.

        None when it is on top already, or when nothing of it may be seen without the journal.
        """
        from resilience_desktop.services.known_skills import KnownSkills
        from resilience_desktop.services.toolkit_when_locked import skills_when_locked
        from resilience_desktop.ui.toolkit.at_hand import AtHand

        top = QApplication.activeModalWidget()
        if isinstance(top, AtHand):
            top.raise_()
            top.activateWindow()
            return None
        if self._context.tasks.has_journal:
            known = self._known or KnownSkills()
        elif ids := skills_when_locked(folder):
            known = KnownSkills.named(ids)
        else:
            return None
        return AtHand(self._context, self._above(), known, skill=skill)

    def _above(self) -> QWidget:
        """Return the dialog that is open over the window, or the window."""
        top = QApplication.activeModalWidget()
        return top if isinstance(top, QDialog) else self._window

    def _take(self, known: KnownSkills) -> None:
        self._known = known

    def _journal_changed(self, changes: Changes) -> None:
        if changes.toolkit:
            from resilience_desktop.services.known_skills import KnownSkills

            self._context.tasks.read(KnownSkills.of, self._take, owner=self, latest="toolkit.hand")
