"""The notice about stress that stays: when it speaks, and when it is silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.own_scale import OwnScale
from resilience_desktop.insights.lasting_stress import LastingStress, usual_threshold
from tests.insights.made_up import day, series

HIGH, LOW = 8, 3


def notice(values, threshold=7):
    return LastingStress.of(series(values), threshold, day(len(values) - 1))


@pytest.mark.parametrize(("high", "speaks"), [(14, True), (10, True), (9, False), (0, False)])
def test_that_ten_of_fourteen_days_are_lasting(high, speaks):
    found = notice([HIGH] * high + [LOW] * (14 - high))
    assert (found is not None) is speaks
    if found:
        assert (found.high, found.logged, found.first, found.last) == (high, 14, day(0), day(13))


def test_that_the_threshold_itself_is_high():
    assert notice([7] * 14, threshold=7)
    assert not notice([6.9] * 14, threshold=7)


@pytest.mark.parametrize("days", [0, 6, 13])
def test_that_it_is_silent_with_fewer_days(days):
    assert notice([None] * (14 - days) + [HIGH] * days) is None


def test_that_missing_days_are_no_calm_ones():
    values = [HIGH, None] * 14
    assert notice(values).high == 14
    assert notice(values).first == day(0)


def test_that_what_lies_back_further_than_four_weeks_does_not_count():
    assert notice([HIGH] * 7 + [None] * 14 + [HIGH] * 7).high == 14
    assert notice([HIGH] * 7 + [None] * 15 + [HIGH] * 7) is None


def test_that_nothing_is_said_of_the_present_without_seven_recent_days():
    assert notice([HIGH] * 8 + [None] * 14 + [HIGH] * 6) is None
    assert notice([HIGH] * 14 + [None] * 7 + [LOW] * 4 + [HIGH] * 3).high == 10
    assert notice([HIGH] * 14 + [None] * 8) is None


def test_that_only_the_last_fourteen_logged_days_count():
    assert notice([HIGH] * 14 + [LOW] * 5) is None
    assert notice([LOW] * 40 + [HIGH] * 14).high == 14


@given(st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=60))
def test_that_it_never_speaks_on_fewer_than_ten_high_days(values):
    found = notice(values)
    if found:
        near = [value for value in values[-28:] if value is not None][-14:]
        assert found.high == sum(value >= 7 for value in near) >= 10
        assert found.first >= day(len(values) - 28)


@pytest.mark.parametrize(("low", "high", "threshold"), [(0, 10, 7), (1, 5, 4), (0, 100, 70)])
def test_that_a_scale_is_high_in_its_upper_third(low, high, threshold):
    assert usual_threshold(OwnScale("Stress", low, high)) == threshold
