from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.hours import hours_from


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("7", 7),
        ("7.5", 7.5),
        ("7,5", 7.5),
        (" 7:30 ", 7.5),
        ("7:05", 7),
        ("7h", 7),
        ("7 h 45", 7.75),
        ("7h45min", 7.75),
        (".5", 0.5),
        ("7.", 7),
        ("0", 0),
        ("24", 24),
        ("6,7", 6.75),
    ],
)
def test_that_hours_are_read_as_people_write_them(typed, hours):
    assert hours_from(typed) == hours


@pytest.mark.parametrize(
    "typed", ["", ".", "a lot", "25", "24:15", "7:75", "-1", "7:30:00", "77.7"]
)
def test_that_anything_else_is_not_taken_for_hours(typed):
    assert hours_from(typed) is None


@given(st.integers(0, 96).map(lambda quarters: quarters / 4))
def test_that_what_is_shown_is_read_back(hours):
    assert hours_from(f"{hours:g}") == hours


@given(st.text())
def test_that_any_words_are_read_or_not_without_a_fault(words):
    hours = hours_from(words)
    assert hours is None or 0 <= hours <= 24
