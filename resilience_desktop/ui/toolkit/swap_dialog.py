"""Which skill of a full toolkit makes room for another one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.toolkit.toolkit_changes import full_words
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.row_button import RowButton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.ui.theme import LookKeeper


class SwapDialog(SmallDialog):
    """One button for each; whatever else closes it leaves everything as it is."""

    swapped = Signal(str)
    """The id of the skill that makes room."""

    def __init__(
        self, look: LookKeeper, parent: QWidget, new: Skill, chosen: Iterable[Skill]
    ) -> None:
        title = text("Which one should it replace?")
        super().__init__(look, parent, "toolkit.swap", title)
        self.column.addWidget(labels.body(look, full_words()))
        asked = text("Choose the one that goes back to the list. “{skill}” takes its place.")
        words = labels.body(look, asked.format(skill=new.name), name="toolkit.swap.asked")
        self.column.addWidget(words)
        for number, one in enumerate(chosen, 1):
            button = RowButton(look, one.name, name=f"toolkit.swap.{number}", drawing=one.drawing)
            button.clicked.connect(partial(self._swap, one.id))
            self.column.addWidget(button)
        leave = buttons.quiet(look, text("Leave it as it is"), name="toolkit.swap.leave")
        leave.clicked.connect(self.reject)
        self.foot.addStretch()
        self.foot.addWidget(leave)
        leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _swap(self, skill: str) -> None:
        self.accept()
        self.swapped.emit(skill)
