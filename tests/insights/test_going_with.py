import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resilience_desktop.domain.details import Basic, Trigger
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.factors import HOURS, Factor, Factors, Kind
from resilience_desktop.insights.going_with import GoingWith
from tests.insights.made_up import FIRST, day, entry

WALK = Factor(Kind.TAG, "walk")
_CHANCE = np.random.default_rng(7)
NOISE = _CHANCE.integers(-2, 3, 400).tolist()
WALKED = (_CHANCE.random(400) < 0.25).tolist()
HOURS_SLEPT = _CHANCE.integers(6, 10, 400).tolist()
IDLE = (_CHANCE.random((13, 400)) < 0.4).tolist()
"""Tags that come and go without any rhythm: what comes every fifth day looks like itself when it is
turned by five days, which leaves little to be said of it."""


def noise(number: int) -> int:
    return NOISE[number]


def walked(number: int) -> bool:
    return WALKED[number]


def going_with(entries, days=None) -> GoingWith:
    days = days or max((one.at.day - FIRST).days for one in entries) + 1
    moods = DayMoods.of(entries, FIRST, day(days - 1))
    return GoingWith.of(Factors.of(entries, moods))


def walks(days, mood=lambda number: noise(number) + 2 * walked(number), **fields):
    return [
        entry(number, mood(number), tags=("walk",) if walked(number) else (), **fields)
        for number in range(days)
    ]


def only(found):
    (one,) = found
    return one


def test_that_a_difference_is_found_with_its_days():
    one = only(going_with(walks(100)).same_day.found)
    assert one.factor == WALK
    assert (one.days_with, one.days_without, one.days) == (26, 74, 100)
    assert one.difference.lower < 2 < one.difference.upper
    assert one.difference.points == pytest.approx(2, abs=0.5)
    assert one.chance < 0.001
    assert one.found is True


def test_that_a_difference_that_is_always_the_same_is_exact():
    one = only(going_with(walks(70, lambda number: 2 * walked(number))).same_day.looked_at)
    reach = (one.difference.lower, one.difference.points, one.difference.upper)
    assert reach == pytest.approx((2, 2, 2))


def test_that_weekends_do_not_speak_for_what_is_done_then():
    def is_weekend(number):
        return number % 7 >= 5

    entries = [
        entry(
            number,
            noise(number) + 3 * is_weekend(number),
            tags=("walk",) if is_weekend(number) != (number % 9 == 0) else (),
        )
        for number in range(100)
    ]
    family = going_with(entries).same_day
    assert family.found == ()
    assert abs(only(family.looked_at).difference.points) < 0.5


def test_that_what_is_there_on_every_weekend_and_never_else_is_not_looked_at():
    entries = [
        entry(number, noise(number), tags=("walk",) if number % 7 >= 5 else ())
        for number in range(100)
    ]
    family = going_with(entries).same_day
    assert family.looked_at == ()
    assert only(family.not_looked_at).is_tied_to_weekday


@pytest.mark.parametrize(
    ("days", "missing"),
    [(59, (1, 0, 0)), (40, (20, 2, 0)), (60, None)],
)
def test_that_60_days_and_12_of_each_are_needed(days, missing):
    family = going_with(walks(days)).same_day
    if missing is None:
        assert [one.factor for one in family.looked_at] == [WALK]
        assert family.not_looked_at == ()
    else:
        assert family.looked_at == ()
        one = only(family.not_looked_at)
        assert (one.days_missing, one.with_missing, one.without_missing) == missing
        assert one.days == days
        assert not one.is_tied_to_weekday


def test_that_something_done_nearly_every_day_says_how_many_days_without_it_are_missing():
    entries = [
        entry(number, noise(number), tags=() if number % 10 == 0 else ("walk",))
        for number in range(100)
    ]
    one = only(going_with(entries).same_day.not_looked_at)
    assert (one.days_missing, one.with_missing, one.without_missing) == (0, 0, 2)


def test_that_basics_count_only_where_they_were_asked_about():
    entries = [
        entry(
            number,
            noise(number),
            basics=(Basic("water", done=number % 3 == 0),) if number < 59 else (),
        )
        for number in range(100)
    ]
    one = only(going_with(entries).same_day.not_looked_at)
    assert (one.days, one.days_missing) == (59, 1)


def test_that_an_hour_of_sleep_is_told_as_points_for_each_hour():
    entries = [
        entry(number, noise(number) + HOURS_SLEPT[number] - 7, sleep_hours=HOURS_SLEPT[number])
        for number in range(100)
    ]
    going = going_with(entries)
    one = only(going.same_day.found)
    assert one.factor == HOURS
    assert (one.days_with, one.days_without, one.days) == (None, None, 100)
    assert one.difference.points == pytest.approx(1, abs=0.2)
    assert (going.next_day.looked_at, going.next_day.not_looked_at) == ((), ())


