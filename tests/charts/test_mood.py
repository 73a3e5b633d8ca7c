import datetime as dt
import math
import random
import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from resilience_desktop import i18n, themes
from resilience_desktop.charts import lettering, ticks
from resilience_desktop.charts.layout import lay_out
from resilience_desktop.charts.mood import draw_mood
from resilience_desktop.charts.picture import render_rgba, render_svg
from resilience_desktop.charts.series import MoodSeries
from resilience_desktop.charts.style import print_style, screen_style

LAST = dt.date(2026, 11, 22)
SIZES = [(600, 220), (900, 308), (1216, 308), (1600, 420)]
SCALES = [0.85, 1.0, 1.5, 2.0]


def light(scale=1.0, family="DejaVu Sans"):
    return screen_style(themes.theme("light"), family, scale)


def period(days, *, last=LAST, seed=1):
    """A period in which most days have a mood."""
    chance = random.Random(seed)
    first = last - dt.timedelta(days=days - 1)
    every = [first + dt.timedelta(days=n) for n in range(days)]
    means = {day: chance.randint(-10, 10) / 2 for day in every if chance.random() < 0.8}
    return MoodSeries(first, last, means, dict(means))


def drawn(series, style=None, width=1216, height=308):
    figure = Figure(figsize=(width / 72, height / 72), dpi=72)
    draw_mood(figure, series, style or light())
    return figure


def lines(figure):
    return [line for line in figure.axes[0].get_children() if isinstance(line, Line2D)]


def marks(figure):
    return [line for line in lines(figure) if line.get_marker() not in ("None", "", None)]


def median_line(figure):
    style = light()
    return [
        line
        for line in lines(figure)
        if line.get_color() == style.line and line.get_marker() in ("None", "", None)
    ]


def words(figure):
    return [text.get_text() for text in figure.axes[0].texts]


def test_that_shape_and_colour_follow_the_nearest_step():
    days = [LAST - dt.timedelta(days=n) for n in range(4)]
    moods = [-2.5, -0.4, 0.5, 4]
    series = MoodSeries(days[-1], days[0], dict(zip(days, moods, strict=True)))
    style = light()
    found = {(m.get_marker(), m.get_markerfacecolor()) for m in marks(drawn(series))}
    fills = style.mark_fill
    assert found == {("s", fills[-3]), ("D", fills[0]), ("o", fills[1]), ("o", fills[4])}


def test_that_paper_needs_no_colour():
    series = period(60)
    seen = {(m.get_marker(), m.get_markerfacecolor()) for m in marks(drawn(series, print_style()))}
    by_shape = {shape: {fill for s, fill in seen if s == shape} for shape in "sDo"}
    assert by_shape["o"] == {"#FFFFFF"}
    assert all(len(fills) == 1 for fills in by_shape.values())
    assert len(set.union(*by_shape.values())) == 3


def test_that_the_line_is_lifted_wherever_days_are_not_neighbours():
    first = dt.date(2026, 1, 1)
    days = [first + dt.timedelta(days=n) for n in (*range(7), *range(10, 17))]
    series = MoodSeries(first, days[-1], {}, dict.fromkeys(days, 1.0))
    (line,) = median_line(drawn(series))
    heights = np.asarray(line.get_ydata(), float)
    assert np.isnan(heights).tolist() == [0] * 7 + [1] + [0] * 7


def test_that_a_long_gap_is_named_once_and_has_no_line():
    series = period(183)
    gap = (LAST - dt.timedelta(days=111), LAST - dt.timedelta(days=20))
    kept = {d: m for d, m in series.means.items() if not gap[0] <= d <= gap[1]}
    figure = drawn(MoodSeries(series.first, LAST, kept, kept, (gap,)))
    assert words(figure).count("no entries") == 1
    layout = lay_out(1216, 308, series, light())
    x = np.asarray(median_line(figure)[0].get_xdata(), float)
    assert not np.any((x >= layout.x(gap[0])) & (x <= layout.x(gap[1])))


def test_that_a_name_too_wide_for_its_gap_wraps_and_then_is_left_out():
    def named(days, width=600):
        gap = (LAST - dt.timedelta(days=99 + days), LAST - dt.timedelta(days=100))
        figure = drawn(MoodSeries(LAST - dt.timedelta(days=399), LAST, gaps=(gap,)), width=width)
        return [w for w in words(figure) if w in ("no entries", "no", "entries")]

    assert named(100) == ["no entries"]
    assert named(62) == ["no", "entries"]
    assert named(11) == []


def test_that_without_a_median_nothing_names_it():
    assert "median" in words(drawn(period(60)))
    assert "median" not in words(drawn(MoodSeries(LAST, LAST, {LAST: 1.0})))


