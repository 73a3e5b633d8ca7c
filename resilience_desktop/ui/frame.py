"""The frame of an open journal: the header, and below it one page at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.i18n import text
from resilience_desktop.ui.header import Header
from resilience_desktop.ui.menu import MainMenu
from resilience_desktop.ui.pages import PAGES, first_of, in_order, shortcut
from resilience_desktop.ui.search_box import SearchBox
from resilience_desktop.ui.way_back import WayBack, Whereabouts
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from resilience_desktop.domain.timeline_filter import TimelineFilter
    from resilience_desktop.services.looking import Selection
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.page import JournalPage
    from resilience_desktop.ui.share.switch_page import SwitchPage
    from resilience_desktop.ui.thoughts.page import ThoughtsPage
    from resilience_desktop.ui.toolkit.page import ToolkitPage

_WIDEST = 1600


class Frame(QWidget):
    """Takes people from one page to another, and back."""

    help_requested = Signal()
    lock_requested = Signal()
    page_shown = Signal(str)

    def __init__(self, context: UiContext, window: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("frame")
        self._context, self._window = context, window
        self._pages: dict[str, QWidget] = {}
        self.search = SearchBox(context, window)
        self.menu = MainMenu(window, context.preferences)
        self.header = Header(context.look, self.search.field, self.menu)
        self.way_back = WayBack(context.look)
        self._stack = QStackedWidget()
        self._lay_out()
        self._order = in_order(context.preferences.settings.pages_first)
        self.header.show_pages(self._order)
        self._connect()

    # Going somewhere

    def page(self, key: str) -> QWidget:
        """Show a page and return it."""
        self.header.choose_page(key)
        self._show(key)
        return self._pages[key]

    def get_ready(self, key: str) -> None:
        """Make the page that is shown first, in the room that it will have."""
        for layout in (self._row, self._column):
            layout.activate()
        self.header.fit()  # what nobody sees yet does not hear of the room it got
        self._column.activate()
        self.page(first_of(self._order, key).key)

    def start(self, key: str) -> None:
        """Show the page somebody left last, ready to type."""
        self._column.activate()  # so that the page is made in the room it has below the header
        page = self.page(first_of(self._order, key).key)
        begin = getattr(page, "start_here", None)
        if begin is not None:
            begin()

    def listen(self) -> None:
        """Follow what is asked for elsewhere, from now on: there is a journal."""
        navigator = self._context.navigator
        navigator.page_requested.connect(self.page)
        navigator.day_requested.connect(self._show_day)
        navigator.filter_requested.connect(self._show_filtered)
        navigator.entry_requested.connect(self._show_entry)
        navigator.thought_record_requested.connect(self._show_record)
        navigator.pattern_records_requested.connect(self._show_records_with)
        navigator.follow_up_requested.connect(self._follow_up)
        navigator.report_words_requested.connect(self._show_report_words)
        navigator.session_requested.connect(self._show_session)
        navigator.skill_requested.connect(self._show_skill)
        navigator.share_requested.connect(self._show_in_share)

    def take_away(self) -> None:
        """Leave nothing of the journal in the window."""
        for part in (self, self.menu):
            part.hide()
            part.deleteLater()
        self.search.deleteLater()

    def begin_entry(self) -> None:
        """Go to the mood scale of a new entry."""
        self.jump(lambda: self._journal().new_entry(), "journal")

    def begin_record(self) -> None:
        """Go to a new thought record."""
        self.jump(lambda: self._thoughts().new_record(), "record:")

    def say_example(self, leave: Callable[[], object]) -> None:
        """Say for as long as the window is there that nothing in it is kept."""
        look = self._context.look
        strip = QFrame()
        strip.setObjectName("example")
        strip.setProperty("banner", "strip")
        words = text(
            "Example entries of a made-up person. What you write here goes when you close it."
        )
        close = buttons.quiet(look, text("Close the example"), name="example.close")
        close.clicked.connect(leave)
        row = QHBoxLayout(strip)
        row.setContentsMargins(32, 4, 20, 4)
        row.addWidget(labels.body(look, words), 1)
        row.addWidget(close)
        self.add_strip(strip)

    def add_strip(self, strip: QWidget) -> None:
        """Put something to know above everything else."""
        self._strips.addWidget(strip)

    def jump(self, work: Callable[[], object], to: str) -> None:
        """Go to something, with a way back to anything else that somebody was doing.

        ``to`` is the key of its whereabouts.
        """
        before, page = self._here(), self._stack.currentWidget()
        work()
        if before is None or (before.is_idle and self._stack.currentWidget() is page):
            return
        if before.key != to:
            self.way_back.offer(before)

    # Inside

    def _show(self, key: str) -> None:
        before = self._stack.currentWidget()
        save = getattr(before, "save_now", None)
        if save is not None:
            save()
        if key not in self._pages:
            spec = next(page for page in PAGES if page.key == key)
            self._pages[key] = spec.read_in()(self._context, self._stack)
            self._stack.addWidget(self._pages[key])
            moved = getattr(self._pages[key], "whereabouts_changed", None)
            if moved is not None:
                moved.connect(self._arrived)
        self._stack.setCurrentWidget(self._pages[key])
        if self._pages[key].hasFocus():  # a page that is still empty has nothing else to give it to
            self.header.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page_shown.emit(key)

    def _choose(self, key: str) -> None:
        """Follow a tab that somebody chose."""
        self.way_back.forget()
        self._show(key)

    def _to_start(self, key: str) -> None:
        """Follow a press on the tab of the page in view, where that page has a start."""
        show_start = getattr(self._pages.get(key), "show_start", None)
        if show_start is not None:
            self.way_back.forget()
            show_start()

    def _here(self) -> Whereabouts | None:
        """Return what somebody is doing: the page knows, or it is the page itself."""
        page = self._stack.currentWidget()
        if page is None:
            return None
        tell: Callable[[], Whereabouts] | None = getattr(page, "whereabouts", None)
        if tell is not None:
            return tell()
        spec = next(spec for spec in PAGES if self._pages.get(spec.key) is page)
        words = text("Back to {page}").format(page=spec.title)
        return Whereabouts(spec.key, words, partial(self.page, spec.key))

    def _arrived(self) -> None:
        here = self._here()
        if here is not None:
            self.way_back.arrived(here.key)

    def _journal(self) -> JournalPage:
        return cast("JournalPage", self.page("journal"))

    def _thoughts(self) -> ThoughtsPage:
        return cast("ThoughtsPage", self.page("thoughts"))

    def _show_day(self, day: dt.date) -> None:
        self.jump(lambda: self._journal().show_day(day), f"day:{day}")

    def _show_filtered(self, chosen: TimelineFilter) -> None:
        self.jump(lambda: self._journal().show_filtered(chosen), "journal")

    def _show_entry(self, id_: str) -> None:
        if id_:
            self.jump(lambda: self._journal().open_entry(id_), f"entry:{id_}")
        else:
            self.begin_entry()

    def _show_record(self, id_: str) -> None:
        if id_:
            self.jump(lambda: self._thoughts().open_record(id_), f"record:{id_}")
        else:
            self.begin_record()

    def _follow_up(self, id_: str) -> None:
        self.jump(lambda: self._thoughts().follow_up(id_), f"record:{id_}")

    def _show_records_with(self, pattern: str) -> None:
        chosen = RecordFilter(patterns=(pattern,))
        self.jump(lambda: self._thoughts().show_records(chosen), "thoughts")

    def _show_skill(self, id_: str) -> None:
        page = partial(self.page, "toolkit")
        key = f"skill:{id_}" if id_ else "toolkit"
        self.jump(lambda: cast("ToolkitPage", page()).open_skill(id_), key)

    def _show_report_words(self, part: str) -> None:
        self.jump(lambda: cast("SwitchPage", self.page("share")).show_words(part), "share")

    def _show_session(self, id_: str) -> None:
        def show() -> None:
            cast("SwitchPage", self.page("share")).session().show_session(id_)

        self.jump(show, "share")

    def _start_search(self) -> None:
        self.header.show_search()
        self.search.start()

    def _turn_page(self, step: int) -> None:
        tabs = self.header.tabs
        tabs.setCurrentIndex((tabs.currentIndex() + step) % tabs.count())

    def _go_to_tab(self, index: int) -> None:
        if index < self.header.tabs.count():
            before, focus = self._stack.currentWidget(), self._window.focusWidget()
            self.header.tabs.setCurrentIndex(index)
            page = self._stack.currentWidget()
            is_there = page is not None and focus is not None and page.isAncestorOf(focus)
            take_keyboard = getattr(page, "take_keyboard", None)
            if take_keyboard is not None and not (is_there and page is before):
                take_keyboard()

    def _next_pane(self, step: int) -> None:
        """Move the keyboard to the next part of the page, or back to the pages themselves."""
        find = getattr(self._stack.currentWidget(), "panes", None)
        found = [pane for pane in (find() if find else []) if pane.isVisible() and pane.isEnabled()]
        panes = [self.header.tabs, *found]
        focus = self._window.focusWidget()
        here = next(
            (
                n
                for n, pane in enumerate(panes)
                if focus and (pane is focus or pane.isAncestorOf(focus))
            ),
            0,
        )
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_in_share(self, selection: Selection) -> None:
        cast("SwitchPage", self.page("share")).show_these(selection)

    def _reorder(self) -> None:
        order = in_order(self._context.preferences.settings.pages_first)
        if order != self._order:
            self._order = order
            self.header.show_pages(order)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strips = QWidget()
        self._strips = column_in(strips, 0)
        column.addWidget(strips)
        column.addWidget(self.header)
        column.addWidget(self.way_back)
        column.addWidget(self._stack, 1)
        inside = QWidget()
        inside.setLayout(column)
        inside.setMaximumWidth(_WIDEST)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(inside)

    def _connect(self) -> None:
        self.header.page_chosen.connect(self._choose)
        self.header.start_wanted.connect(self._to_start)
        self.header.search_requested.connect(self._start_search)
        self.header.help.clicked.connect(self.help_requested)
        self.header.lock.clicked.connect(self.lock_requested)
        self.search.closed.connect(self.header.put_search_away)
        self._context.preferences.changed.connect(self._reorder)
        for index in range(len(PAGES)):
            self._shortcut(shortcut(index), partial(self._go_to_tab, index))
        self._shortcut("Ctrl+K", self._start_search)
        self._shortcut("Ctrl+N", self.begin_entry)
        self._shortcut("Ctrl+T", self.begin_record)
        self._shortcut("Ctrl+P", lambda: self.jump(partial(self.page, "share"), "share"))
        self._shortcut("Ctrl+Tab", partial(self._turn_page, 1))
        self._shortcut("Ctrl+Shift+Tab", partial(self._turn_page, -1))
        self._shortcut("F6", partial(self._next_pane, 1))
        self._shortcut("Shift+F6", partial(self._next_pane, -1))

    def _shortcut(self, keys: str, work: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(work)
