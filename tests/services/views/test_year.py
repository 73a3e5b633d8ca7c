"""Calendar years as a view: every day is told, months are counted, and nothing is filled in."""

from __future__ import annotations

import datetime as dt

from resilience_desktop.domain.period import Period
from resilience_desktop.services.views import year
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
    assert newest.sentences == ("There is a mood on 1 day of this year.",)
    assert max(drawn(newest.drawings[0])) == TODAY
    assert max(drawn(oldest.drawings[0])) == dt.date(2026, 12, 31)


def test_that_each_day_is_told_with_how_much_was_written():
    panel = shown([entry(0, 3), entry(0, -1, hour=20), entry(1, None)])[-1]
    words = told(panel.drawings[0])
    assert words[day(0)].shown == "Monday 1 June 2026: +1.0, 2 entries"
    assert words[day(0)].aloud == "Monday 1 June 2026: plus one, 2 entries"
    assert words[day(1)].shown == "Tuesday 2 June 2026: no mood, 1 entry"
    assert words[day(2)].shown == "Wednesday 3 June 2026: no entry"
    assert panel.drawings[0].opens(day(1)) == day(1)
    assert panel.drawings[0].opens(day(2)) is None


def test_that_months_have_their_lowest_and_highest_day():
    panel = shown([entry(0, 3), entry(1, -2), entry(40, 1)])[-1]
    assert rows(panel) == [
        ["June", "2", "\N{MINUS SIGN}2.0", "+3.0"],
        ["July", "1", "+1.0", "+1.0"],
    ]


def test_that_a_year_to_come_has_no_calendar():
    assert shown([], dt.date(2028, 1, 1), dt.date(2028, 2, 1)) == ()
