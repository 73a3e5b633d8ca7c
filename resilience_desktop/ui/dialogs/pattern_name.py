"""Asking what a pattern of one's own is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

LONGEST_NAME = 60


class PatternNameDialog(SmallDialog):
    """One field; a name that another pattern has is not taken, and that is said."""

    named = Signal(str)

    def __init__(
        self, look: LookKeeper, parent: QWidget, taken: Collection[str], name: str = ""
    ) -> None:
        title = text("Another name") if name else text("A pattern of your own")
        super().__init__(look, parent, "pattern_name", title)
        self._taken = {one.casefold() for one in taken} - {name.casefold()}
        self._field = LineField(name)
        self._field.setObjectName("pattern_name.field")
        self._field.setAccessibleName(text("Name"))
        self._field.setMaxLength(LONGEST_NAME)
        self._field.selectAll()
        meaning = (
            text("All your records will have the new name.")
            if name
            else text("A few words that you would know it by. You can say more about it then.")
        )
        self._said = labels.body(look, meaning, name="pattern_name.said")
        cancel = buttons.plain(look, text("Cancel"), name="pattern_name.cancel")
        answer = text("Rename") if name else text("Add it")
        self._answer = buttons.primary(look, answer, name="pattern_name.answer")
        self.column.addWidget(self.above(text("Name"), self._field))
        self.column.addWidget(self._said)
        self.column.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(cancel)
        self.foot.addWidget(self._answer)
        self._meaning = meaning
        cancel.clicked.connect(self.reject)
        self._answer.clicked.connect(self._take)
        self._field.returnPressed.connect(self._take)
        self._field.textChanged.connect(self._tell)
        self._field.setFocus()

    def _name(self) -> str:
        return " ".join(self._field.text().split())

    def _tell(self) -> None:
        is_taken = self._name().casefold() in self._taken
        self._said.setText(
            text("There is a pattern with this name.") if is_taken else self._meaning
        )
        self._answer.setEnabled(not is_taken)

    def _take(self) -> None:
        name = self._name()
        if name and name.casefold() not in self._taken:
            self.named.emit(name)
            self.accept()
        else:
            self._field.setFocus()
