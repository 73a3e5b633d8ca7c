"""A small window that makes or changes one thing, and says what is still needed before it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper


class KeepingDialog(SmallDialog):
    """Enter keeps; what is wrong is said above the foot, and the keyboard goes where it is."""

    def __init__(self, look: LookKeeper, parent: QWidget, name: str, title: str) -> None:
        super().__init__(look, parent, name, title)
        self._wrong = labels.small(look, "", "danger", name=f"{name}.wrong")
        self._wrong.hide()
        self.in_sight.addWidget(self._wrong)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        else:
            super().keyPressEvent(event)

    def finish(self) -> None:
        """Keep what stands here, or say what is wrong."""
        raise NotImplementedError

    def say_wrong(self, wrong: str, field: QWidget) -> None:
        """Say what is wrong, and go there."""
        self._wrong.setText(wrong)
        self._wrong.show()
        self.fit()
        announce(self, wrong)
        field.setFocus()

    def add_ways_out(self, keep: str) -> None:
        """Put the two buttons at the end of the foot."""
        cancel = buttons.plain(self.look, text("Cancel"), name=f"{self.objectName()}.cancel")
        cancel.clicked.connect(self.reject)
        kept = buttons.primary(self.look, keep, name=f"{self.objectName()}.keep")
        kept.clicked.connect(lambda: self.finish())
        self.foot.addStretch()
        self.foot.addWidget(cancel)
        self.foot.addWidget(kept)
