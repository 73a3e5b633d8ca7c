"""Rhythm as a view: which row stands apart is said at its end, and hours have their warning."""

from __future__ import annotations

from random import Random

from matplotlib.figure import Figure

from resilience_desktop import i18n
from resilience_desktop.charts.style import print_style
from resilience_desktop.domain.period import Period
from resilience_desktop.i18n import signed
from resilience_desktop.services.findings_in_words import of_different_days
from resilience_desktop.services.views import choosing, rhythm
from resilience_desktop.services.views.view import Asked, Found
from tests.insights.made_up import FIRST, day, entry
from tests.services.views.shown import aloud, drawn, rows, told

SCALE = {signed(level) for level in range(-5, 6)}


def written_at(drawing):
    """Return words of a picture -> how far from the left they stand."""
    figure = Figure(figsize=(560 / 72, drawing.height(1) / 72), dpi=72)
    drawing.draw(figure, style=print_style())
    return {words.get_text(): words.get_position()[0] for words in figure.axes[0].texts}


def shown(days, mood, *, hour=12, without=lambda _: False):
    chance = Random(3)
    entries = [
        entry(n, mood(n) + chance.randint(-2, 2), hour=hour) for n in range(days) if not without(n)
    ]
    asked = Asked(period=Period(FIRST, day(days - 1)))
    panels = rhythm.panels(asked, Found(today=day(days - 1), entries=entries))
    return {panel.name.removeprefix("rhythm."): panel for panel in panels}


def test_that_a_weekday_that_stands_apart_says_so_at_the_end_of_its_row():
    panel = shown(112, lambda n: -2 if n % 7 == 0 else 1)["weekday"]
    monday, tuesday, *_ = told(panel.drawings[0]).values()
    assert monday.shown.endswith("16 days, apart")
    assert monday.aloud.endswith("16 days, apart")
    assert tuesday.shown.endswith("16 days")
    assert [row[4] for row in rows(panel)] == ["yes", *["no"] * 6]


def test_that_hours_say_that_they_may_be_of_different_days():
    panels = shown(30, lambda _: 1)
    assert panels["hour"].sentences[-1] == of_different_days()
    assert of_different_days() not in panels["weekday"].sentences
    assert rows(panels["hour"])[0][4] == "\N{EN DASH}"
    assert aloud(panels["hour"])[0][4] == "not enough days"


def test_that_months_of_one_year_say_so_and_too_few_days_say_only_that():
    assert "one year alone" in shown(60, lambda _: 1)["month"].sentences[-1]
    few = shown(5, lambda _: 1)
    assert few["hour"].sentences == ("5 days so far. This takes 21 days with entries.",)
    assert (few["hour"].drawings, few["hour"].table) == ((), None)


def test_that_days_without_a_mood_have_neither_picture_nor_table():
    panel = shown(30, lambda _: 1, without=lambda _: True)["weekday"]
    assert panel.sentences == ("This takes 21 days with entries.",)
    assert (panel.drawings, panel.table) == ((), None)


def two(entries, period, other):
    found = Found(today=period.last, entries=tuple(entries))
    asked = Asked(period=period, other=other)
    sides = choosing.panels("rhythm", asked, found)
    return [{panel.name.removeprefix("rhythm."): panel for panel in side} for side in sides]


def test_that_a_row_with_too_few_days_stays_and_says_so():
    """Nothing is written on Wednesdays of the later weeks."""
    panel = shown(70, lambda n: n % 3, without=lambda n: n > 20 and n % 7 == 2)["weekday"]
    marks = told(panel.drawings[0])
    assert [one.shown.split(":")[0] for one in marks.values()] == [
        i18n.weekday_name(number) for number in range(7)
    ]
    assert marks[2].shown == "Wednesday: too few days, 3 days"
    assert marks[2].aloud == "Wednesday, too few days, 3 days"
    assert len(marks) == len(rows(panel)) == 7
    assert any("A row takes 7 days" in words for words in panel.how)


def test_that_only_months_of_the_period_have_a_row():
    panel = shown(70, lambda n: n % 3)["month"]
    assert [one.shown for one in told(panel.drawings[0]).values()][2:] == [
        "August: too few days, 9 days"
    ]
    assert [row[0] for row in rows(panel)] == ["June", "July", "August"]


def test_that_two_periods_have_the_same_rows_on_the_same_scale():
    """Low and steady in the first weeks, high and far apart in the later ones."""
    chance = Random(5)
    entries = [
        entry(n, chance.randint(-1, 0) if n < 61 else chance.randint(-5, 5)) for n in range(150)
    ]
    later, earlier = two(entries, Period(day(61), day(149)), Period(FIRST, day(60)))
    for key in ("weekday", "month"):
        one, other = (side[key].drawings[0] for side in (later, earlier))
        assert list(drawn(one)) == list(drawn(other))
        assert one.height(1) == other.height(1)
    first, second = (written_at(side["weekday"].drawings[0]) for side in (later, earlier))
    assert {name: first[name] for name in SCALE & first.keys()} == {
        name: second[name] for name in SCALE & second.keys()
    }
    months = told(later["month"].drawings[0])
    assert months[6].shown == "June: not in these days"
    assert told(earlier["month"].drawings[0])[10].shown == "October: not in these days"
    assert [row[0] for row in rows(earlier["month"])] == ["June", "July"]


def test_that_two_rhythms_are_not_compared():
    found = Found(today=day(59), entries=tuple(entry(n, n % 3) for n in range(60)))
    asked = Asked(period=Period(day(30), day(59)), other=Period(FIRST, day(29)))
    assert choosing.compared("rhythm", asked, found).startswith("With so many rows, some move from")
