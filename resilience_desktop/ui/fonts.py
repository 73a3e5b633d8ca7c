"""The two families: the interface font of the system, and the serif of a person's own words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from resilience_desktop import themes

_BARE_PLATFORMS = ("offscreen", "minimal")
"""Platforms without an interface font of their own."""
BARE_FAMILY = "Source Sans Pro"
_FONT_FILES = {
    "font_source_serif_pro": ("SourceSerifPro", ("Regular", "It", "Semibold", "Bold")),
    "font_source_sans_pro": ("SourceSansPro", ("Regular", "It", "Semibold", "Bold")),
}


def own_font() -> QFont:
    """Return the reading serif, for a person's own words."""
    _load_fonts("font_source_serif_pro")
    font = QFont([themes.tokens()["type"]["own_family"], "Georgia", "serif"])
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def interface_font() -> QFont:
    """Return the system's interface font, or Source Sans Pro where there is no system."""
    bare = QGuiApplication.platformName() in _BARE_PLATFORMS
    if bare or not QFontDatabase.families():
        _load_fonts("font_source_sans_pro")
        font = QFont([BARE_FAMILY, "sans-serif"])
        font.setPixelSize(themes.tokens()["type"]["floor_px"])
        return font
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


@cache
def _load_fonts(package: str) -> None:
    """Make the fonts of a package known to Qt, once."""
    prefix, weights = _FONT_FILES[package]
    folder = files(package) / "files"
    for weight in weights:
        QFontDatabase.addApplicationFontFromData(
            folder.joinpath(f"{prefix}-{weight}.ttf").read_bytes()
        )
