from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from resilience_desktop.exchange.scale import OURS, Scale, number

ends = st.decimals(-1000, 1000, places=2).map(float)


@st.composite
def scaled(draw, count=1):
    low, high = draw(ends), draw(ends)
    assume(low != high)
    first, last = sorted((Decimal(str(low)), Decimal(str(high))))
    return Scale(low, high), [draw(st.decimals(first, last, places=2)) for _ in range(count)]


@given(scaled())
def test_that_a_converted_mood_lies_on_our_scale(case):
    scale, (value,) = case
    assert value in scale
    assert -5 <= scale.convert(value) <= 5


@given(scaled(count=2))
def test_that_conversion_keeps_the_order(case):
    scale, values = case
    first, second = sorted(values, reverse=scale.low > scale.high)
    assert scale.convert(first) <= scale.convert(second)


@given(scaled())
def test_that_mirror_images_stay_mirror_images(case):
    scale, (value,) = case
    assert Scale(scale.high, scale.low).convert(value) == -scale.convert(value)


@given(st.integers(-5, 5))
def test_that_our_own_scale_changes_nothing(value):
    assert OURS.convert(Decimal(value)) == value
    assert OURS.origin(Decimal(value)) == ""


@pytest.mark.parametrize(
    ("scale", "values", "moods"),
    [
        (Scale(0, 100), [0, 45, 50, 51, 55, 56, 100], [-5, -1, 0, 0, 1, 1, 5]),
        (Scale(1, 5), [1, 2, 3, 4, 5], [-5, -3, 0, 3, 5]),
        (Scale(6, 1), [1, 6], [5, -5]),
        (Scale(0, 10), [0, 3, 10], [-5, -2, 5]),
    ],
)
def test_that_halves_go_away_from_zero(scale, values, moods):
    assert [scale.convert(Decimal(value)) for value in values] == moods


def test_that_a_conversion_is_told():
    assert Scale(0, 100).origin(Decimal(51)) == "51 on 0..100"
    assert Scale(0, 0.5).origin(Decimal("0.0000001")) == "0.0000001 on 0..0.5"
    assert OURS.origin(Decimal("2.5")) == "2.5 on -5..5"


@pytest.mark.parametrize("ends", [(1, 1), (0, float("inf")), (float("nan"), 1)])
def test_that_a_scale_has_two_ends(ends):
    with pytest.raises(ValueError, match="two different ends"):
        Scale(*ends)


@pytest.mark.parametrize(
    ("words", "value"),
    [(" 3,5 ", "3.5"), ("\u22122", "-2"), ("+4.", "4"), (".5", "0.5"), ("007", "7")],
)
def test_that_numbers_are_read_as_people_write_them(words, value):
    assert number(words) == Decimal(value)


@pytest.mark.parametrize(
    "words", ["", "3 of 5", "1e9999999", "1.2.3", "nan", "-", ",", "9" * 16, "٣"]
)
def test_that_other_words_are_no_number(words):
    assert number(words) is None
