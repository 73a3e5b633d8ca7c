"""The ways from the list of records to what belongs to it: beside each other, or in one menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.described_menu import DescribedMenu
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper

_GAP = 8


class RecordWays(QWidget):
    """Buttons. In large text they would take a line of their own, which the records need more.

    The last of them has a menu itself, so it always stays.
    """

    def __init__(self, look: LookKeeper, ways: Sequence[Button], *, name: str) -> None:
        super().__init__()
        self._look, self._ways = look, ways
        self.more = Button(look, text("More"), "quiet", name=name, drawing="chevron-down")
        self.more.setAccessibleDescription(text("Opens a menu"))
        self.more.clicked.connect(self._open)
        self.more.hide()
        row = FlowLayout(self, _GAP)
        for button in (*ways[:-1], self.more, ways[-1]):
            row.addWidget(button)

    def fold(self, room: int) -> None:
        """Keep to so many pixels, if all in one line would be wider."""
        wanted = sum(way.sizeHint().width() + _GAP for way in self._ways) - _GAP
        is_folded = wanted > room
        for way in self._ways[:-1]:
            way.setVisible(not is_folded)
        self.more.setVisible(is_folded)

    def _open(self) -> None:
        menu = DescribedMenu(self._look, self, name=f"{self.more.objectName()}.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for number, way in enumerate(self._ways[:-1]):
            menu.add_plain(f"way{number + 1}", way.text(), way.click)
        self.more.rest_after(menu)
        menu.open_below(self.more)
