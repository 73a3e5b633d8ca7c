from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.entry import Frame
from resilience_desktop.exchange.calendar_text import (
    Clock,
    DayOrder,
    clock,
    date_and_clock,
    day_order,
    moment,
)
from resilience_desktop.exchange.months import month
from resilience_desktop.exchange.reading import LeftOutError

DAY = dt.date(2024, 5, 18)
FIRST, MONTH = DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST


def when(words, zone="Europe/Berlin"):
    date, at = date_and_clock(words, FIRST)
    return moment(date, at, zone)[0]


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("7:05", (7, 5)),
        ("19:05", (19, 5)),
        ("19.05", (19, 5)),
        ("19h05", (19, 5)),
        ("19:05:59.999", (19, 5, 59)),
        ("7:05 pm", (19, 5)),
        ("7:05\u202fPM", (19, 5)),
        ("7:05PM", (19, 5)),
        ("7:05 p.m.", (19, 5)),
        ("12:30 am", (0, 30)),
        ("12:30 pm", (12, 30)),
        (" 1:23  AM ", (1, 23)),
    ],
)
def test_that_times_are_read(words, time):
    assert clock(words) == Clock(dt.time(*time))


@pytest.mark.parametrize(
    "words", ["", "noon", "24:00", "7:65", "13:00 pm", "0:30 am", "7:05 xm", "7:05+99", "1" * 99]
)
def test_that_other_words_are_no_time(words):
    with pytest.raises(LeftOutError, match="time could not be read"):
        clock(words)


@pytest.mark.parametrize(
    "words",
    [
        "2024-05-18",
        "2024/05/18",
        "2024.5.18",
        "18.5.2024",
        "18. 5. 2024",
        "18/05/2024",
        "18-5-2024",
    ],
)
def test_that_dates_are_read(words):
    assert date_and_clock(words, FIRST) == (DAY, None)


@pytest.mark.parametrize(
    "words", ["2024-05-18T19:05", "2024-05-18 19:05:00", "18.5.2024, 19:05", "18/5/2024 7:05 pm"]
)
def test_that_a_time_behind_the_date_is_read(words):
    assert date_and_clock(words, FIRST) == (DAY, Clock(dt.time(19, 5)))


@pytest.mark.parametrize(
    "words", ["", "yesterday", "2024-13-01", "30.2.2024", "0000-01-01", "18.5/2024", "5/18/24"]
)
def test_that_other_words_are_no_date(words):
    with pytest.raises(LeftOutError, match="date could not be read"):
        date_and_clock(words, FIRST)


def test_that_the_order_matters_only_without_dots():
    assert date_and_clock("5/6/2024", MONTH)[0] == dt.date(2024, 5, 6)
    assert date_and_clock("5/6/2024", FIRST)[0] == dt.date(2024, 6, 5)
    assert date_and_clock("5.6.2024", MONTH)[0] == dt.date(2024, 6, 5)


@pytest.mark.parametrize(
    ("column", "order", "certain"),
    [
        (["1/2/2024", "13/2/2024"], FIRST, True),
        (["1/2/2024", "2/13/2024"], MONTH, True),
        (["1/2/2024"], FIRST, False),
        (["13/2/2024", "2/13/2024"], FIRST, False),
        (["2024-01-02", "1.2.2024", ""], FIRST, True),
    ],
)
def test_that_a_whole_column_decides_the_order(column, order, certain):
    assert day_order(column) == (order, certain)


def test_that_a_date_without_a_time_is_noon_of_that_day():
    found, frame = moment(DAY, None, "Europe/Berlin")
    assert found.wall.isoformat() == "2024-05-18T12:00:00"
    assert frame is Frame.TODAY
    assert moment(DAY, Clock(dt.time(12)), "Europe/Berlin")[1] is Frame.NOW


def test_that_an_offset_of_the_own_zone_is_in_that_zone():
    found = when("2024-05-18T19:05+02:00")
    assert (found.zone, found.offset, found.wall.hour) == ("Europe/Berlin", 7200, 19)


@pytest.mark.parametrize(
    ("offset", "zone"),
    [
        ("-0500", "Etc/GMT+5"),
        ("+14", "Etc/GMT-14"),
        ("+00:00", "Etc/GMT+0"),
        ("+05:45", "Europe/Berlin"),
        ("-13:00", "Europe/Berlin"),
    ],
)
def test_that_another_offset_keeps_instant_and_wall_time(offset, zone):
    found = when(f"2024-05-18T19:05:07{offset}")
    assert found.zone == zone
    assert found.wall.isoformat() == "2024-05-18T19:05:07"
    assert found.utc == dt.datetime.fromisoformat(f"2024-05-18T19:05:07{offset}")


def test_that_an_instant_in_utc_is_shown_on_the_clock_of_the_zone():
    found = when("2024-05-18T23:30:00Z")
    assert found.wall.isoformat() == "2024-05-19T01:30:00"
    assert found.zone == "Europe/Berlin"


def test_that_dates_before_1900_are_read():
    assert when("1660-01-11").wall.isoformat() == "1660-01-11T12:00:00"


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("0001-01-01T00:00", "Asia/Tokyo"),
        ("9999-12-31T23:30", "America/New_York"),
        ("0001-01-01T00:00Z", "America/New_York"),
        ("9999-12-31T23:30-05:00", "UTC"),
    ],
)
def test_that_the_ends_of_the_calendar_are_no_crash(words, zone):
    with pytest.raises(LeftOutError, match="date could not be read"):
        when(words, zone)


@given(st.datetimes(), st.sampled_from(["", "Z", "+05:45", "-11:00"]))
def test_that_any_written_moment_is_a_moment_or_left_out(wall, offset):
    words = wall.isoformat() + offset
    try:
        found = when(words)
    except LeftOutError:
        assert wall.year in {1, 9999}
        return
    assert offset == "Z" or found.wall == wall.replace(microsecond=0)


@pytest.mark.parametrize(
    ("name", "number"),
    [("May", 5), ("Mai", 5), ("März", 3), ("août", 8), ("dic", 12), ("Sept", 9), ("JUNE", 6)],
)
def test_that_names_of_months_are_known_in_four_languages(name, number):
    assert month(name) == number


@pytest.mark.parametrize("name", ["jui", "ma", "brumaire", ""])
def test_that_other_names_are_no_month(name):
    with pytest.raises(ValueError, match="one month"):
        month(name)
