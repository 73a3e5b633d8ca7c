import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.moment import Moment

ZONES = st.sampled_from(
    ["UTC", "Europe/London", "Asia/Kolkata", "America/New_York", "Pacific/Apia", "Etc/GMT+12"]
)
WALLS = st.datetimes(dt.datetime(1000, 1, 1), dt.datetime(9000, 12, 31)).map(
    lambda wall: wall.replace(microsecond=0, fold=0)
)


@given(WALLS, ZONES)
def test_that_the_wall_clock_stays_as_the_person_meant_it(wall, zone):
    moment = Moment.from_wall(wall, zone)
    assert moment.wall == wall
    assert moment.day == wall.date()


@given(WALLS, ZONES, ZONES)
def test_that_an_instant_is_the_same_seen_from_another_zone(wall, zone, other):
    moment = Moment.from_wall(wall, zone)
    assert Moment.from_instant(moment.utc, other).utc == moment.utc


def test_that_the_day_is_the_one_the_person_was_in():
    late = Moment.from_wall(dt.datetime(2026, 11, 22, 23, 30), "America/New_York")
    assert late.utc.date() == dt.date(2026, 11, 23)
    assert late.day == dt.date(2026, 11, 22)


def test_that_the_repeated_hour_keeps_its_order_in_utc():
    first = Moment.from_instant(dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC), "Europe/London")
    second = Moment.from_instant(dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC), "Europe/London")
    assert first.wall == second.wall
    assert first.utc < second.utc


@pytest.mark.parametrize(
    "values",
    [
        (dt.datetime(2026, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=1))), "UTC", 0),
        (dt.datetime(2026, 1, 1, 0, 0, 0, 5, tzinfo=dt.UTC), "UTC", 0),
        (dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "UTC", 24 * 3600),
    ],
)
def test_that_a_moment_is_kept_in_whole_seconds_of_utc(values):
    with pytest.raises(ValueError, match=r"moment|offset"):
        Moment(*values)


@given(st.datetimes(dt.datetime(1000, 1, 1), dt.datetime(9000, 12, 31)), ZONES, st.booleans())
def test_that_a_wall_clock_makes_the_moment_that_a_zone_says_it_is(wall, zone, again):
    wall = wall.replace(fold=again)
    offset = wall.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    utc = wall.replace(microsecond=0, fold=0, tzinfo=dt.UTC) - offset
    moment = Moment.from_wall(wall, zone)
    assert moment == Moment(utc, zone, round(offset.total_seconds()))
    assert moment == Moment.from_clock(wall.date(), wall.time(), zone)
    assert type(moment) is Moment
