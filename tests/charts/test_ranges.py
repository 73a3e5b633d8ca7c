"""Pictures of ranges: a row for each, in order, on a scale whose numbers never touch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from resilience_desktop import themes
from resilience_desktop.charts import lettering
from resilience_desktop.charts.ranges import Range, draw_ranges, fitting, ranges_height
from resilience_desktop.charts.style import print_style, screen_style
from resilience_desktop.i18n import signed

STYLES = [print_style(), screen_style(themes.theme("dark"), "DejaVu Sans", 1.5)]
CLEAR = Range("walk", "walk", 0.8, 0.2, 1.4, "+0.8")
NOT_CLEAR = Range("tea", "tea", -0.2, -1.1, 0.6, "not clear", is_clear=False)


def drawn(rows, ends=(-2, 2), *, width=560, style=STYLES[0], beside=()):
    figure = Figure(figsize=(width / 72, ranges_height(len(rows), 1) / 72), dpi=72)
    FigureCanvasAgg(figure)
    levels = [(float(level), signed(level)) for level in range(ends[0], ends[1] + 1)]
    return figure, draw_ranges(figure, rows, ends, levels, style=style, beside=beside)


def words_of(figure):
    return {words.get_text(): words for words in figure.axes[0].texts}


def dots(figure):
    lines = [child for child in figure.axes[0].get_children() if isinstance(child, Line2D)]
    return [line for line in lines if line.get_marker() == "o"]


@pytest.mark.parametrize("style", STYLES, ids=["paper", "screen"])
def test_that_each_row_has_its_dot_its_name_and_its_words(style):
    figure, places = drawn([CLEAR, NOT_CLEAR], style=style)
    assert list(places) == ["walk", "tea"]
    (right, above), (left, below) = places.values()
    assert left < right
    assert above < below
    assert {"walk", "+0.8", "tea", "not clear"} <= words_of(figure).keys()


def test_that_what_is_not_clear_is_hollow_and_thin():
    figure, _ = drawn([CLEAR, NOT_CLEAR])
    full, hollow = dots(figure)
    style = STYLES[0]
    assert full.get_markerfacecolor() == style.clear
    assert hollow.get_markerfacecolor() == style.ground
    lines = [child for child in figure.axes[0].get_children() if isinstance(child, Line2D)]
    widths = {
        one: max(line.get_linewidth() for line in lines if line.get_color() == color)
        for one, color in (("clear", style.clear), ("unclear", style.unclear))
    }
    assert widths["unclear"] < widths["clear"]


def test_that_a_dot_stands_at_its_number():
    figure, places = drawn([Range("at one", "at one", 1, 0.5, 1.5)])
    assert places["at one"][0] == pytest.approx(words_of(figure)["+1"].get_position()[0])


def test_that_a_row_with_too_few_days_stays_with_its_words_and_no_dot():
    empty = Range("tea", "tea", None, 0, 0, "too few days")
    figure, places = drawn([CLEAR, empty])
    assert list(places) == ["walk", "tea"]
    assert len(dots(figure)) == 1
    assert {"tea", "too few days"} <= words_of(figure).keys()


def test_that_pictures_beside_each_other_have_their_scale_in_the_same_place():
    wordy = Range("late", "the walk home", 0.8, 0.2, 1.4, "16 days, apart")
    alone, _ = drawn([CLEAR])
    one, at_one = drawn([CLEAR], beside=[wordy])
    other, at_other = drawn([wordy], beside=[CLEAR])
    zero, shared, same = (words_of(each)["0"].get_position()[0] for each in (alone, one, other))
    assert shared == same != zero
    assert at_one["walk"][0] == at_other["late"][0]


@given(width=st.integers(200, 1600), reach=st.integers(1, 10), style=st.sampled_from(STYLES))
def test_that_numbers_of_the_scale_never_touch_and_zero_is_there(width, reach, style):
    figure, _ = drawn([CLEAR, NOT_CLEAR], (-reach, reach), width=width, style=style)
    names = {signed(level) for level in range(-reach, reach + 1)}
    shown = [words for name, words in words_of(figure).items() if name in names]
    assert signed(0) in words_of(figure)
    boxes = sorted((words.get_window_extent() for words in shown), key=lambda box: box.x0)
    for one, other in pairwise(boxes):
        assert one.x1 < other.x0


def test_that_a_long_name_gives_way_to_the_picture():
    long = "the walk to the far end of the harbour and back again before breakfast"
    figure, places = drawn([Range(1, long, 0, -1, 1)], width=400)
    (name,) = (words for words in words_of(figure) if words.startswith("the walk"))
    assert name.endswith("...")
    assert 0 < places[1][0] < 400


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("\N{RUNNER} run", "\N{HORIZONTAL ELLIPSIS} run"),
        ("caf\N{LATIN SMALL LETTER E WITH ACUTE}", ""),
    ],
)
def test_that_letters_no_font_has_are_dots_and_no_warning(name, written):
    figure, _ = drawn([Range(1, name, 0, -1, 1)])
    figure.canvas.draw()
    assert (written or name) in words_of(figure)


@given(st.text(max_size=60), st.floats(0, 300))
def test_that_fitting_words_fit_or_are_as_short_as_they_can_be(words, room):
    def measure(some):
        return lettering.width(some, "DejaVu Sans", 13)

    fitted = fitting(words, room, measure)
    assert fitted in (words, "...") or measure(fitted) <= room
