"""A drawing as pixels for a window, or as SVG for paper. Both can be made on any thread."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from resilience_desktop.charts import lettering as lettering  # sets matplotlib's parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping
    from typing import Any

    Draw = Callable[[Figure], Mapping[Any, tuple[float, float]]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as an image."""

    width: int
    """Device pixels."""
    height: int
    pixels: bytes = field(repr=False)
    """Rows from the top, four bytes a pixel: red, green, blue, alpha, not premultiplied."""
    ratio: float
    """Device pixels to one logical pixel."""
    places: Mapping[Hashable, tuple[float, float]] = field(repr=False)
    """What a mark stands for, such as a day -> its middle, in logical pixels from the top left."""


def render_rgba(draw: Draw, width_px: float, height_px: float, ratio: float = 1.0) -> Picture:
    """Return a drawing on a transparent ground, ``width_px`` by ``height_px`` logical pixels."""
    width, height = math.ceil(width_px * ratio), math.ceil(height_px * ratio)
    dots = 72 * ratio
    figure = Figure(figsize=((width + 0.01) / dots, (height + 0.01) / dots), dpi=dots)
    canvas = FigureCanvasAgg(figure)
    places = draw(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return Picture(width, height, pixels, ratio, places)


def render_svg(draw: Draw, width_pt: float, height_pt: float) -> bytes:
    """Return a drawing as SVG, ``width_pt`` by ``height_pt`` points.

    Text stays text, in a font the reader of the file needs to have, and the same drawing gives
    the same bytes on any day.
    """
    figure = Figure(figsize=(width_pt / 72, height_pt / 72), dpi=72)
    FigureCanvasSVG(figure)
    draw(figure)
    written = io.BytesIO()
    figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    return written.getvalue()
