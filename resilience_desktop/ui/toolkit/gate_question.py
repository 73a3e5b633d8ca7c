"""A question about the body, before what is not for every body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.content.skills import Gate
    from resilience_desktop.ui.theme import LookKeeper


class GateQuestion(QWidget):
    """Asks for one answer to all conditions at once: which of them it is, nobody needs to know."""

    answered = Signal(bool)
    """Whether everything is safe for this body."""

    def __init__(self, look: LookKeeper, gate: Gate) -> None:
        super().__init__()
        self.setObjectName("toolkit.gate")
        self.none = buttons.plain(look, text("None of these"), name="toolkit.gate.none")
        self.some = buttons.plain(look, text("Yes, or not sure"), name="toolkit.gate.some")
        self.none.clicked.connect(lambda: self.answered.emit(True))
        self.some.clicked.connect(lambda: self.answered.emit(False))
        conditions = column_in(listed := QWidget(), 4)
        for words in gate.conditions:
            conditions.addWidget(labels.body(look, f"\N{BULLET} {words}"))
        ways = QWidget()
        across = FlowLayout(ways, gap=12)
        across.addWidget(self.none)
        across.addWidget(self.some)
        column = column_in(self, 12)
        column.addWidget(labels.heading(look, gate.ask, name="toolkit.gate.ask"))
        column.addWidget(listed)
        column.addWidget(labels.muted(look, gate.if_yes))
        kept = text("Only yes or no is kept, in this journal. You can change it here at any time.")
        column.addWidget(labels.small(look, kept, "text_muted"))
        column.addWidget(ways)
        column.addStretch()
