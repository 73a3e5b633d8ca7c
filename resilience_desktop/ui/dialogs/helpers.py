"""The own help list in a small dialog of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.helper_list import HelperList
from resilience_desktop.ui.dialogs.reading import ReadingDialog
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext


class HelpersDialog(ReadingDialog):
    """The list, which is kept with every change."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        self.helpers = HelperList(context, has_heading=False)
        inside = QWidget()
        around = column_in(inside, 0)
        around.setContentsMargins(4, 4, 12, 4)  # room for the focus ring
        around.addWidget(self.helpers)
        around.addStretch()
        title = text("My help list")
        super().__init__(context.look, parent, "helpers", title, inside, (560, 520))
        self.setWindowTitle(text("My help list"))
        self.helpers.take_keyboard()
