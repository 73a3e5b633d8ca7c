import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t

from resilience_desktop.insights.student import reach, tails

FREEDOM = st.floats(1, 20_000)


@pytest.mark.parametrize(
    ("freedom", "expected"),
    [(1, [6.314, 12.706, 63.657]), (10, [1.812, 2.228, 3.169]), (120, [1.658, 1.98, 2.617])],
)
def test_that_it_reaches_as_far_as_printed_tables_say(freedom, expected):
    found = [reach(chance, freedom) for chance in (0.1, 0.05, 0.01)]
    assert found == pytest.approx(expected, abs=0.0005)


@given(FREEDOM, st.floats(0.001, 15))
def test_that_the_tails_are_those_of_scipy(freedom, z):
    assert tails(z, freedom) == pytest.approx(2 * t.sf(z, freedom), rel=1e-11)
    assert tails(-z, freedom) == tails(z, freedom)


@given(FREEDOM, st.floats(1e-6, 0.999))
def test_that_it_reaches_to_where_the_tails_have_that_chance(freedom, chance):
    assert tails(reach(chance, freedom), freedom) == pytest.approx(chance, rel=1e-12)


@given(FREEDOM)
def test_that_nothing_is_never_rare_and_what_is_far_away_always(freedom):
    assert tails(0, freedom) == 1
    assert tails(1e200, freedom) == 0 or freedom < 2


def test_that_few_degrees_of_freedom_are_as_they_can_be_written_down():
    assert tails(1e-9, 1) == pytest.approx(1 - 2 / math.pi * 1e-9, rel=1e-15)
    assert tails(3, 1) == pytest.approx(1 - 2 / math.pi * math.atan(3), rel=1e-14)
    assert tails(3, 2) == pytest.approx(1 - 3 / math.sqrt(11), rel=1e-14)
    assert reach(0.05, 1) == pytest.approx(math.tan(0.475 * math.pi), rel=1e-14)
