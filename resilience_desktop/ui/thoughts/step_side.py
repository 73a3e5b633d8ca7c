"""The side of the worksheet: the way back, the steps, and the way to another form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.thoughts.stepper import StepList
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.thoughts.more_parts import MoreParts

_AT_SIDE = 16


class StepSide(QWidget):
    """Stands beside the step in view where there is room for it."""

    back_requested = Signal()

    def __init__(self, look: LookKeeper, more: MoreParts) -> None:
        super().__init__()
        self.setObjectName("thoughts.side")
        self.setProperty("kind", "side")
        self.list = StepList(look)
        back = buttons.muted(
            look, text("All thought records"), name="thoughts.back_to_list", drawing="arrow-left"
        )
        back.clicked.connect(self.back_requested)
        form = buttons.quiet(
            look, text("Change form"), name="thoughts.form", flush=True, drawing="chevron-down"
        )
        form.setAccessibleDescription(text("Opens a menu"))
        form.clicked.connect(partial(more.open_below, form))
        steps = QWidget()
        listed = column_in(steps, 8)
        listed.addWidget(self.list)
        listed.addWidget(form, 0, Qt.AlignmentFlag.AlignLeft)
        listed.addStretch()
        scroll = ScrollPane("thoughts.steps.scroll", steps)

        def make_room(_least: int, most: int) -> None:
            set_margins(listed, 0, 4, 4 if most else _AT_SIDE, 4)  # beside the scroll bar

        scroll.verticalScrollBar().rangeChanged.connect(make_room)
        make_room(0, 0)
        foot = text("Every step can be left empty. Everything is saved as you go.")
        below = QVBoxLayout()
        set_margins(below, 0, 0, _AT_SIDE, 0)
        below.addWidget(labels.small(look, foot, "text_muted"))
        column = QVBoxLayout(self)
        set_margins(column, 20, 24, 0, 24)
        column.setSpacing(16)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(scroll, 1)
        column.addLayout(below)
