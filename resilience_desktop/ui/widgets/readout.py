"""What is chosen, in words at the end of a line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF

from resilience_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper

_STYLE = "heading"


class Readout(Label):
    """Says one of a few things and takes the same room for each, so that nothing below it moves."""

    def __init__(self, look: LookKeeper, choices: Sequence[str], *, name: str) -> None:
        self._choices = choices
        super().__init__(look, "", _STYLE, name=name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def heightForWidth(self, width: int) -> int:
        """Answer Qt how high the longest of them is at this width."""
        lines = max(self._lines(words, width)[1] for words in self._choices)
        return lines * self._look.line_height(_STYLE)

    def sizeHint(self) -> QSize:
        """Return the size of the longest of them in one line."""
        measure = QFontMetricsF(self.font())
        width = max(map(measure.horizontalAdvance, self._choices))
        return QSize(math.ceil(width) + 1, self._look.line_height(_STYLE))
