import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import t

from resilience_desktop.insights.circular_shift import chances

NUMBERS = st.integers(-50, 50).map(lambda number: number / 10)


@st.composite
def series(draw, rows=2):
    n = draw(st.integers(8, 40))
    found = draw(arrays(np.float64, (rows, n), elements=NUMBERS))
    return found - found.mean(axis=1, keepdims=True)


def by_turning(mood, factor) -> float:
    """Return the same one shift after the other, as it is written down in REFERENCE 5.5."""
    n, total = len(mood), float(mood @ factor)
    turned = [float(np.roll(mood, k) @ factor) for k in range(3, n - 2)]
    spread = math.sqrt(math.fsum(one**2 for one in turned) / len(turned))
    return float(2 * t.sf(abs(total) / spread, n / 2))


def test_that_p_is_what_it_comes_to_by_hand():
    mood = np.array([1.0, 0, 0, 0, -1, 0, 0, 0])
    factor = np.array([1.0, 0, 0, 0, 0, -1, 0, 0])
    # T = 1 and T_3, T_4, T_5 = -1, -1, 0, so z = sqrt(3/2); the tails of t with 4 degrees of
    # freedom are 1 - 3/4 t / sqrt(1 + t^2/4) (1 - t^2 / (12 (1 + t^2/4))).
    assert chances(mood, factor) == pytest.approx(1 - 0.75 * math.sqrt(12 / 11) * 10 / 11)


@given(series())
def test_that_all_shifts_at_once_are_the_shifts_one_by_one(rows):
    mood, factor = rows
    turned = [abs(float(np.roll(mood, k) @ factor)) for k in range(len(mood))]
    if max(turned[3:-2]) > 1e-6:
        assert chances(mood, factor) == pytest.approx(by_turning(mood, factor), abs=1e-6)


@given(series())
def test_that_it_is_no_matter_which_is_turned_or_what_is_called_yes(rows):
    mood, factor = rows
    expected = pytest.approx(float(chances(mood, factor)), abs=1e-6)
    assert chances(factor, mood) == expected
    assert chances(mood, -factor) == expected


@given(series(rows=4))
def test_that_many_are_as_one_after_the_other(rows):
    mood, *factors = rows
    together = chances(mood, np.array(factors))
    assert together == pytest.approx([float(chances(mood, one)) for one in factors], abs=1e-9)


def test_that_a_mood_that_never_changes_goes_with_nothing():
    assert chances(np.zeros(60), np.tile([1.0, -1.0], 30)) == 1


def test_that_two_that_have_no_rhythm_in_common_are_no_finding_made_of_rounding():
    slow, quick = np.repeat([0.1, -0.1], 30), np.tile([0.7, -0.7], 30)
    assert chances(slow, quick) == pytest.approx(1, abs=0.05)


def test_that_two_that_meet_on_the_same_days_only_are_no_chance():
    both = np.zeros(60)
    both[:2] = 1, -1
    assert chances(both, both) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("every", "at_best"), [(5, 0.05), (7, 0.02)])
def test_that_what_comes_as_regularly_as_a_clock_is_hard_to_tell_from_chance(every, at_best):
    walks = (np.arange(105) % every == 0) * 1.0
    walks -= walks.mean()
    assert chances(3 * walks, walks) == pytest.approx(at_best, rel=0.25)
