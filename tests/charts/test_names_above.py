"""Names above the mood chart: they step aside for each other and for the lines."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from resilience_desktop import themes
from resilience_desktop.charts.layout import lay_out
from resilience_desktop.charts.mood import draw_mood
from resilience_desktop.charts.names_above import ROWS
from resilience_desktop.charts.series import MoodSeries, Stretch, Turn
from resilience_desktop.charts.style import screen_style

FIRST = dt.date(2026, 6, 1)
STYLE = screen_style(themes.theme("light"), "DejaVu Sans", 1.0)
DAYS = 180


def day(number):
    return FIRST + dt.timedelta(days=number)


def spell(first, last):
    days = last - first + 1
    return Stretch(day(first), day(last), (f"low spell, {days} days", f"{days} days"))


def series(stretches=(), turns=()):
    means = {day(n): 1.0 for n in range(0, DAYS, 3)}
    return MoodSeries(FIRST, day(DAYS - 1), means, stretches=stretches, turns=turns)


def laid_out(stretches=(), turns=(), width=1000):
    return lay_out(width, 340, series(stretches, turns), STYLE)


def drawn(stretches=(), turns=(), width=1000):
    figure = Figure(figsize=(width / 72, 340 / 72), dpi=72)
    places = draw_mood(figure, series(stretches, turns), STYLE)
    return figure, places


def words(figure):
    return [text.get_text() for text in figure.axes[0].texts]


def test_that_a_low_spell_has_its_colour_and_its_words_above_it():
    one = spell(30, 37)
    figure, _ = drawn([one])
    (band,) = [part for part in figure.axes[0].get_children() if isinstance(part, Rectangle)][:1]
    layout = laid_out([one])
    assert band.get_x() <= layout.x(one.first) < layout.x(one.last)
    assert layout.x(one.last) <= band.get_x() + band.get_width()
    name = layout.names[one]
    assert name.words == "low spell, 8 days"
    assert name.left < layout.x(one.first) < layout.x(one.last) < name.right
    assert "low spell, 8 days" in words(figure)


def test_that_a_strip_that_has_no_colour_has_an_edge():
    one = spell(30, 37)
    for style, is_edged in ((STYLE, False), (replace(STYLE, spell=STYLE.ground), True)):
        figure = Figure(figsize=(1000 / 72, 340 / 72), dpi=72)
        draw_mood(figure, series([one]), style)
        strip = next(p for p in figure.axes[0].get_children() if isinstance(p, Rectangle))
        assert (strip.get_linewidth() > 0) is is_edged


def test_that_words_that_have_no_room_are_shorter():
    one, other = spell(60, 65), spell(84, 89)
    names = laid_out([one, other], width=900).names
    assert names[one].words == "low spell, 6 days"
    assert names[other].words == "6 days"
    assert names[other].row == names[one].row


def test_that_low_spells_are_all_named_or_none():
    near = [spell(60, 65), spell(70, 75), spell(80, 85)]
    job = Turn(day(30), "New job")
    names = laid_out(near, [job], width=500).names
    assert list(names) == [job]
    assert set(laid_out(near, [job], width=1200).names) == {*near, job}


def test_that_a_time_of_change_is_a_line_with_its_name():
    job = Turn(day(90), "New job")
    figure, _ = drawn(turns=[job])
    layout = laid_out(turns=[job])
    x = layout.x(job.day)
    lines = [line for line in figure.axes[0].get_children() if isinstance(line, Line2D)]
    assert [line for line in lines if list(line.get_xdata()) == [x, x]]
    assert "New job" in words(figure)
    assert layout.names[job].left > x


def test_that_a_name_at_the_right_end_stands_left_of_its_line():
    late = Turn(day(DAYS - 1), "A walk before breakfast")
    layout = laid_out(turns=[late])
    assert layout.names[late].right < layout.x(late.day)


def test_that_a_very_long_name_is_shortened():
    long = Turn(day(20), "word " * 30)
    assert laid_out(turns=[long]).names[long].words.endswith("word...")


def test_that_lines_near_each_other_all_have_their_names():
    turns = [Turn(day(n), name) for n, name in ((80, "Moved house"), (84, "Exams"), (88, "Job"))]
    layout = laid_out(turns=turns)
    assert [layout.names[turn].row for turn in turns] == [2, 1, 0]


def test_that_a_line_in_a_spell_is_broken_below_its_words_that_stay_over_the_middle():
    one, job = spell(80, 90), Turn(day(88), "New job")
    layout = laid_out([one], [job])
    name, x = layout.names[one], layout.x(job.day)
    middle = (layout.x(one.first) + layout.x(one.last)) / 2
    assert (name.left + name.right) / 2 == pytest.approx(middle)
    assert name.left < x < name.right
    assert layout.names[job].row == 1
    figure, _ = drawn([one], [job])
    lines = [part for part in figure.axes[0].get_children() if isinstance(part, Line2D)]
    above, below = sorted(
        tuple(line.get_ydata()) for line in lines if list(line.get_xdata()) == [x, x]
    )
    assert above[0] < above[1] < layout.top - STYLE.font_size
    assert below == (layout.top, layout.bottom)
    elsewhere = Turn(day(20), "Move")
    figure, _ = drawn([one], [elsewhere])
    x = laid_out([one], [elsewhere]).x(elsewhere.day)
    lines = [part for part in figure.axes[0].get_children() if isinstance(part, Line2D)]
    assert len([line for line in lines if list(line.get_xdata()) == [x, x]]) == 1


def test_that_the_name_of_a_line_does_not_go_on_from_the_words_of_a_spell():
    one, job = spell(30, 37), Turn(day(46), "New job")
    names = laid_out([one], [job]).names
    assert names[one].row == 0
    assert names[job].row == 1
    later = Turn(day(70), "New job")
    assert laid_out([one], [later]).names[later].row == 0


def test_that_the_plot_makes_room_for_names_and_stays_without_any():
    assert laid_out().top < laid_out([spell(30, 37)]).top
    assert laid_out() == lay_out(1000, 340, series(), STYLE)


def test_that_marks_are_the_same_days_with_and_without_names():
    _, plain = drawn()
    _, named = drawn([spell(30, 37)], [Turn(day(5), "Move")])
    assert list(plain) == list(named)


stretches = st.lists(
    st.builds(
        lambda first, days: spell(first, min(DAYS - 1, first + days)),
        st.integers(0, DAYS - 10),
        st.integers(2, 40),
    ),
    max_size=6,
    unique_by=lambda one: one.first,
)
turns = st.lists(
    st.builds(
        lambda at, name: Turn(day(at), name),
        st.integers(0, DAYS - 1),
        st.text("abc defg", min_size=1, max_size=40),
    ),
    max_size=8,
    unique_by=lambda one: one.day,
)


@given(
    stretches.map(partial(sorted, key=lambda one: one.first)),
    turns.map(partial(sorted, key=lambda one: one.day)),
    st.sampled_from([320, 560, 900, 1216]),
)
def test_that_names_never_lie_over_each_other_or_outside_the_plot(several, lines, width):
    layout = laid_out(tuple(several), tuple(lines), width)
    names = list(layout.names.values())
    for place, name in enumerate(names):
        assert layout.left - 0.01 <= name.left
        assert name.right <= layout.right + 0.01
        assert 0 <= name.row < ROWS
        for other in names[place + 1 :]:
            apart = name.right < other.left or other.right < name.left
            assert apart or name.row != other.row


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_that_names_stay_inside_the_picture(scale):
    style = screen_style(themes.theme("light"), "DejaVu Sans", scale)
    many = [Turn(day(n), "Something long enough") for n in (80, 84, 88)]
    layout = lay_out(900, 344, series(turns=many), style)
    rows = 1 + max(name.row for name in layout.names.values())
    assert layout.top >= rows * style.font_size * 1.25
