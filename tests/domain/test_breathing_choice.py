import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop import content
from resilience_desktop.content.skills import Guide
from resilience_desktop.domain.breathing import Breath, Pattern, Phase
from resilience_desktop.domain.breathing_choice import (
    LONGEST_BREATH,
    LONGEST_PHASE,
    MOST_MINUTES,
    MOST_ROUNDS,
    OWN,
    SHORTEST_BREATH,
    BreathingChoice,
    choice_from_plain,
    choice_to_plain,
    held_no_longer,
    is_breath,
    own_breath,
    seconds_of,
)

HALVES = st.integers(0, 45).map(lambda n: n / 2)
ANY_SECONDS = st.tuples(HALVES, HALVES, HALVES, HALVES)
BREATHS = ANY_SECONDS.filter(is_breath)
AMOUNTS = st.one_of(
    st.tuples(st.integers(1, MOST_MINUTES), st.just(value=False)),
    st.tuples(st.integers(1, MOST_ROUNDS), st.just(value=True)),
)
CHOICES = st.builds(
    lambda pattern, own, amount: BreathingChoice(pattern, own, *amount),
    st.sampled_from(["longer_out", "box", OWN, "of a newer version"]),
    BREATHS,
    AMOUNTS,
)
PLAIN = {"pattern": OWN, "own": [4, 0, 6, 0], "amount": 5, "in_rounds": False}


def test_that_a_hold_of_no_time_is_left_out():
    assert own_breath((4, 0, 6, 0)) == Pattern((Phase(Breath.IN, 4), Phase(Breath.OUT, 6)))
    whole = own_breath((4, 0.5, 4, 2))
    assert [phase.breath for phase in whole.phases] == list(Breath)


def test_that_a_hold_and_a_rest_are_kept_to_what_is_shown_and_nothing_else_is():
    assert held_no_longer((4, 4, 4, 4), (1, 0, 1, 2)) == (4, 0, 4, 2)
    assert held_no_longer((4, 0, 6, 1), (1, 9, 1, 9)) == (4, 0, 6, 1)


@given(ANY_SECONDS)
def test_that_a_breath_goes_in_and_out_within_a_time_in_which_one_can_breathe(seconds):
    in_, _, out, _ = seconds
    can_be = (
        in_ > 0
        and out > 0
        and max(seconds) <= LONGEST_PHASE
        and SHORTEST_BREATH <= sum(seconds) <= LONGEST_BREATH
    )
    assert is_breath(seconds) is can_be
    if can_be:
        assert own_breath(seconds).seconds == sum(seconds)
        assert seconds_of(own_breath(seconds)) == seconds
    else:
        with pytest.raises(ValueError, match="Nobody"):
            own_breath(seconds)


@pytest.mark.parametrize(
    "seconds",
    [(4.2, 0, 6, 0), (float("nan"), 0, 6, 0), (-4, 9, 6, 0), (0, 4, 6, 0), (20.5, 0, 6, 0)],
)
def test_that_only_halves_of_seconds_can_be_breathed(seconds):
    assert not is_breath(seconds)


def test_that_every_breath_of_the_app_can_be_had_as_own_seconds():
    for skill in content.all_skills():
        for one in skill.patterns if skill.guide is Guide.BREATHING else ():
            assert own_breath(seconds_of(one.pattern)).phases == one.pattern.phases


@given(CHOICES)
def test_that_a_choice_comes_back_as_it_was(choice):
    assert choice_from_plain(json.loads(json.dumps(choice_to_plain(choice)))) == choice


@pytest.mark.parametrize(
    "changed",
    [
        {"own": [4, 0, 6]},
        {"own": [4, 0, "6", 0]},
        {"own": [0, 0, 6, 0]},
        {"own": None},
        {"amount": 0},
        {"amount": MOST_MINUTES + 1},
        {"amount": MOST_ROUNDS + 1, "in_rounds": True},
        {"in_rounds": 1},
        {"pattern": 3},
    ],
)
def test_that_anything_else_is_refused(changed):
    assert choice_from_plain(PLAIN).own == (4, 0, 6, 0)
    with pytest.raises(ValueError, match=r"."):
        choice_from_plain({**PLAIN, **changed})


def test_that_no_choice_is_refused():
    with pytest.raises(ValueError, match=r"."):
        choice_from_plain(None)
