"""What stands in front of the journal: the first start, the lock, or a journal that is shut."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from resilience_desktop.errors import (
    JournalDamagedError,
    KeyFileDamagedError,
    OpenElsewhereError,
    ResilienceError,
    WrongPassphraseError,
)
from resilience_desktop.i18n import day, text
from resilience_desktop.services import whereabouts
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.ui.settings.given import Given

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.dialogs.door import DoorPage
    from resilience_desktop.ui.shut_journal import ShutJournal


class Entrance(QStackedWidget):
    """Shows one page at a time until a journal is open."""

    waiting = Signal()
    """A passphrase is asked for, which takes a while; whoever watches may get ready."""
    opening = Signal()
    """A journal is being opened, with nothing asked before."""
    refused = Signal()
    """It did not open."""
    opened = Signal()
    """A journal is open, and everything a first start asks has been asked."""
    help_requested = Signal()
    demo_requested = Signal()

    def __init__(self, context: UiContext, folder: Path) -> None:
        super().__init__()
        self._context = context
        self.folder = folder
        self.is_locked = False
        """Whether somebody locked the journal, or it was locked for them: nothing opens it then
        but what is typed."""
        self._usual = folder
        self.is_first_time = False
        """Whether the journal was made just now."""
        self._shut_journal: ShutJournal | None = None
        self._given = Given()

    @property
    def _shut(self) -> ShutJournal:
        """What is shown where a journal does not open."""
        if self._shut_journal is None:
            from resilience_desktop.ui.shut_journal import ShutJournal

            self._shut_journal = shut = ShutJournal(self._context, self, self._show)
            shut.restored_in.connect(self._use)
            shut.opened.connect(self._let_in)
            shut.again_requested.connect(self.start)
            shut.other_journal_requested.connect(self._choose_other)
        return self._shut_journal

    def start(self) -> None:
        """Show what comes first: a new journal or a locked one; or open one that has no lock."""
        try:
            self.folder = whereabouts.whereabouts(self.folder)
            whereabouts.refuse_elsewhere(self.folder)
            door = Journal.door_to_try(self.folder)
        except OpenElsewhereError as error:
            self._show_elsewhere(str(error))
            return
        except JournalDamagedError as error:
            self._shut.show_damaged(self.folder, str(error), Given())
            return
        except ResilienceError as error:
            self._shut.show_unavailable(self.folder, str(error))
            return
        if door is Door.NONE:
            from resilience_desktop.services import backups

            if backups.overview(self.folder).backups:
                self._shut.show_missing(self.folder)
            elif backups.overview_of(self.folder).backups:
                self._shut.show_found(self.folder, self._usual)
            else:
                self._show_first_run()
        elif door is Door.OPEN:
            self._open(Given(), partial(Journal.open, self.folder, settled=False))
            self.opening.emit()
        elif door is Door.RECOVERY_CODE:
            self._start_without_keys()
        elif not self.is_locked and _opens_with_keyring(self.folder):
            self._open_with_keyring()
        else:
            self._show_unlock()

    def _start_without_keys(self) -> None:
        """Open with a key file from a backup, or ask; else only the recovery code is left."""
        from resilience_desktop.services import keys

        door = keys.door_with_kept_keys(self.folder)
        if door is Door.OPEN:
            self._open(Given(), partial(keys.open_with_kept_keys, self.folder, None))
        elif door is Door.PASSPHRASE:
            since = keys.day_of_kept_keys(self.folder)
            why = text(
                "The key file is missing or damaged, but a backup of {day} holds one. The "
                "passphrase of that day opens the journal, or the recovery code does."
            ).format(day=day(since) if since else "")
            self._show_unlock(title=text("The key file cannot be used"), why=why, kept=True)
        else:
            why = text(
                "The key file is missing or damaged, so the passphrase cannot be tried. "
                "The recovery code opens the journal."
            )
            self._show_unlock(only_code=True, why=why)

    def refuse(self, error: JournalDamagedError) -> None:
        """Go on as if a journal that was opened, and is closed now, had not opened."""

        def way() -> Journal:
            raise error

        self._open(self._given, way)

    def forget(self) -> None:
        """Forget what opened the journal: it is settled."""
        self._given = Given()

    def clear(self) -> None:
        """Take the present page away; nothing of what was typed there stays."""
        page = self.currentWidget()
        if page is not None:
            self.removeWidget(page)
            for field in page.findChildren(QLineEdit):
                field.setText("")  # and so nothing to undo to either
            page.deleteLater()

    # A first start

    def _show_first_run(self) -> None:
        from resilience_desktop.ui.dialogs.first_run import FirstRunPage

        page = FirstRunPage(self._context.look, self.folder)
        page.create_requested.connect(self._create)
        page.other_journal_requested.connect(self._choose_other)
        page.demo_requested.connect(self.demo_requested)
        self._show(page)
        page.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _create(self, passphrase: str | None) -> None:
        def work() -> tuple[Journal, tuple[str, ...]]:
            journal, groups = Journal.create(self.folder, passphrase)
            with suppress(ResilienceError):  # it only reminds
                journal.remembered.keep_sheet_waiting(waits=True)
            return journal, groups

        self.is_first_time = True
        self._context.tasks.open(
            work,
            partial(self._show_recovery, has_passphrase=passphrase is not None),
            partial(self._not_opened, Given()),
            owner=self,
        )

    def _show_recovery(self, groups: tuple[str, ...], *, has_passphrase: bool) -> None:
        from resilience_desktop.ui.dialogs.recovery import RecoveryPage

        page = RecoveryPage(
            self._context.look, self._context.tasks, groups, has_passphrase=has_passphrase
        )
        page.kept.connect(self._sheet_is_kept)
        page.done.connect(self._show_beginning)
        self._show(page)
        page.start()

    def _sheet_is_kept(self) -> None:
        tasks = self._context.tasks
        tasks.write(
            lambda journal: journal.remembered.keep_sheet_waiting(waits=False),
            owner=tasks,
            failed=_let_it_be,
        )

    def _show_beginning(self) -> None:
        from resilience_desktop.ui.dialogs.beginning import BeginningPage

        page = BeginningPage(self._context.look, self._context.preferences)
        page.done.connect(self._finish)
        self._show(page)
        page.start()

    # Opening

    def _show_unlock(
        self, *, title: str = "", only_code: bool = False, kept: bool = False, why: str = ""
    ) -> None:
        from resilience_desktop.services import backups
        from resilience_desktop.services.toolkit_when_locked import skills_when_locked
        from resilience_desktop.ui.dialogs.unlock import UnlockPage

        page = UnlockPage(
            self._context.look,
            title=text("The recovery code is needed") if only_code else title,
            only_code=only_code,
            why=why,
            backups=kept or (only_code and bool(backups.overview(self.folder).backups)),
            toolkit=bool(skills_when_locked(self.folder)),
        )
        page.passphrase_given.connect(partial(self._open_with_passphrase, kept))
        page.code_given.connect(self._open_with_code)
        page.other_journal_requested.connect(self._choose_other)
        page.toolkit_requested.connect(partial(self._context.navigator.toolkit_requested.emit, ""))
        page.backups_requested.connect(lambda: self._shut.show_backups(self.folder, Given()))
        self._show(page)
        page.start()
        self.waiting.emit()

    def _open_with_passphrase(self, kept: bool, words: str) -> None:
        if not kept:
            way = partial(Journal.open, self.folder, words, settled=False)
            self._open(Given(passphrase=words), way)
            return
        from resilience_desktop.services import keys

        self._context.tasks.open(
            lambda: (keys.open_with_kept_keys(self.folder, words), None),
            lambda _none: self._shut.show_opened_with_kept_keys(Given(passphrase=words)),
            partial(self._not_opened, Given(passphrase=words)),
            owner=self,
        )

    def _open_with_code(self, code: str) -> None:
        self._open(Given(code=code), partial(Journal.open_with_code, self.folder, code))

    def _open(self, given: Given, way: Callable[[], Journal]) -> None:
        self._given = given
        self._context.tasks.open(
            lambda: (way(), None),
            lambda _none: self._let_in(given),
            partial(self._not_opened, given),
            owner=self,
        )

    def _open_with_keyring(self) -> None:
        from resilience_desktop.services import keys
        from resilience_desktop.ui.dialogs.wait import WaitPage, keyring_words

        folder = self.folder

        def work() -> tuple[Journal, None]:
            journal = keys.open_with_keyring(folder, settled=False)
            if journal is None:
                raise WrongPassphraseError
            return journal, None

        page = WaitPage(self._context.look, *keyring_words())
        self._show(page)
        page.start()
        self._context.tasks.open(
            work, lambda _none: self._finish(), partial(self._not_opened, Given()), owner=self
        )
        self.opening.emit()

    def _not_opened(self, given: Given, error: BaseException) -> None:
        self.refused.emit()
        page = self.currentWidget()
        tell: Callable[[str], None] | None = getattr(page, "show_problem", None)
        if not isinstance(error, ResilienceError):
            from resilience_desktop.ui.problems import show_problem

            show_problem(self, error)
        elif isinstance(error, OpenElsewhereError):
            self._show_elsewhere(str(error))
        elif isinstance(error, JournalDamagedError):
            self._shut.show_damaged(self.folder, str(error), given)
        elif tell is not None:
            tell(str(error))
            self.waiting.emit()
        elif isinstance(error, WrongPassphraseError):  # not given by the keyring: no fuss
            self._show_unlock()
        elif isinstance(error, KeyFileDamagedError):
            self._show_unlock(only_code=True, why=str(error))
        else:
            self._shut.show_unavailable(self.folder, str(error))

    def _let_in(self, given: Given) -> None:
        """Go on to the pages; whoever needed the recovery code is offered a new passphrase."""
        if given.code is None or _is_open_to_anyone(self.folder):
            self._finish()
            return
        from resilience_desktop.ui.dialogs.new_passphrase import NewPassphrasePage

        page = NewPassphrasePage(self._context.look)
        page.chosen.connect(partial(self._change_passphrase, given.code))
        page.skipped.connect(self._finish)
        self._show(page)
        page.start()

    def _change_passphrase(self, code: str, new: str) -> None:
        from resilience_desktop.services import keys

        self._context.tasks.read(
            lambda journal: keys.change_forgotten_passphrase(journal, code, new),
            lambda _none: self._finish(),
            owner=self,
            failed=partial(self._not_opened, Given()),
        )

    def _finish(self) -> None:
        self.is_locked = True  # once it has been open, a keyring does not open it by itself
        self.opened.emit()

    # A journal that is open on another computer

    def _show_elsewhere(self, why: str) -> None:
        from resilience_desktop.ui.dialogs.elsewhere import ElsewherePage

        page = ElsewherePage(self._context.look, why)
        page.open_here_requested.connect(self._take_over)
        page.not_now_requested.connect(lambda: self.window().close())
        self._show(page)
        page.start()

    def _take_over(self) -> None:
        try:
            whereabouts.take_over(self.folder)
        except ResilienceError as error:
            self._not_opened(Given(), error)
        else:
            self.start()

    # Pages

    def _show(self, page: DoorPage) -> None:
        page.help_requested.connect(self.help_requested)
        self.clear()
        self.addWidget(page)
        self.setCurrentWidget(page)

    def _use(self, folder: Path) -> None:
        self.folder = folder

    def _choose_other(self) -> None:
        from resilience_desktop.ui import files

        folder = files.ask_for_folder(self, text("The folder of the journal"))
        if folder is not None:
            self.folder = folder
            self.start()


def _is_open_to_anyone(folder: Path) -> bool:
    try:
        return Journal.door(folder) is Door.OPEN
    except ResilienceError:
        return False


def _opens_with_keyring(folder: Path) -> bool:
    from resilience_desktop.services import keys

    return keys.opens_with_keyring(folder)


def _let_it_be(_error: BaseException) -> None:
    """Go on: it only reminds."""
