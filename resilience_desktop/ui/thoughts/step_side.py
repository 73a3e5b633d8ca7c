"""The side of the worksheet: the way back, the steps, and the way to another form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.thoughts.stepper import INSET, StepList
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from resilience_desktop.domain.record_form import Step
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.thoughts.more_parts import MoreParts

_SIDE, _AT_SIDE = 20, 16
_IN_DRAWING = 3  # pixels of a drawing that are empty at its side


class StepSide(QWidget):
    """Stands beside the step in view where there is room for it."""

    back_requested = Signal()
    step_chosen = Signal(object)

    def __init__(self, look: LookKeeper, forms: MoreParts) -> None:
        super().__init__()
        self.setObjectName("thoughts.side")
        self.setProperty("kind", "side")
        self.list = StepList(look)
        self.list.step_chosen.connect(self.step_chosen)
        self._back = buttons.muted(look, "", name="thoughts.back_to_list", drawing="arrow-left")
        self._back.clicked.connect(self.back_requested)
        self.say_way_back(to_record=False)
        form = buttons.quiet(
            look, text("Change form"), name="thoughts.form", drawing="chevron-down"
        )
        form.setAccessibleDescription(text("Opens a menu"))
        form.clicked.connect(partial(forms.open_below, form))
        foot = text("Every step can be left empty. Everything is saved as you go.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(8)
        self._scroll = _Steps(self.list)
        look.look_changed.connect(self._scroll.updateGeometry)
        for part, start in (
            (self._back, _SIDE - _IN_DRAWING),
            (self._scroll, _SIDE),
            (form, _SIDE - _IN_DRAWING),
            (labels.small(look, foot, "text_muted"), _SIDE + INSET),
        ):
            row = QVBoxLayout()
            scrolls = isinstance(part, ScrollPane)
            set_margins(row, start, 0, 0 if scrolls else _AT_SIDE, 0)
            is_button = isinstance(part, buttons.Button)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0))
            column.addLayout(row)
        column.insertStretch(3, 1)

    def say_way_back(self, *, to_record: bool) -> None:
        """Say whether the way back leads to the record as it reads, or to all records."""
        words = text("Back to the record") if to_record else text("All thought records")
        self._back.setText(words)

    def show_steps(self, steps: Sequence[Step], current: Step, digests: Mapping[Step, str]) -> None:
        """Show these steps, which is in view and, in a few words, what is in each."""
        self.list.show_steps(steps, current, digests)


class _Steps(ScrollPane):
    """As high as the steps where there is room, so that what follows stands right below them."""

    def __init__(self, steps: StepList) -> None:
        holder = QWidget()
        self._listed = column_in(holder, 0)
        self._listed.addWidget(steps)
        self._listed.addStretch()
        super().__init__("thoughts.steps.scroll", holder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height once the steps know theirs: new ones count when they are shown."""
        taken = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return taken

    def sizeHint(self) -> QSize:
        """Return the room that all steps need."""
        return self._listed.sizeHint()

    def _make_room(self, _least: int, most: int) -> None:
        set_margins(self._listed, 0, 4, 4 if most else _AT_SIDE, 4)  # beside the scroll bar
