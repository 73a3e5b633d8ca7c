"""What is said when ticking one thing unticked another: which, and Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class UntickedLine(QWidget):
    """It keeps its room while there is nothing to say, so that nothing moves when there is."""

    undo_wanted = Signal(object)
    """What was given to ``offer``."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("thoughts.unticked")
        self._before: object = None
        self._words = labels.small(look, "", "text_muted", name="thoughts.unticked.words")
        self._undo = buttons.link(look, text("Undo"), name="thoughts.unticked.undo")
        self._undo.setAccessibleName(text("Undo: tick again what was ticked before"))
        self._undo.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        row.addStretch()
        keeps_room = self.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keeps_room)
        self.hide()

    def offer(self, gone: tuple[str, ...], before: object) -> None:
        """Say that these are ticked no longer, and offer to put back what was ``before``."""
        self._before = before
        special = [p.name for p in content.thinking_patterns() if p.special and p.id in gone]
        one = text("Unticked: {choice}").format(choice=", ".join(special))
        self._words.setText(one if special else text("The patterns above are unticked."))
        self.show()
        announce(self, self._words.text())

    def forget(self) -> None:
        """Offer nothing any more."""
        self._before = None
        self.hide()

    def _take_back(self) -> None:
        before = self._before
        self.forget()
        self.undo_wanted.emit(before)
