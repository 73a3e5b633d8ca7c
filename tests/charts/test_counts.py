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


def drawn(rows, *, width=500, full=100, **more):
    """Return how wide the bars of the whole and those on them are, and the places."""
    figure = Figure(figsize=(width / 72, counts_height(len(rows), 1) / 72), dpi=72)
    FigureCanvasAgg(figure)
    places = draw_counts(figure, rows, style=print_style(), full=full, **more)
    widths = [bar.get_width() for bar in figure.axes[0].patches]
    return widths[::2], widths[1::2], places


def test_that_bars_are_as_long_as_their_part_of_the_whole():
    wholes, (long, short, nothing), places = drawn(ROWS)
    assert len(set(wholes)) == 1
    assert long == pytest.approx(0.4 * wholes[0])
    assert long == pytest.approx(4 * short)
    assert nothing == 0
    assert list(places) == ["a", "b", "c"]


def test_that_what_is_not_known_has_no_bar_and_no_whole_and_stays_in_its_row():
    unknown = Count("d", "tense", None, "2 ratings, too few to say")
    wholes, bars, places = drawn([*ROWS, unknown])
    assert (len(wholes), len(bars)) == (3, 3)
    assert list(places) == ["a", "b", "c", "d"]


def test_that_pictures_beside_each_other_have_their_bars_in_the_same_place():
    others = [Count("z", "a longer name", 90, "90 of 138 days")]
    alone, *_ = drawn(ROWS)
    one, _, places = drawn(ROWS, beside=others)
    other, _, at = drawn(others, beside=ROWS)
    assert one[0] == other[0] < alone[0]
    assert at["z"][0] - places["c"][0] == pytest.approx(0.9 * one[0])


def test_that_a_bar_never_goes_backwards():
    words = Count("a", "a very long name of a feeling", 3, "3 days, 4 entries, mood +1.2")
    wholes, widths, _ = drawn([words], width=160)
    assert min(*wholes, *widths) >= 0
