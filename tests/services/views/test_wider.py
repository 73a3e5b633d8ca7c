"""The wider view: first and latest, what the journal has beside it, no claim from two points."""

from __future__ import annotations

import datetime as dt

import pytest

from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.month_look import AXES, SIDES, SIGNS, MonthLook, RatedValue
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.thought_record import Settled, Settling, ThoughtRecord
from resilience_desktop.services.views import wider
from resilience_desktop.services.views.choosing import VIEWS
from resilience_desktop.services.views.view import Asked, Found
from tests.insights.made_up import FIRST, day, entry
from tests.services.test_findings_in_words import forbidden
from tests.services.views.shown import aloud, drawn, rows, said, told
from tests.test_words import broken_promises

LAST = day(120)
SKIPPED = "\N{EN DASH}"


def look(number, ratings=None, *, values=(), words=""):
    return MonthLook(day(number), tuple((ratings or {}).items()), tuple(values), words)


def every(number, rating):
    return look(number, dict.fromkeys(AXES, rating))


def record(number, **more):
    wall = dt.datetime.combine(day(number), dt.time(12))
    values = {"at": Moment.from_wall(wall, "Europe/London"), "finished": True}
    return ThoughtRecord(**values | more)


def shown(*looks, first=FIRST, last=LAST, **more):
    found = Found(today=LAST, month_looks=looks, **more)
    panels = wider.panels(Asked(period=Period(first, last)), found)
    return {panel.name.removeprefix("wider."): panel for panel in panels}


def lines(panel):
    return panel.sentences[0].split("\n")


def inputs(panel):
    return dict(line.split(": ", 1) for line in lines(panel)[1:])


def test_that_it_is_one_of_the_views():
    assert ("wider", "Wider view") in {(view.key, view.title) for view in VIEWS}


def test_that_without_a_look_it_says_what_will_be_there_and_counts_nothing():
    many = [entry(n, 1) for n in range(30)]
    panels = shown(entries=many, people=frozenset(("Ann",)))
    (panel,) = panels.values()
    assert panel.sentences[0].startswith("There is no look in these days. After the first one")
    assert not any(letter.isdigit() for letter in panel.sentences[0])
    assert (panel.drawings, panel.table, panel.note) == ((), None, "")
    (panel,) = shown(every(3, 5), first=day(80)).values()
    assert panel.sentences[0].endswith("1 look lies outside these days.")


def test_that_one_look_is_shown_and_one_more_is_asked_for():
    panel = shown(look(3, {"life": 4}))["signs"]
    assert lines(panel)[0] == (
        "One look, on 4 June 2026. One more look, and first and latest can stand beside each other."
    )
    assert [one.shown for one in told(panel.drawings[0]).values()] == [
        "Content with life: 4 of 10, in one look"
    ]
    assert rows(panel)[4] == ["Content with life", "4", "4", SKIPPED, "1"]
    assert rows(panel)[0] == ["Weight of difficulties", SKIPPED, SKIPPED, SKIPPED, "0"]
    assert aloud(panel)[0][1:4] == ["not rated", "not rated", "not told yet"]


def test_that_two_looks_are_told_side_by_side_and_claim_nothing():
    panel = shown(look(3, {"weight": 7, "self": 5, "life": 4}), look(40, {"weight": 5, "life": 6}))[
        "signs"
    ]
    assert lines(panel)[0] == (
        "2 looks, from 4 June 2026 to 11 July 2026. From first to latest: weight of difficulties "
        "7 to 5, content with life 4 to 6. For weight, less is lighter. Two looks are two points: "
        "they can't show which way things go."
    )
    assert rows(panel)[0] == ["Weight of difficulties", "7", "5", "\N{MINUS SIGN}2", "2"]
    assert rows(panel)[3] == ["How you see yourself", "5", "5", SKIPPED, "1"]
    assert told(panel.drawings[0])["weight"].shown == (
        "Weight of difficulties: 7 of 10 at first, 5 at the latest of 2 looks"
    )


def test_that_more_looks_say_that_the_numbers_cannot_say_why():
    panel = shown(*(every(30 * n, 5) for n in range(3)))["signs"]
    assert "First and latest are the same." in panel.sentences[0]
    assert lines(panel)[0].endswith("the numbers can't say why.")
    assert "less is lighter" not in panel.sentences[0]


