"""How much days differ and move, against numbers that R 4.2.2 with psych 2.2.9 gave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.insights.spread import Spread, Swing, swing
from tests.insights.made_up import series
from tests.insights.test_carry_over import TOY, TOY_WITH_GAPS


def test_that_the_swing_is_that_of_days_in_a_row():
    """R: psych::rmssd; with gaps the root of the mean over the differences there are."""
    assert swing(series(TOY)) == pytest.approx(1.699673171198, abs=1e-12)
    assert swing(series(TOY_WITH_GAPS)) == pytest.approx(1.581138830084, abs=1e-12)


def test_that_missing_days_do_not_make_the_swing_smaller():
    """psych::rmssd divides by the days with a value less one: for these days 1.290994448736."""
    by_days = swing(series(TOY_WITH_GAPS)) * (4 / 6) ** 0.5
    assert by_days == pytest.approx(1.290994448736, abs=1e-12)


def test_that_the_spread_is_that_of_r():
    """R: sd, mad. Repeated, so that there are enough days: sd over n - 1 is then a little less."""
    found = Spread.of(series(TOY * 3))
    assert found.deviation == pytest.approx(1.505545305418 * (27 / 29) ** 0.5, abs=1e-12)
    assert found.robust == pytest.approx(1.4826, abs=1e-12)
    gaps = Spread.of(series(TOY_WITH_GAPS * 3))
    assert gaps.deviation == pytest.approx(1.290994448736 * (18 / 20) ** 0.5, abs=1e-12)
    assert gaps.robust == pytest.approx(1.4826, abs=1e-12)


def test_that_one_unusual_day_hardly_moves_the_robust_one():
    quiet = Spread.of(series([0, 1, -1] * 7))
    odd = Spread.of(series([0, 1, -1] * 7 + [-5]))
    assert odd.robust == quiet.robust
    assert odd.deviation > 1.5 * quiet.deviation


@pytest.mark.parametrize(("days", "missing"), [(20, 1), (21, 0)])
def test_that_spread_waits_for_three_weeks(days, missing):
    found = Spread.of(series([number % 3 for number in range(days)]))
    assert found.enough.missing == missing
    assert (found.deviation is None, found.robust is None) == (missing > 0, missing > 0)


@pytest.mark.parametrize(("days", "missing"), [(20, 1), (21, 0)])
def test_that_swing_waits_for_twenty_pairs(days, missing):
    found = Swing.of(series([number % 3 for number in range(days)]))
    assert found.enough.missing_pairs == missing
    assert (found.points is None) == (missing > 0)


def test_that_neither_is_shown_where_most_days_are_missing():
    days = series([number % 3 for number in range(40)] + [None] * 41)
    assert (Spread.of(days).deviation, Swing.of(days).points) == (None, None)


@given(st.lists(st.integers(-5, 5), min_size=21, max_size=60), st.integers(-3, 3))
def test_that_neither_depends_on_where_the_days_lie(values, higher):
    raised = [value + higher for value in values]
    one, other = Spread.of(series(values)), Spread.of(series(raised))
    assert (one.deviation, one.robust) == pytest.approx((other.deviation, other.robust))
    assert swing(series(values)) == pytest.approx(swing(series(raised)))


def test_that_the_numbers_of_a_person_do_not_show_in_reprs():
    values = series([1.5, -1.5] * 20)
    assert "3.0" not in repr(Swing.of(values))
    assert "1.5" not in repr(Spread.of(values))
