"""Ranges of a spread and a swing hold what is true, and chance alone rarely tells two apart."""

from __future__ import annotations

import numpy as np
import pytest

from resilience_desktop.insights.how_sure import FEWEST_EFFECTIVE, HowSure, differ
from resilience_desktop.insights.spread import Spread, Swing
from tests.insights.made_up import series

SUMS = [HowSure.of_spread, HowSure.of_swing]


def moods(chance, days, carry_over, size=1.6):
    """Whole steps from -5 to +5 that resemble the day before."""
    steps = chance.standard_normal(days + 50)
    steps[1:] *= np.sqrt(1 - carry_over**2)
    for day in range(1, len(steps)):
        steps[day] += carry_over * steps[day - 1]
    return np.clip(np.rint(0.8 + size * steps[50:]), -5, 5).tolist()


@pytest.mark.parametrize("sum_of", SUMS)
@pytest.mark.parametrize("carry_over", [0.2, 0.5])
def test_that_the_range_holds_the_truth_and_chance_rarely_makes_a_difference(sum_of, carry_over):
    chance = np.random.default_rng(20261122)
    long = sum_of(series(moods(chance, 20_000, carry_over)))
    truth = np.exp(long.logarithm)
    some = [sum_of(series(moods(chance, 45, carry_over))) for _ in range(200)]
    ranges = [one.interval for one in some if one.interval]
    assert len(ranges) > 190
    held = sum(one.low <= truth <= one.high for one in ranges) / len(ranges)
    assert held > 0.9
    verdicts = [differ(one, other) for one, other in zip(some[::2], some[1::2], strict=True)]
    assert sum(map(bool, verdicts)) <= 12
    twice = [sum_of(series(moods(chance, 45, carry_over, size=0.7))) for _ in range(100)]
    found = [differ(one, other) for one, other in zip(some[:100], twice, strict=True)]
    assert sum(map(bool, found)) > 70


def test_that_the_number_lies_in_its_range():
    days = series(moods(np.random.default_rng(1), 60, 0.3))
    for value, sure in (
        (Spread.of(days).deviation, HowSure.of_spread(days)),
        (Swing.of(days).points, HowSure.of_swing(days)),
    ):
        assert sure.interval.low < value < sure.interval.high


@pytest.mark.parametrize("sum_of", SUMS)
def test_that_days_that_stay_as_they_are_carry_no_range(sum_of):
    moving = sum_of(series(moods(np.random.default_rng(1), 60, 0.2)))
    staying = sum_of(series([0] * 30 + [2, -2] * 15))
    assert staying.effective < FEWEST_EFFECTIVE
    assert staying.interval is None
    assert differ(staying, moving) is None
    assert differ(moving, staying) is None


@pytest.mark.parametrize("sum_of", SUMS)
def test_that_moods_all_the_same_are_known_no_better_than_rounding_lets_them(sum_of):
    found = sum_of(series([2] * 30)).interval
    assert 0.1 < found.low < 12**-0.5 < found.high < 0.6
