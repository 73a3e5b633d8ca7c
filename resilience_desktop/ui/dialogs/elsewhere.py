"""A journal that another computer seems to have open: it is asked about, never just opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.door import OneColumn
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class ElsewherePage(OneColumn):
    """Says which computer and since when; the person knows whether that can be."""

    open_here_requested = Signal()
    not_now_requested = Signal()

    def __init__(self, look: LookKeeper, why: str) -> None:
        super().__init__(look, "elsewhere", text("Open on another computer?"))
        self._open = buttons.plain(look, text("Open here"), name="elsewhere.open")
        self._not_now = buttons.primary(look, text("Not now"), name="elsewhere.not_now")
        self._problem = labels.small(look, "", "danger", name="elsewhere.problem")
        self._problem.hide()
        self._open.clicked.connect(self.open_here_requested)
        self._not_now.clicked.connect(self.not_now_requested)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addWidget(self._not_now)
        ways.addWidget(self._open)
        ways.addStretch()
        column = self.column
        column.addSpacing(16)
        column.addWidget(labels.body(look, why, name="elsewhere.why"))
        column.addSpacing(8)
        column.addWidget(
            labels.muted(
                look,
                text(
                    "Two computers that write at once can lose words. Not now closes this window."
                ),
            )
        )
        column.addSpacing(24)
        column.addLayout(ways)
        column.addSpacing(8)
        column.addWidget(self._problem)

    def start(self) -> None:
        """Put the keyboard on the safe answer."""
        self._not_now.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be opened here."""
        self._problem.setText(sentence)
        self._problem.show()
        announce(self._problem, sentence)
