"""Asking how a filter is to be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

_LONGEST = 60


class FilterNameDialog(SmallDialog):
    """One field; an empty name is no name."""

    named = Signal(str)

    def __init__(self, look: LookKeeper, parent: QWidget, title: str, name: str) -> None:
        super().__init__(look, parent, "filter_name", title)
        self._field = LineField(name)
        self._field.setObjectName("filter_name.name")
        self._field.setAccessibleName(text("Name of the filter"))
        self._field.setMaxLength(_LONGEST)
        self._field.selectAll()
        cancel = buttons.quiet(look, text("Cancel"), name="filter_name.cancel")
        self._keep = buttons.primary(look, text("Save filter"), name="filter_name.save")
        self.column.addWidget(self.above(text("Name of the filter"), self._field))
        self.column.addStretch()
        self.foot.addWidget(cancel)
        self.foot.addStretch()
        self.foot.addWidget(self._keep)
        cancel.clicked.connect(self.reject)
        self._keep.clicked.connect(self._take)
        self._field.returnPressed.connect(self._take)

    def _take(self) -> None:
        name = " ".join(self._field.text().split())
        if name:
            self.named.emit(name)
            self.accept()
        else:
            self._field.setFocus()
