import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.insights.weekday_adjusted import day_groups, residuals

MONDAY = dt.date(2026, 6, 1).toordinal()


def days(number: int) -> np.ndarray:
    return np.arange(MONDAY, MONDAY + number)


def test_that_a_weekend_is_saturday_and_sunday():
    assert day_groups(days(8)).tolist() == [0, 0, 0, 0, 0, 1, 1, 0]


def test_that_each_day_of_the_week_is_a_group_from_120_days_on():
    assert set(day_groups(days(119)).tolist()) == {0, 1}
    assert day_groups(days(120))[:8].tolist() == [0, 1, 2, 3, 4, 5, 6, 0]


def test_that_each_number_loses_the_mean_of_its_group():
    left = residuals(np.array([1.0, 3.0, 10.0, 2.0]), np.array([0, 0, 1, 0]))
    assert left.tolist() == [-1, 1, 0, 0]


def test_that_several_rows_are_taken_at_once():
    rows, groups = np.array([[1.0, 3.0, 5.0], [2.0, 2.0, 8.0]]), np.array([4, 4, 6])
    assert residuals(rows, groups).tolist() == [[-1, 1, 0], [0, 0, 0]]


def test_that_nothing_is_left_of_nothing():
    assert residuals(np.empty(0), day_groups(days(0))).tolist() == []


@given(st.lists(st.tuples(st.floats(-5, 5), st.integers(0, 6)), min_size=1, max_size=40))
def test_that_it_is_what_a_regression_on_the_groups_leaves(pairs):
    values, groups = np.array([v for v, _ in pairs]), np.array([g for _, g in pairs])
    dummies = (groups[:, np.newaxis] == np.unique(groups)).astype(float)
    fitted, *_ = np.linalg.lstsq(dummies, values, rcond=None)
    assert residuals(values, groups) == pytest.approx(values - dummies @ fitted, abs=1e-9)
