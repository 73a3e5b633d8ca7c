"""The window: an entrance in front of the journal, and behind it the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QWidget

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.ui.alone import Alone
from resilience_desktop.ui.context import UiContext
from resilience_desktop.ui.cover import Covers
from resilience_desktop.ui.entrance import Entrance
from resilience_desktop.ui.icons import app_icon
from resilience_desktop.ui.made_ahead import MadeAhead
from resilience_desktop.ui.navigator import Navigator
from resilience_desktop.ui.notices import Notices
from resilience_desktop.ui.placement import place_of, restore_place
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.upkeep import Upkeep
from resilience_desktop.ui.wanted_look import WantedLook
from resilience_desktop.ui.way_back import Whereabouts
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.keys import COVER_KEY, HELP_KEYS, LOCK_KEY, TOOLKIT_KEY
from resilience_desktop.ui.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from resilience_desktop.errors import JournalDamagedError
    from resilience_desktop.ui.frame import Frame
    from resilience_desktop.ui.header import Header
    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.search_box import SearchBox
    from resilience_desktop.ui.tasks import Tasks
    from resilience_desktop.ui.theme import LookKeeper

_SMALLEST = (900, 600)


class MainWindow(QMainWindow):
    """Holds the entrance, the pages and the dialogs that are open to all of them."""

    demo_requested = Signal()
    lock_requested = Signal()
    pages_shown = Signal()
    """A journal is open and its pages are there."""
    closed = Signal()
    """The window is gone for good, not only hidden."""

    def __init__(
        self,
        folder: Path,
        tasks: Tasks,
        look: LookKeeper,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(text("Resilience"))
        self.setWindowIcon(app_icon())
        self.hides_when_closed = False
        """Whether closing hides the window: something else keeps a way back to it."""
        self._quitting = False
        self._may_ask = True
        self._wanted = ""
        self.navigator = Navigator(self)
        self.notices = Notices(self, look)
        self.upkeep = Upkeep(tasks, self)
        self.context = UiContext(
            tasks, look, self.notices, self.navigator, preferences, self.upkeep
        )
        self.dialogs = WindowDialogs(self, self.context)
        self.entrance = Entrance(self.context, folder)
        self._frame: Frame | None = None
        self.covers = Covers(self, look)
        self._whole = QStackedWidget()
        self._whole.addWidget(self.entrance)
        self.setCentralWidget(self._whole)
        self._ahead = MadeAhead(self.context, self, self._whole, self.entrance)
        self._alone = Alone(self, self._whole)
        self._ring = FocusRing(self, look)
        self._look = WantedLook(self, look, preferences)
        self._connect()
        self.setMinimumSize(*_SMALLEST)
        restore_place(self, preferences.settings)

    @property
    def folder(self) -> Path:
        """The folder of the journal."""
        return self.entrance.folder

    @property
    def header(self) -> Header:
        """The header of the open journal."""
        return self._opened().header

    @property
    def search(self) -> SearchBox:
        """The search over everything written."""
        return self._opened().search

    def start(self) -> None:
        """Show what comes first: a new journal, a locked one, or the pages."""
        self.entrance.start()

    def show_pages(self) -> None:
        """Show the journal; it is open now."""
        if self._frame is None:
            self._frame = self._listen_to(self._ahead.take())
        self._whole.setCurrentWidget(self._frame)
        self.entrance.clear()
        self._frame.start(self.context.preferences.settings.page)
        self.upkeep.start()
        self._offer_lock()
        frame = self._frame
        self.context.tasks.when_quiet(lambda: self._look_around(frame), owner=frame)
        self.pages_shown.emit()
        if self._wanted:
            self.capture(self._wanted)

    def _look_around(self, frame: Frame) -> None:
        """Do what can wait until the page is there to be read."""
        from resilience_desktop.ui.settling import settle
        from resilience_desktop.ui.strips import look_for_strips

        if frame is not self._frame:
            return  # other pages have taken their place
        settle(self.context, self, self.entrance.forget, self._leave_damaged)
        self.dialogs.read_toolkit()
        is_first_time = self.entrance.is_first_time
        look_for_strips(self.context, frame, self.dialogs, is_first_time=is_first_time)

    def say_example(self) -> None:
        """Keep it plain that this journal is made up and will be gone."""
        self.setWindowTitle(text("Resilience, example entries"))
        self._opened().say_example(self.quit)

    def page(self, key: str) -> QWidget:
        """Show a page and return it."""
        return self._opened().page(key)

    def capture(self, what: str) -> None:
        """Come to the front with the form for a ``mood`` or a ``thought`` ready to type.

        A journal that is locked is opened first; what was wanted waits for that.
        """
        self._alone.end()
        away = self.is_away
        self.come_to_front()
        if self._frame is None:
            self._wanted = what
            return
        self._wanted = ""
        frame = self._frame
        if what == "thought":
            frame.begin_record()
        else:
            frame.begin_entry()
        if away:
            words = text("Back to what you were doing")
            frame.way_back.offer(Whereabouts("elsewhere", words, self._go_away))

    @property
    def is_away(self) -> bool:
        """Whether the window is out of sight: minimised, or only in the tray."""
        return self.isHidden() or self.isMinimized()

    def come_to_front(self) -> None:
        """Be seen, whatever hides the window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Help, the lock and the cover

    def show_help(self) -> None:
        """Open Help now, or bring it to the front."""
        there = next((d for d in self.findChildren(QDialog, "help") if d.isVisible()), None)
        if there is not None:
            there.raise_()
            there.activateWindow()
            return
        from resilience_desktop.ui.dialogs.help_now import HelpDialog

        self.dialogs.open(HelpDialog(self.context, self.folder, self))

    def show_toolkit(self) -> None:
        """Open the toolkit over whatever is there."""
        self.dialogs.show_toolkit()

    @property
    def is_open(self) -> bool:
        """Whether the pages of a journal are there."""
        return self._frame is not None

    @property
    def can_be_locked(self) -> bool:
        """Whether a journal is open that asks for a passphrase."""
        if self._frame is None:
            return False
        try:
            return Journal.door(self.folder) is Door.PASSPHRASE
        except ResilienceError:
            return False

    def lock(self) -> None:
        """Ask for the journal to be locked, if it can be."""
        if self._frame is not None and not self.can_be_locked:
            self.notices.show(
                text("This journal has no passphrase, so it cannot be locked. F9 covers it.")
            )
        self.lock_requested.emit()

    def show_lock(self) -> None:
        """Show the lock in this window; the journal is closed."""
        self._go_to_entrance()
        self.start()

    def _go_to_entrance(self) -> None:
        self.covers.take_away()
        self.notices.dismiss()
        self.upkeep.stop()
        self._take_pages_away()
        self._whole.setCurrentWidget(self.entrance)

    def _leave_damaged(self, error: JournalDamagedError) -> None:
        """Go to what can be done about a journal that is damaged further on."""
        self.context.tasks.close_journal()
        self._go_to_entrance()
        self.entrance.refuse(error)

    def turn_cover(self) -> None:
        """Cover everything that can be read, or show it again."""
        self.covers.turn()

    def _offer_lock(self) -> None:
        if self._frame is not None:
            self._frame.header.show_lock(there=self.can_be_locked)

    # Inside

    def _show_anew(self) -> None:
        """Build the pages anew: nothing of those that are there belongs to this journal."""
        self._take_pages_away()
        self.show_pages()

    def _show_what_is_there(self) -> None:
        """Begin as with a fresh start; nothing of what was open is saved any more."""
        self.context.tasks.close_journal()
        self.show_lock()

    def _follow_journal(self, folder: Path) -> None:
        self.save_now()
        self.entrance.folder = folder
        self._take_pages_away()
        self.entrance.opened.emit()

    def _take_pages_away(self) -> None:
        self._alone.end()
        for dialog in self.findChildren(QDialog):
            dialog.hide()
            dialog.deleteLater()
        if self._frame is not None:
            self._frame.take_away()
            self._frame = None

    def _opened(self) -> Frame:
        if self._frame is None:
            message = "no journal is open"
            raise RuntimeError(message)
        return self._frame

    def _listen_to(self, frame: Frame) -> Frame:
        frame.listen()
        menu = frame.menu
        self.dialogs.follow(menu)
        menu.export_requested.connect(self._save_everything)
        self._look.listen_to(menu)
        menu.quit_requested.connect(self.quit)
        frame.help_requested.connect(self.show_help)
        frame.lock_requested.connect(self.lock)
        frame.page_shown.connect(lambda key: self.context.preferences.change(page=key))
        return frame

    def _save_everything(self) -> None:
        from resilience_desktop.ui.export import save_everything

        save_everything(self.context, self)

    def _show_problem(self, error: BaseException) -> None:
        from resilience_desktop.ui.problems import show_problem

        show_problem(self, error)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Follow the order of reading."""
        from resilience_desktop.ui.reading_order import go_on

        return go_on(self, forward=forward)

    def _larger_text(self) -> None:
        if self._frame is not None:
            self._look.change_text(1)

    # The window itself

    def quit(self) -> None:
        """Close for good, also where closing only hides."""
        self._quitting = True
        self.close()

    def end(self) -> None:
        """Close for good without asking anything: the system does not wait for an answer."""
        self._may_ask = False
        self.quit()

    def unsaved(self) -> bool:
        """Save everything now; return whether there is something that could not be saved."""
        from resilience_desktop.ui.unsaved import unsaved_in

        return bool(unsaved_in(self))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, and remember the place of the window."""
        self.keep_all()
        if self.hides_when_closed and not self._quitting:
            event.ignore()
            self.hide()
            return
        if self._has_to_ask():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def _has_to_ask(self) -> bool:
        app = QGuiApplication.instance()
        session_ends = isinstance(app, QGuiApplication) and app.isSavingSession()
        if session_ends or not self._may_ask:
            return False
        from resilience_desktop.ui.unsaved import ask_first, unsaved_in

        self.context.tasks.stop_long_work()  # what was typed would wait for it
        unsaved = unsaved_in(self)
        if unsaved:
            self._quitting = False
            self.come_to_front()
            ask_first(self.context, self, unsaved, self.end)
        return bool(unsaved)

    def changeEvent(self, event: QEvent) -> None:
        """Keep what is being typed when the window is left."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        if self.isActiveWindow():
            self._offer_lock()  # a dialog may have set a passphrase
        else:
            self.save_now()

    def keep_all(self) -> None:
        """Keep what is being typed, and remember the place of the window."""
        self.save_now()
        self.context.preferences.change(**place_of(self))

    def save_now(self) -> None:
        """Save what is being typed, on any page and in any dialog."""
        for saving in self.findChildren(Saving):
            saving.flush()

    def _go_away(self) -> None:
        """Leave the front to what somebody was doing before."""
        if self.hides_when_closed:
            self.close()
        else:
            self.showMinimized()

    def _connect(self) -> None:
        navigator = self.navigator
        navigator.journal_replaced.connect(self._show_anew)
        navigator.journal_gone.connect(self._show_what_is_there)
        navigator.journal_moved.connect(self._follow_journal)
        navigator.demo_requested.connect(self.demo_requested)
        navigator.help_requested.connect(self.show_help)
        navigator.alone_requested.connect(self._alone.show)
        self.entrance.help_requested.connect(self.show_help)
        self.entrance.demo_requested.connect(self.demo_requested)
        self.entrance.opened.connect(self.show_pages)
        self.context.tasks.work_failed.connect(self._show_problem)
        for keys in HELP_KEYS:
            self._shortcut(keys, self.show_help)
        self._shortcut(TOOLKIT_KEY, self.show_toolkit)
        self._shortcut(LOCK_KEY, self.lock)
        self._shortcut(COVER_KEY, self.turn_cover)
        self._shortcut("Ctrl+=", self._larger_text)  # plus without Shift
        self._shortcut("Ctrl+Z", self.notices.undo_last)
        self._shortcut("Ctrl+Q", self.quit)

    def _shortcut(self, keys: str, work: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(work)
