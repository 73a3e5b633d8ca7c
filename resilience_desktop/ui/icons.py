"""Our own drawings, in the colour of a role.

Every drawing in resources/icons has a 24 grid and one stroke, and says ``currentColor`` where the
colour goes. It is put into Qt's resources, in memory, once for each colour it is asked for in, so
that icons and the stylesheet share one address and stay crisp at every size and pixel ratio.
"""

from __future__ import annotations

import struct
from functools import cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import qRegisterResourceData
from PySide6.QtGui import QIcon

from resilience_desktop import resources
from resilience_desktop.ui.sides import is_turned

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

STROKE = 1.75
APP = "app"
"""The picture of the app itself, the only one with colours of its own."""

_GRID, _GRID_BESIDE_WORDS, _GRID_TURNED = "0 0 24 24", "0 0 30 24", "-6 0 30 24"
"""Qt leaves 4 px between drawing and words of a button; the wider grid makes it 8."""
BESIDE_WORDS = 30 / 24
"""How much wider than high a drawing beside words is."""
_TURNED = {"arrow-left": "arrow-right", "chevron-left": "chevron-right"}
_TURNED |= {right: left for left, right in _TURNED.items()}
"""Drawings that point where writing goes, or back."""
_RESOURCE_FORMAT = 1  # read by every Qt 5 and 6
_FOLDER = 0x02


class Colors(Protocol):
    """Whatever knows the colour of a role: a look or its keeper."""

    def color(self, role: str) -> QColor:
        """Return the colour of a role."""
        ...


@cache
def names() -> tuple[str, ...]:
    """Return the names of all drawings."""
    files = (found.name for found in resources.root().joinpath("icons").iterdir())
    return tuple(sorted(name[:-4] for name in files if name.endswith(".svg")))


def drawing(name: str, color: str, stroke: float = STROKE, *, beside_words: bool = False) -> str:
    """Return one drawing as SVG, in a colour such as ``#1E2825``."""
    turned = is_turned()
    name = _TURNED.get(name, name) if turned else name
    svg = resources.read_text(f"icons/{name}.svg").replace("currentColor", color)
    svg = svg.replace(f'stroke-width="{STROKE}"', f'stroke-width="{stroke}"')
    wider = _GRID_TURNED if turned else _GRID_BESIDE_WORDS
    return svg.replace(_GRID, wider) if beside_words else svg


def address(name: str, color: str, stroke: float = STROKE, *, beside_words: bool = False) -> str:
    """Return where Qt finds a drawing in this colour, for a stylesheet or an icon."""
    if name not in names():
        message = f"There is no drawing called {name!r}."
        raise ValueError(message)
    return f":/{_provide(name, color.lower(), stroke, beside_words, is_turned())}/{name}.svg"


def icon(name: str, look: Colors, role: str = "text_muted", *, beside_words: bool = False) -> QIcon:
    """Return a drawing as an icon, with a little room between it and words that follow."""
    return QIcon(address(name, look.color(role).name(), beside_words=beside_words))


def app_icon() -> QIcon:
    """Return the icon of the window: the line that dips and comes back."""
    return QIcon(address(APP, "#000000"))


@cache
def _provide(name: str, color: str, stroke: float, beside_words: bool, turned: bool) -> str:
    """Put a drawing in one colour where Qt finds it; return the folder."""
    ending = ("-wide" if beside_words else "") + ("-turned" if turned else "")
    folder = f"icons-{name}-{color.lstrip('#')}-{stroke:g}{ending}"
    svg = drawing(name, color, stroke, beside_words=beside_words).encode()
    tree, words, data = packed = _pack(folder, f"{name}.svg", svg)
    qRegisterResourceData(_RESOURCE_FORMAT, tree, words, data)
    _provided.append(packed)
    return folder


_provided: list[tuple[bytes, bytes, bytes]] = []
"""Qt reads resources from this memory for as long as the app runs."""


def _pack(folder: str, file: str, content: bytes) -> tuple[bytes, bytes, bytes]:
    """Return a folder with a file as Qt's resource tree, names and data."""
    words, offsets = bytearray(), {}
    for name in (folder, file):
        offsets[name] = len(words)
        words += struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    tree = struct.pack(">IHII", 0, _FOLDER, 1, 1)
    tree += struct.pack(">IHII", offsets[folder], _FOLDER, 1, 2)
    tree += struct.pack(">IHHHI", offsets[file], 0, 0, 1, 0)
    return tree, bytes(words), struct.pack(">I", len(content)) + content


def _hash(name: str) -> int:
    value = 0
    for letter in name:
        value = (value << 4) + ord(letter)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
