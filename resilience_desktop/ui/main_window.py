"""The window: a door in front of the journal, and behind it the pages."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop.errors import ResilienceError, WrongPassphraseError
from resilience_desktop.i18n import text
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.ui import files
from resilience_desktop.ui.context import UiContext
from resilience_desktop.ui.header import Header
from resilience_desktop.ui.icons import app_icon
from resilience_desktop.ui.navigator import Navigator
from resilience_desktop.ui.notices import Notices
from resilience_desktop.ui.pages import PAGES
from resilience_desktop.ui.problems import show_problem
from resilience_desktop.ui.reading_order import next_stop
from resilience_desktop.ui.search_box import SearchBox
from resilience_desktop.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from resilience_desktop.ui.journal.page import JournalPage
    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.tasks import Tasks
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.thoughts.page import ThoughtsPage

_SMALLEST = (900, 600)
_USUAL = (1280, 800)
_WIDEST = 1600
_TEXT_STEP = 10


class MainWindow(QMainWindow):
    """Hosts the door and the pages, and takes people from one to another."""

    demo_requested = Signal()

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
        self._folder = folder
        self._pages: dict[str, QWidget] = {}
        self.navigator = Navigator(self)
        self.notices = Notices(self, look)
        self.context = UiContext(tasks, look, self.notices, self.navigator, preferences)
        self._door: QWidget | None = None
        self._frame: QWidget | None = None
        self._whole = QStackedWidget()
        self.setCentralWidget(self._whole)
        self._ring = FocusRing(self, look)
        # Everything is laid out anew for a size, so several steps in a row are one.
        self._new_text_size = QTimer(self, singleShot=True, interval=120)
        self._new_text_size.timeout.connect(self._apply_text_size)
        self._connect()
        self._restore_place()

    @property
    def folder(self) -> Path:
        """The folder of the journal."""
        return self._folder

    # The door

    def start(self) -> None:
        """Show what comes first: a new journal, a locked one, or the pages."""
        try:
            door = Journal.door(self._folder)
        except ResilienceError as error:
            self._show_unlock(only_code=False, why=str(error))
            return
        if door is Door.NONE:
            self._show_first_run()
        elif door is Door.OPEN:
            self._open(lambda: Journal.open(self._folder))
        else:
            only_code = door is Door.RECOVERY_CODE
            why = (
                text(
                    "The key file is missing or damaged, so the passphrase cannot be tried. "
                    "The recovery code opens the journal."
                )
                if only_code
                else ""
            )
            self._show_unlock(only_code=only_code, why=why)

    def _show_first_run(self) -> None:
        from resilience_desktop.ui.dialogs.first_run import FirstRunPage

        page = FirstRunPage(self.context.look, self._folder)
        page.help_requested.connect(self.show_help)
        page.create_requested.connect(self._create)
        page.other_journal_requested.connect(self._choose_other)
        page.demo_requested.connect(self.demo_requested)
        self._show_door(page)
        page.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_unlock(self, *, only_code: bool, why: str) -> None:
        from resilience_desktop.ui.dialogs.unlock import UnlockPage

        page = UnlockPage(self.context.look, only_code=only_code, why=why)
        page.help_requested.connect(self.show_help)
        page.passphrase_given.connect(
            lambda words: self._open(lambda: Journal.open(self._folder, words))
        )
        page.code_given.connect(
            lambda code: self._open(lambda: Journal.open_with_code(self._folder, code))
        )
        page.other_journal_requested.connect(self._choose_other)
        self._show_door(page)
        page.start()

    def _show_recovery(self, groups: tuple[str, ...]) -> None:
        from resilience_desktop.ui.dialogs.recovery import RecoveryPage

        page = RecoveryPage(self.context.look, self.context.tasks, groups)
        page.help_requested.connect(self.show_help)
        page.done.connect(self.show_pages)
        self._show_door(page)
        page.start()

    def _create(self, passphrase: str | None) -> None:
        self.context.tasks.open(
            lambda: Journal.create(self._folder, passphrase),
            self._show_recovery,
            self._not_opened,
            owner=self,
        )

    def _open(self, work: Callable[[], Journal]) -> None:
        self.context.tasks.open(
            lambda: (work(), None),
            lambda _none: self.show_pages(),
            self._not_opened,
            owner=self,
        )

    def _not_opened(self, error: BaseException) -> None:
        if not isinstance(error, ResilienceError):
            show_problem(self, error)
            return
        tell = getattr(self._door, "show_problem", None)
        if tell is not None:
            tell(str(error))
        else:
            only_code = not isinstance(error, WrongPassphraseError)
            self._show_unlock(only_code=only_code, why=str(error))

    def _choose_other(self) -> None:
        folder = files.ask_for_folder(self, text("The folder of the journal"))
        if folder is not None:
            self._folder = folder
            self.start()

    def _show_door(self, page: QWidget) -> None:
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)
        if self._door is not None:
            self._whole.removeWidget(self._door)
            self._door.deleteLater()
        self._door = page

    # The pages

    def show_pages(self) -> None:
        """Show the journal; it is open now."""
        if self._frame is None:
            self._frame = self._build_frame()
            self._whole.addWidget(self._frame)
        self._whole.setCurrentWidget(self._frame)
        if self._door is not None:
            self._whole.removeWidget(self._door)
            self._door.deleteLater()
            self._door = None
        keys = [page.key for page in PAGES]
        last = self.context.preferences.settings.page
        self.header.tabs.setCurrentIndex(keys.index(last) if last in keys else 0)
        self._show_page(self.header.tabs.currentIndex())
        begin = getattr(self._stack.currentWidget(), "start_here", None)
        if begin is not None:
            begin()

    def page(self, key: str) -> QWidget:
        """Show a page and return it."""
        index = next(i for i, page in enumerate(PAGES) if page.key == key)
        self.header.tabs.setCurrentIndex(index)
        self._show_page(index)
        return self._pages[key]

    def _build_frame(self) -> QWidget:
        frame = QWidget()
        frame.setObjectName("frame")
        self.search = SearchBox(self.context, self)
        self.header = Header(self.context.look, self.search.field, self._menu())
        self.header.page_chosen.connect(self._show_page)
        self.header.search_requested.connect(self._start_search)
        self.search.closed.connect(self.header.put_search_away)
        self.header.help.clicked.connect(self.show_help)
        self._stack = QStackedWidget()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        inside = QWidget()
        inside.setLayout(column)
        inside.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside)
        for index, page in enumerate(PAGES):
            self._shortcut(page.shortcut, partial(self.header.tabs.setCurrentIndex, index))
        self._shortcut("Ctrl+=", partial(self._change_text, 1))  # plus without Shift
        self._shortcut("Ctrl+K", self._start_search)
        self._shortcut("Ctrl+N", self._new_entry)
        self._shortcut("Ctrl+T", self._new_record)
        self._shortcut("Ctrl+P", partial(self.page, "share"))
        self._shortcut("Ctrl+Tab", partial(self._turn_page, 1))
        self._shortcut("Ctrl+Shift+Tab", partial(self._turn_page, -1))
        self._shortcut("F6", partial(self._next_pane, 1))
        self._shortcut("Shift+F6", partial(self._next_pane, -1))
        return frame

    def _show_page(self, index: int) -> None:
        page = PAGES[index]
        before = self._stack.currentWidget()
        save = getattr(before, "save_now", None)
        if save is not None:
            save()
        if page.key not in self._pages:
            self._pages[page.key] = page.create(self.context)
            self._stack.addWidget(self._pages[page.key])
        self._stack.setCurrentWidget(self._pages[page.key])
        self._set(page=page.key)

    def _turn_page(self, step: int) -> None:
        tabs = self.header.tabs
        tabs.setCurrentIndex((tabs.currentIndex() + step) % tabs.count())

    def _next_pane(self, step: int) -> None:
        """Move the keyboard to the next part of the page, or back to the pages themselves."""
        find = getattr(self._stack.currentWidget(), "panes", None)
        found = [pane for pane in (find() if find else []) if pane.isVisible() and pane.isEnabled()]
        panes = [self.header.tabs, *found]
        focus = self.focusWidget()
        here = next(
            (
                n
                for n, pane in enumerate(panes)
                if focus and (pane is focus or pane.isAncestorOf(focus))
            ),
            0,
        )
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Follow the order of reading."""
        stop = next_stop(self, self.focusWidget(), 1 if forward else -1)
        if stop is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        return True

    def _start_search(self) -> None:
        self.header.show_search()
        self.search.start()

    def _new_entry(self) -> None:
        self._journal_page().new_entry()

    def _new_record(self) -> None:
        self._thoughts_page().new_record()

    def _show_day(self, day: dt.date) -> None:
        self._journal_page().show_day(day)

    def _show_entry(self, id_: str) -> None:
        self._journal_page().open_entry(id_)

    def _show_record(self, id_: str) -> None:
        thoughts = self._thoughts_page()
        if id_:
            thoughts.open_record(id_)
        else:
            thoughts.new_record()

    def _journal_page(self) -> JournalPage:
        return cast("JournalPage", self.page("journal"))

    def _thoughts_page(self) -> ThoughtsPage:
        return cast("ThoughtsPage", self.page("thoughts"))

    # The menu and its dialogs

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("menu")
        self._action(menu, "import", text("Bring in entries ..."), self.show_import)
        self._action(menu, "export", text("Save everything as a file ..."), self._export)
        menu.addSeparator()
        themes = QMenu(text("Colours"), menu)
        group = QActionGroup(themes)
        for name, words in (
            ("system", text("Like the system")),
            ("light", text("Light")),
            ("dark", text("Dark")),
        ):
            action = self._action(themes, f"theme_{name}", words, partial(self._set_theme, name))
            action.setCheckable(True)
            action.setChecked(self.context.preferences.settings.theme == name)
            group.addAction(action)
        menu.addMenu(themes)
        self._action(menu, "larger", text("Larger text"), partial(self._change_text, 1), "Ctrl++")
        self._action(
            menu, "smaller", text("Smaller text"), partial(self._change_text, -1), "Ctrl+-"
        )
        self._action(menu, "usual", text("Usual text"), partial(self._change_text, 0), "Ctrl+0")
        menu.addSeparator()
        self._action(menu, "about", text("About Resilience"), self.show_about)
        return menu

    def _action(
        self, menu: QMenu, name: str, words: str, work: Callable[[], object], keys: str = ""
    ) -> QAction:
        action = QAction(words, menu)
        action.setObjectName(f"menu.{name}")
        action.triggered.connect(lambda: work())
        if keys:
            action.setShortcut(QKeySequence(keys))
            self.addAction(action)
        menu.addAction(action)
        return action

    def show_help(self) -> None:
        """Open Help now."""
        from resilience_desktop.ui.dialogs.help_now import HelpDialog

        self._open_dialog(HelpDialog(self.context.look, self.context.preferences, self))

    def show_import(self) -> None:
        """Open the dialog that brings entries in."""
        from resilience_desktop.ui.dialogs.import_entries import ImportDialog

        self._open_dialog(ImportDialog(self.context, self))

    def show_about(self) -> None:
        """Open the page about the app."""
        from resilience_desktop.ui.dialogs.about import AboutDialog

        self._open_dialog(AboutDialog(self.context.look, self._folder, self))

    def _open_dialog(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FocusRing(dialog, self.context.look)
        dialog.open()

    def _export(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            text("Save everything"),
            text(
                "The file holds everything, also what is in the bin. It is not encrypted: "
                "anyone who has it can read it."
            ),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        box.setObjectName("export")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go_on = box.addButton(text("Choose a place"), QMessageBox.ButtonRole.AcceptRole)
        go_on.setObjectName("export.choose")
        go_on.clicked.connect(self._write_export)
        box.open()

    def _write_export(self) -> None:
        path = files.ask_where_to_save(
            self, text("Save everything"), "journal-export.json", "JSON (*.json)"
        )
        if path is None:
            return

        def write(journal: Journal) -> None:
            from resilience_desktop.services.exchange import export
            from resilience_desktop.services.sharing import write_file

            write_file(path, export(journal.contents()))

        said = text("Everything is saved in that file")
        self.context.tasks.read(write, lambda _none: self.notices.show(said), owner=self)

    def _set_theme(self, name: str) -> None:
        self.context.look.set_theme(name)
        self._set(theme=name)

    def _change_text(self, step: int) -> None:
        settings = self.context.preferences.settings
        size = settings.text_size + step * _TEXT_STEP if step else 100
        settings = settings.with_text_size(size)
        self.context.preferences.set(settings)
        self._new_text_size.start()

    def _apply_text_size(self) -> None:
        self.context.look.set_text_size(self.context.preferences.settings.text_size)

    # The window itself

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, and remember the place of the window."""
        self.save_now()
        self._remember_place()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep what is being typed when the window is left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.save_now()

    def save_now(self) -> None:
        """Ask every page to keep what is being typed."""
        for page in self._pages.values():
            save = getattr(page, "save_now", None)
            if save is not None:
                save()

    def _connect(self) -> None:
        navigator, tasks = self.navigator, self.context.tasks
        navigator.day_requested.connect(self._show_day)
        navigator.entry_requested.connect(self._show_entry)
        navigator.thought_record_requested.connect(self._show_record)
        navigator.import_requested.connect(self.show_import)
        navigator.demo_requested.connect(self.demo_requested)
        navigator.help_requested.connect(self.show_help)
        tasks.work_failed.connect(partial(show_problem, self))
        self._shortcut("F1", self.show_help)
        self._shortcut("Ctrl+Shift+H", self.show_help)
        self._shortcut("Ctrl+Z", self.notices.undo_last)
        self._shortcut("Ctrl+Q", self.close)

    def _shortcut(self, keys: str, work: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(work)

    def _restore_place(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        place = self.context.preferences.settings.window
        if place is not None and _is_on_a_screen(QRect(*place)):
            self.setGeometry(QRect(*place))
        if self.context.preferences.settings.maximized:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _remember_place(self) -> None:
        place = self.normalGeometry()
        self._set(
            window=(place.x(), place.y(), place.width(), place.height()),
            maximized=self.isMaximized(),
        )

    def _set(self, **values: object) -> None:
        settings = replace(self.context.preferences.settings, **values)  # type: ignore[arg-type]
        self.context.preferences.set(settings)


def _is_on_a_screen(place: QRect) -> bool:
    """Whether enough of the window would be seen: screens come and go."""
    return any(
        (screen.availableGeometry() & place).width() >= 200
        and (screen.availableGeometry() & place).height() >= 100
        for screen in QGuiApplication.screens()
    )
