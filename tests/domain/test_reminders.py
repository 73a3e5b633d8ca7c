import datetime as dt
from itertools import pairwise

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop import settings
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.reminders import (
    APART,
    MOST_A_DAY,
    STILL_WELCOME,
    ChosenTimes,
    RandomTimes,
    is_due,
    upcoming,
    watched_until,
)

DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)
EVENING = ChosenTimes((dt.time(20),))
THURSDAY = dt.date(2026, 11, 19)

days = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
times = st.times().map(lambda time: time.replace(second=0, microsecond=0))
zones = st.sampled_from(
    [
        "UTC",
        "Europe/London",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Asia/Tokyo",
    ]
)
chosen = st.builds(
    ChosenTimes, st.lists(times, min_size=1, max_size=MOST_A_DAY, unique=True).map(tuple)
)
drawn = st.builds(RandomTimes, st.integers(1, MOST_A_DAY), times, times, st.text(max_size=8))
plans = chosen | drawn


def at(hour, minute=0, day=THURSDAY, zone="Europe/London"):
    return Moment.from_wall(dt.datetime.combine(day, dt.time(hour, minute)), zone)


def seen_on_clock(wall, zone):
    """Return when a clock shows a time, or would have if no change had left it out."""
    return Moment.from_instant(Moment.from_wall(wall, zone).utc, zone)


def shown(plan, watched, moments):
    """Return when reminders come to somebody whose computer looks at these moments."""
    found = []
    for now in moments:
        if is_due(plan, watched, now):
            found.append(now)
        watched = watched_until(watched, now)
    return found


# Chosen times


def test_that_a_chosen_time_comes_every_day():
    assert upcoming(EVENING, at(19).wall, at(19)) == at(20)
    assert upcoming(EVENING, at(20).wall, at(20)) == at(20, day=THURSDAY + DAY)


def test_that_chosen_times_are_in_order_and_each_once():
    plan = ChosenTimes((dt.time(21), dt.time(8)))
    assert [wall.hour for wall in plan.on(THURSDAY)] == [8, 21]
    assert len(ChosenTimes((dt.time(8), dt.time(8))).on(THURSDAY)) == 1


@pytest.mark.parametrize("number", [0, 3])
def test_that_nobody_is_reminded_more_than_twice_a_day(number):
    with pytest.raises(ValueError, match="1 to 2 times"):
        RandomTimes(number, dt.time(9), dt.time(20), "")
    with pytest.raises(ValueError, match="1 to 2 times"):
        ChosenTimes(tuple(dt.time(hour) for hour in range(number)))


def test_that_settings_ask_for_no_more_than_is_allowed():
    assert settings.MOST_REMINDERS == MOST_A_DAY


# Random times


@given(drawn, days)
def test_that_random_times_lie_within_their_hours(plan, day):
    begin = dt.datetime.combine(day, plan.earliest)
    room = (dt.datetime.combine(day, plan.latest) - begin) % DAY
    found = plan.on(day)
    assert 1 <= len(found) <= plan.a_day
    assert len(found) == plan.a_day or room < 2 * MINUTE
    assert all(begin <= wall <= begin + room for wall in found)
    assert all(wall.second == wall.microsecond == 0 for wall in found)
    apart = APART if room >= APART else room // 2 // MINUTE * MINUTE
    assert all(later - earlier >= apart for earlier, later in pairwise(found))


def test_that_hours_may_go_past_midnight():
    plan = RandomTimes(2, dt.time(22), dt.time(3), "")
    found = [wall for number in range(60) for wall in plan.on(THURSDAY + number * DAY)]
    assert {wall.hour for wall in found} == {22, 23, 0, 1, 2}
    first = plan.on(THURSDAY)
    assert dt.datetime(2026, 11, 19, 22) <= first[0] < first[1] <= dt.datetime(2026, 11, 20, 3)


@given(drawn, days)
def test_that_a_day_that_is_drawn_again_is_the_same(plan, day):
    again = RandomTimes(plan.a_day, plan.earliest, plan.latest, plan.seed)
    assert plan.on(day) == again.on(day)


def test_that_the_draw_does_not_change_between_versions():
    found = RandomTimes(2, dt.time(9), dt.time(20), "seed").on(THURSDAY)
    assert [wall.strftime("%H:%M") for wall in found] == ["11:28", "18:11"]


def test_that_days_and_journals_differ_and_every_hour_has_its_turn():
    plan = RandomTimes(1, dt.time(9), dt.time(20), "one")
    other = RandomTimes(1, dt.time(9), dt.time(20), "other")
    month = [THURSDAY + number * DAY for number in range(120)]
    assert {wall.hour for day in month for wall in plan.on(day)} == set(range(9, 20))
    assert sum(plan.on(day) == other.on(day) for day in month) < 5


# When one is due


@given(plans, days, zones, st.integers(0, 24 * 60))
def test_that_what_is_upcoming_is_due_when_it_comes(plan, day, zone, minute):
    now = Moment.from_wall(dt.datetime.combine(day, dt.time()) + minute * MINUTE, zone)
    then = upcoming(plan, now.wall, now)
    assert then.utc > now.utc
    assert then.utc - now.utc < 3 * DAY
    reached = Moment.from_instant(then.utc, zone)
    assert is_due(plan, now.wall, reached)
    assert not is_due(plan, watched_until(now.wall, reached), reached)


