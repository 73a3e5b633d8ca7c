"""The own help list in Help now: who, and how to reach them, ready to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services.helper_words import said_of
from resilience_desktop.ui.dialogs.people_to_call import PersonToCall
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.helper import Helper
    from resilience_desktop.ui.theme import LookKeeper

_ABOVE = 24
"""Pixels between the people and this list."""


class OwnHelpers(QWidget):
    """Nothing is to be seen while nobody is in the list."""

    change_requested = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("help.helpers")
        self._look = look
        self._change = buttons.link(look, text("Change"), name="help.change_helpers")
        self._change.setAccessibleName(text("Change my help list"))
        self._change.clicked.connect(self.change_requested)
        head = QHBoxLayout()
        head.addWidget(labels.label(look, text("My help list")), 1)
        head.addWidget(self._change)
        holder = QWidget()
        self._rows = column_in(holder, 8)
        column = column_in(self, 8)
        set_margins(column, 0, _ABOVE, 0, 0)
        column.addLayout(head)
        column.addWidget(holder)
        self.hide()

    def show_helpers(self, helpers: Iterable[Helper]) -> None:
        """Show these, in this order."""
        empty(self._rows)
        for helper in helpers:
            reach = (helper.reach,) if helper.reach.strip() else ()
            row = PersonToCall(self._look, "speech", helper.name, said_of(helper), reach)
            self._rows.addWidget(row)
            row.show()  # at once, so that the dialog knows how high it is
        self.setVisible(self._rows.count() > 0)

    def take_keyboard(self) -> None:
        """Give the keyboard to what leads to changing them."""
        if self.isVisible():
            self._change.setFocus()
