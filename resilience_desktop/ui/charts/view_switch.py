"""Choosing a view of the charts: words in a row where they fit, else a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.ui.theme import LookKeeper


class ViewSwitch(QWidget):
    """Two controls for one choice, of which one is shown."""

    chosen = Signal(str)

    def __init__(self, look: LookKeeper, views: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        title = text("What is shown")
        self.row = RangeSwitch(look, views, name="charts.view", title=title)
        self.box = ChoiceBox()
        self.box.setObjectName("charts.view_box")
        self.box.setAccessibleName(title)
        for key, words in views:
            self.box.addItem(words, key)
        self.box.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.row)
        layout.addWidget(self.box)
        layout.addStretch()
        self.row.range_chosen.connect(self._take)
        self.box.activated.connect(lambda place: self._take(views[place][0]))
        look.look_changed.connect(self._fit)

    @property
    def key(self) -> str:
        """The view that is chosen."""
        return self.row.chosen

    def choose(self, key: str) -> None:
        """Show another view."""
        self._take(key)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the box: the row gives way to it."""
        return self.box.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the row where it fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        has_room = self.row.sizeHint().width() <= self.width()
        self.row.setVisible(has_room)
        self.box.setVisible(not has_room)
        self.setFocusProxy(self.row if has_room else self.box)

    def _take(self, key: str) -> None:
        self.row.set_chosen(key)
        self.box.setCurrentIndex(self.box.findData(key))
        self.chosen.emit(key)
