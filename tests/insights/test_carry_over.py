"""Carry-over from day to day, against numbers that R 4.2.2 gave for the same days."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.insights.carry_over import (
    CarryOver,
    autocorrelation,
    cautious,
    corrected,
    effective_days,
    effective_days_of,
)
from tests.insights.made_up import series

TOY = [5, 7, 6, 4, 3, 5, 8, 7, 6, 5]
TOY_WITH_GAPS = [5, 7, None, 4, 3, 5, None, None, 6, 5]
REAL = [
    *(53.0, 54.1, 52.8, 51.8, 52.25, 54.2, 52.0, 52.25, 313 / 6, 362 / 7, 52.75, 373 / 7),
    *(50.625, 50.75, 51.0, 52.25, 155 / 3, 51.6, 151 / 3, 362 / 7, 362 / 7, 52.0, 49.5),
    *(None, None, None, 157 / 3, 154 / 3),
]
"""Happiness on 28 days up to 17 June 2021, from 0 to 100, of somebody who published it."""


def test_that_without_gaps_it_is_the_usual_estimate():
    """R: acf(x)$acf[2]."""
    assert autocorrelation(series(TOY)) == pytest.approx(0.3450980392157, abs=1e-12)


def test_that_with_gaps_it_is_of_days_in_a_row():
    """R: acf(x, na.action = na.pass)$acf[2]."""
    assert autocorrelation(series(TOY_WITH_GAPS)) == pytest.approx(0.28, abs=1e-12)


def test_that_the_days_of_a_real_journal_are_those_that_r_found():
    """R with zoo: rollapply of 28 days; ac1 = cor of the pairs of days in a row."""
    days = series(REAL)
    assert len(days) == 25
    assert days.values.mean() == pytest.approx(51.9654761904762, abs=1e-12)
    assert days.values.std(ddof=1) == pytest.approx(1.07787424031236, abs=1e-12)
    assert np.corrcoef(*days.pairs())[0, 1] == pytest.approx(0.299990862405954, abs=1e-12)


def test_that_the_correction_is_for_the_length_of_the_period():
    r = 0.3450980392157
    assert corrected(series(TOY)) == pytest.approx(r + (1 + 3 * r) / 10, abs=1e-12)


def test_that_two_parts_are_pooled_without_a_pair_between_them():
    """Worked out by hand: each about its own mean, squares 4, products 1 and -3, 2 pairs each."""
    up, apart = series([0, 1, 2, 3]), series([1, -1, 1, -1])
    both = autocorrelation(up, apart)
    squares = (2.25 + 0.25) * 2 + 4
    products = (0.75 - 0.25 + 0.75) - 3
    assert both == pytest.approx(products / squares, abs=1e-12)
    assert corrected(up, apart) == pytest.approx(max(0, both + (1 + 3 * both) / 4), abs=1e-12)


def test_that_it_is_held_between_none_and_nine_tenths():
    assert corrected(series(list(range(30)))) == 0.9
    assert corrected(series([1, -1] * 15)) == 0


def test_that_ranges_reckon_with_more_where_few_days_seem_to_carry_over_little():
    few, many = series([1, -1] * 14), series([1, -1] * 70)
    assert corrected(few) == corrected(many) == 0
    assert cautious(few) == pytest.approx(14 * 0.5 / (28 + 14))
    assert cautious(many) == pytest.approx(14 * 0.5 / (140 + 14))
    assert cautious(few, few) == cautious(few)


def test_that_ranges_never_reckon_with_less_than_the_days_carry_over():
    slope = series(list(range(30)))
    assert cautious(slope) == corrected(slope) == 0.9
    assert cautious(series([None])) == 0.5


@pytest.mark.parametrize("values", [[None], [0.1] * 40, [2]])
def test_that_there_is_none_where_nothing_differs(values):
    assert autocorrelation(series(values)) == 0


def test_that_no_days_carry_nothing_over():
    assert corrected(series([None, None])) == 0


def test_that_days_that_carry_over_are_worth_fewer():
    assert effective_days(30, 0) == 30
    assert effective_days(30, 0.5) == 10


def test_that_days_in_the_calendar_are_worth_what_lies_between_them():
    """By the definition: n^2 over the sum of all r^|t_i - t_j|."""
    days = np.array([0, 1, 2, 9, 30])
    expected = 25 / sum(0.6 ** abs(a - b) for a in days.tolist() for b in days.tolist())
    assert effective_days_of(days, 0.6) == pytest.approx(expected, abs=1e-12)
    assert effective_days_of(np.arange(0, 70, 7), 0.3) == pytest.approx(10, rel=1e-3)


@given(st.lists(st.none() | st.integers(-5, 5), max_size=60))
def test_that_carry_over_is_always_a_number_that_intervals_can_use(values):
    assert 0 <= corrected(series([0, *values])) <= 0.9


def test_that_the_advanced_view_waits_for_sixty_days_and_twenty_pairs():
    values = [0, 1, 1, 0, 2, 1] * 10
    assert CarryOver.of(series(values[:59])).enough.missing == 1
    found = CarryOver.of(series(values))
    r = autocorrelation(series(values))
    assert found.value == corrected(series(values))
    assert found.error == pytest.approx(((1 - r * r) / 59) ** 0.5, abs=1e-12)
    alternate = [value for number in range(60) for value in (number % 3, None)]
    thin = CarryOver.of(series(alternate))
    assert (thin.value, thin.error, thin.enough.missing_pairs) == (None, None, 20)


def test_that_flat_days_carry_nothing_over_in_the_advanced_view():
    flat = CarryOver.of(series([1] * 60))
    assert flat.value == pytest.approx(1 / 60)
