"""Calendar years as a view: every day is told, months are counted, and nothing is filled in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from matplotlib.figure import Figure
from matplotlib.textpath import TextPath

from resilience_desktop.charts import year as charts_year
from resilience_desktop.charts.style import print_style
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.services.views import choosing, year
from resilience_desktop.services.views.view import Asked, Found
from tests.insights.made_up import FIRST, day, entry
from tests.services.views.shown import drawn, rows, told

TODAY = dt.date(2027, 1, 10)


def shown(entries, first=FIRST, last=TODAY):
    found = Found(today=TODAY, entries=tuple(entries))
    return year.panels(Asked(period=Period(first, last)), found)


def test_that_each_year_is_a_panel_the_newest_first():
    newest, oldest = shown([entry(0, 3), entry(0, -1, hour=20), entry(220, 2)])
    assert (newest.name, oldest.name) == ("year.2027", "year.2026")
    assert newest.sentences == ("1 to 10 January 2027: there is a mood on 1 day.",)
    assert max(drawn(newest.drawings[0])) == TODAY
    assert max(drawn(oldest.drawings[0])) == dt.date(2026, 12, 31)


def test_that_each_day_is_told_with_how_much_was_written():
    panel = shown([entry(0, 3), entry(0, -1, hour=20), entry(1, None)])[-1]
    words = told(panel.drawings[0])
    assert min(words) == FIRST
    assert words[day(0)].shown == "Monday 1 June 2026: +1.0, 2 entries"
    assert words[day(0)].aloud == "Monday 1 June 2026: plus one, 2 entries"
    assert words[day(1)].shown == "Tuesday 2 June 2026: no mood, 1 entry"
    assert words[day(2)].shown == "Wednesday 3 June 2026: no entry"
    assert panel.drawings[0].opens(day(1)) == day(1)
    assert panel.drawings[0].opens(day(2)) is None


@pytest.mark.parametrize(("width", "at_most"), [(1000, 0.05), (660, 1)])
def test_that_no_number_on_a_mark_is_worse_or_better_than_the_day_was(monkeypatch, width, at_most):
    """-4.5 is no -5: with much room the number is the day's own, else its whole part."""
    written = []

    def outline(_place, words, **more):
        written.append(words)
        return TextPath((0, 0), words, **more)

    monkeypatch.setattr(charts_year, "TextPath", outline)
    moods = [(-4, -5), (1, 0), (-1, 0), (3, 3), (-5, -5), (2, 3), (0, 0)]
    entries = [
        entry(n, mood, hour=hour)
        for n, both in enumerate(moods)
        for hour, mood in zip((9, 20), both, strict=True)
    ]
    drawn(shown(entries, last=day(6))[0].drawings[0], width)
    numbers = sorted(float(words.replace("\N{MINUS SIGN}", "-")) for words in written)
    days = sorted(sum(both) / 2 for both in moods)
    if at_most < 1:
        assert numbers == days
    else:
        assert numbers == [-5, -4, 0, 2, 3]  # a half on either side of 0 has a mark alone


def test_that_months_have_their_lowest_and_highest_day():
    panel = shown([entry(0, 3), entry(1, -2), entry(40, 1)])[-1]
    assert rows(panel) == [
        ["June", "2", "\N{MINUS SIGN}2.0", "+3.0"],
        ["July", "1", "+1.0", "+1.0"],
    ]


def test_that_only_the_days_of_the_range_are_there_and_only_their_months():
    """A small dot is a day without a mood; days outside are nothing, and months no row."""
    entries = [entry(n, 1) for n in range(100)]
    (panel,) = shown(entries, day(20), day(40))
    (drawing,) = panel.drawings
    assert sorted(drawn(drawing)) == [day(n) for n in range(20, 41)]
    assert panel.sentences == ("21 June to 11 July 2026: there is a mood on 21 days.",)
    assert [row[:2] for row in rows(panel)] == [["June", "10"], ["July", "11"]]
    (whole,) = shown(entries, FIRST, day(90))
    heights = drawing.height(1), whole.drawings[0].height(1)
    assert heights[0] < heights[1]


def test_that_a_year_begins_with_the_first_entry_and_says_so():
    (panel,) = shown([entry(0, 3), entry(2, 1)], dt.date(2026, 1, 1), day(5))
    assert panel.sentences == (
        "It begins with your first entry on 1 June. There is a mood on 2 days.",
    )
    assert min(drawn(panel.drawings[0])) == FIRST


def test_that_a_filter_does_not_move_the_beginning():
    whole = Found(today=TODAY, entries=(entry(0, 1), entry(9, 2)))
    found = replace(whole, entries=whole.entries[1:], whole=whole)
    (panel,) = year.panels(Asked(period=Period(FIRST, day(20))), found)
    assert min(drawn(panel.drawings[0])) == FIRST
    assert panel.sentences[0].endswith("There is a mood on 1 day.")


def test_that_days_before_anything_was_written_and_days_to_come_have_no_calendar():
    for first in (dt.date(2028, 1, 1), dt.date(2024, 1, 1)):
        (panel,) = shown([entry(0, 1)], first, first + dt.timedelta(days=60))
        assert panel.sentences == ("There are no entries in these days.",)
        assert (panel.drawings, panel.table) == ((), None)
    (panel,) = shown([], dt.date(2028, 1, 1), dt.date(2028, 2, 1))
    assert panel.drawings == ()


def test_that_two_stretches_of_one_year_stand_beside_each_other_and_are_not_compared():
    found = Found(today=TODAY, entries=tuple(entry(n, n % 3) for n in range(60)))
    asked = Asked(period=Period(day(30), day(59)), other=Period(FIRST, day(29)))
    (one,), (other,) = choosing.panels("year", asked, found)
    assert not set(drawn(one.drawings[0])) & set(drawn(other.drawings[0]))
    assert choosing.compared("year", asked, found) == "The Mood view compares the averages."


def test_that_a_time_of_change_is_told_on_its_day_and_drawn_there():
    marks = (TimeOfChange("New job", day(2)), TimeOfChange("Long after", day(300)))
    found = Found(today=TODAY, entries=(entry(0, 1), entry(2, 2)), times_of_change=marks)
    (panel,) = year.panels(Asked(period=Period(FIRST, day(20))), found)
    words = told(panel.drawings[0])
    assert words[day(2)].aloud == "Wednesday 3 June 2026: plus two, 1 entry, New job"
    assert words[day(3)].shown == "Thursday 4 June 2026: no entry"
    assert panel.note.endswith("Marked: New job, 3 June 2026.")
    (without,) = year.panels(
        Asked(period=Period(FIRST, day(20))), replace(found, times_of_change=())
    )
    assert upright(panel) == upright(without) + 1
    assert "Marked" not in without.note


def upright(panel):
    figure = Figure(figsize=(900 / 72, panel.drawings[0].height(1) / 72), dpi=72)
    panel.drawings[0].draw(figure, style=print_style())
    lines = [line.get_xdata() for line in figure.axes[0].lines]
    return sum(len(x) == 2 and x[0] == x[1] for x in lines)
