from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop import i18n
from resilience_desktop.domain.typed_day import EARLIEST, Names, Problem, Typed, moved, typed_day

SUNDAY = dt.datetime(2026, 11, 22, 13, 20)
NAMES = Names(
    tuple(map(i18n.month_name, range(1, 13))),
    tuple(map(i18n.weekday_name, range(7))),
    "Today",
    "Yesterday",
)
days = st.dates(dt.date(EARLIEST, 1, 1), SUNDAY.date())
clocks = st.times().map(lambda time: time.replace(second=0, microsecond=0))


def read(words, before=SUNDAY):
    return typed_day(words, before, SUNDAY.date(), NAMES)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("28", (2026, 10, 28)),
        ("21", (2026, 11, 21)),
        ("31.", (2026, 10, 31)),
        ("28 October", (2026, 10, 28)),
        ("28 oct", (2026, 10, 28)),
        ("28th of October", (2026, 10, 28)),
        ("28 December", (2025, 12, 28)),
        ("29 February", (2024, 2, 29)),
        ("October 28, 2024", (2024, 10, 28)),
        ("oct. 28", (2026, 10, 28)),
        ("28 October 1666", (1666, 10, 28)),
        ("2 September 850", (850, 9, 2)),
        ("28/10", (2026, 10, 28)),
        ("28.10.", (2026, 10, 28)),
        ("28/10/2025", (2025, 10, 28)),
        ("28-10-25", (2025, 10, 28)),
        ("1.1.99", (1999, 1, 1)),
        ("2025-10-28", (2025, 10, 28)),
        ("  Sunday  22 November 2026 ", (2026, 11, 22)),
        ("today", (2026, 11, 22)),
        ("Yesterday", (2026, 11, 21)),
        ("Friday", (2026, 11, 20)),
    ],
)
def test_that_a_day_is_read_as_people_write_it(words, day):
    assert read(words).when == dt.datetime(*day, 13, 20)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("9:05", (9, 5)),
        ("21:30:59", (21, 30)),
        ("9:05 pm", (21, 5)),
        ("9 a.m.", (9, 0)),
        ("12am", (0, 0)),
        ("12 pm", (12, 0)),
        ("22 November 2026, 9:05", (9, 5)),
        ("2026-11-22T09:05", (9, 5)),
        ("today 0:00", (0, 0)),
    ],
)
def test_that_a_time_is_read_with_the_day_or_alone(words, clock):
    assert read(words).when == SUNDAY.replace(hour=clock[0], minute=clock[1])


@pytest.mark.parametrize(
    "words",
    ["", "  ", "soon", "25:00", "13 pm", "0 am", "9:77", "28 ju", "28 Nonember", "1/2/3/4", "2026",
     "28 October 2025 or so", "9" * 200],
)  # fmt: skip
def test_that_anything_else_is_not_taken_for_a_day(words):
    assert read(words) == Typed(problem=Problem.UNKNOWN)


@pytest.mark.parametrize(
    "words",
    ["31 November", "30/2/2024", "0", "32", "1 January 99", "2025-13-1", "28/0", "1 May 000"],
)
def test_that_there_are_days_the_calendar_does_not_have(words):
    assert read(words).problem in (Problem.NO_SUCH_DAY, Problem.UNKNOWN)
    assert read(words).when is None


def test_that_a_day_to_come_is_told_and_not_turned_into_another():
    assert read("28 November 2026, 13:20") == Typed(
        problem=Problem.TO_COME, to_come=dt.date(2026, 11, 28)
    )


def test_that_what_is_left_out_is_as_it_was_before():
    before = dt.datetime(2019, 3, 5, 8, 0)
    assert read("28", before).when == dt.datetime(2019, 3, 28, 8, 0)
    assert read("28 December", before).when == dt.datetime(2019, 12, 28, 8, 0)


@given(days, clocks)
def test_that_what_is_shown_is_read_back(day, clock):
    when = dt.datetime.combine(day, clock)
    assert read(f"{i18n.day(day)}, {i18n.clock(clock)}").when == when
    assert read(f"{day.isoformat()} {i18n.clock(clock)}").when == when
    assert read(f"{day.day}/{day.month}/{day.year:04} {i18n.clock(clock)}").when == when


@given(st.text(max_size=30), days)
def test_that_nothing_typed_is_a_day_to_come(words, before):
    found = read(words, dt.datetime.combine(before, SUNDAY.time()))
    assert (found.when is None) is (found.problem is not None)
    assert found.when is None or found.when.date() <= SUNDAY.date()


@pytest.mark.parametrize(
    ("part", "by", "there"),
    [
        (0, 1, (2025, 2, 1, 23, 59)),
        (1, 1, (2025, 2, 28, 23, 59)),
        (2, -1, (2024, 1, 31, 23, 59)),
        (3, 1, (2025, 2, 1, 0, 59)),
        (4, 1, (2025, 2, 1, 0, 0)),
    ],
)
def test_that_each_number_moves_the_day(part, by, there):
    assert moved(dt.datetime(2025, 1, 31, 23, 59), part, by) == dt.datetime(*there)


@pytest.mark.parametrize(
    ("when", "by"), [(dt.datetime(1, 1, 1), -1), (dt.datetime(9999, 12, 31), 1)]
)
def test_that_nothing_moves_beyond_the_years_there_are(when, by):
    assert moved(when, 0, by) == moved(when, 2, by) == when
