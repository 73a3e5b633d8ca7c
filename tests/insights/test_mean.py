"""The mean of a period and its interval, against tables of the t distribution."""

import pytest

from resilience_desktop.insights.comparison import Comparison
from resilience_desktop.insights.enough import Enough
from resilience_desktop.insights.mean import Interval, PeriodMean
from tests.insights.made_up import series

TURNS = [1, -1] * 8
"""16 days that carry nothing over: n_eff is 16, and s^2 is 16 / 15."""


def test_that_an_interval_is_the_one_of_the_tables():
    around = Interval.around(10, 2, 15)
    assert around.low == pytest.approx(10 - 2 * 2.131450, abs=1e-5)
    assert around.high == pytest.approx(10 + 2 * 2.131450, abs=1e-5)
    assert Interval.around(0, 1, 30, 0.99).high == pytest.approx(2.749996, abs=1e-6)


def test_that_days_apart_are_worth_their_number():
    found = PeriodMean.of(series(TURNS))
    assert (found.mean, found.days, found.of_days) == (0, 16, 16)
    reach = 2.131450 * (16 / 15) ** 0.5 / 4
    assert found.interval.low == pytest.approx(-reach, abs=1e-6)
    assert found.interval.high == pytest.approx(reach, abs=1e-6)


def test_that_a_trend_is_taken_for_three_days():
    found = PeriodMean.of(series(list(range(21))))
    reach = 4.302653 * (21 * 22 / 12) ** 0.5 / 3**0.5
    assert found.interval.high == pytest.approx(10 + reach, abs=1e-5)


def test_that_carry_over_makes_the_interval_wider():
    """By hand: r = .0625, r* = .13671875, n_eff = 12.151203.

    t(.975, 11.151203) = 2.1973495, as adding up the density of t up to there gives .975.
    """
    found = PeriodMean.of(series([1, 1, 2, 2] * 4))
    reach = 2.1973495 * (4 / 15) ** 0.5 / 12.15120275**0.5
    assert found.mean == 1.5
    assert found.interval.high - 1.5 == pytest.approx(reach, abs=1e-7)


@pytest.mark.parametrize(
    ("values", "has_mean", "has_interval"),
    [
        ([1, 2, 3] * 2, False, False),
        ([1, 2, 3] * 2 + [1], True, False),
        ([1, 2] * 6 + [1], True, False),
        ([1, 2] * 7, True, True),
        ([1, 2] * 7 + [None] * 14, True, True),
        ([1, 2] * 7 + [None] * 15, False, False),
        ([1, None, 3, None] * 7, True, False),
    ],
)
def test_that_each_number_waits_for_its_days(values, has_mean, has_interval):
    found = PeriodMean.of(series(values))
    assert (found.mean is not None) is has_mean
    assert (found.interval is not None) is has_interval


def test_that_what_is_missing_is_said():
    found = PeriodMean.of(series([1, 2, None, 3]))
    assert (found.enough.missing, found.enough_for_interval.missing) == (4, 11)
    sparse = PeriodMean.of(series([1, None] * 20)).enough_for_interval
    assert (sparse.missing, sparse.is_thin, sparse.missing_pairs) == (0, False, 7)
    assert not sparse
    assert Enough(3, 3)
    assert not Enough(3, 3, of_days=7)


def test_that_equal_days_are_not_known_better_than_their_scale():
    """30 days of whole steps: r* = 1 / 30, s = 12^-1/2, t(.975, 27.0645) = 2.0516017."""
    found = PeriodMean.of(series([1] * 30))
    reach = 2.0516017 * (1 / 12 / (30 * 29 / 31)) ** 0.5
    assert found.mean == 1
    assert found.interval.high - 1 == pytest.approx(reach, abs=1e-6)


def test_that_a_difference_has_the_interval_of_two_means():
    found = Comparison.of(series(TURNS), series([3, 1] * 8))
    reach = 2.042272 * (2 * (16 / 15) / 16) ** 0.5
    assert found.difference == 2
    assert found.interval.low == pytest.approx(2 - reach, abs=1e-5)
    assert found.interval.high == pytest.approx(2 + reach, abs=1e-5)
    assert found.is_clear


def test_that_periods_need_not_be_equally_long():
    found = Comparison.of(series([1, -1] * 15), series([2, 0] * 8))
    reach = 2.015368 * (30 / 29 / 30 + 16 / 15 / 16) ** 0.5
    assert found.difference == 1
    assert found.interval.low == pytest.approx(1 - reach, abs=1e-5)


def test_that_trends_are_taken_for_two_and_a_half_days_each():
    found = Comparison.of(series(list(range(21))), series(list(range(21))))
    reach = 3.182446 * (2 * 38.5 / 2.5) ** 0.5
    assert found.interval.high == pytest.approx(reach, abs=1e-4)
    assert not found.is_clear


def test_that_both_periods_have_to_have_enough_days():
    short = Comparison.of(series(TURNS), series(TURNS[:13]))
    assert (short.difference, short.interval, short.is_clear) == (None, None, False)
    assert Comparison.of(series(TURNS[:13]), series(TURNS)).difference is None


def test_that_equal_days_can_still_be_compared():
    found = Comparison.of(series([1] * 20), series([2] * 20))
    assert found.difference == 1
    assert 0.7 < found.interval.low < 1 < found.interval.high < 1.3
    nothing = Comparison.of(series([0] * 30), series([0] * 28 + [1, 1]))
    assert not nothing.is_clear


def test_that_the_numbers_of_a_person_do_not_show_in_reprs():
    mean = PeriodMean.of(series([4.25, 4.5] * 10))
    compared = Comparison.of(series([4.25, 4.5] * 10), series([1.25, 1.5] * 10))
    assert not any(number in repr((mean, compared)) for number in ("4.375", "1.375", "3.0"))
