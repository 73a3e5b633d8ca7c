"""Rhythm as a view: which row stands apart is said at its end, and hours have their warning."""

from __future__ import annotations

from random import Random

from resilience_desktop.domain.period import Period
from resilience_desktop.services.findings_in_words import of_different_days
from resilience_desktop.services.views import rhythm
from resilience_desktop.services.views.view import Asked, Found
from tests.insights.made_up import FIRST, day, entry
from tests.services.views.shown import aloud, rows, told


def shown(days, mood, *, hour=12):
    chance = Random(3)
    entries = [entry(n, mood(n) + chance.randint(-2, 2), hour=hour) for n in range(days)]
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
    assert few["hour"].sentences == ("9 more days with entries and this view can be shown.",)
    assert few["hour"].drawings == ()