def test_that_sleep_that_is_nearly_always_the_same_is_not_looked_at():
    entries = [
        entry(number, noise(number), sleep_hours=6.1 if number % 10 == 0 else 8.1)
        for number in range(100)
    ]
    one = only(going_with(entries).same_day.not_looked_at)
    assert (one.days_missing, one.with_missing, one.without_missing) == (0, 2, 0)


def test_that_sleep_that_is_longer_on_weekends_alone_is_tied_to_them():
    entries = [
        entry(number, noise(number), sleep_hours=9.1 if number % 7 >= 5 else 7.3)
        for number in range(100)
    ]
    assert only(going_with(entries).same_day.not_looked_at).is_tied_to_weekday


def test_that_the_next_day_is_a_question_of_its_own():
    after = walks(100, lambda number: noise(number) + 2 * walked(number - 1))
    going = going_with(after)
    assert going.same_day.found == ()
    one = only(going.next_day.found)
    assert (one.days_with, one.days_without, one.days) == (26, 73, 99)
    assert one.difference.points == pytest.approx(2, abs=0.5)


def test_that_the_next_day_is_the_one_in_the_calendar():
    entries = [one for number, one in enumerate(walks(120)) if number % 3]
    family = going_with(entries).next_day
    assert only(family.not_looked_at).days == 40


def test_that_nothing_is_looked_at_where_half_of_the_days_are_missing():
    going = going_with(walks(100), days=201)
    assert not going.enough
    assert going.enough.is_thin
    assert (going.same_day.looked_at, going.same_day.not_looked_at) == ((), ())
    assert going_with(walks(100), days=200).same_day.found


def test_that_it_is_said_how_many_days_are_missing_before_anything_can_be_looked_at():
    going = going_with([entry(number, 1) for number in range(48)])
    assert going.enough.missing == 12
    assert not going.enough.is_thin


def test_that_a_mood_that_never_changes_goes_with_nothing():
    family = going_with(walks(100, lambda _: 1)).same_day
    assert (len(family.looked_at), family.found) == (1, ())
    assert only(family.looked_at).chance == 1


def test_that_all_that_was_looked_at_counts_and_the_least_likely_comes_first():
    entries = [
        entry(
            number,
            noise(number) + 2 * walked(number),
            tags=("walk",) * walked(number)
            + tuple(f"tag {at}" for at, days in enumerate(IDLE) if days[number]),
            triggers=(Trigger("once"),) if number == 7 else (),
        )
        for number in range(100)
    ]
    family = going_with(entries).same_day
    assert len(family.looked_at) == 14
    assert family.looked_at[0].factor == WALK
    chances = [one.chance for one in family.looked_at]
    assert chances == sorted(chances)
    assert only(family.not_looked_at).factor == Factor(Kind.TRIGGER, "once")


JOURNALS = st.lists(
    st.tuples(st.integers(-3, 3), st.booleans(), st.booleans()), min_size=60, max_size=140
)


def _kept(rows, name, *, swapped=False, more=0):
    return [
        entry(number, mood + more, tags=(name,) if tagged != swapped else ())
        for number, (mood, tagged, there) in enumerate(rows)
        if there or number % 3
    ]


@given(JOURNALS)
@settings(max_examples=25)
def test_that_days_without_are_the_other_way_round(rows):
    one, other = (going_with(_kept(rows, "walk", swapped=way)) for way in (False, True))
    for family, turned in ((one.same_day, other.same_day), (one.next_day, other.next_day)):
        for each, swapped in itertools.zip_longest(family.looked_at, turned.looked_at):
            assert swapped.difference.points == pytest.approx(-each.difference.points, abs=1e-9)
            assert swapped.difference.lower == pytest.approx(-each.difference.upper, abs=1e-9)
            assert (swapped.days_with, swapped.days_without) == (each.days_without, each.days_with)
            assert swapped.chance == pytest.approx(each.chance, abs=1e-6)


@given(JOURNALS, st.integers(-2, 2))
@settings(max_examples=25)
def test_that_it_is_no_matter_how_high_the_mood_is_on_all_days(rows, more):
    one, other = going_with(_kept(rows, "walk")), going_with(_kept(rows, "walk", more=more))
    for before, after in itertools.zip_longest(one.same_day.looked_at, other.same_day.looked_at):
        assert after.difference.points == pytest.approx(before.difference.points, abs=1e-9)
        assert after.chance == pytest.approx(before.chance, abs=1e-6)
        assert after.days == before.days


def test_that_what_was_felt_is_in_no_repr():
    said = repr(going_with([*walks(100)]))
    assert "walk" not in said
    assert "points" not in said
