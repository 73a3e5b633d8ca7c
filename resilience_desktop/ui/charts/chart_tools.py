"""What else can be done with the days of the charts: three buttons, or one menu with all three."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

BEFORE, YEAR, OWN, NOTHING = "before", "year", "own", "none"
"""What the period is compared with; own are dates that somebody chooses."""


class ChartTools(QWidget):
    """Compare, filter, times of change. ``more`` is for where these three have no room."""

    compare_chosen = Signal(str)
    filter_wanted = Signal()
    changes_wanted = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.compared = NOTHING
        self._compare_words, self._filter_words = text("Compare"), text("Filter ...")
        self._changes_words = text("Times of change ...")
        self.compare = buttons.quiet(
            look, self._compare_words, name="charts.compare", drawing="chevron-down"
        )
        self.filter = buttons.quiet(look, self._filter_words, name="charts.filter")
        self.changes = buttons.quiet(look, self._changes_words, name="charts.times_of_change")
        self.more = buttons.quiet(look, text("More"), name="charts.more", drawing="chevron-down")
        self.more.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.compare, self.filter, self.changes):
            row.addWidget(part)
        self.compare.clicked.connect(self._offer_compare)
        self.filter.clicked.connect(self.filter_wanted)
        self.changes.clicked.connect(self.changes_wanted)
        self.more.clicked.connect(self._offer_all)

    def fold(self, *, is_folded: bool) -> None:
        """Become one button, or three again."""
        self.setVisible(not is_folded)
        self.more.setVisible(is_folded)

    def _offer_compare(self) -> None:
        menu = QMenu(self.compare)
        menu.setObjectName("charts.compare.menu")
        self._add_periods(menu)
        _pop_up(menu, self.compare)

    def _offer_all(self) -> None:
        menu = QMenu(self.more)
        menu.setObjectName("charts.more.menu")
        self._add_periods(menu.addMenu(self._compare_words))
        for name, words, wanted in (
            ("filter", self._filter_words, self.filter_wanted),
            ("times_of_change", self._changes_words, self.changes_wanted),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"charts.more.{name}")
            action.triggered.connect(lambda _=False, wanted=wanted: wanted.emit())
        _pop_up(menu, self.more)

    def _add_periods(self, menu: QMenu) -> None:
        for key, words in (
            (BEFORE, text("With the same length of time before")),
            (YEAR, text("With the same days a year before")),
            (OWN, text("With dates of your own")),
            (NOTHING, text("No comparison")),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"charts.compare.{key}")
            action.setCheckable(True)
            action.setChecked(key == self.compared)
            action.triggered.connect(lambda _=False, key=key: self.compare_chosen.emit(key))


def _pop_up(menu: QMenu, button: buttons.Button) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    button.rest_after(menu)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
