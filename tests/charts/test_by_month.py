"""Lines of months: broken where a month has no number, on one scale, with names side by side."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from resilience_desktop import themes
from resilience_desktop.charts.by_month import MonthLine, Top, draw_by_month
from resilience_desktop.charts.style import print_style, screen_style

STYLES = [print_style(), screen_style(themes.theme("dark"), "DejaVu Sans", 1.5)]
TOP = Top(1.0, "every day")


def months(number, year=2026):
    return [dt.date(year + n // 12, n % 12 + 1, 1) for n in range(number)]


def drawn(lines, number=6, *, width=600, style=STYLES[0], top=TOP):
    figure = Figure(figsize=(width / 72, (len(lines) * 60 + 40) / 72), dpi=72)
    FigureCanvasAgg(figure)
    return figure, draw_by_month(figure, months(number), lines, top, style=style)


def line_of(numbers, key="calm", **more):
    return MonthLine(key, key, dict(zip(months(len(numbers)), numbers, strict=True)), **more)


def joined(figure):
    """Return the heights that lines go through."""
    every = [one for one in figure.axes[0].get_children() if isinstance(one, Line2D)]
    return [one.get_ydata() for one in every if one.get_color() == STYLES[0].clear]


def extents(figure):
    """Return all words that are written, with their boxes in pixels."""
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()
    texts = figure.axes[0].texts
    return [(words.get_text(), words.get_window_extent(renderer)) for words in texts]


def test_that_every_month_of_every_line_is_a_mark_in_reading_order():
    _, places = drawn([line_of([0.1] * 6), line_of([0.2] * 3, "sad")])
    assert list(places) == [(key, month) for key in ("calm", "sad") for month in months(6)]


def test_that_all_lines_share_a_scale():
    figure, places = drawn([line_of([0.0, 0.5, 1.0]), line_of([0.0, 0.25, 1.0], "sad")], 3)
    calm = [places["calm", month][1] for month in months(3)]
    sad = [places["sad", month][1] for month in months(3)]
    assert calm[0] - calm[1] == pytest.approx(2 * (sad[0] - sad[1]))
    assert calm[0] - calm[2] == pytest.approx(sad[0] - sad[2])
    assert calm[0] < sad[2]  # one line ends before the next begins
    assert "every day" in dict(extents(figure))


def test_that_a_month_without_a_number_breaks_the_line():
    known = {month: 0.5 for month in months(5) if month.month != 3}
    figure, _ = drawn([MonthLine("calm", "calm", known)], 5)
    (through,) = joined(figure)
    assert np.isnan(through).tolist() == [False, False, True, False, False]


def test_that_numbers_are_written_where_there_is_room_for_all_of_them():
    words = dict.fromkeys(months(4), "1.4")
    wide, _ = drawn([line_of([0.5] * 4, words=words)], 4)
    narrow, _ = drawn([line_of([0.5] * 4, words=words)], 4, width=120)
    assert sum(one.get_text() == "1.4" for one in wide.axes[0].texts) == 4
    assert all(one.get_text() != "1.4" for one in narrow.axes[0].texts)


def test_that_numbers_stand_on_the_side_to_which_the_line_does_not_go():
    words = {month: str(number) for number, month in enumerate(months(3))}
    figure, places = drawn([line_of([0.9, 0.1, 0.9], words=words)], 3)
    for words in figure.axes[0].texts:
        if words.get_text() in "012":
            place = places["calm", months(3)[int(words.get_text())]]
            assert (words.get_position()[1] > place[1]) == (words.get_text() == "1")


def test_that_one_month_stands_in_the_middle():
    _, places = drawn([line_of([0.5])], 1)
    ((x, _),) = places.values()
    assert 150 < x < 450


@pytest.mark.parametrize("style", STYLES, ids=["paper", "screen"])
@settings(max_examples=30, deadline=None)
@given(number=st.integers(1, 130), width=st.integers(400, 1200), lines=st.integers(1, 6))
def test_that_names_do_not_touch_and_nothing_is_cut_off(style, number, width, lines):
    several = [line_of([0.5] * number, f"a feeling with a long name {n}") for n in range(lines)]
    figure, places = drawn(several, number, width=width, style=style)
    assert len(places) == number * lines
    found = extents(figure)
    height = figure.get_size_inches()[1] * 72
    for words, box in found:
        assert box.x0 >= -1, words
        assert box.x1 <= width + 1, words
        assert -1 <= box.y0 <= height + 1, words
    foot = sorted((box.x0, box.x1) for _, box in found if box.y1 < 40)
    for (_, end), (start, _) in pairwise(foot):
        assert end < start


def test_that_two_months_are_two_dots_and_three_are_a_line():
    def joined(months):
        figure = Figure(figsize=(8, 2))
        numbers = {dt.date(2026, month, 1): month / 10 for month in months}
        draw_by_month(
            figure, list(numbers), [MonthLine("a", "", numbers)], Top(1, "all"), style=print_style()
        )
        return [one for one in figure.axes[0].lines if len(set(one.get_ydata())) > 1]

    assert all(one.get_linestyle() == "None" for one in joined([3, 4]))
    assert any(one.get_linestyle() != "None" for one in joined([3, 4, 5]))


def test_that_a_range_stands_upright_through_its_dot_with_the_number_beside_it():
    figure = Figure(figsize=(8, 2))
    months = [dt.date(2026, month, 1) for month in (3, 4)]
    line = MonthLine(
        "a",
        "",
        dict.fromkeys(months, 1.0),
        dict.fromkeys(months, "1.0 (28)"),
        {months[0]: (0.5, 1.5)},
        has_ranges=True,
    )
    places = draw_by_month(figure, months, [line], Top(3, "3 points"), style=print_style())
    (x, y), (other, _) = places.values()
    (upright,) = [
        one
        for one in figure.axes[0].lines
        if len(set(one.get_xdata())) == 1 and len(set(one.get_ydata())) == 2
    ]
    assert set(upright.get_xdata()) == {x}
    low, high = sorted(upright.get_ydata())
    assert low < y < high
    words = [one for one in figure.axes[0].texts if one.get_text() == "1.0 (28)"]
    assert [one.get_position()[0] > at for one, at in zip(words, (x, other), strict=True)] == [
        True,
        True,
    ]
    dot, ring = (
        next(one for one in figure.axes[0].lines if list(one.get_xdata()) == [at])
        for at in (x, other)
    )
    assert ring.get_markerfacecolor() == print_style().ground != dot.get_markerfacecolor()
