"""The header: pages on the left, search, Help now and the menu on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QVBoxLayout

from resilience_desktop.i18n import text
from resilience_desktop.ui.pages import shortcut
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widths import COMPACT_MARGIN, WIDE_MARGIN, is_compact

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu, QWidget

    from resilience_desktop.ui.pages import PageSpec
    from resilience_desktop.ui.theme import LookKeeper

_TAB_SIDE = 12  # the space at each side of a tab's words


class Header(QFrame):
    """One row, or two where tabs and tools do not fit beside each other."""

    page_chosen = Signal(str)
    """The key of the page whose tab somebody chose."""
    start_wanted = Signal(str)
    """The key of the page in view, whose tab somebody pressed."""
    search_requested = Signal()

    def __init__(self, look: LookKeeper, search: QWidget, menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("header")
        self._look, self._search = look, search
        self._two_rows = False
        self._searching = False
        self._name = labels.heading(look, text("Resilience"), name="header.name")
        self._name.setWordWrap(False)
        self.tabs = QTabBar()
        self.tabs.setObjectName("pages")
        self.tabs.setAccessibleName(text("Pages"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.currentChanged.connect(self._tell_page)
        self.tabs.tabBarClicked.connect(self._pressed)
        self._glass = buttons.IconButton(look, "search", text("Search"), name="header.search")
        self._glass.clicked.connect(self.search_requested)
        self.help = buttons.help_now(look, name="header.help")
        self.lock = buttons.IconButton(look, "lock", text("Lock"), name="header.lock")
        self.lock.hide()
        more = buttons.IconButton(look, "menu", text("Menu"), name="header.menu")
        more.setMenu(menu)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        for tool in (search, self._glass, self.help, self.lock, more):
            self._tools.addWidget(tool)
        self._upper = QHBoxLayout()
        self._upper.setSpacing(16)
        self._lower = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._upper)
        self._column.addLayout(self._lower)
        self._fill(two_rows=False)
        look.look_changed.connect(self.fit)

    def show_pages(self, pages: tuple[PageSpec, ...]) -> None:
        """Give every page a tab, in this order; the chosen one stays chosen."""
        chosen = self.tabs.tabData(self.tabs.currentIndex())
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for place, page in enumerate(pages):
                self.tabs.setTabData(self.tabs.addTab(page.title), page.key)
                self.tabs.setTabToolTip(place, shortcut(place))
        if chosen is not None:
            self.choose_page(chosen)
        self.fit()

    def choose_page(self, key: str) -> None:
        """Mark the tab of a page that is shown for another reason."""
        keys = [self.tabs.tabData(place) for place in range(self.tabs.count())]
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(keys.index(key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.fit()

    def show_search(self) -> None:
        """Make room for the search field where it is only an icon."""
        self._searching = True
        self.fit()

    def put_search_away(self) -> None:
        """Show the icon again where there is no room for the field."""
        self._searching = False
        self.fit()

    def show_lock(self, *, there: bool) -> None:
        """Offer the lock, where there is anything that locks."""
        if self.lock.isHidden() is there:
            self.lock.setVisible(there)
            self.fit()

    def _tell_page(self, place: int) -> None:
        self.page_chosen.emit(self.tabs.tabData(place))

    def _pressed(self, place: int) -> None:
        """Tell of a press on the tab in view; Qt tells of a press before it chooses the tab."""
        if 0 <= place == self.tabs.currentIndex():
            self.start_wanted.emit(self.tabs.tabData(place))

    def fit(self) -> None:
        """Take one row or two, and show what there is room for."""
        look = self._look
        compact = is_compact(self, look)
        margin = COMPACT_MARGIN if compact else WIDE_MARGIN
        self._column.setContentsMargins(margin - _TAB_SIDE, 0, margin, 0)
        field = min(look.px(240), self.width() // 3)
        self._search.setFixedWidth(field)
        searching = self._searching or self._search.hasFocus()
        self._search.setVisible(not compact or searching)
        self._glass.setVisible(compact and not searching)
        self._tools.invalidate()  # some were shown or hidden just now
        beside = self._tools.sizeHint().width() + self._upper.spacing()
        needed = self.tabs.sizeHint().width() + beside + 2 * margin - _TAB_SIDE
        two_rows = needed > self.width()
        self._name.setVisible(two_rows or needed + self._name.sizeHint().width() < self.width())
        if two_rows != self._two_rows:
            self._two_rows = two_rows
            self._fill(two_rows=two_rows)
        named = self._name.isVisibleTo(self)
        self._upper.setContentsMargins(_TAB_SIDE if named else 0, 4 if two_rows else 0, 0, 0)
        self.setFixedHeight(look.px(56) + (look.px(44) if two_rows else 0))

    def _fill(self, *, two_rows: bool) -> None:
        for layout in (self._upper, self._lower):
            while layout.count():
                layout.takeAt(0)
        if two_rows:
            self._upper.addWidget(self._name)
            self._upper.addStretch()
            self._upper.addLayout(self._tools)
            self._lower.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
            self._lower.addStretch()
        else:
            self._upper.addWidget(self._name)
            self._upper.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
            self._upper.addStretch()
            self._upper.addLayout(self._tools)
