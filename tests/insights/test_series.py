"""One number a day: what is in a series, what is missing, and which days are neighbours."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.details import ScaleValue
from resilience_desktop.domain.entry import Frame
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.series import DaySeries
from tests.insights.made_up import FIRST, day, entry, series

gappy = st.lists(st.none() | st.integers(-5, 5), min_size=1, max_size=50)


def test_that_a_series_has_the_moods_of_the_days():
    entries = [entry(0, 2, hour=8), entry(0, 5, hour=20), entry(2, -3), entry(9, 1)]
    found = DaySeries.of_moods(DayMoods.of(entries, FIRST, day(3)))
    assert found.by_day() == {day(0): 3.5, day(2): -3}
    assert (len(found), found.days) == (2, 4)


def test_that_any_number_of_an_entry_makes_a_series_and_none_is_no_zero():
    entries = [entry(0, energy=4), entry(0, energy=1), entry(1, 5), entry(2, energy=0)]
    found = DaySeries.of_entries(entries, FIRST, day(2), lambda one: one.energy)
    assert found.by_day() == {day(0): 2.5, day(2): 0}


def test_that_a_whole_day_number_counts_only_where_no_moment_has_one():
    entries = [
        entry(0, energy=4),
        entry(0, energy=-5, frame=Frame.TODAY),
        entry(1, 3),
        entry(1, energy=2, frame=Frame.TODAY),
    ]
    found = DaySeries.of_entries(entries, FIRST, day(1), lambda one: one.energy)
    assert found.by_day() == {day(0): 4, day(1): 2}


def test_that_an_own_scale_is_found_by_its_id():
    entries = [
        entry(0, scales=(ScaleValue("stress", 7), ScaleValue("pain", 1))),
        entry(0, scales=(ScaleValue("stress", 8),)),
        entry(1, scales=(ScaleValue("pain", 2),)),
    ]
    assert DaySeries.of_scale(entries, FIRST, day(1), "stress").by_day() == {day(0): 7.5}


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_that_a_day_without_a_number_is_left_out_and_not_marked(number):
    with pytest.raises(ValueError, match="left out"):
        series([1, number])


def test_that_nothing_can_change_a_series():
    with pytest.raises(ValueError, match="read-only"):
        series([1, 2]).values[0] = 5


def test_that_only_days_next_to_each_other_are_pairs():
    earlier, later = series([1, 2, None, 4, 5, 6]).pairs()
    assert (earlier.tolist(), later.tolist()) == ([1, 4, 5], [2, 5, 6])
    a_week = series([1, None, 3, None, None, None, None, 8, 9, None]).pairs(7)
    assert [part.tolist() for part in a_week] == [[1], [8]]


@given(gappy, st.integers(1, 9))
def test_that_pairs_are_all_there_are(values, apart):
    known = dict(enumerate(values))
    expected = [
        (known[n], known[n + apart])
        for n in known
        if known[n] is not None and known.get(n + apart) is not None
    ]
    assert list(zip(*(part.tolist() for part in series(values).pairs(apart)), strict=True)) == (
        expected
    )


@given(gappy)
def test_that_a_series_comes_back_from_its_days_and_from_its_calendar(values):
    one = series(values)
    assert DaySeries.of(one.by_day(), one.first, one.last).by_day() == one.by_day()
    calendar = one.on_calendar()
    assert [None if np.isnan(value) else value for value in calendar.tolist()] == values


def test_that_a_part_has_the_period_that_was_asked_for():
    part = series([1, 2, 3, 4]).between(day(-2), day(1))
    assert (part.by_day(), part.days) == ({day(0): 1, day(1): 2}, 4)
    assert len(series([1, 2]).between(day(5), day(9))) == 0


def test_that_chosen_days_stay_in_their_period():
    one = series([1, 2, 3, 4])
    chosen = one.where(one.values > 2)
    assert (chosen.by_day(), chosen.days) == ({day(2): 3, day(3): 4}, 4)


def test_that_half_of_the_days_is_enough_and_less_is_not():
    assert series([1, None]).is_half_there
    assert not series([1, None, None]).is_half_there
    backwards = DaySeries.of({}, FIRST, FIRST - dt.timedelta(days=3))
    assert (backwards.days, backwards.is_half_there) == (0, False)


def test_that_flat_is_without_any_difference():
    assert series([0.1] * 30).is_flat
    assert series([None]).is_flat
    assert not series([1, 1, 2]).is_flat


def test_that_the_numbers_of_a_person_do_not_show_in_a_repr():
    assert "4.25" not in repr(series([4.25] * 3))
