import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from resilience_desktop.insights.hac import Difference, lags_of
from resilience_desktop.insights.weekday_adjusted import residuals

T_6 = 2.446912
"""t(.975) with 6 degrees of freedom, from any table."""


def test_that_a_small_case_is_what_it_comes_to_by_hand():
    mood = np.array([1.0, 2, 4, 3, 0, 1, 3, 2])
    factor = np.array([0.0, 1, 1, 1, 0, 0, 1, 0])
    groups = np.zeros(8, int)
    found = Difference.of(residuals(mood, groups), residuals(factor, groups), 1)
    # Means 3 and 1. u = 0, -1/2, 1/2, 0, 1/2, 0, 0, -1/2, so s_0..s_3 = 1, -1/4, 1/4, -1/2, with
    # weights 1, 3/4, 1/2, 1/4 (L = 3): 1 - 2 * 3/16 = 5/8. Over 2^2, times 8/6: 5/24.
    assert found.points == pytest.approx(2)
    assert found.upper - 2 == pytest.approx(T_6 * math.sqrt(5 / 24), rel=1e-6)
    assert 2 - found.lower == pytest.approx(found.upper - 2)


def test_that_a_difference_that_is_always_the_same_has_no_width():
    factor = np.tile([0.5, -0.5], 30)
    found = Difference.of(3 * factor, factor, 1)
    assert (found.points, found.lower, found.upper) == pytest.approx((3, 3, 3))


@pytest.mark.parametrize(
    ("days", "lags"), [(8, 3), (60, 4), (63, 4), (64, 5), (124, 5), (125, 6), (150, 6), (3650, 16)]
)
def test_that_lags_are_the_whole_cube_root_and_one(days, lags):
    assert lags_of(days) == lags


def by_regression(mood, factor, groups, lags):
    """Return coefficient and its variance by the sandwich of a regression on all variables.

    As in statsmodels' ``cov_type="HAC"`` with ``use_correction=True``.
    """
    dummies = (groups[:, np.newaxis] == np.unique(groups)).astype(float)
    design = np.column_stack([factor, dummies])
    bread = np.linalg.inv(design.T @ design)
    coefficients = bread @ design.T @ mood
    scores = design * (mood - design @ coefficients)[:, np.newaxis]
    meat = scores.T @ scores
    for lag in range(1, lags + 1):
        both = scores[lag:].T @ scores[:-lag]
        meat += (1 - lag / (lags + 1)) * (both + both.T)
    n, k = design.shape
    return coefficients[0], (bread @ meat @ bread)[0, 0] * n / (n - k), n - k


@given(
    st.integers(14, 60).flatmap(
        lambda n: st.tuples(
            arrays(np.float64, n, elements=st.integers(-5, 5)),
            arrays(np.float64, n, elements=st.integers(0, 1)),
            arrays(np.int64, n, elements=st.integers(0, 1)),
        )
    )
)
def test_that_it_is_the_sandwich_of_the_whole_regression(series):
    mood, factor, groups = series
    left = residuals(factor, groups)
    assume(left @ left > 0.5)
    coefficient, variance, freedom = by_regression(mood, factor, groups, lags_of(len(mood)))
    found = Difference.of(residuals(mood, groups), left, len(np.unique(groups)))
    assert found.points == pytest.approx(coefficient, abs=1e-8)
    half = (found.upper - found.lower) / 2
    assert half**2 == pytest.approx(_t(freedom) ** 2 * variance, abs=1e-8)


def _t(freedom: int) -> float:
    from scipy.stats import t

    return float(t.ppf(0.975, freedom))
