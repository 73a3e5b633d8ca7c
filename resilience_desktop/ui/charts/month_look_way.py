"""The way from the wider view to a look at this month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext

_WIDTH = 704


class MonthLookWay(QWidget):
    """What it is, and a button that opens it."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("charts.wider")
        self._look = context.look
        self._about = labels.muted(
            self._look,
            text(
                "Once in a while, a look from further away: how heavy things weighed, what "
                "carried you, what matters. You can skip any part of it."
            ),
            name="charts.wider.about",
        )
        way = buttons.plain(self._look, text("A look at this month ..."), name="charts.wider.look")
        way.clicked.connect(context.navigator.month_look_requested)
        column = column_in(self, 8)
        column.addWidget(self._about)
        column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        self._look.follow(self._dress)

    def _dress(self) -> None:
        self._about.setMaximumWidth(self._look.px(_WIDTH))
