"""Fonts of a chart, and how wide its words are before anything is drawn.

This is also the one place that sets matplotlib's global parameters. They are set once, at import:
charts are drawn on worker threads, and a temporary change in one would show in another.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

import font_source_sans_pro
import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.ft2font import LoadFlags

from resilience_desktop.charts.style import PAPER_FAMILY

mpl.rcParams["text.parse_math"] = False  # a dollar sign is a dollar sign
mpl.rcParams["text.hinting"] = "no_hinting"  # letters keep their widths at every size and ratio
mpl.rcParams["svg.fonttype"] = "none"  # text stays text: it can be searched and read aloud
mpl.rcParams["svg.hashsalt"] = "resilience"  # the same chart gives the same bytes

font_manager.fontManager.addfont(font_source_sans_pro.font_files_otf["SourceSansPro"])


@lru_cache(maxsize=32)
def families(family: str) -> tuple[str, ...]:
    """Return the families to draw with: this one if matplotlib has it, then the paper's.

    An interface font often has a name that only the system knows, such as ``.AppleSystemUIFont``.
    """
    known = family in font_manager.fontManager.get_font_names()
    return (family, PAPER_FAMILY) if known and family != PAPER_FAMILY else (PAPER_FAMILY,)


@lru_cache(maxsize=2048)
def width(words: str, family: str, size: float) -> float:
    """Return the width of one line of words, in the unit of ``size``."""
    font = font_manager.get_font([_path(name) for name in families(family)])
    font.set_size(size * _FINE, 72)
    font.set_text(legible(words, family), flags=LoadFlags.NO_HINTING)
    subpixels, _ = font.get_width_height()
    return float(subpixels) / 64 / _FINE


def legible(words: str, family: str) -> str:
    """Return words with dots for what no font of the chart has, such as little pictures in a tag.

    matplotlib would draw boxes, and name the person's letters in a warning. The table and the line
    below a picture have them whole.
    """
    runs = groupby(words, lambda letter: _has(letter, family))
    return "".join("".join(run) if is_known else _DOTS for is_known, run in runs)


@lru_cache(maxsize=4096)
def _has(letter: str, family: str) -> bool:
    paths = map(_path, families(family))
    return any(font_manager.get_font(path).get_char_index(ord(letter)) for path in paths)


_DOTS = "\N{HORIZONTAL ELLIPSIS}"
_FINE = 8  # measured large and divided, so that rounding to whole pixels does not add up


@lru_cache(maxsize=32)
def _path(family: str) -> str:
    return str(font_manager.findfont(font_manager.FontProperties(family=family)))
