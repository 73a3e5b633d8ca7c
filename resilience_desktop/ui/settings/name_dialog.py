"""Asking how something that is kept is to be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

_LONGEST = 60


class NameDialog(SmallDialog):
    """One field; an empty name is no name.

    ``field`` is what the field is called, ``keep`` what the button says, ``about`` a sentence.
    """

    named = Signal(str)

    def __init__(
        self,
        look: LookKeeper,
        parent: QWidget,
        part: str,
        title: str,
        *,
        field: str,
        keep: str,
        called: str = "",
        about: str = "",
    ) -> None:
        super().__init__(look, parent, part, title)
        self._field = LineField(called)
        self._field.setObjectName(f"{part}.name")
        self._field.setAccessibleName(field)
        self._field.setMaxLength(_LONGEST)
        self._field.selectAll()
        cancel = buttons.plain(look, text("Cancel"), name=f"{part}.cancel")
        save = buttons.primary(look, keep, name=f"{part}.save")
        if about:
            self.column.addWidget(labels.muted(look, about))
        self.column.addWidget(self.above(field, self._field))
        self.column.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(cancel)
        self.foot.addWidget(save)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._take)
        self._field.returnPressed.connect(self._take)
        self._field.setFocus()

    def _take(self) -> None:
        name = " ".join(self._field.text().split())
        if name:
            self.named.emit(name)
            self.accept()
        else:
            self._field.setFocus()
