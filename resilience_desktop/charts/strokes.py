"""What every chart is drawn with: lines, marks and words, in logical pixels from the top left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform, TransformedPath

from resilience_desktop.charts import lettering
from resilience_desktop.charts.layout import LINE_HEIGHT
from resilience_desktop.themes import nearest_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Sized

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from resilience_desktop.charts.style import ChartStyle

    Points = NDArray[np.float64]

SHAPES = (("s", 0.88), ("D", 0.8), ("o", 1.0))
"""Marker below, at and above zero, and its side as a share of the mark size."""
HALF_HEIGHT = 0.33
"""From the baseline to the middle of the letters, in font sizes."""

_UNUSED = TransformedPath(Path.unit_rectangle(), IdentityTransform())


def axes_over(figure: Figure) -> Axes:
    """Return axes over the whole figure, measured in logical pixels from the top left."""
    width, height = figure.get_size_inches() * 72
    figure.set_facecolor("none")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    return axes


def marks(
    axes: Axes,
    x: Points,
    y: Points,
    moods: Sequence[float],
    style: ChartStyle,
    *,
    size: float = 0,
    shrink: float = 1,
) -> None:
    """Draw the mark of each mood; ``size`` is that of the style unless another is given.

    There is one line of marks for each step of mood: a mark is made once and stamped everywhere.
    """
    steps = np.fromiter(map(nearest_step, moods), int, len(moods))
    for step in np.unique(steps).tolist():
        marker, share = SHAPES[(step > 0) - (step < 0) + 1]
        _add(
            axes,
            Line2D(
                x[steps == step],
                y[steps == step],
                linestyle="none",
                marker=marker,
                markersize=(size or style.mark_size) * share * shrink,
                markerfacecolor=style.mark_fill[step],
                markeredgecolor=style.mark_edge,
                markeredgewidth=style.edge_width * shrink,
                clip_on=False,
            ),
        )


def dots(
    axes: Axes,
    x: Points,
    y: Points,
    color: str,
    style: ChartStyle,
    *,
    is_full: bool = True,
    size: float = 0,
) -> None:
    """Draw dots of one colour, full or hollow; ``size`` is across one, if not the usual."""
    _add(
        axes,
        Line2D(
            x,
            y,
            linestyle="none",
            marker="o",
            markersize=size or style.mark_size * 1.15,
            markerfacecolor=color if is_full else style.ground,
            markeredgecolor=color,
            markeredgewidth=style.grid_width if size else style.line_width * 0.7,
            clip_on=False,
        ),
    )


def lifted(values: Points, parts: Iterable[Sized]) -> Points:
    """Return the values of all parts of a line with a NaN between two parts."""
    return np.insert(values, np.cumsum([len(part) for part in parts])[:-1], np.nan)


def line(
    axes: Axes,
    x: Sequence[float] | Points,
    y: Sequence[float] | Points,
    color: str,
    width: float,
    ends: Literal["butt", "round"] = "butt",
) -> None:
    """Draw a line through points; a NaN lifts it."""
    _add(
        axes,
        Line2D(
            x,
            y,
            color=color,
            linewidth=width,
            solid_capstyle=ends,
            solid_joinstyle="round",
            clip_on=False,
        ),
    )


def write(
    axes: Axes,
    x: float,
    y: float,
    words: str,
    style: ChartStyle,
    color: str = "",
    *,
    align: Literal["left", "center", "right"] = "left",
) -> None:
    """Write lines of words, centred on ``y``; the font's own leading would be too tight."""
    lines = words.split("\n")
    for place, line in enumerate(lines):
        above = (place - (len(lines) - 1) / 2) * style.font_size * LINE_HEIGHT
        _add(
            axes,
            Text(
                x,
                y + above + style.font_size * HALF_HEIGHT,
                lettering.legible(line, style.font_family),
                color=color or style.text,
                fontfamily=list(lettering.families(style.font_family)),
                fontsize=style.font_size,
                horizontalalignment=align,
                verticalalignment="baseline",
                clip_on=False,
            ),
        )


def _add(axes: Axes, artist: Artist) -> None:
    """Put something on axes; nothing is cut off, so working out where to would take time."""
    artist.set_clip_path(_UNUSED)
    axes.add_artist(artist)
