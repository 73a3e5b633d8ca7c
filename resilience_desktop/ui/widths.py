"""How wide a page is in text units, and what that changes: see [scaling] in the tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import themes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

WIDE_MARGIN, COMPACT_MARGIN = 32, 20
_THREE_PANES = 1480  # a window of 1500


def is_narrow(page: QWidget, look: LookKeeper) -> bool:
    """Whether panes stand below each other."""
    limit: float = themes.tokens()["scaling"]["narrow_below"]
    return _units(page, look) < limit


def is_compact(page: QWidget, look: LookKeeper) -> bool:
    """Whether search is an icon and side notes move below."""
    limit: float = themes.tokens()["scaling"]["compact_below"]
    return _units(page, look) < limit


def has_room_beside(page: QWidget, look: LookKeeper) -> bool:
    """Whether a third pane has room beside two others."""
    return _units(page, look) >= _THREE_PANES


def page_margin(page: QWidget, look: LookKeeper) -> int:
    """Return the margin round a page."""
    return COMPACT_MARGIN if is_compact(page, look) else WIDE_MARGIN


def _units(page: QWidget, look: LookKeeper) -> float:
    return page.width() / look.current.scale
