"""Scales of one's own."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.details import ScaleValue
from resilience_desktop.domain.own_scale import (
    MOST_STEPS,
    OwnScale,
    scale_from_plain,
    scale_to_plain,
)
from tests.strategies import json_values, own_scales


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [(" ", 0, 10), ("Pain", 3, 3), ("Pain", 5, 1), ("Pain", -101, 0), ("Pain", 0, 101)],
)
def test_that_a_scale_without_a_name_or_two_ends_is_refused(name, low, high):
    with pytest.raises(ValueError, match="A scale"):
        OwnScale(name, low, high)


def test_that_a_scale_has_at_most_a_hundred_steps():
    assert OwnScale("Pain", -50, 50)
    with pytest.raises(ValueError, match=str(MOST_STEPS)):
        OwnScale("Pain", -50, 51)


def test_that_a_number_lies_on_a_scale_or_not():
    pain = OwnScale("Pain", 0, 10)
    assert [n for n in range(-3, 14) if pain.holds(n)] == list(range(11))


def test_that_there_is_room_for_what_was_noted_when_the_scale_was_wider():
    pain = OwnScale("Pain", 0, 5)
    noted = [ScaleValue(pain.id, 8), ScaleValue(pain.id, 2), ScaleValue("another", 90)]
    assert pain.widened_to(noted) == dataclasses.replace(pain, high=8)
    assert pain.widened_to([ScaleValue(pain.id, -1)]).low == -1
    assert pain.widened_to([]) == pain


@given(own_scales())
def test_that_a_scale_comes_back_from_plain_values(scale):
    assert scale_from_plain(scale_to_plain(scale)) == scale


part = json_values | st.sampled_from([True, 0, 1, 10, "Pain", "", 1.5])


@given(
    json_values
    | st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(("id", "name", "low", "high", "low_words", "high_words"), part)
        | {"asked": part},
    )
)
def test_that_any_json_is_a_scale_or_none(plain):
    scale = scale_from_plain(plain)
    assert scale is None or scale_from_plain(scale_to_plain(scale)) == scale


PLAIN = scale_to_plain(OwnScale("Pain", id="one"))


@pytest.mark.parametrize(
    "change",
    [
        {"id": None},
        {"name": 4},
        {"name": " "},
        {"low": True},
        {"high": "10"},
        {"high": 1000},
        {"low_words": None},
        {"high_words": 1},
    ],
)
def test_that_a_scale_that_is_not_as_written_is_none(change):
    assert scale_from_plain(PLAIN) == OwnScale("Pain", id="one")
    assert scale_from_plain(PLAIN | change) is None


def test_that_a_scale_is_asked_unless_it_says_no():
    assert scale_from_plain({k: v for k, v in PLAIN.items() if k != "asked"}).asked
    assert not scale_from_plain(PLAIN | {"asked": False}).asked
