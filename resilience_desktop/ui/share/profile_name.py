"""Asking how a profile is to be called."""

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


class ProfileName(SmallDialog):
    """One field; an empty name is no name."""

    named = Signal(str)

    def __init__(self, look: LookKeeper, parent: QWidget, title: str, name: str) -> None:
        super().__init__(look, parent, "share.profile_name", title)
        self._field = LineField(name)
        self._field.setObjectName("share.profile_name.name")
        self._field.setAccessibleName(text("Name of the profile"))
        self._field.setMaxLength(_LONGEST)
        self._field.selectAll()
        what = text(
            "A profile remembers the period, the ticks and the paper. It holds none of your words, "
            "and not which records or entries you chose."
        )
        cancel = buttons.plain(look, text("Cancel"), name="share.profile_name.cancel")
        keep = buttons.primary(look, text("Save profile"), name="share.profile_name.save")
        self.column.addWidget(labels.muted(look, what))
        self.column.addWidget(self.above(text("Name of the profile"), self._field))
        self.column.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(cancel)
        self.foot.addWidget(keep)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._take)
        self._field.returnPressed.connect(self._take)
        self._field.setFocus()

    def _take(self) -> None:
        name = " ".join(self._field.text().split())
        if name:
            self.named.emit(name)
            self.accept()
        else:
            self._field.setFocus()
