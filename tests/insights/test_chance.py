"""Whether a difference could be chance: against exact tails and a published example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from resilience_desktop.insights.chance import rates_could_be_chance, sizes_could_be_chance
from tests.insights.test_survival import PLACEBO, TREATED

sizes = st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=8)


def whole(*values):
    return [(value, True) for value in values]


@pytest.mark.parametrize(
    ("rates", "could_be"),
    [
        ((5, 90, 0, 90), True),  # 2 / 2^5 = .0625
        ((6, 90, 0, 90), False),  # 2 / 2^6 = .03125
        ((0, 90, 6, 90), False),
        ((9, 90, 2, 90), True),  # 2 (1 + 11 + 55) / 2^11 = .0654
        ((10, 90, 2, 90), False),  # 2 (1 + 12 + 66) / 2^12 = .0386
        ((3, 30, 3, 300), False),  # share 1/11: 2 P(3 or more of 6) = .0246
        ((3, 60, 3, 300), True),  # share 1/6: .1246
        ((0, 90, 0, 90), True),
        ((0, 0, 6, 90), True),
        ((6, 90, 0, 0), True),
        ((0, 0, 0, 0), True),
    ],
)
def test_that_rates_differ_when_both_tails_hold_less_than_one_in_twenty(rates, could_be):
    assert rates_could_be_chance(*rates) is could_be


@pytest.mark.parametrize(
    ("one", "other", "could_be"),
    [
        (whole(1, 2, 3, 4), whole(5, 6, 7, 8), False),  # (16 - 1) / sqrt(48) = 2.17
        (whole(1, 2, 3), whole(4, 5, 6), True),  # (9 - 1) / sqrt(21) = 1.75
        (whole(1, 2, 3), whole(4, 5, 6, 7), True),  # (12 - 1) / sqrt(32) = 1.94
        (whole(1, 2, 3, 5), whole(4, 6, 7, 8), True),  # (14 - 1) / sqrt(48) = 1.88
        (whole(4, 4, 4, 4), whole(4, 4, 4, 4), True),
        ([], whole(1, 2, 3, 4), True),
        (whole(1, 2, 3, 4), [], True),
        ([], [], True),
        (whole(1, 2, 3, 4), [(5, False)] * 4, False),
        ([(1, False)] * 4, whole(5, 6, 7, 8), True),
        # An end not seen on a day lies after an end on that day; two such say nothing.
        (whole(4, 4, 4, 4, 4), [(4, False)] * 5, False),
        ([(4, False)] * 5, [(4, False)] * 5, True),
    ],
)
def test_that_sizes_differ_when_ranks_do(one, other, could_be):
    assert sizes_could_be_chance(one, other) is could_be
    assert sizes_could_be_chance(other, one) is could_be


def test_that_the_published_example_is_far_from_chance():
    """Gehan 1965, Biometrika 52: the treated children stay in remission for longer."""
    assert not sizes_could_be_chance(TREATED, PLACEBO)
    assert sizes_could_be_chance(TREATED[::2], TREATED[1::2])


@given(st.lists(st.integers(0, 9), min_size=1), st.lists(st.integers(0, 9), min_size=1))
def test_that_whole_sizes_are_compared_as_by_another_program(one, other):
    expected = 1.0
    if len({*one, *other}) > 1:
        expected = stats.mannwhitneyu(one, other, method="asymptotic").pvalue
    assert sizes_could_be_chance(whole(*one), whole(*other)) is bool(expected > 0.05)


@given(st.integers(0, 30), st.integers(1, 400), st.integers(0, 30), st.integers(1, 400))
def test_that_rates_are_compared_as_by_another_program(number, days, more, more_days):
    both = stats.binom(number + more, days / (days + more_days))
    tail = min(both.cdf(number), both.sf(number - 1))
    assert rates_could_be_chance(number, days, more, more_days) is bool(2 * tail > 0.05)


@given(sizes, sizes, st.integers(1, 5), st.integers(-9, 9))
def test_that_only_the_order_of_sizes_counts(one, other, times, plus):
    def moved(several):
        return [(times * size + plus, is_whole) for size, is_whole in several]

    here = sizes_could_be_chance(one, other)
    assert here is sizes_could_be_chance(other, one)
    assert here is sizes_could_be_chance(moved(one), moved(other))
    assert sizes_could_be_chance(one, one)