def test_that_the_three_levels_are_named_with_a_true_minus():
    assert {"as good as it gets +5", "neither 0", "as bad as it gets \N{MINUS SIGN}5"} <= set(
        words(drawn(period(60)))
    )


def test_that_words_give_way_before_the_picture_does():
    series = period(183)
    narrow = lay_out(600, 220, series, light(1.5))
    assert narrow.levels[0].count("\n") == 1
    tight = lay_out(600, 220, series, light(2.0))
    assert tight.levels == ("+5", "0", "\N{MINUS SIGN}5")
    assert lay_out(300, 220, series, light(2.0)).series == ""
    assert "median" not in words(drawn(series, light(2.0), 300, 220))
    low = lay_out(1600, 90, series, light(2.0))
    assert low.levels == ("+5", "0", "\N{MINUS SIGN}5")


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("days", [1, 7, 28, 91, 183, 366, 1100, 3652])
def test_that_no_word_is_cut_off_or_lies_on_another(width, height, scale, days):
    figure = drawn(period(days), light(scale), width, height)
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [text.get_window_extent(renderer) for text in figure.axes[0].texts]
    for box in boxes:
        assert box.x0 >= 0
        assert box.x1 <= width
        assert box.y0 >= 0
        assert box.y1 <= height
    # two lines of one label share their line height; letters do not touch
    for place, box in enumerate(boxes):
        for other in boxes[:place]:
            across = min(box.x1, other.x1) - max(box.x0, other.x0)
            down = min(box.y1, other.y1) - max(box.y0, other.y0)
            assert across <= 0 or down <= 0.25 * 13 * scale


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("theme", themes.NAMES)
def test_that_nothing_is_drawn_on_the_outermost_pixels(width, height, theme):
    style = screen_style(themes.theme(theme), "DejaVu Sans", 1.5)
    picture = render_rgba(partial(draw_mood, series=period(183), style=style), width, height)
    alpha = np.frombuffer(picture.pixels, np.uint8).reshape(height, width, 4)[..., 3]
    edges = (alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1])
    assert not any(edge.any() for edge in edges)
    assert (alpha == 0).mean() > 0.5


def test_that_each_place_is_the_middle_of_a_mark():
    series = MoodSeries(LAST - dt.timedelta(days=20), LAST, {LAST: -4.0})
    picture = render_rgba(partial(draw_mood, series=series, style=light()), 900, 308, ratio=2)
    assert (picture.width, picture.height) == (1800, 616)
    x, y = picture.places[LAST]
    pixels = np.frombuffer(picture.pixels, np.uint8).reshape(616, 1800, 4)
    fill = themes.theme("light").mood_fill[-4]
    wanted = [int(fill[n : n + 2], 16) for n in (1, 3, 5)]
    assert pixels[round(y * 2), round(x * 2)].tolist() == [*wanted, 255]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
@pytest.mark.parametrize("width", [600, 613, 1217])
def test_that_a_picture_has_every_pixel_it_says(width, ratio):
    picture = render_rgba(partial(draw_mood, series=period(28), style=light()), width, 221, ratio)
    assert picture.width == math.ceil(width * ratio)
    assert len(picture.pixels) == picture.width * picture.height * 4


@pytest.mark.parametrize(
    "series",
    [
        period(1),
        MoodSeries(LAST, LAST),
        MoodSeries(LAST, LAST, gaps=((LAST, LAST),)),
        MoodSeries(LAST, LAST - dt.timedelta(days=1)),
        period(18_262),
        period(365, last=dt.date(1660, 12, 31)),
        MoodSeries(dt.date.min, dt.date.max, {dt.date.max: 5.0}),
    ],
    ids=["one day", "one empty day", "a named day", "no days", "fifty years", "1660", "all time"],
)
def test_that_any_period_can_be_drawn(series):
    picture = render_rgba(partial(draw_mood, series=series, style=light()), 900, 308)
    assert any(picture.pixels)
    assert picture.places.keys() == series.means.keys()


def test_that_svg_text_is_text_and_a_chart_is_the_same_on_any_day():
    draw = partial(draw_mood, series=period(183), style=print_style())
    svg = render_svg(draw, 493, 206)
    assert svg == render_svg(draw, 493, 206)
    assert re.search(rb"<text[^>]*>as good as it gets \+5</text>", svg)
    assert b"Source Sans Pro" in svg
    assert b"<dc:date>" not in svg


def test_that_a_dollar_sign_is_only_a_dollar_sign():
    def draw(figure):
        figure.text(0.1, 0.5, "5$ \\frac{ 3$ left^")  # an even number: else it is none anyway
        return {}

    assert any(render_rgba(draw, 200, 50).pixels)


