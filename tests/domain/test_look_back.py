"""When a wider look is offered: on its day, once, and never to who did not ask."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.look_back import (
    EARLY,
    MONTHS_APART,
    NOT_NOW,
    LookBack,
    Rhythm,
    is_away,
    months_after,
)

DAY = dt.timedelta(days=1)
BEGAN = dt.date(2026, 1, 31)
days = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
rhythms = st.sampled_from(Rhythm)


def test_that_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month():
    assert months_after(dt.date(2026, 1, 15), 1) == dt.date(2026, 2, 15)
    assert months_after(BEGAN, 1) == dt.date(2026, 2, 28)
    assert months_after(dt.date(2026, 12, 31), 2) == dt.date(2027, 2, 28)
    assert months_after(dt.date(9999, 12, 1), 1) == dt.date.max


@given(days, st.integers(1, 24))
def test_that_it_is_always_that_many_months_later(day, months):
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


@given(days, days, st.lists(days))
def test_that_nobody_is_asked_who_chose_never(chosen, today, looks):
    assert LookBack(Rhythm.NONE, chosen).due(looks, today) is None


@given(rhythms, days, days, st.lists(days))
def test_that_what_is_due_has_come_and_is_after_the_choice(rhythm, chosen, today, looks):
    due = LookBack(rhythm, chosen).due(looks, today)
    assert due is None or chosen < due <= today


@given(rhythms, days, days, st.lists(days))
def test_that_a_look_today_ends_it_for_today(rhythm, chosen, today, looks):
    assert LookBack(rhythm, chosen).due([*looks, today], today) is None


@given(days, st.integers(0, 60))
def test_that_each_month_means_a_month_after_the_last_look(chosen, number):
    monthly, look = LookBack(Rhythm.MONTHLY, chosen), chosen + number * DAY
    due = months_after(look, 1)
    assert monthly.due([look], due - DAY) is None
    assert monthly.due([look], due) == due
    assert monthly.due([look], due + 40 * DAY) == due
    assert monthly.due([], months_after(chosen, 1)) == months_after(chosen, 1)


@given(days, st.integers(0, 500))
def test_that_the_days_of_the_longer_rhythm_are_1_3_6_and_12_months_after(chosen, number):
    today = chosen + number * DAY
    passed = [months_after(chosen, n) for n in MONTHS_APART if months_after(chosen, n) <= today]
    due = LookBack(Rhythm.SPREAD, chosen).due([], today)
    assert due == (passed[-1] if passed else None)


@given(days, st.integers(0, 3), st.integers(-30, 30))
def test_that_a_look_about_that_time_is_enough(chosen, place, apart):
    due = months_after(chosen, MONTHS_APART[place])
    look, today = due + apart * DAY, due + 30 * DAY
    waited = LookBack(Rhythm.SPREAD, chosen).due([look], today)
    passed = months_after(chosen, MONTHS_APART[min(place + 1, 3)])
    if today < passed or place == 3:
        assert (waited is None) == (look >= due - EARLY)


def test_that_a_look_on_a_day_ahead_does_not_put_off_the_next_one():
    monthly = LookBack(Rhythm.MONTHLY, BEGAN)
    assert monthly.due([dt.date(2030, 1, 1)], dt.date(2026, 3, 1)) == dt.date(2026, 2, 28)


@pytest.mark.parametrize(
    ("ago", "away"), [(0, True), (NOT_NOW.days - 1, True), (NOT_NOW.days, False), (-1, False)]
)
def test_that_not_now_is_a_week(ago, away):
    assert is_away(BEGAN - ago * DAY, BEGAN) is away
    assert not is_away(None, BEGAN)
