"""The product-limit curve against numbers from the literature, and its rules."""

from fractions import Fraction
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from resilience_desktop.insights.survival import Curve

# Weeks in remission of 42 children with leukaemia (Freireich et al. 1963, Blood 21), with the
# estimates as printed by Kleinbaum and Klein, Survival Analysis, chapter 2.
TREATED = [(t, True) for t in (6, 6, 6, 7, 10, 13, 16, 22, 23)] + [
    (t, False) for t in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
]
PLACEBO = [
    (t, True) for t in (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
]

sizes = st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=15)


def test_that_the_curve_is_that_of_the_textbooks():
    curve = Curve.of(TREATED)
    assert (curve.number, curve.ended) == (21, 9)
    assert [(drop.at, drop.at_risk, drop.ended) for drop in curve.drops] == [
        (6, 21, 3),
        (7, 17, 1),
        (10, 15, 1),
        (13, 12, 1),
        (16, 11, 1),
        (22, 7, 1),
        (23, 6, 1),
    ]
    printed = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
    assert [round(float(drop.share), 4) for drop in curve.drops] == printed
    assert curve.median == 23
    assert Curve.of(PLACEBO).median == 8


def test_that_the_share_beyond_a_size_is_read_off_the_curve():
    curve = Curve.of(TREATED)
    assert [round(curve.share_beyond(t), 3) for t in (0, 5.9, 6, 12, 23, 99)] == [
        1.0,
        1.0,
        0.857,
        0.753,
        0.448,
        0.448,
    ]


@pytest.mark.parametrize(
    ("seen", "middle"),
    [
        ([], None),
        ([(4, False)], None),
        ([(4, True)], 4),
        ([(2, True), (6, True)], 4),
        ([(2, True), (6, False)], 2),
        ([(2, True), (3, False), (6, False)], None),
        ([(2, True), (3, True), (6, False)], 3),
    ],
)
def test_that_the_median_is_where_half_are_left_and_none_where_that_is_not_known(seen, middle):
    assert Curve.of(seen).median == middle


@given(sizes)
def test_that_the_curve_never_rises_and_stays_between_none_and_all(seen):
    shares = [Fraction(1), *(drop.share for drop in Curve.of(seen).drops), Fraction(0)]
    assert all(one >= later for one, later in pairwise(shares))


@given(st.lists(st.integers(0, 20), min_size=1, max_size=15), st.integers(-1, 21))
def test_that_without_missing_ends_it_is_the_plain_share_and_the_plain_median(found, beyond):
    curve = Curve.of((size, True) for size in found)
    share = sum(size > beyond for size in found) / len(found)
    assert curve.share_beyond(beyond) == pytest.approx(share, abs=1e-12)
    assert curve.median == median(found)


@given(sizes.filter(len), st.integers(-1, 21))
def test_that_the_curve_is_that_of_another_program(seen, beyond):
    times = stats.CensoredData.right_censored([size for size, _ in seen], [not w for _, w in seen])
    expected = float(stats.ecdf(times).sf.evaluate(beyond))
    assert Curve.of(seen).share_beyond(beyond) == pytest.approx(expected, abs=1e-12)


@given(sizes, st.integers(0, 20))
def test_that_an_end_not_seen_never_makes_the_curve_fall_more(seen, beyond):
    known = Curve.of((size, True) for size, _ in seen)
    assert Curve.of(seen).share_beyond(beyond) >= known.share_beyond(beyond)
