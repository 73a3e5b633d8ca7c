"""A part of the report: its tick, and quietly beside it how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_TICK = 30  # where the words of a tick start


class PartRow(QWidget):
    """Remembers whether the part is wanted, also while there is nothing of it to be ticked."""

    toggled = Signal(bool)
    """Somebody ticked it, or took the tick away."""

    def __init__(self, look: LookKeeper, words: str, *, name: str) -> None:
        super().__init__()
        self._wanted = False
        self._words = words
        self.tick = QCheckBox(words)
        self.tick.setObjectName(name)
        self._count = labels.small(look, "", "text_muted", name=f"{name}.count")
        self._count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._count.setWordWrap(False)
        beside = QWidget()
        self._beside = QHBoxLayout(beside)
        self._beside.addWidget(self._count)
        self._indent(below=False)
        # Where there is no room for both, the count stands below the words.
        row = BesideOrBelow(self.tick, beside, 12, least=lambda: self.tick.sizeHint().width())
        row.turned.connect(lambda below: self._indent(below=below))
        self.setLayout(row)
        self.tick.toggled.connect(self._toggled)

    @property
    def is_wanted(self) -> bool:
        """Whether it goes in, if there is anything of it."""
        return self._wanted

    def want(self, *, wanted: bool) -> None:
        """Tick it, or take the tick away."""
        self._wanted = wanted
        self._show()

    def show_count(self, words: str, *, there: bool = True) -> None:
        """Say how much there is; of what is not there nothing can go in."""
        self._count.setText(words)
        self.tick.setEnabled(there)
        self.tick.setAccessibleDescription(self._count.text())
        self._show()

    def _indent(self, *, below: bool) -> None:
        set_margins(self._beside, _TICK if below else 0, 0, 0, 0)

    def _show(self) -> None:
        with QSignalBlocker(self.tick):
            self.tick.setChecked(self._wanted and self.tick.isEnabled())

    def _toggled(self, ticked: bool) -> None:
        self._wanted = ticked
        self.toggled.emit(ticked)
