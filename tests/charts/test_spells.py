"""Pictures of low spells: a row each, small lines on one scale, columns that give way."""

from __future__ import annotations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from resilience_desktop import themes
from resilience_desktop.charts.spells import SpellRow, draw_spells, spells_height
from resilience_desktop.charts.style import print_style, screen_style

TITLES = ("Started", "Low for", "Lowest", "Way back")
STYLES = [print_style(), screen_style(themes.theme("dark"), "DejaVu Sans", 1.5)]


def row(key, length, *, low=None, gap=False, changes=()):
    days = {n: -3.0 if 0 <= n <= length else 1.0 for n in range(-10, length + 11)}
    if gap:
        days = {n: mood for n, mood in days.items() if n % 3}
    cells = (key, f"{length} days", "-3.0", "4 days")
    return SpellRow(key, cells, -3.0, days, length if low is None else low, length, changes)


ROWS = [row("27 June", 8), row("13 September", 4, gap=True)]


def drawn(rows=ROWS, width=900, style=STYLES[0]):
    figure = Figure(figsize=(width / 72, spells_height(len(rows), 1) / 72), dpi=72)
    canvas = FigureCanvasAgg(figure)
    places = draw_spells(figure, rows, TITLES, style=style)
    canvas.draw()
    return figure, places


def words(figure):
    return {text.get_text() for text in figure.axes[0].texts}


def bands(figure):
    return [
        part
        for part in figure.axes[0].get_children()
        if isinstance(part, Rectangle) and part.get_facecolor()[3] and part.get_height() > 1
    ]


@pytest.mark.parametrize("style", STYLES, ids=["paper", "screen"])
def test_that_each_spell_has_its_row_and_its_numbers(style):
    figure, places = drawn(style=style)
    assert list(places) == ["27 June", "13 September"]
    (x, above), (same, below) = places.values()
    assert x == same
    assert above < below
    assert {*TITLES, "27 June", "8 days", "-3.0", "4 days"} <= words(figure)


def test_that_a_day_is_as_wide_in_every_row():
    longer, shorter = (band.get_width() for band in bands(drawn()[0])[:2])
    assert longer / 9 == pytest.approx(shorter / 5)


def test_that_marks_stay_large_enough_to_be_told_apart():
    def size(length):
        figure, _ = drawn([row("27 June", length)], width=500)
        dots = [line for line in figure.axes[0].lines if line.get_linestyle() == "None"]
        return max(line.get_markersize() for line in dots if len(line.get_xdata()) > 1)

    assert size(40) < size(4)
    assert size(40) >= size(4) * 0.8 - 0.01


def test_that_the_way_back_is_a_low_foot_that_goes_on_where_the_strip_ends():
    strip, foot = bands(drawn([row("27 June", 8, low=4)])[0])
    assert foot.get_x() == pytest.approx(strip.get_x() + strip.get_width())
    assert strip.get_width() / 5 == pytest.approx(foot.get_width() / 4)
    bottoms = [part.get_y() + part.get_height() for part in (strip, foot)]
    assert bottoms[0] == pytest.approx(bottoms[1])
    assert foot.get_height() < strip.get_height() / 4
    assert len(bands(drawn([row("27 June", 8)])[0])) == 1


def test_that_a_time_of_change_is_a_line_at_its_day():
    def upright(changes):
        figure, _ = drawn([row("27 June", 8, changes=changes)])
        lines = [line.get_xdata() for line in figure.axes[0].lines]
        return [x[0] for x in lines if len(x) == 2 and x[0] == x[1]]

    assert upright(()) == []
    earlier, later = upright((0, 5))
    (strip,) = bands(drawn([row("27 June", 8)])[0])
    assert strip.get_x() < earlier < later < strip.get_x() + strip.get_width()


@pytest.mark.parametrize(
    ("width", "left_out"),
    [
        (900, set()),
        (330, {"Lowest"}),
        (270, {"Lowest", "Way back"}),
        (220, {"Lowest", "Way back", "Low for"}),
    ],
)
def test_that_columns_give_way_to_the_small_lines(width, left_out):
    figure, _ = drawn(width=width)
    assert set(TITLES) - words(figure) == left_out
    for band in bands(figure):
        assert band.get_x() + band.get_width() <= width
