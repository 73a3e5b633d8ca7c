"""What the page of all records is given."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.insights.records import Axis, Change, Found, Mark
from resilience_desktop.insights.records_seen import RecordRatings, RecordsSeen
from tests.record_facts import facts_of

NOON = Moment.from_wall(dt.datetime(2026, 3, 1, 12), "Europe/London")
ratings = st.none() | st.integers(0, 100)


def record(day=1, **parts):
    at = Moment.from_wall(dt.datetime(2026, 3, day, 12), "Europe/London")
    return ThoughtRecord(at=at, **{"finished": True, **parts})


def ratings_of(record, pleasant=()):
    return RecordRatings.of(facts_of([record])[0], pleasant)


@given(st.lists(st.tuples(ratings, ratings), max_size=5))
def test_that_the_means_are_over_the_feelings_rated_both_times(numbers):
    feelings = tuple(RatedFeeling("sad", *both) for both in numbers)
    one = ratings_of(record(feelings=feelings))
    both = [(first, later) for first, later in numbers if None not in (first, later)]
    if not both:
        assert one is None
    else:
        assert one.first == pytest.approx(sum(first for first, _ in both) / len(both))
        assert one.later == pytest.approx(sum(later for _, later in both) / len(both))


def test_that_a_record_is_named_by_its_hot_thought_or_else_by_what_happened():
    feelings = (RatedFeeling("sad", 80, 30),)
    bare = record(feelings=feelings, situation="The letter")
    assert ratings_of(bare).thought == "The letter"
    hot = dataclasses.replace(bare, thoughts=(AutomaticThought("No way out."),))
    assert ratings_of(hot).thought == "No way out."
    assert "letter" not in repr(ratings_of(bare))


def test_that_only_finished_records_count_and_the_newest_comes_first():
    rated = {"feelings": (RatedFeeling("sad", 80, 30),)}
    found = [record(2, **rated), record(9, finished=False, **rated), record(5, **rated)]
    seen = RecordsSeen.of(facts_of(found))
    assert (seen.records, seen.first.day, seen.last.day) == (2, 2, 5)
    assert [one.day.day for one in seen.rated_twice] == [5, 2]
    assert seen.feelings == (Found((Mark(Axis.FEELING, "sad"),), (found[2].id, found[0].id)),)
    assert seen.feeling_change == Change(2, None)


def test_that_a_pleasant_feeling_is_counted_and_its_numbers_are_not():
    calm, sad = RatedFeeling("calm", 10, 90), RatedFeeling("sad", 80, 30)
    seen = RecordsSeen.of(
        facts_of([record(feelings=(calm, sad)), record(2, feelings=(calm,))]), (), {"calm"}
    )
    assert [(one.first, one.later) for one in seen.rated_twice] == [(80, 30)]
    assert seen.feeling_change.records == 1
    assert [one.marks[0].word for one in seen.feelings] == ["calm", "sad"]


def test_that_without_records_there_is_nothing():
    seen = RecordsSeen.of([])
    assert (seen.records, seen.first, seen.last, seen.patterns) == (0, None, None, ())


def test_that_the_choices_that_are_no_patterns_stand_apart_and_meet_nothing():
    found = [
        record(day, patterns=(ChosenPattern("labeling"), ChosenPattern("accurate")), tags=("rent",))
        for day in (1, 2, 3)
    ]
    seen = RecordsSeen.of(facts_of(found), ("accurate",))
    assert [one.marks[0].word for one in seen.patterns] == ["labeling"]
    assert [one.marks[0].word for one in seen.in_place_of_patterns] == ["accurate"]
    assert [[mark.word for mark in one.marks] for one in seen.together] == [["labeling", "rent"]]
