"""Weekdays, hours and months: what is in them, what is said of them, and what chance makes."""

import datetime as dt

import numpy as np
import pytest

from resilience_desktop.domain.entry import Frame
from resilience_desktop.insights.mean import PeriodMean
from resilience_desktop.insights.rhythm import by_hour, by_month, by_weekday
from resilience_desktop.insights.series import DaySeries
from tests.insights.made_up import FIRST, day, entry, series


def moods(chance, days, carry_over, missing=0.0):
    """Return moods in whole steps that have no rhythm, with days missing at random."""
    values = chance.standard_normal(days)
    values[1:] *= (1 - carry_over**2) ** 0.5
    for at in range(1, days):
        values[at] += carry_over * values[at - 1]
    steps = np.clip(np.rint(0.5 + 1.6 * values), -5, 5)
    return series(
        [
            None if gone else step
            for step, gone in zip(steps, chance.random(days) < missing, strict=True)
        ]
    )


def test_that_a_weekday_is_the_mean_of_its_days():
    values = [3, 0, 0, 0, 0, 0, -2] * 6 + [5, 1, 1, 1, 1, 1, 1]
    found = by_weekday(series(values))
    assert [part.key for part in found.parts] == list(range(7))
    assert [part.enough.days for part in found.parts] == [7] * 7
    assert found.parts[0].mean == pytest.approx(23 / 7)
    assert found.parts[6].mean == pytest.approx(-11 / 7)
    assert found.whole == PeriodMean.of(series(values))


def test_that_the_interval_of_mondays_is_that_of_days_a_week_apart():
    """Seven Mondays of 2, 4, 2, 4 ...: s^2 = 8/7; t(.975, 6) = 2.446912; a week carries nothing."""
    chance = [0, 1, -1, 0, 1, 0]
    values = [value for week in range(7) for value in [2 + 2 * (week % 2), *chance]]
    monday = by_weekday(series(values)).parts[0]
    reach = 2.446912 * (8 / 7 / 7) ** 0.5
    assert monday.interval.high - monday.mean == pytest.approx(reach, rel=1e-3)


def test_that_a_weekday_waits_for_seven_of_its_days():
    found = by_weekday(series([0, 1, 2, 1, 0, 2, 1] * 6 + [0, 1]))
    assert [part.mean is not None for part in found.parts] == [True, True] + [False] * 5
    assert [part.enough.missing for part in found.parts] == [0, 0, 1, 1, 1, 1, 1]
    assert [part.key for part in found.shown] == [0, 1]


def test_that_nothing_is_shown_where_most_days_are_missing():
    found = by_weekday(series([1, 2] * 49 + [None] * 99))
    assert (found.shown, found.apart) == ((), ())


def test_that_weekdays_that_are_far_from_the_others_stand_apart():
    chance = np.random.default_rng(4)
    values = [
        number - (2.5 if at % 7 == 0 else 0) for at, number in enumerate(chance.normal(1, 1, 112))
    ]
    assert [part.key for part in by_weekday(series(values)).apart] == [0]


def test_that_a_lone_part_stands_apart_from_nothing():
    found = by_month(series([0, 1, 2] * 10 + [4] * 5))
    assert [part.key for part in found.shown] == [6]
    assert found.apart == ()


def test_that_a_part_whose_days_are_all_the_same_is_not_known_better_than_its_scale():
    """Seven days of 5: t(.975, 6) = 2.446912, s = 12^-1/2; nothing is above 5."""
    monday = by_weekday(series([5, 0, 1, 0, 1, 2, 0] * 7)).parts[0]
    assert monday.mean == 5
    assert monday.interval.low == pytest.approx(5 - 2.446912 * (1 / 84) ** 0.5, rel=1e-3)
    assert monday.interval.high == 5


def test_that_days_that_follow_each_other_too_closely_have_no_number():
    """Day by day a little higher, so that a month is worth hardly two days apart."""
    found = by_month(series([number / 7 - 4 for number in range(60)]))
    assert found.whole.enough_for_interval
    june = found.parts[5]
    assert (june.enough.days, june.enough.missing) == (30, 0)
    assert (june.mean, june.interval) == (None, None)
    assert found.shown == ()


def test_that_days_that_are_nearly_all_the_same_have_no_rhythm():
    values = [1 if at in (2, 9, 16, 100) else 0 for at in range(150)]
    assert by_weekday(series(values)).apart == by_month(series(values)).apart == ()


def test_that_months_of_several_years_are_together():
    first = dt.date(2025, 6, 1)
    values = [1 if number % 2 else 3 for number in range(30 + 365)]
    found = by_month(series(values, first))
    june, july = found.parts[5], found.parts[6]
    assert (june.enough.days, june.years, july.years) == (60, 2, 1)
    assert (june.key, june.mean) == (6, 2)


def test_that_a_month_waits_for_two_weeks():
    found = by_month(series([0, 1, 2] * 10 + [3, 4] * 6 + [1]))
    assert (found.parts[6].mean, found.parts[6].enough.missing) == (None, 1)


def test_that_many_entries_of_one_morning_are_one():
    entries = [
        *(entry(number, 4, hour=7) for number in range(21)),
        *(entry(number, 4, hour=8) for number in range(21)),
        *(entry(number, -2, hour=20) for number in range(0, 14, 2)),
        *(entry(0, -5, hour=8) for _ in range(20)),
    ]
    found = by_hour(entries, FIRST, day(20))
    assert [part.key for part in found.parts] == [0, 3, 6, 9, 12, 15, 18, 21]
    morning, evening = found.parts[2], found.parts[6]
    assert morning.enough.days == 21
    assert morning.mean == pytest.approx((20 * 4 + (8 - 100) / 22) / 21)
    assert (evening.enough.days, evening.mean) == (7, None)


def test_that_only_entries_about_the_moment_have_an_hour():
    entries = [entry(number, number % 3, hour=23) for number in range(21)]
    whole_days = [entry(number, 5, hour=12, frame=Frame.TODAY) for number in range(21)]
    found = by_hour([*entries, *whole_days, entry(3, hour=1)], FIRST, day(20))
    assert [part.enough.days for part in found.parts] == [0, 0, 0, 0, 0, 0, 0, 21]
    assert found.whole.mean == found.parts[7].mean


@pytest.mark.parametrize(("days", "carry_over"), [(90, 0.2), (90, 0.6), (365, 0.6)])
def test_that_moods_without_a_rhythm_seldom_seem_to_have_one(days, carry_over):
    chance = np.random.default_rng([days, round(10 * carry_over)])
    journals = [by_weekday(moods(chance, days, carry_over, 0.2)) for _ in range(120)]
    held = [
        part.interval.low <= 0.5 <= part.interval.high
        for rhythm in journals
        for part in rhythm.shown
    ]
    assert 0.91 < sum(held) / len(held) < 0.98
    assert sum(bool(rhythm.apart) for rhythm in journals) <= 12


def test_that_an_empty_period_has_no_rhythm():
    nothing = DaySeries.of({}, FIRST, day(9))
    assert by_weekday(nothing).shown == by_month(nothing).shown == ()
    assert by_hour([], FIRST, day(9)).shown == ()


def test_that_the_numbers_of_a_person_do_not_show_in_a_repr():
    assert "4.25" not in repr(by_weekday(series([4.25] * 60)))
