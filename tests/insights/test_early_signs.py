"""When a sign of one's own is there: to the day, never on flat days, and silent without days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.details import ScaleValue
from resilience_desktop.domain.early_sign import EarlySign, Measure, usual_threshold
from resilience_desktop.domain.entry import Frame
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.own_scale import OwnScale
from resilience_desktop.insights.early_signs import SignDays, series_of
from tests.insights.made_up import FIRST, day, entry, series

HIGH, LOW = 8, 3
LASTING = EarlySign("Stress", Measure.SCALE, "stress", at_least=True, number=7, days=10, of_days=14)
NIGHTS = EarlySign("Short nights", Measure.SLEEP_HOURS, number=6)


def lasting(values):
    """Return what there is to say on the last of these days; None is silence."""
    found = SignDays.of(series(values), LASTING).on(day(len(values) - 1))
    return found if found and found.is_there else None


def first_day(days, start=0):
    """Return the first day from ``start`` on, as a number, on which a sign is there."""
    return next((n for n in range(start, days.series.days) if days.there[n]), None)


@pytest.mark.parametrize(("high", "speaks"), [(14, True), (10, True), (9, False), (0, False)])
def test_that_ten_of_fourteen_days_are_lasting(high, speaks):
    found = lasting([HIGH] * high + [LOW] * (14 - high))
    assert (found is not None) is speaks
    if found:
        assert (found.met, found.of_days, found.first, found.last) == (high, 14, day(0), day(13))


@pytest.mark.parametrize(("value", "speaks"), [(7, True), (6.9, False)])
def test_that_the_threshold_itself_is_high(value, speaks):
    assert bool(lasting([value] * 14)) is speaks


@pytest.mark.parametrize("days", [0, 6, 13])
def test_that_it_is_silent_with_fewer_days(days):
    values = [None] * (14 - days) + [HIGH] * days
    assert SignDays.of(series(values), LASTING).on(day(13)) is None


def test_that_missing_days_are_no_calm_ones():
    values = [HIGH, None] * 14
    assert lasting(values).met == 14
    assert lasting(values).first == day(0)


def test_that_what_lies_back_further_than_four_weeks_does_not_count():
    assert lasting([HIGH] * 7 + [None] * 14 + [HIGH] * 7).met == 14
    assert lasting([HIGH] * 7 + [None] * 15 + [HIGH] * 7) is None


def test_that_nothing_is_said_of_the_present_without_seven_recent_days():
    assert lasting([HIGH] * 8 + [None] * 14 + [HIGH] * 6) is None
    assert lasting([HIGH] * 14 + [None] * 7 + [LOW] * 4 + [HIGH] * 3).met == 10
    assert lasting([HIGH] * 14 + [None] * 8) is None


def test_that_only_the_last_fourteen_logged_days_count():
    assert lasting([HIGH] * 14 + [LOW] * 5) is None
    assert lasting([LOW] * 40 + [HIGH] * 14).met == 14


@given(st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=60))
def test_that_it_never_speaks_on_fewer_than_ten_high_days(values):
    found = lasting(values)
    if found:
        near = [value for value in values[-28:] if value is not None][-14:]
        assert found.met == sum(value >= 7 for value in near) >= 10
        assert found.first >= day(len(values) - 28)


@pytest.mark.parametrize(("low", "high", "threshold"), [(0, 10, 7), (1, 5, 4), (0, 100, 70)])
def test_that_a_scale_is_high_in_its_upper_third(low, high, threshold):
    assert usual_threshold(OwnScale("Stress", low, high)) == threshold


@st.composite
def counts_of(draw):
    """Return k of n, and how many days of rest come before."""
    n = draw(st.integers(1, 28))
    return draw(st.integers(1, n)), n, draw(st.integers(n, 60))


@given(counts_of(), st.booleans(), st.data())
def test_that_a_sign_is_there_from_the_expected_day_on(counts, at_least, data):
    """After days as usual, the k-th day that counts is the first day of the sign, to the day."""
    k, n, before = counts
    met, usual = (8.0, 2.0) if at_least else (2.0, 8.0)
    after = data.draw(
        st.lists(st.booleans(), min_size=k, max_size=n).filter(lambda days: sum(days) >= k)
    )
    values = [usual] * before + [met if is_met else usual for is_met in after]
    sign = EarlySign("-", Measure.SLEEP_HOURS, at_least=at_least, number=5, days=k, of_days=n)
    expected = next(place for place in range(len(after)) if sum(after[: place + 1]) == k)
    assert first_day(SignDays.of(series(values), sign)) == before + expected


@given(
    st.lists(st.none() | st.floats(6, 24), min_size=1, max_size=120),
    st.integers(1, 28).flatmap(lambda n: st.tuples(st.integers(1, n), st.just(n))),
)
def test_that_days_as_usual_are_never_a_sign(values, counts):
    sign = EarlySign("-", Measure.SLEEP_HOURS, number=6, days=counts[0], of_days=counts[1])
    days = SignDays.of(series(values), sign)
    assert not days.there.any()
    assert days.stretches() == []


@given(st.lists(st.none() | st.just(3.0), min_size=1, max_size=60), st.integers(1, 28))
def test_that_the_gate_is_open_exactly_where_there_are_enough_days(values, n):
    days = SignDays.of(series(values), EarlySign("-", Measure.MOOD, number=6, days=1, of_days=n))
    for place in range(len(values)):
        near = [v for v in values[max(0, place + 1 - 2 * n) : place + 1] if v is not None]
        recent = [v for v in values[max(0, place + 1 - n) : place + 1] if v is not None]
        is_open = len(near) >= n and 2 * len(recent) >= n
        assert (days.on(day(place)) is not None) is is_open
        assert (days.missing(day(place)) == 0) is is_open


def test_that_days_outside_the_period_say_nothing():
    days = SignDays.of(series([5] * 7), NIGHTS)
    assert days.on(day(-1)) is None
    assert days.on(day(7)) is None
    assert days.on(day(6)).met == 7


def test_that_stretches_have_their_first_and_last_day():
    days = SignDays.of(series([8] * 7 + [5] * 3 + [8] * 9 + [5] * 7), NIGHTS)
    assert days.stretches() == [(day(9), day(13)), (day(21), day(25))]


def test_that_a_sign_that_comes_and_goes_is_one_that_stayed():
    days = SignDays.of(series([5] * 7 + [8] * 6 + [5] * 7), NIGHTS)
    assert len(days.stretches()) == 2
    assert not days.was_away_after(day(6))
    gone = SignDays.of(series([5] * 7 + [8] * 14 + [5] * 7), NIGHTS)
    assert gone.was_away_after(day(6))
    assert not gone.was_away_after(day(24))
    assert not gone.was_away_after(day(40))


@pytest.mark.parametrize(
    ("measure", "said", "number"),
    [
        (Measure.MOOD, {"mood": -2}, -2),
        (Measure.ENERGY, {"energy": 3}, 3),
        (Measure.SLEEP_HOURS, {"sleep_hours": 6.5}, 6.5),
        (Measure.SLEEP_QUALITY, {"sleep_quality": 2}, 2),
        (Measure.SCALE, {"scales": (ScaleValue("stress", 8),)}, 8),
    ],
)
def test_that_a_day_has_the_number_that_shows_a_sign(measure, said, number):
    sign = EarlySign("-", measure, "stress" if measure is Measure.SCALE else "")
    found = series_of(sign, [entry(1, **said), entry(2)], day(0), day(3))
    assert found.by_day() == {day(1): number}


@pytest.mark.parametrize("measure", [Measure.FEELING, Measure.TAG])
def test_that_every_day_with_an_entry_has_a_name_or_not(measure):
    named = {
        Measure.FEELING: {"feelings": (Feeling(" Tense "),)},
        Measure.TAG: {"tags": ("tense",)},
    }[measure]
    sign = EarlySign("-", measure, "tense", days=1, of_days=2)
    entries = [
        entry(0),
        entry(1, **named),
        entry(1, hour=18),
        entry(3, frame=Frame.TODAY, **named),
    ]
    found = series_of(sign, entries, FIRST, day(3))
    assert found.by_day() == {day(0): 0, day(1): 1, day(3): 1}
    assert SignDays.of(found, sign).on(day(3)).met == 2
