"""Where the line of the median is lifted, and which dashes are left out."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.charts.median_line import strokes

FIRST = dt.date(2026, 8, 1)


def day(number):
    return FIRST + dt.timedelta(days=number)


def joined(values, *, missing=()):
    """Return the strokes of medians by day number; a mood is ``missing`` on some of these."""
    median = {day(n): value for n, value in enumerate(values) if value is not None}
    known = {when for when in median if (when - FIRST).days not in missing}
    return [[(when - FIRST).days for when in stroke] for stroke in strokes(median, known, 1.0)]


def test_that_dashes_of_a_few_days_are_left_out():
    assert joined([1, 1, None, *[1] * 6, None, *[1] * 7]) == [list(range(10, 17))]
    assert joined([1, None] * 9) == []


def test_that_the_line_goes_over_a_missing_day_where_it_hardly_moves():
    assert joined([0, 0, 0, 0, 0.5, 1, 1, 1, 1], missing={4}) == [list(range(9))]


def test_that_the_line_does_not_leap_over_a_missing_day():
    low_then_high = [*[-4] * 7, -1, *[1] * 7]
    assert joined(low_then_high, missing={7}) == [list(range(7)), list(range(8, 15))]
    assert joined(low_then_high) == [list(range(15))]  # what was written may be as steep as it is


def test_that_what_is_left_of_a_leap_is_left_out_when_it_is_short():
    assert joined([-4, -4, -1, *[1] * 7], missing={2}) == [list(range(3, 10))]


@given(
    st.lists(st.none() | st.integers(-5, 5), max_size=60),
    st.sets(st.integers(0, 59), max_size=30),
)
def test_that_strokes_are_days_in_a_row_that_have_a_median_each_once(values, missing):
    found = joined(values, missing=missing)
    every = [number for stroke in found for number in stroke]
    assert every == sorted(set(every))
    for stroke in found:
        assert stroke == list(range(stroke[0], stroke[0] + len(stroke)))
        assert len(stroke) >= 7
    assert all(values[number] is not None for number in every)
