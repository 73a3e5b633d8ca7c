"""Bars: as long as their numbers, from the same start, also where there is hardly room."""

from __future__ import annotations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from resilience_desktop.charts.counts import Count, counts_height, draw_counts
from resilience_desktop.charts.style import print_style

ROWS = [
    Count("a", "calm", 40, "40 days"),
    Count("b", "sad", 10, "10 days"),
    Count("c", "x", 0, "none"),
]


def drawn(rows, *, width=500, **more):
    figure = Figure(figsize=(width / 72, counts_height(len(rows), 1) / 72), dpi=72)
    FigureCanvasAgg(figure)
    places = draw_counts(figure, rows, style=print_style(), **more)
    return [bar.get_width() for bar in figure.axes[0].patches], places


def test_that_bars_are_as_long_as_their_numbers():
    (long, short, nothing), places = drawn(ROWS)
    assert long == pytest.approx(4 * short)
    assert nothing == 0
    assert list(places) == ["a", "b", "c"]


def test_that_a_whole_bar_can_be_more_than_the_longest():
    (alone, *_), _ = drawn(ROWS)
    (of_hundred, *_), _ = drawn(ROWS, full=100)
    assert of_hundred == pytest.approx(0.4 * alone)


def test_that_a_bar_never_goes_backwards():
    words = Count("a", "a very long name of a feeling", 3, "3 days, 4 entries, mood +1.2")
    widths, _ = drawn([words], width=160)
    assert min(widths) >= 0
