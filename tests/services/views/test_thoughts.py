"""Thought records as a view: the sums and the words of their own page, and nothing before five."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.services.views import choosing, thoughts
from resilience_desktop.services.views.choosing import VIEWS
from resilience_desktop.services.views.view import Asked, Found
from tests.insights.made_up import FIRST, day
from tests.services.test_findings_in_words import forbidden
from tests.services.views.shown import drawn, rows, said, told
from tests.test_words import broken_promises

JUNE, JULY, AUGUST = dt.date(2026, 6, 1), dt.date(2026, 7, 1), dt.date(2026, 8, 1)
LAST = day(91)
FINE = "no_distortion"


def record(number, *, feelings=(("sad", 80, 50),), patterns=("mind_reading",), **more):
    """A finished record of a day."""
    wall = dt.datetime.combine(day(number), dt.time(12))
    values = {
        "at": Moment.from_wall(wall, "Europe/London"),
        "finished": True,
        "feelings": tuple(RatedFeeling(*feeling) for feeling in feelings),
        "patterns": tuple(ChosenPattern(pattern) for pattern in patterns),
        "thoughts": (AutomaticThought("They saw it.", 90, 60),),
    }
    return ThoughtRecord(**values | more)


def shown(*records, last=LAST):
    found = Found(today=last, records=records)
    panels = thoughts.panels(Asked(period=Period(FIRST, last)), found)
    return {panel.name.removeprefix("thoughts."): panel for panel in panels}


def test_that_it_is_one_of_the_views():
    assert ("thoughts", "Thoughts") in {(view.key, view.title) for view in VIEWS}


def test_that_records_of_a_time_that_is_over_are_not_waited_for():
    def then(*records):
        found = Found(today=day(200), records=records)
        return thoughts.panels(Asked(period=Period(FIRST, LAST)), found)

    few = "Too few records in this time: it takes 5."
    assert then(*map(record, range(4)))[0].sentences[1:] == (few,)
    assert then()[0].sentences == ("There is no finished record in these days.",)
    unrated = then(*(record(n, feelings=(), thoughts=()) for n in range(5)))
    assert [panel.sentences[0] for panel in unrated[1:]] == [few, few, few]


def test_that_no_record_is_not_counted_as_none():
    assert shown()["patterns"].sentences == (
        "There is no finished record in these days.",
        "More shows from 5 records on.",
    )


def test_that_four_records_are_too_few_and_what_is_missing_is_said():
    panels = shown(*map(record, range(4)))
    assert list(panels) == ["patterns"]
    assert panels["patterns"].sentences[1] == ("More shows from 5 records on.")
    assert (panels["patterns"].drawings, panels["patterns"].table) == ((), None)


def test_that_unfinished_records_and_other_days_do_not_count():
    others = [record(3, finished=False), record(-1), record(200)]
    assert list(shown(*map(record, range(4)), *others)) == ["patterns"]
    assert rows(shown(*map(record, range(5)), *others)["patterns"]) == [["Mind reading", "5"]]


def test_that_patterns_are_counted_and_the_most_frequent_comes_first():
    panels = shown(*map(record, range(5)), record(6, patterns=("labeling", "mind_reading")))
    panel = panels["patterns"]
    assert rows(panel) == [["Mind reading", "6"], ["Labelling", "1"]]
    assert [one.shown for one in told(panel.drawings[0]).values()] == [
        "Mind reading: in 6 records",
        "Labelling: in 1 record",
    ]
    assert panel.sentences == ("6 finished records, 1 to 7 June 2026.",)


def test_that_many_patterns_are_all_in_the_table():
    named = tuple(f"my own {n:02}" for n in range(14))
    panel = shown(*(record(n, patterns=named) for n in range(5)))["patterns"]
    assert len(told(panel.drawings[0])) == 12
    assert len(rows(panel)) == 14
    assert panel.sentences[1].endswith("the table has all 14.")


def test_that_a_choice_that_is_no_pattern_stands_by_itself():
    special = next(p.id for p in thoughts.content.thinking_patterns() if p.special)
    panels = shown(*(record(n, patterns=(special,)) for n in range(5)))
    assert panels["patterns"].sentences[1] == "No pattern was named in them."
    assert rows(panels["in_place"])[0][1] == "5"


def test_that_unpleasant_feelings_are_pairs_with_a_count_and_no_average():
    mixed = (("sad", 80, 50), ("calm", 10, 90))
    panel = shown(*(record(n, feelings=mixed) for n in range(5)))["first_and_later"]
    counted, tends = panel.sentences
    assert counted == "5 records have both ratings. The later one is lower in 5 of them."
    assert "strongest tends to be lower later anyhow" in tends
    assert "on average" not in said(panel)
    assert rows(panel)[0] == ["5 June 2026", "80", "50"]


def test_that_belief_is_shown_record_by_record():
    beliefs = [(90, 60), (90, 60), (50, 50), (40, 55), (90, 10)]
    records = [
        record(n, thoughts=(AutomaticThought("t", *ratings),)) for n, ratings in enumerate(beliefs)
    ]
    panel = shown(*records)["belief"]
    assert panel.sentences[0] == (
        "5 records have both ratings. The later one is lower in 3, higher in 1, the same in 1 "
        "of them."
    )
    assert [one.shown for one in told(panel.drawings[0]).values()][:2] == [
        "5 June 2026: 90 of 100 at first, 10 later",
        "4 June 2026: 40 of 100 at first, 55 later",
    ]
    assert panel.drawings[0].opens(records[4].id) == day(4)
    assert rows(panel)[-1] == ["1 June 2026", "90", "60"]


def test_that_pairs_need_five_records_that_were_rated_twice():
    records = [
        record(
            n,
            feelings=(("sad", 80, 50 if n else None),),
            thoughts=(AutomaticThought("t", 90, 60 if n != 1 else None),),
        )
        for n in range(5)
    ]
    panels = shown(*records)
    for name in ("first_and_later", "belief"):
        panel = panels[name]
        assert panel.sentences == ("This shows from 5 records on. 4 have both ratings so far.",)
        assert (panel.drawings, panel.table) == ((), None)


def test_that_two_periods_have_the_same_patterns_in_the_same_order():
    early = [record(n, patterns=("mind_reading",)) for n in range(6)]
    late = [record(40 + n, patterns=("labeling",)) for n in range(5)]
    found = Found(today=LAST, records=[*early, *late])
    asked = Asked(period=Period(day(31), LAST), other=Period(FIRST, day(30)))
    sides = choosing.panels("thoughts", asked, found)
    marks = {
        tuple(one.shown for one in told(side[0].drawings[0]).values()): side[0] for side in sides
    }
    assert set(marks) == {
        ("Mind reading: in 6 records", "Labelling: in 0 records"),
        ("Mind reading: in 0 records", "Labelling: in 5 records"),
    }
    assert all(len(rows(panel)) == 1 for panel in marks.values())
    said_of_both = choosing.compared("thoughts", asked, found)
    assert said_of_both.startswith("How many records you write")


def test_that_each_record_is_told_and_opens_its_day():
    records = [record(n, feelings=(("sad", 80, 50 + n),)) for n in range(14)]
    panel = shown(*records)["first_and_later"]
    drawing = panel.drawings[0]
    marks = told(drawing)
    assert len(marks) == 12
    newest = next(iter(marks))
    assert marks[newest].shown == "14 June 2026: 80 of 100 at first, 63 later"
    assert drawing.opens(newest) == day(13)
    assert panel.table.opens(panel.table.rows[0]) == day(13)
    assert len(rows(panel)) == 14
    assert panel.note.endswith("the table has all 14.")
    across = [x for x, _ in drawn(drawing).values()]
    assert across == sorted(across, reverse=True)


def test_that_chosen_responses_have_a_share_in_months_with_five_records():
    june = [record(n, did="Left.", chose="Stayed." if n < 3 else "") for n in range(6)]
    july = [record(30 + n, did="Left.", chose="Stayed.") for n in range(2)]
    august = [record(61 + n, chose="Called." if n else "", did="x") for n in range(5)]
    panel = shown(*june, *july, *august)["responses"]
    assert panel.sentences == (
        "Of 13 records that say what you did, 9 also say what you chose instead.",
    )
    marks = told(panel.drawings[0])
    assert [one.shown for one in marks.values()] == [
        "June 2026: 3 of 6 records",
        "July 2026: fewer than 5 records",
        "August 2026: 4 of 5 records",
    ]
    assert rows(panel) == [
        ["August 2026", "5", "4"],
        ["July 2026", "2", "2"],
        ["June 2026", "6", "3"],
    ]
    (_, june_y), _, (_, august_y) = drawn(panel.drawings[0]).values()
    assert august_y < june_y


def test_that_one_month_is_no_picture_and_few_records_are_no_table():
    one_month = shown(*(record(n, did="Left.") for n in range(5)))["responses"]
    assert one_month.drawings == ()
    assert rows(one_month) == [["June 2026", "5", "0"]]
    few = shown(*map(record, range(5)))["responses"]
    assert few.sentences == ("This shows from 5 records on.",)
    assert few.table is None


def test_that_what_somebody_wrote_is_in_no_repr():
    panels = shown(*(record(n, patterns=("my own pattern",)) for n in range(5)))
    assert "my own pattern" not in repr(panels)


ratings = st.none() | st.integers(0, 100)
made = st.builds(
    lambda number, before, after, pattern, did, chose, finished: record(
        number,
        feelings=(("sad", before, after), ("calm", after, before)),
        patterns=(pattern,),
        thoughts=(AutomaticThought("t", after, before),),
        did=did,
        chose=chose,
        finished=finished,
    ),
    st.integers(0, 91),
    ratings,
    ratings,
    st.sampled_from(["labeling", "mind_reading", "$x_1$"]),
    st.sampled_from(["", "x"]),
    st.sampled_from(["", "y"]),
    st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(made, max_size=40))
def test_that_every_mark_is_told_and_no_sentence_says_too_much(records):
    for panel in shown(*records).values():
        assert panel.sentences
        assert forbidden(" ".join((*panel.sentences, panel.note))) == []
        assert broken_promises(said(panel)) == []
        for drawing in panel.drawings:
            for one in told(drawing).values():
                assert one.shown
        if panel.table is not None:
            assert rows(panel)
