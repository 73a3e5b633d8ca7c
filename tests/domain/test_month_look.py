"""A wider look at a month: what it holds, and that none of it is anybody's business."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given

from resilience_desktop.domain.month_look import (
    AXES,
    SIDES,
    SIGNS,
    MonthLook,
    RatedValue,
    look_from_plain,
    look_to_plain,
)
from tests.strategies import month_looks

DAY = dt.date(2026, 11, 22)


@given(month_looks)
def test_that_a_look_is_the_same_after_writing_and_reading(look):
    plain = json.loads(json.dumps(look_to_plain(look)))
    assert look_from_plain(plain) == look


def test_that_there_are_five_signs_and_five_sides_each_once():
    assert (len(SIGNS), len(SIDES), len(set(AXES))) == (5, 5, 10)


@pytest.mark.parametrize("number", [-1, 11])
def test_that_numbers_go_from_0_to_10(number):
    with pytest.raises(ValueError, match="rating"):
        MonthLook(DAY, (("life", number),))
    with pytest.raises(ValueError, match="rating"):
        RatedValue("family", number)
    with pytest.raises(ValueError, match="rating"):
        RatedValue("family", 3, number)


def test_that_each_axis_has_one_number_and_what_matters_has_a_name():
    with pytest.raises(ValueError, match="one number"):
        MonthLook(DAY, (("life", 1), ("life", 2)))
    with pytest.raises(ValueError, match="name"):
        RatedValue(" ")


def test_that_nothing_has_to_be_said():
    assert MonthLook(DAY, words=" \n").is_empty
    assert not MonthLook(DAY, (("life", 0),)).is_empty
    assert not MonthLook(DAY, values=(RatedValue("family"),)).is_empty
    assert not MonthLook(DAY, words="Rain").is_empty
    look = MonthLook(DAY, (("life", 0),))
    assert (look.rating("life"), look.rating("self")) == (0, None)


def test_that_it_is_of_the_month_of_its_day():
    look = MonthLook(DAY)
    assert look.is_of_month(dt.date(2026, 11, 1))
    assert not look.is_of_month(dt.date(2026, 12, 22))
    assert not look.is_of_month(dt.date(2025, 11, 22))


def test_that_no_words_and_numbers_are_in_what_is_printed_of_it():
    look = MonthLook(DAY, (("life", 7),), (RatedValue("CANARY", 7, 7),), "CANARY")
    assert "CANARY" not in repr(look)
    assert "7" not in repr(look.values)
