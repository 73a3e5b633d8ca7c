"""Stretches of days that are named by months."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.period import first_day_of_last_months

_DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("last", "months", "first"),
    [
        (dt.date(2026, 11, 22), 6, dt.date(2026, 5, 23)),
        (dt.date(2026, 3, 31), 1, dt.date(2026, 3, 1)),
        (dt.date(2024, 3, 30), 1, dt.date(2024, 3, 1)),
        (dt.date(2026, 1, 15), 1, dt.date(2025, 12, 16)),
        (dt.date(2026, 2, 28), 12, dt.date(2025, 3, 1)),
    ],
)
def test_that_the_last_months_begin_the_day_after_the_same_day(last, months, first):
    assert first_day_of_last_months(last, months) == first


@given(last=_DAYS, months=st.integers(1, 240))
def test_that_months_never_overlap_and_are_as_long_as_months_are(last, months):
    first = first_day_of_last_months(last, months)
    assert 28 * months <= (last - first).days + 1 <= 31 * months
    assert first > first_day_of_last_months(last, months + 1)
