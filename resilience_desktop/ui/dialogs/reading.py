"""A page to look through in a window of its own: a title, what scrolls below it, and Close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class ReadingDialog(Dialog):
    """Closing is all there is to do; whatever changes inside is kept at once."""

    def __init__(
        self,
        look: LookKeeper,
        parent: QWidget,
        name: str,
        title: str,
        inside: QWidget,
        size: tuple[int, int],
    ) -> None:
        """Show ``inside`` in a window of so many text units, as far as its window has room."""
        super().__init__(parent)
        self.setObjectName(name)
        self.close_button = buttons.plain(look, text("Close"), name=f"{name}.close")
        self.close_button.clicked.connect(self.accept)
        heading = labels.title(look, title)
        heading.setContentsMargins(4, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 20, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(ScrollPane(f"{name}.scroll", inside), 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        resize_within_window(self, *map(look.px, size))