def test_that_charts_can_be_drawn_on_several_threads():
    draw = partial(draw_mood, series=period(183), style=light())
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda _: render_rgba(draw, 600, 220).pixels, range(8)))
    assert len(set(pictures)) == 1


def test_that_an_unknown_interface_font_gives_way_quietly(caplog):
    assert lettering.families(".AppleSystemUIFont") == ("Source Sans Pro",)
    assert lettering.families("DejaVu Sans") == ("DejaVu Sans", "Source Sans Pro")
    drawn(period(28), light(family="No Such Font"))
    assert caplog.records == []


def test_that_marks_and_line_get_smaller_when_there_is_no_room_for_days():
    year, decade = marks(drawn(period(365)))[0], marks(drawn(period(3652)))[0]
    assert decade.get_markersize() < year.get_markersize()
    thin, thick = median_line(drawn(period(3652)))[0], median_line(drawn(period(183)))[0]
    assert thin.get_linewidth() < thick.get_linewidth() == 2


def labels(days, last=LAST, room=900.0, size=8.0):
    first = last - dt.timedelta(days=days - 1)

    def place(day):
        return (day - first).days / max(1, days - 1) * room

    return [t.label for t in ticks.fitting(first, last, place, lambda w: len(w) * size, room + 60)]


def test_that_dates_suit_the_period():
    assert labels(1) == ["22 November"]
    assert labels(7)[0] == "16 November"
    assert labels(28) == ["26 October", "2 November", "9 November", "16 November"]
    assert labels(183) == ["June", "July", "August", "September", "October", "November"]
    assert "Jan 2026" in labels(366, room=1000)
    assert labels(1000, room=500)[:3] == ["Apr", "Jul", "Oct"]
    assert labels(3652) == [str(year) for year in range(2017, 2027)]
    assert labels(18_262, room=400)[0] == "1980"
    assert labels(60, room=60) == ["Oct"]


@pytest.mark.parametrize("days", range(2, 7))
def test_that_the_last_of_few_days_has_its_name_inside_the_picture(days):
    first, edge = LAST - dt.timedelta(days=days - 1), 900.0

    def place(day):
        return (day - first).days / (days - 1) * (edge - 20)

    found = ticks.fitting(first, LAST, place, lambda w: len(w) * 8.0, edge)
    assert len(found) == days
    assert found[-1].day == LAST
    start = ticks.start(found[-1], place, lambda w: len(w) * 8.0, edge)
    assert start + len(found[-1].label) * 8 == edge


def test_that_marks_of_a_few_days_are_larger_and_clear_of_the_edges():
    few, many = period(3), period(28)
    assert marks(drawn(few))[0].get_markersize() > marks(drawn(many))[0].get_markersize()
    assert lay_out(1216, 308, few, light()).inset > lay_out(1216, 308, many, light()).inset


def test_that_no_date_is_better_than_one_that_does_not_fit():
    assert labels(40, room=1, size=60) == []
    assert labels(200, last=dt.date(2026, 10, 20), room=1, size=90) == []


@settings(deadline=None)
@given(
    st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)), st.integers(1, 40_000), st.integers(80, 1500)
)
def test_that_dates_never_lie_on_each_other(last, days, room):
    days = min(days, last.toordinal())
    first = last - dt.timedelta(days=days - 1)

    def place(day):
        return (day - first).days / max(1, days - 1) * room

    found = ticks.fitting(first, last, place, lambda w: len(w) * 7.0, room)
    starts = [ticks.start(tick, place, lambda w: len(w) * 7.0, room) for tick in found]
    for (one, start), (_, following) in pairwise(zip(found, starts, strict=True)):
        assert start + len(one.label) * 7 <= following
    assert all(
        start + len(tick.label) * 7 <= room for tick, start in zip(found, starts, strict=True)
    )
    assert all(first <= tick.day <= last for tick in found)


def test_that_month_names_come_from_the_words_of_the_app(monkeypatch):
    monkeypatch.setattr(i18n, "month_name", lambda month: f"Mois{month}")
    assert labels(183)[0] == "Mois6"


def test_that_a_line_is_named_only_where_there_is_one():
    every_other = {LAST - dt.timedelta(days=n): 1.0 for n in range(20, -1, -2)}
    alone = MoodSeries(LAST - dt.timedelta(days=20), LAST, every_other, every_other)
    assert lay_out(1216, 308, alone, light()).series == ""
    joined = MoodSeries(alone.first, LAST, every_other, {alone.first: 1.0, LAST: 1.0})
    assert not joined.has_line
    days = [LAST - dt.timedelta(days=n) for n in range(6, -1, -1)]
    joined = MoodSeries(alone.first, LAST, every_other, dict.fromkeys(days, 1.0))
    assert lay_out(1216, 308, joined, light()).series == "7-day\nmedian"
