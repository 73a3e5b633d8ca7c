"""When a journal that nobody uses is locked: sleep counts, a clock put back does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.idle import Clocks, idle_seconds, is_time_to_lock

seconds = st.integers(0, 10**7)
minutes = st.integers(1, 60)
starts = st.builds(Clocks, seconds, st.integers(10**9, 2 * 10**9))


@given(starts, seconds, minutes)
def test_that_the_lock_comes_when_both_clocks_say_so_and_not_before(last, passed, after):
    now = Clocks(last.steady + passed, last.wall + passed)
    assert is_time_to_lock(last, now, after) == (passed >= after * 60)


@given(starts, seconds, st.integers(0, 10**9), minutes)
def test_that_a_clock_put_back_neither_hastens_nor_delays_the_lock(last, passed, back, after):
    now = Clocks(last.steady + passed, last.wall + passed - back)
    assert idle_seconds(last, now) == passed
    assert is_time_to_lock(last, now, after) == (passed >= after * 60)


@given(starts, seconds, seconds, minutes)
def test_that_sleep_of_the_computer_counts(last, awake, asleep, after):
    now = Clocks(last.steady + awake, last.wall + awake + asleep)
    assert is_time_to_lock(last, now, after) == (awake + asleep >= after * 60)


@given(starts, starts)
def test_that_nothing_is_ever_locked_where_nobody_wants_it(last, now):
    assert not is_time_to_lock(last, now, 0)


@given(starts, st.floats(-1e9, 0))
def test_that_a_clock_put_back_alone_is_no_time_that_passed(last, jump):
    assert idle_seconds(last, Clocks(last.steady, last.wall + jump)) == 0


@pytest.mark.parametrize(("passed", "due"), [(599, False), (600, True)])
def test_that_ten_minutes_are_ten_minutes(passed, due):
    assert is_time_to_lock(Clocks(5, 1e9), Clocks(5 + passed, 1e9 + passed), 10) is due
