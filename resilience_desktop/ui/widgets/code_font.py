"""The type of a recovery code: letters of one width, and a nought that is no O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

from resilience_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper

_SLASHED_ZERO = QFont.Tag("zero")


def code_font(look: LookKeeper, style: str = "body") -> QFont:
    """Return the computer's own fixed font in the size of one of the tokens."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(look.font(style).pixelSize())
    font.setFeature(_SLASHED_ZERO, 1)
    return font


class CodeLabel(Label):
    """A recovery code to read and copy by hand."""

    def __init__(self, look: LookKeeper, groups: Sequence[str], *, name: str) -> None:
        super().__init__(look, "  ".join(groups), "heading", name=name)
        self.setAccessibleDescription(", ".join(groups))

    def dress(self) -> None:
        """Take the type in which no two signs look alike."""
        super().dress()
        self.setFont(code_font(self._look, "heading"))
        self.updateGeometry()
