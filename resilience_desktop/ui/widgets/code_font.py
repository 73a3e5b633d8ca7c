"""The type of a recovery code: letters of one width, and a nought that is no O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_SLASHED_ZERO = QFont.Tag("zero")


def code_font(look: LookKeeper, style: str = "body") -> QFont:
    """Return the computer's own fixed font in the size of one of the tokens."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(look.font(style).pixelSize())
    font.setFeature(_SLASHED_ZERO, 1)
    return font
