"""How charts look: the same drawing in the colours of a window or in ink on paper."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from resilience_desktop import themes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.themes import Theme

PAPER_FAMILY = "Source Sans Pro"
MOODS = range(-5, 6)


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Colours as ``#RRGGBB``; lengths in logical pixels on screen, in points on paper."""

    font_family: str
    font_size: float
    """Of every word in the chart."""
    text: str
    """Colour of scales and dates."""
    series_text: str
    """Colour of a series' name, the same as its line."""
    line: str
    line_width: float
    """Of the median; it gets thinner when there are more days than pixels."""
    clear: str
    """Colour of a bar, and of an estimate that could hardly be chance."""
    unclear: str
    """Colour of an estimate that could be chance."""
    ground: str
    """What a hollow mark is filled with."""
    spell: str
    """Colour behind a stretch of days."""
    grid: str
    zero: str
    grid_width: float
    mark_fill: Mapping[int, str]
    """Mood step -5 to +5 -> colour inside its mark."""
    mark_text: Mapping[int, str]
    """Mood step -5 to +5 -> colour of the number on its mark."""
    mark_edge: str
    mark_size: float
    """Across a circle; a square and a diamond are a little smaller, to look the same size."""
    edge_width: float


def screen_style(theme: Theme, font_family: str, text_scale: float) -> ChartStyle:
    """Return the style of a window.

    ``font_family`` is the interface font; one that matplotlib does not find gives way to the
    paper's. ``text_scale`` is 1.0 at a text size of 100 %; only the words grow with it.
    """
    source = themes.tokens()
    chart, edge = source["chart"], source["mood"]["edge"]
    return ChartStyle(
        font_family=font_family,
        font_size=chart["font_px"] * text_scale,
        text=theme.role["chart_text"],
        series_text=theme.role["chart_line"],
        line=theme.role["chart_line"],
        line_width=chart["line_px"],
        clear=theme.role["chart_mark"],
        unclear=theme.role["chart_unclear"],
        ground=theme.role["window"],
        spell=theme.role["spell"],
        grid=theme.role["chart_grid"],
        zero=theme.role["chart_zero"],
        grid_width=chart["grid_px"],
        mark_fill=theme.mood_fill,
        mark_text=theme.mood_text,
        mark_edge=theme.role[edge],
        mark_size=chart["day_mark_px"],
        edge_width=chart["edge_px"],
    )


def print_style() -> ChartStyle:
    """Return the style of paper: dark squares, grey diamonds, open circles; no colour needed."""
    ink = themes.tokens()["print"]
    fill = {step: ink["text_muted"] if step < 0 else "#FFFFFF" for step in MOODS}
    return ChartStyle(
        font_family=PAPER_FAMILY,
        font_size=ink["small_pt"],
        text=ink["text_muted"],
        series_text=ink["text"],
        line=ink["text"],
        line_width=1.5,
        clear=ink["text"],
        unclear=ink["text_muted"],
        ground="#FFFFFF",
        spell=ink["spell"],
        grid=ink["rule"],
        zero=ink["text_muted"],
        grid_width=0.75,
        mark_fill=MappingProxyType(fill | {0: ink["rule"]}),
        mark_text=MappingProxyType(
            {step: "#FFFFFF" if step < 0 else ink["text"] for step in MOODS}
        ),
        mark_edge=ink["text_muted"],
        mark_size=4.2,
        edge_width=0.6,
    )