def test_that_two_looks_at_different_things_have_no_change():
    panel = shown(look(3, {"life": 4}), look(40, {"self": 6}))["signs"]
    assert "First and latest" not in panel.sentences[0]
    assert "From first" not in panel.sentences[0]


def test_that_looks_outside_the_days_are_told_of():
    panels = shown(every(3, 5), every(50, 6), every(90, 7), first=day(80))
    assert lines(panels["signs"])[0].endswith("2 looks lie outside these days.")


def test_that_all_five_have_a_place_and_nothing_is_added_up():
    panels = shown(every(3, 5), every(40, 6))
    for name, axes in (("signs", SIGNS), ("sides", SIDES)):
        assert list(told(panels[name].drawings[0])) == list(axes)
        assert len(rows(panels[name])) == 5 + (name == "signs")
        assert "there is no total" in said(panels[name])


@pytest.mark.parametrize("width", [320, 560, 900])
def test_that_first_and_latest_lie_on_a_scale_from_0_to_10(width):
    panel = shown(look(3, dict(zip(SIGNS, (0, 2, 5, 8, 10), strict=True))))["signs"]
    places = [place[0] for place in drawn(panel.drawings[0], width).values()]
    assert places == sorted(places)
    assert places[2] == pytest.approx((places[0] + places[4]) / 2)
    assert 0 < places[0] < places[4] < width


def test_that_days_beside_the_ratings_wait_for_their_gate():
    entries = [entry(n, n % 3) for n in range(35, 41)]
    panel = shown(every(3, 5), every(40, 6), entries=entries)["signs"]
    assert lines(panel)[1] == (
        "How much your days differed can stand beside this once 15 more of the 30 days up to a "
        "look have a mood."
    )
    assert rows(panel)[5][1:] == [SKIPPED, SKIPPED, SKIPPED, "0 and 6 days"]
    assert aloud(panel)[5][1] == "not enough days"


def test_that_how_much_days_differed_stands_beside_the_ratings():
    entries = [entry(n, n % 3 if n < 60 else n % 5) for n in range(100)]
    panel = shown(every(31, 5), every(95, 6), entries=entries)["signs"]
    assert lines(panel)[1] == (
        "In the 30 days up to the first look your days differed by about 0.8 points, and up to the "
        "latest by about 1.4 points. The difference could be chance. More is not worse, and less "
        "is not better."
    )
    assert rows(panel)[5] == [
        "How much days differed, in points of mood",
        "0.8",
        "1.4",
        "+0.6",
        "30 and 30 days",
    ]
    only = shown(every(95, 6), entries=entries)["signs"]
    assert lines(only)[1].startswith("In the 30 days up to the latest look your days differed")
    assert rows(only)[5][1:] == [SKIPPED, "1.4", SKIPPED, "30 days"]
    near = shown(every(80, 5), every(95, 6), entries=entries)["signs"]
    assert lines(near)[1].startswith("In the 30 days up to the latest look")
    first = MonthLook(dt.date.min, (("life", 3),))
    panel = shown(first, first=dt.date.min)["signs"]
    assert "21 more of the 30 days" in lines(panel)[1]


def test_that_a_side_that_was_rated_says_what_it_is_made_of_and_what_is_missing():
    assert inputs(shown(look(3, {"settling": 4, "say": 5}))["sides"]) == {
        "Settling yourself": "your rating in 1 look, and 1 more shows a change; not enough yet: 5 "
        "more finished records.",
        "Having a say": "your rating in 1 look, and 1 more shows a change; nothing noted of small "
        "goals.",
    }
    rated = shown(look(3, {"noticing": 4, "connected": 5}))["sides"]
    assert "not enough yet: 7 more days" in inputs(rated)["Noticing"]
    assert "no tag is in the group of people yet" in inputs(rated)["Feeling connected"]


def test_that_a_look_that_skips_the_sides_has_nothing_counted_beside_them():
    panel = shown(look(3, {"life": 4}), entries=[entry(n, 1) for n in range(30)])["sides"]
    assert panel.sentences == ("No look in these days rates these.",)


