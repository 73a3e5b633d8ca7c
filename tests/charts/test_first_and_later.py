"""Two ratings on a line: hollow and full, on their numbers, with the numbers beside them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from resilience_desktop import themes
from resilience_desktop.charts.first_and_later import RatedTwice, draw_first_and_later
from resilience_desktop.charts.style import print_style, screen_style

STYLES = [print_style(), screen_style(themes.theme("light"), "DejaVu Sans", 1.5)]


def drawn(*rows, width=560, style=STYLES[0]):
    figure = Figure(figsize=(width / 72, (len(rows) * 40 + 40) / 72), dpi=72)
    FigureCanvasAgg(figure)
    return figure, draw_first_and_later(figure, rows, style=style)


def numbers(figure, *, of_scale=("0", "50", "100")):
    return [one for one in figure.axes[0].texts[len(of_scale) :] if one.get_text().isdigit()]


def test_that_the_later_dot_is_the_mark_and_stands_at_its_number():
    _, places = drawn(RatedTwice("a", "1 June", 80, 20), RatedTwice("b", "2 June", 80, 60))
    (first, above), (second, below) = places.values()
    assert first < second
    assert above < below


def test_that_both_numbers_stand_on_the_outer_sides():
    figure, places = drawn(RatedTwice("a", "1 June", 80, 20))
    later, first = numbers(figure)
    assert (later.get_text(), first.get_text()) == ("20", "80")
    assert later.get_position()[0] < places["a"][0] < first.get_position()[0]


@pytest.mark.parametrize("later", [50, 50.4])
def test_that_one_number_is_enough_where_both_are_the_same(later):
    figure, _ = drawn(RatedTwice("a", "1 June", 50, later))
    assert [one.get_text() for one in numbers(figure)] == ["50"]


@pytest.mark.parametrize("style", STYLES, ids=["paper", "screen"])
@settings(max_examples=30, deadline=None)
@given(first=st.floats(0, 100), later=st.floats(0, 100), width=st.integers(300, 1200))
def test_that_no_word_is_cut_off(style, first, later, width):
    figure, _ = drawn(RatedTwice("a", "21 September 2026", first, later), width=width, style=style)
    figure.canvas.draw()
    for words in figure.axes[0].texts:
        box = words.get_window_extent(figure.canvas.get_renderer())
        assert box.x0 >= -1
        assert box.x1 <= width + 1
