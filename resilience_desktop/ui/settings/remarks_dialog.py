"""What else there is to know about something that is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper


class RemarksDialog(SmallDialog):
    """A few sentences that are worth more than a notice."""

    def __init__(
        self, look: LookKeeper, parent: QWidget, title: str, remarks: Sequence[str]
    ) -> None:
        super().__init__(look, parent, "remarks", title)
        words = "\n\n".join(remarks)
        self.column.addWidget(labels.body(look, words, name="remarks.words"))
        self.column.addStretch()
        close = buttons.quiet(look, text("Close"), name="remarks.close")
        close.clicked.connect(self.accept)
        self.foot.addStretch()
        self.foot.addWidget(close)
        close.setFocus()
        announce(self, f"{title}. {words}")

    @classmethod
    def show_over(cls, context: UiContext, title: str, remarks: Sequence[str]) -> None:
        """Show them over the window."""
        window = context.notices.parent()
        if isinstance(window, QWidget):
            cls(context.look, window, title, remarks).open()