def test_that_each_side_counts_what_the_journal_has_of_these_days():
    paced = Settling(Settled.BREATHING)
    records = [
        record(0, settled=paced, balanced_thought="It went through."),
        record(1, settled=Settling(Settled.DECLINED)),
        record(2, balanced_thought=" "),
        record(3),
        record(4),
        record(5, finished=False, settled=paced),
        record(-9, settled=paced),
    ]
    entries = [
        entry(n, 1, tags=("Ann",) if n < 3 else ("walk",), feelings=(Feeling("calm"),) * (n % 2))
        for n in range(10)
    ]
    panel = shown(
        *(every(n, 5) for n in (3, 40)),
        records=records,
        entries=[*entries, entry(9, 2, hour=20, tags=("Ann",))],
        goals_done=(day(1), day(200)),
        people=frozenset(("Ann",)),
    )["sides"]
    twice = "your rating in 2 looks"
    assert inputs(panel) == {
        "Settling yourself": f"{twice}; settled first in 1 of 5 finished records.",
        "Being flexible": f"{twice}; a fairer way to put it in 1 of 5 finished records.",
        "Noticing": f"{twice}; feelings named on 5 of 10 days with entries.",
        "Having a say": f"{twice}; 1 small goal done.",
        "Feeling connected": f"{twice}; people named on 4 of 10 days with entries.",
    }
    assert rows(panel)[4] == [
        "Feeling connected",
        "5",
        "5",
        "0",
        "2",
        "people named on 4 of 10 days with entries",
    ]


def test_that_what_matters_stands_beside_how_it_was_lived():
    values = [RatedValue("family", 9, 5), RatedValue("garden", 6, 7), RatedValue("music", 8)]
    panel = shown(look(3, values=values), every(40, 5))["values"]
    assert panel.sentences == (
        "On 4 June 2026 you named 3 things that matter.",
        (
            "Furthest apart: family (matters 9, lived 5). A gap is no fault. It can show where "
            "you would like more, or what there was no room for."
        ),
        "Nothing is noted for how far these were lived: music.",
    )
    assert [one.shown for one in told(panel.drawings[0]).values()] == [
        "family: matters 9 of 10, lived 5 of 10",
        "garden: matters 6 of 10, lived 7 of 10",
    ]
    assert rows(panel) == [
        ["family", "9", "5", "\N{MINUS SIGN}4"],
        ["garden", "6", "7", "+1"],
        ["music", "8", SKIPPED, SKIPPED],
    ]


def test_that_a_gap_of_one_is_no_gap():
    panel = shown(look(3, values=[RatedValue("family", 6, 5), RatedValue("rest", 2, 9)]))["values"]
    assert panel.sentences[1:] == ("What matters and how far it was lived are close together.",)


def test_that_names_alone_are_a_table_and_the_latest_with_some_is_taken():
    panels = shown(look(1, values=[RatedValue("old", 1, 1)]), look(9, values=[RatedValue("rest")]))
    panel = panels["values"]
    assert panel.drawings == ()
    assert (panel.note, rows(panel)) == ("", [["rest", SKIPPED, SKIPPED, SKIPPED]])
    assert panel.sentences == (
        "On 10 June 2026 you named 1 thing that matters.",
        "Nothing is noted for how far these were lived: rest.",
    )


def test_that_two_periods_are_not_compared_in_numbers():
    period = Period(FIRST, LAST)
    assert "by chance" in wider.compared(period, period, Found(today=LAST))


def test_that_no_words_are_in_what_is_printed_of_a_panel():
    panels = shown(look(3, {"life": 4}, values=[RatedValue("CANARY", 9, 2)], words="CANARY"))
    assert "CANARY" not in repr(panels)


def test_that_it_says_nothing_it_must_not():
    values = [RatedValue("family", 9, 5), RatedValue("music", 8)]
    many = [entry(n, n % 5) for n in range(100)]
    for panels in (
        shown(),
        shown(every(3, 5)),
        shown(every(31, 5), look(95, {"weight": 2, "life": 9}, values=values), entries=many),
    ):
        for panel in panels.values():
            assert not forbidden(said(panel))
            assert not broken_promises(said(panel))
