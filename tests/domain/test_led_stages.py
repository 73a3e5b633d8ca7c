from __future__ import annotations

import math
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.led_stages import LedStage, LedStages

QUARTERS = st.integers(1, 400).map(lambda n: n / 4)
"""Seconds that a computer holds exactly, so that tests at the turns are about the turns."""
GROUPS = st.lists(st.lists(QUARTERS, min_size=1, max_size=3), min_size=1, max_size=6)
EXERCISES = GROUPS.map(
    lambda groups: LedStages(
        tuple(
            LedStage(str(place), seconds, group)
            for group, stages in enumerate(groups)
            for place, seconds in enumerate(stages)
        )
    )
)
TWO_GROUPS = LedStages(
    (
        LedStage("tense", 5, 0),
        LedStage("release", 15, 0),
        LedStage("tense", 5, 1),
        LedStage("release", 15, 1),
    )
)


def told(elapsed):
    place = TWO_GROUPS.at(elapsed)
    return place.stage.name, place.stage.group, place.seconds_left


def test_that_one_stage_follows_the_other():
    assert told(0) == ("tense", 0, 5)
    assert told(4.5) == ("tense", 0, 0.5)
    assert told(5) == ("release", 0, 15)
    assert told(20) == ("tense", 1, 5)
    assert told(39) == ("release", 1, 1)
    assert TWO_GROUPS.at(40) is None
    assert TWO_GROUPS.seconds == 40


def test_that_the_rest_of_a_group_can_be_left_out():
    assert [TWO_GROUPS.end_of_group(t) for t in (0, 7, 19.5, 20, 39)] == [20, 20, 20, 40, 40]
    assert TWO_GROUPS.end_of_group(41) == 41


@given(EXERCISES, st.floats(0, 3000))
def test_that_a_place_says_when_it_was(exercise, elapsed):
    place = exercise.at(elapsed)
    assert (place is None) == (elapsed >= exercise.seconds)
    if place is not None:
        assert exercise.stages[place.number] is place.stage
        assert 0 < place.seconds_left <= place.stage.seconds
        before = sum(stage.seconds for stage in exercise.stages[: place.number])
        passed = place.stage.seconds - place.seconds_left
        assert before + passed == pytest.approx(elapsed, abs=1e-6)


@given(EXERCISES)
def test_that_each_stage_begins_where_the_one_before_it_ends(exercise):
    turn = 0.0
    for number, stage in enumerate(exercise.stages):
        here = exercise.at(turn)
        assert (here.number, here.seconds_left) == (number, stage.seconds)
        turn += stage.seconds
        assert exercise.at(turn - 1 / 64).number == number
    assert turn == exercise.seconds


@given(EXERCISES, st.floats(0, 3000))
def test_that_leaving_out_goes_to_the_next_group_and_never_back(exercise, elapsed):
    there = exercise.end_of_group(elapsed)
    assert there >= elapsed
    here, then = exercise.at(elapsed), exercise.at(there)
    if here is not None and then is not None:
        assert then.stage.group == here.stage.group + 1
        assert then.seconds_left == then.stage.seconds


@given(EXERCISES)
def test_that_somebody_who_leaves_out_all_is_through_after_as_many_steps_as_groups(exercise):
    elapsed = 0.0
    for _ in groupby(exercise.stages, key=lambda stage: stage.group):
        assert exercise.at(elapsed) is not None
        elapsed = exercise.end_of_group(elapsed)
    assert exercise.at(elapsed) is None


@pytest.mark.parametrize("seconds", [0, -1, math.nan, math.inf])
def test_that_a_stage_takes_some_time(seconds):
    with pytest.raises(ValueError, match="some time"):
        LedStage("tense", seconds)


def test_that_an_exercise_has_stages():
    with pytest.raises(ValueError, match="at least one"):
        LedStages(())


def test_that_nothing_is_led_before_the_start():
    with pytest.raises(ValueError, match="not begun"):
        TWO_GROUPS.at(-0.1)
