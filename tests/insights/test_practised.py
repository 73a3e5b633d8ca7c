"""Days practised and distress before and after: coming back counts, minutes do not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.toolkit import Toolkit
from resilience_desktop.insights.practised import (
    LEAST_PAIRS,
    LONG,
    SHORT,
    Kept,
    OwnChange,
    Swap,
    by_skill,
    days_of,
    rated_twice,
    to_swap,
)

TODAY = dt.date(2026, 11, 22)
TEN_MINUTES = 600


def practice(ago, skill="slow_breathing", *, seconds=TEN_MINUTES, hour=12, **more):
    """A practice of so many days ago."""
    wall = dt.datetime.combine(TODAY - dt.timedelta(days=ago), dt.time(hour))
    return Practice(
        skill=skill, at=Moment.from_wall(wall, "Europe/London"), seconds=seconds, **more
    )


def kept(practices):
    return Kept.of(days_of(practices), TODAY)


daily = [practice(ago) for ago in range(SHORT)]
"""Ten minutes on each of the last 28 days: 280 minutes."""


@pytest.mark.parametrize("minutes", [20, 21, 60, 600])
@pytest.mark.parametrize("began", [14, 40, 89])
def test_that_ten_minutes_daily_rank_above_a_fortnight_of_as_many_or_more_minutes(minutes, began):
    burst = [practice(began - n, seconds=minutes * 60) for n in range(14)]
    assert sum(one.seconds for one in burst) >= sum(one.seconds for one in daily)
    assert kept(daily) > kept(burst)


@given(
    st.lists(
        st.tuples(st.integers(0, 13), st.integers(0, 23), st.integers(1, 36_000)), max_size=60
    ),
    st.integers(0, 75),
)
def test_that_nothing_within_a_fortnight_ranks_above_four_weeks_of_every_day(times, ended):
    burst = [practice(ended + n, seconds=long, hour=hour) for n, hour, long in times]
    assert kept(daily) > kept(burst)


@given(st.lists(st.integers(-3, 200), max_size=40))
def test_that_a_day_counts_once_and_only_of_the_last_days(ages):
    one = kept([practice(age) for age in ages])
    assert one == kept([practice(age, hour=20, seconds=1) for age in ages * 2])
    assert one.of_short == sum(age in ages for age in range(SHORT))
    assert one.of_long == sum(age in ages for age in range(LONG))


def test_that_of_as_many_days_the_later_ones_rank_above():
    assert kept([practice(1), practice(2)]) > kept([practice(40), practice(50)])


@pytest.mark.parametrize("times", [0, LEAST_PAIRS - 1])
def test_that_there_is_no_mean_of_too_few(times):
    change = OwnChange.of([practice(n, before=80, after=20) for n in range(times)])
    assert change == OwnChange(times, None)


@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=LEAST_PAIRS),
    st.sampled_from([{}, {"before": 90}, {"after": 3}]),
)
def test_that_the_mean_is_of_those_that_rated_both(pairs, half):
    rated = [practice(1, before=before, after=after) for before, after in pairs]
    change = OwnChange.of([*rated, practice(2, **half)])
    assert change.times == len(pairs)
    assert change.mean == pytest.approx(sum(b - a for a, b in pairs) / len(pairs))


def test_that_skills_come_in_the_order_of_days_then_of_times():
    found = by_skill(
        [
            *(practice(3, "often", hour=hour) for hour in range(1, 6)),
            practice(1, "steady"),
            practice(2, "steady", before=50, after=40),
            practice(9, "b"),
            practice(9, "a"),
        ]
    )
    assert [(use.skill, use.times, len(use.days)) for use in found] == [
        ("steady", 2, 2),
        ("often", 5, 1),
        ("a", 1, 1),
        ("b", 1, 1),
    ]
    assert found[0].change == OwnChange(1, None)


def test_that_those_rated_twice_come_newest_first():
    old, new = practice(9, before=50, after=60), practice(1, before=0, after=0)
    assert rated_twice([old, practice(4, before=3), new]) == [new, old]


CHOSEN = Toolkit(chosen=("a", "b", "c"))


def swap(*practices, toolkit=CHOSEN):
    return to_swap(toolkit, practices, TODAY)


def test_that_what_comes_by_itself_is_offered_to_be_swapped_first():
    toolkit = Toolkit(chosen=("a", "b"), automatic=("elsewhere", "b"))
    assert swap(practice(200, "a"), practice(1, "b"), toolkit=toolkit) == Swap("b", True)


def test_that_what_was_left_for_long_is_offered_while_something_else_was_practised():
    assert swap(practice(LONG, "b"), practice(LONG - 1, "c")) == Swap("b", False)


@pytest.mark.parametrize(
    "practices",
    [
        (),
        (practice(200, "a"), practice(150, "b")),  # nothing at all was practised lately
        (practice(200, "a"), practice(2, "a"), practice(2, "elsewhere")),
        (practice(200, "not chosen"), practice(2, "a")),
    ],
)
def test_that_nothing_is_offered_where_nothing_stands_out(practices):
    assert swap(*practices) is None
