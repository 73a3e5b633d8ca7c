"""The mean of a period and its interval, against tables of the t distribution."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.insights.comparison import Comparison
from resilience_desktop.insights.enough import Enough
from resilience_desktop.insights.mean import MOOD, Interval, PeriodMean, Scale
from tests.insights.made_up import series

TURNS = [1, -1] * 12
"""24 days that seem to carry nothing over: s^2 is 24 / 23.

r* is 0, so r = 14 * .5 / (24 + 14) and n_eff = 24 (38 - 7) / (38 + 7) = 16.5333.
"""
WORTH = 24 * 31 / 45


def test_that_an_interval_is_the_one_of_the_tables():
    around = Interval.around(10, 2, 15)
    assert around.low == pytest.approx(10 - 2 * 2.131450, abs=1e-5)
    assert around.high == pytest.approx(10 + 2 * 2.131450, abs=1e-5)
    assert Interval.around(0, 1, 30, 0.99).high == pytest.approx(2.749996, abs=1e-6)


def test_that_days_that_seem_apart_are_reckoned_with_as_if_a_little_carried_over():
    """t(.975, 15.5333) = 2.1251, between the 2.131450 of 15 and the 2.119905 of 16."""
    found = PeriodMean.of(series(TURNS))
    assert (found.mean, found.days, found.of_days) == (0, 24, 24)
    assert found.worth == pytest.approx(WORTH)
    unit = (24 / 23 / WORTH) ** 0.5
    assert 2.119905 * unit < found.interval.high < 2.131450 * unit
    assert found.interval.low == pytest.approx(-found.interval.high)


def test_that_carry_over_makes_the_interval_wider():
    closer = PeriodMean.of(series([1, 1, -1, -1] * 6))
    apart = PeriodMean.of(series(TURNS))
    assert closer.worth < apart.worth
    assert closer.interval.high > apart.interval.high


def test_that_days_that_follow_each_other_closely_have_a_mean_and_no_range():
    """44 days, most of them written on, that go slowly down and up again."""
    days = [5 - abs(number - 22) * 0.4 for number in range(44)]
    found = PeriodMean.of(series(days))
    assert found.mean is not None
    assert found.enough_for_interval
    assert not found.has_separate_days
    assert found.interval is None


def test_that_no_range_goes_past_the_end_of_the_scale():
    found = PeriodMean.of(series([5, 4] * 4 + [5] * 32))
    assert found.has_separate_days
    assert found.interval is None
    hours = PeriodMean.of(series([5, 4] * 4 + [5] * 32), Scale(0, 24))
    assert hours.interval.high > 5


@given(st.lists(st.integers(-5, 5) | st.none(), min_size=7, max_size=70))
def test_that_a_range_is_always_of_days_enough_and_on_the_scale(values):
    found = PeriodMean.of(series(values))
    if found.interval is not None:
        assert -5 <= found.interval.low < found.mean < found.interval.high <= 5
        assert found.days >= 21
        assert found.worth >= 5


@pytest.mark.parametrize(
    ("values", "has_mean", "has_interval"),
    [
        ([1, 2, 3] * 2, False, False),
        ([1, 2, 3] * 2 + [1], True, False),
        ([1, 2] * 6 + [1], True, False),
        ([1, 2] * 10, True, False),
        ([1, 2] * 11, True, True),
        ([1, 2] * 11 + [None] * 22, True, True),
        ([1, 2] * 11 + [None] * 23, False, False),
        ([1, None, 3, None] * 7, True, False),
    ],
)
def test_that_each_number_waits_for_its_days(values, has_mean, has_interval):
    found = PeriodMean.of(series(values))
    assert (found.mean is not None) is has_mean
    assert (found.interval is not None) is has_interval


def test_that_what_is_missing_is_said():
    found = PeriodMean.of(series([1, 2, None, 3]))
    assert (found.enough.missing, found.enough_for_interval.missing) == (4, 18)
    sparse = PeriodMean.of(series([1, None] * 24)).enough_for_interval
    assert (sparse.missing, sparse.is_thin, sparse.missing_pairs) == (0, False, 7)
    assert not sparse
    assert Enough(3, 3)
    assert not Enough(3, 3, of_days=7)


def test_that_equal_days_are_not_known_better_than_their_scale():
    """30 days of whole steps: r* = 1 / 30, r = 8 / 44, n_eff = 30 * 36 / 52, s = 12^-1/2."""
    found = PeriodMean.of(series([1] * 30))
    unit = (1 / 12 / (30 * 36 / 52)) ** 0.5
    assert found.mean == 1
    assert 2.085963 * unit < found.interval.high - 1 < 2.093024 * unit  # of 20 and of 19


def test_that_a_difference_has_the_interval_of_two_means():
    """t(.975, 31.0667) is between the 2.039513 of 31 and the 2.036933 of 32."""
    found = Comparison.of(series(TURNS), series([3, 1] * 12))
    unit = (2 * (24 / 23) / WORTH) ** 0.5
    assert found.difference == 2
    assert 2.036933 * unit < 2 - found.interval.low < 2.039513 * unit
    assert found.interval.high - 2 == pytest.approx(2 - found.interval.low)
    assert found.is_clear
    assert not found.is_wide


def test_that_periods_need_not_be_equally_long():
    """r* is 0, so r = 7 / (27 + 14) and of 30 and 24 days 30 and 24 times 34 / 48 are left."""
    found = Comparison.of(series([1, -1] * 15), series([2, 0] * 12))
    unit = (30 / 29 / (30 * 34 / 48) + 24 / 23 / 17) ** 0.5
    assert found.difference == 1
    assert 2.026192 * unit < 1 - found.interval.low < 2.030108 * unit  # of 38 and of 36


def test_that_slopes_are_not_compared():
    found = Comparison.of(series(list(range(21))), series(list(range(21))))
    assert (found.difference, found.interval) == (None, None)
    assert not found.is_clear
    assert not found.is_wide


def test_that_what_may_be_a_step_of_ten_either_way_is_wide():
    days = series(TURNS)
    mean = PeriodMean.of(days)
    assert Comparison(mean, mean, 0.1, Interval(-1, 1.1)).is_wide
    assert not Comparison(mean, mean, 0.1, Interval(-0.9, 1.0)).is_wide
    assert not Comparison(mean, mean, 0.1, Interval(-1, 1.1), Scale(0, 24)).is_wide
    assert MOOD.width == 10


def test_that_both_periods_have_to_have_enough_days():
    short = Comparison.of(series(TURNS), series(TURNS[:20]))
    assert (short.difference, short.interval, short.is_clear) == (None, None, False)
    assert Comparison.of(series(TURNS[:20]), series(TURNS)).difference is None


def test_that_equal_days_can_still_be_compared():
    found = Comparison.of(series([1] * 24), series([2] * 24))
    assert found.difference == 1
    assert 0.7 < found.interval.low < 1 < found.interval.high < 1.3
    nothing = Comparison.of(series([0] * 30), series([0] * 28 + [1, 1]))
    assert not nothing.is_clear


def test_that_the_numbers_of_a_person_do_not_show_in_reprs():
    mean = PeriodMean.of(series([4.25, 4.5] * 11))
    compared = Comparison.of(series([4.25, 4.5] * 11), series([1.25, 1.5] * 11))
    assert not any(number in repr((mean, compared)) for number in ("4.375", "1.375", "3.0"))
