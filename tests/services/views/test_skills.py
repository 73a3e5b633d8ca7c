"""Skills as a view: on how many days, and distress before and after, never before three of each."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.month_look import SETTLING
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.domain.toolkit import OwnSkill
from resilience_desktop.services.views import choosing, side_inputs, skills
from resilience_desktop.services.views.choosing import VIEWS
from resilience_desktop.services.views.view import Asked, Found
from tests.insights.made_up import FIRST, day, entry
from tests.services.test_findings_in_words import forbidden
from tests.services.views.shown import aloud, drawn, rows, said, told
from tests.test_words import broken_promises

LAST = day(91)
CANAL = OwnSkill("Walk to the canal", id="canal")
PERIOD = Period(FIRST, LAST)


def practice(number, before=None, after=None, *, skill="slow_breathing", hour=12, id_=""):
    wall = dt.datetime.combine(day(number), dt.time(hour))
    return Practice(
        skill=skill,
        at=Moment.from_wall(wall, "Europe/London"),
        before=before,
        after=after,
        id=id_ or f"{skill}{number:03}{hour}",
    )


def shown(*practices, last=LAST, today=LAST, beside=()):
    found = Found(today=today, practices=practices, own_skills=(CANAL,))
    asked = Asked(period=Period(FIRST, last), beside=beside)
    return {one.name.removeprefix("skills."): one for one in skills.panels(asked, found)}


def test_that_it_is_one_of_the_views():
    assert ("skills", "Skills") in {(view.key, view.title) for view in VIEWS}


def test_that_nothing_used_is_a_sentence_and_no_nought():
    assert [one.sentences for one in shown().values()] == [
        ("Skills that you use in these days show here.",)
    ]
    over = shown(today=day(200))["often"]
    assert over.sentences == ("No skill was used in these days.",)
    assert (over.drawings, over.table) == ((), None)


def test_that_a_day_counts_once_for_each_skill():
    panel = shown(
        practice(1),
        practice(1, hour=20),
        practice(2, 60, 40),
        practice(2, skill="canal"),
        practice(200),
    )["often"]
    assert panel.sentences == ("You used a skill on 2 days, 4 times in all.",)
    assert rows(panel) == [
        ["Slow breathing", "2", "3", "1", "–"],
        ["Walk to the canal", "1", "1", "0", "–"],
    ]
    assert aloud(panel)[0][-1] == "not enough ratings"
    words = [value.shown for value in told(panel.drawings[0]).values()]
    assert words == ["Slow breathing: 2 days, 3 times", "Walk to the canal: 1 day"]


def test_that_two_ratings_are_too_few_and_three_are_a_panel():
    few = [practice(n, 80, 50) for n in range(2)]
    assert list(shown(*few)) == ["often"]
    panels = shown(*few, practice(5, 60, 60), practice(6, 90))
    assert rows(panels["often"]) == [["Slow breathing", "4", "4", "3", "\N{MINUS SIGN}20"]]
    panel = panels["slow_breathing"]
    assert panel.title == "Slow breathing"
    assert panel.sentences == (
        "Rated before and after 3 times: distress was 20 of 100 lower after, on average.",
        "After, it was lower in 2, the same in 1 of them.",
        "People often start when distress is at its peak, so some drop happens anyway.",
    )
    assert rows(panel) == [
        ["6 June 2026", "60", "60"],
        ["2 June 2026", "80", "50"],
        ["1 June 2026", "80", "50"],
    ]
    assert panel.table.opens(panel.table.rows[0]) == day(5)


def test_that_a_rise_is_told_like_a_fall_and_nothing_is_said_of_a_peak():
    panel = shown(*(practice(n, 40, 50) for n in range(3)))["slow_breathing"]
    assert panel.sentences == (
        (
            "Rated before and after 3 times: distress was 10 of 100 higher after, on average. "
            "That can have many reasons."
        ),
        "After, it was higher in 3 of them.",
    )


def test_that_a_picture_has_the_newest_twelve_and_a_mark_opens_its_day():
    panel = shown(*(practice(n, 80, n) for n in range(15)))["slow_breathing"]
    (drawing,) = panel.drawings
    marks = told(drawing)
    assert len(drawn(drawing)) == 12
    assert next(iter(marks.values())).shown == "15 June 2026: 80 of 100 before, 14 after"
    assert drawing.opens(next(iter(marks))) == day(14)
    assert drawing.height(1) < drawing.height(2)
    assert "The picture has the newest 12, the table has all 15." in panel.note
    assert len(rows(panel)) == 15


def test_that_many_skills_are_all_in_the_table():
    panel = shown(*(practice(n, skill=f"own{n:02}") for n in range(14)))["often"]
    assert len(drawn(panel.drawings[0])) == 12
    assert len(rows(panel)) == 14
    assert "The picture has the 12 used on the most days" in panel.sentences[1]


def test_that_two_times_beside_each_other_have_the_same_rows_and_panels():
    before = Period(day(-92), day(-1))
    beside = (PERIOD, before)
    earlier = [practice(-n, 50, 40) for n in range(1, 4)]
    panels = shown(*earlier, practice(3, skill="canal"), beside=beside)
    assert [value.shown for value in told(panels["often"].drawings[0]).values()] == [
        "Slow breathing: 0 days",
        "Walk to the canal: 1 day",
    ]
    assert panels["slow_breathing"].sentences == (
        "Once you have rated it before and after 3 more times, this shows here.",
    )
    over = shown(*earlier, beside=beside, today=day(300))
    assert over["slow_breathing"].sentences == ("Too few ratings in this time: it takes 3.",)
    assert [one.shown for one in told(over["often"].drawings[0]).values()] == [
        "Slow breathing: 0 days"
    ]


def test_that_a_filter_of_entries_leaves_it_as_it_is_and_that_is_said():
    whole = Found(today=LAST, practices=[practice(1)])
    found = replace(whole, whole=whole)
    asked = Asked(period=PERIOD, filter=TimelineFilter(tags=("walk",)))
    ((panel,),) = choosing.panels("skills", asked, found)
    assert panel.sentences == ("You used a skill on 1 day, 1 time in all.",)
    assert panel.of_what == "Of all that you used. What is chosen is of entries only."


def test_that_no_sentence_breaks_a_promise():
    lower = shown(*(practice(n, 80, 50) for n in range(15)))
    higher = shown(*(practice(n, 50, 80) for n in range(3)), today=day(300))
    for panel in (*shown().values(), *lower.values(), *higher.values()):
        assert not broken_promises(said(panel))
        assert not forbidden(said(panel))
    assert not broken_promises(skills.compared(PERIOD, PERIOD, Found(today=LAST)))


def test_that_days_with_a_skill_are_found_wherever_it_was_used():
    days = side_inputs.skill_days(Found(today=LAST, practices=[practice(1), practice(1, hour=3)]))
    assert days == {"slow_breathing": {day(1)}}


def test_that_the_wider_view_tells_on_how_many_days_a_skill_was_used():
    found = Found(today=LAST, practices=[practice(1), practice(1, hour=3), practice(-1)])
    said_of = side_inputs.inputs_of(PERIOD, found)[SETTLING]
    assert said_of.endswith("; a skill used on 1 day")
    assert "skill" not in side_inputs.inputs_of(PERIOD, Found(today=LAST))[SETTLING]


def test_that_a_skill_is_one_of_the_things_that_go_with_better_days():
    entries = [entry(number, number % 2) for number in range(80)]
    found = Found(
        today=day(79),
        entries=[*entries, entry(0, 1, tags=("slow breathing",))],
        practices=[
            *(practice(n) for n in range(0, 80, 4)),
            *(practice(n, skill="canal") for n in range(0, 80, 5)),
        ],
        own_skills=(CANAL,),
    )
    asked = Asked(period=Period(FIRST, day(79)))
    (panel, _), *_ = choosing.panels("better_days", asked, found)
    days = {row[0]: row[4:] for row in rows(panel)}
    assert days["Slow breathing (skill)"] == ["20", "60"]
    assert days["Walk to the canal"] == ["16", "64"]
