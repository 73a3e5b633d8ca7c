"""What stands below the form of a report: whether it is saved, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.share.more_menu import MoreMenu
from resilience_desktop.ui.widgets import buttons

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.ui.share.ways_out import WaysOut
    from resilience_desktop.ui.theme import LookKeeper

_GAP = 8


class WaysBar(QWidget):
    """Where there is little room, printing is in the menu, which then has no words on it."""

    def __init__(
        self, look: LookKeeper, state: QWidget, ways: WaysOut, has_password: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._state = state
        self.save = buttons.primary(look, text("Save PDF"), name="share.save")
        self._print = buttons.plain(look, text("Print"), name="share.print", drawing="printer")
        self._more = MoreMenu(look, ways, has_password, name="share.more")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(state, 1)
        for button in (self._more, self._print, self.save):
            row.addWidget(button)
        self._print.clicked.connect(ways.print_out)
        ways.busy.connect(self._make_busy)
        look.look_changed.connect(self._unfold)

    def minimumSizeHint(self) -> QSize:
        """Return the room without what can go into the menu."""
        save = self.save.sizeHint()
        width = self._state.minimumSizeHint().width() + save.width() + save.height() + 2 * _GAP
        return QSize(width, save.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything side by side if it fits."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Look again for room when the words of something change."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        widths = [one.sizeHint().width() for one in (self._state, self._print, self.save)]
        wanted = sum(widths) + self._more.width_in_words() + len(widths) * _GAP
        folded = wanted > self.width()
        self._print.setVisible(not folded)
        self._more.fold(folded=folded)

    def _unfold(self) -> None:
        """Measure again: words are as wide as the look has them."""
        self._more.fold(folded=False)
        self._fold()

    def _make_busy(self, busy: bool) -> None:
        for button in (self.save, self._print, self._more):
            button.setEnabled(not busy)
        self.save.setText(text("Saving ...") if busy else text("Save PDF"))