def test_that_one_may_be_a_little_late_but_no_more():
    watched = at(19).wall
    assert is_due(EVENING, watched, at(20, 30))
    assert not is_due(EVENING, watched, at(20, 31))
    assert not is_due(EVENING, watched, at(19, 59))


def test_that_one_that_has_passed_is_not_repeated_after_a_restart():
    start = at(20, 10)
    assert not is_due(EVENING, start.wall, start)
    assert upcoming(EVENING, start.wall, start) == at(20, day=THURSDAY + DAY)


def test_that_nothing_piles_up_while_the_computer_sleeps():
    plan = ChosenTimes((dt.time(20), dt.time(20, 10)))
    awake = [at(20, 15, day=THURSDAY + 5 * DAY), at(20, 16, day=THURSDAY + 5 * DAY)]
    assert shown(plan, at(9).wall, awake) == awake[:1]


walks = st.lists(
    st.tuples(
        st.sampled_from([10, 15, 60, 1500, -10, -15, -60, -1200]).map(
            lambda minutes: minutes * MINUTE
        ),
        st.just("Europe/London") | zones,
    ),
    min_size=6,
    max_size=60,
)
"""How far a clock goes on or is put back before it is looked at again, and where."""


@given(plans, days, walks)
def test_that_no_jump_of_clock_or_zone_repeats_or_delays_a_reminder(plan, day, walk):
    now = Moment.from_wall(plan.on(day)[0], "Europe/London")
    instant, watched, found = now.utc, now.wall - MINUTE, []
    for step, zone in [(0 * MINUTE, now.zone), *walk]:
        instant += step
        now = Moment.from_instant(instant, zone)
        if is_due(plan, watched, now):
            planned = [
                wall
                for number in range(-2, 2)
                for wall in plan.on(now.day + number * DAY)
                if seen_on_clock(wall, zone).wall > watched
                and now.utc - STILL_WELCOME <= seen_on_clock(wall, zone).utc <= now.utc
            ]
            assert planned
            found.append(planned[-1])
        if watched - now.wall > DAY:
            found = []  # a clock that was wrong by days: from here on anew
        watched = watched_until(watched, now)
    assert len(set(found)) == len(found)


@hypothesis.settings(max_examples=30)
@given(plans, days, st.integers(10, 15))
def test_that_each_comes_once_while_the_computer_is_awake(plan, day, minutes):
    begin = dt.datetime.combine(day, dt.time())
    looks = [
        Moment.from_wall(begin + minutes * number * MINUTE, "UTC")
        for number in range(1, 2 * 24 * 60 // minutes)
    ]
    planned = [wall for number in range(-1, 3) for wall in plan.on(day + number * DAY)]
    expected = {
        next((look.wall for look in looks if look.wall >= wall), None)
        for wall in planned
        if begin < wall
    }
    assert [look.wall for look in shown(plan, begin, looks)] == sorted(expected - {None})


def test_that_the_hour_that_comes_twice_has_its_reminder_once():
    plan = ChosenTimes((dt.time(1, 30),))
    midnight = dt.datetime(2026, 10, 24, 23, tzinfo=dt.UTC)
    looks = [Moment.from_instant(midnight + n * 10 * MINUTE, "Europe/London") for n in range(30)]
    found = shown(plan, looks[0].wall, looks)
    assert [look.utc.hour for look in found] == [0]


def test_that_the_hour_that_is_left_out_does_not_swallow_its_reminder():
    plan = ChosenTimes((dt.time(1, 30),))
    midnight = dt.datetime(2026, 3, 29, 0, tzinfo=dt.UTC)
    looks = [Moment.from_instant(midnight + n * 10 * MINUTE, "Europe/London") for n in range(30)]
    assert upcoming(plan, looks[0].wall, looks[0]).utc == midnight + 90 * MINUTE
    found = shown(plan, looks[0].wall, looks)
    assert [look.wall.strftime("%H:%M") for look in found] == ["02:30"]


def test_that_reminders_stay_in_order_where_an_hour_is_left_out():
    plan = ChosenTimes((dt.time(1, 45), dt.time(2, 15)))
    midnight = at(0, day=dt.date(2026, 3, 29))
    first = upcoming(plan, midnight.wall, midnight)
    assert first.wall.strftime("%H:%M") == "02:15"
    assert upcoming(plan, first.wall, first).wall.strftime("%H:%M") == "02:45"


def test_that_flying_west_does_not_bring_the_same_evening_twice():
    landed = Moment.from_instant(at(23).utc, "America/New_York")
    assert landed.day == THURSDAY
    assert upcoming(EVENING, at(23).wall, landed).day == THURSDAY + DAY


def test_that_a_clock_that_was_a_year_ahead_does_not_silence_for_a_year():
    wrong = at(12, day=dt.date(2027, 11, 19)).wall
    assert watched_until(wrong, at(19)) == at(19).wall
    assert watched_until(at(23).wall, at(19)) == at(23).wall
    assert watched_until(at(18).wall, at(19)) == at(19).wall


def test_that_random_times_begun_yesterday_are_still_to_come_after_midnight():
    plan = RandomTimes(1, dt.time(0, 30), dt.time(0, 10), "")
    late = [THURSDAY + n * DAY for n in range(200) if plan.on(THURSDAY + n * DAY)[0].hour == 0]
    day = next(d for d in late if plan.on(d)[0].date() == d + DAY)
    midnight = at(0, day=day + DAY)
    assert upcoming(plan, midnight.wall, midnight).wall == plan.on(day)[0]
