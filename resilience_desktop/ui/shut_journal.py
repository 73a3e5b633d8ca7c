"""The ways on from a journal that is damaged or missing: each keeps what is there as it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import (
    CancelledError,
    KeyFileDamagedError,
    ResilienceError,
    WrongPassphraseError,
)
from resilience_desktop.i18n import text
from resilience_desktop.services import backups
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.ui import files
from resilience_desktop.ui.problems import show_problem
from resilience_desktop.ui.settings.backup_source import ClosedJournal
from resilience_desktop.ui.settings.given import Given

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.backups import Backup, Salvaged
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.dialogs.door import DoorPage
    from resilience_desktop.ui.dialogs.shut import ShutPage


class ShutJournal(QObject):
    """Shows what can be done, does it, and says what came of it."""

    opened = Signal(object)
    """There is a journal again, and it is open; with what was typed to open it."""
    restored_in = Signal(object)
    """A backup was put into this folder, which is the journal's now."""
    again_requested = Signal()
    other_journal_requested = Signal()

    def __init__(
        self, context: UiContext, place: QWidget, show: Callable[[DoorPage], None]
    ) -> None:
        super().__init__(place)
        self._context, self._place, self._show = context, place, show

    def show_damaged(self, folder: Path, why: str, given: Given) -> ShutPage:
        """Offer a backup, or what can still be read."""
        return self._offer(folder, given, text("The journal is damaged"), why, can_be_saved=True)

    def show_missing(self, folder: Path) -> ShutPage:
        """Offer a backup of a journal that is not there."""
        why = text(
            "This folder holds backups of a journal, but not the journal itself. It may have been "
            "moved or deleted."
        )
        return self._offer(folder, Given(), text("The journal is not there"), why)

    def show_found(self, place: Path, usual: Path) -> ShutPage:
        """Offer the backups that lie in a folder, to go back to in a folder of the journal's."""
        from resilience_desktop.ui.dialogs.shut import ShutPage

        page = ShutPage(
            self._context.look,
            text("Here are backups of a journal"),
            text("You can go back to one of them. The backups here stay as they are."),
            is_elsewhere=True,
            goes_to=usual if can_take_a_journal(usual, place) else None,
        )
        page.backups_requested.connect(lambda: self.show_backups(usual, Given(), place))
        page.place_requested.connect(partial(self._choose_place, page, place))
        page.again_requested.connect(self.again_requested)
        page.other_journal_requested.connect(self.other_journal_requested)
        self._show(page)
        page.start()
        found = partial(backups.overview_of, place)
        self._context.tasks.compute(found, page.show_backups, owner=page)
        return page

    def _choose_place(self, page: ShutPage, place: Path) -> None:
        folder = files.ask_for_folder(self._place, text("An empty folder for the journal"))
        if folder is None:
            return
        if can_take_a_journal(folder, place):
            self.show_backups(folder, Given(), place)
        else:
            page.show_problem(
                text("That folder holds a journal or backups already. Please choose another one.")
            )

    def show_unavailable(self, folder: Path, why: str) -> ShutPage:
        """Say why a journal that asks nothing does not open; it may later."""
        title = text("The journal cannot be opened now")
        return self._offer(folder, Given(), title, why, can_go_back=False)

    def show_backups(self, folder: Path, given: Given, place: Path | None = None) -> None:
        """Show the list of backups, to look into and to go back to.

        They are in the journal's folder, or in ``place``.
        """
        from resilience_desktop.ui.settings.backup_list import BackupList

        def restored(backup: Backup, given: Given, remarks: list[str]) -> None:
            self.restored_in.emit(folder)
            self._restored(backup, given, remarks)

        source = ClosedJournal(self._context, folder, given, restored, place)
        BackupList(self._context, folder, self._place.window(), source).open()

    def _offer(
        self,
        folder: Path,
        given: Given,
        title: str,
        why: str,
        *,
        can_go_back: bool = True,
        can_be_saved: bool = False,
    ) -> ShutPage:
        from resilience_desktop.ui.dialogs.shut import ShutPage

        page = ShutPage(
            self._context.look, title, why, can_go_back=can_go_back, can_be_saved=can_be_saved
        )
        page.backups_requested.connect(lambda: self.show_backups(folder, given))
        page.salvage_requested.connect(partial(self._salvage, folder, why, given))
        page.again_requested.connect(self.again_requested)
        page.other_journal_requested.connect(self.other_journal_requested)
        self._show(page)
        page.start()
        self._context.tasks.compute(lambda: backups.overview(folder), page.show_backups, owner=page)
        return page

    def _restored(self, backup: Backup, given: Given, remarks: list[str]) -> None:
        from resilience_desktop.ui.dialogs.outcome import restored

        self._tell(given, *restored(backup, remarks))

    def show_opened_with_kept_keys(self, given: Given) -> None:
        """Say which passphrase counts after the key file of a backup opened the journal."""
        self._tell(
            given,
            text("The journal is open"),
            text(
                "The passphrase you have just used opens it from now on. The recovery sheet stays "
                "the same."
            ),
            [text("What you wrote is all there. Settings, Safety can change the passphrase.")],
        )

    # Saving what can be read

    def _salvage(self, folder: Path, why: str, given: Given) -> None:
        from resilience_desktop.ui.dialogs.wait import WaitPage, saving_words

        progress = Progress()
        page = WaitPage(self._context.look, *saving_words(), progress)
        self._show(page)
        page.start()
        self._context.tasks.open(
            lambda: backups.salvage(folder, given.passphrase, given.code, progress),
            partial(self._salvaged, given),
            partial(self._not_salvaged, folder, why, given),
            owner=self,
            progress=progress,
        )

    def _salvaged(self, given: Given, saved: Salvaged) -> None:
        from resilience_desktop.ui.dialogs.outcome import salvaged

        self._tell(given, *salvaged(saved))

    def _not_salvaged(self, folder: Path, why: str, given: Given, error: BaseException) -> None:
        if isinstance(error, WrongPassphraseError | KeyFileDamagedError):
            self._ask(folder, why, "" if given == Given() else str(error))
            return
        page = self.show_damaged(folder, why, given)
        if not isinstance(error, ResilienceError):
            show_problem(self._place, error)
        elif not isinstance(error, CancelledError):
            page.show_problem(str(error))

    def _ask(self, folder: Path, why: str, problem: str) -> None:
        """Ask for what opens the journal, to read what is left of it."""
        from resilience_desktop.ui.dialogs.unlock import UnlockPage

        page = UnlockPage(
            self._context.look,
            title=text("What opened the journal is needed"),
            action=text("Save what is left"),
        )
        page.passphrase_given.connect(
            lambda words: self._salvage(folder, why, Given(passphrase=words))
        )
        page.code_given.connect(lambda code: self._salvage(folder, why, Given(code=code)))
        page.other_journal_requested.connect(self.other_journal_requested)
        self._show(page)
        page.start()
        if problem:
            page.show_problem(problem)

    def _tell(self, given: Given, title: str, sentence: str, remarks: list[str]) -> None:
        from resilience_desktop.ui.dialogs.outcome import OutcomePage

        page = OutcomePage(self._context.look, title, sentence, remarks)
        page.done.connect(partial(self.opened.emit, given))
        self._show(page)
        page.start()


def can_take_a_journal(folder: Path, place: Path) -> bool:
    """Whether a journal can go into a folder: none is there, and it is no folder of backups."""
    if folder == place or place in folder.parents:
        return False
    try:
        is_free = Journal.door(folder) is Door.NONE
    except ResilienceError:
        return False
    return is_free and not (backups.overview(folder).backups or backups.overview_of(folder).backups)
