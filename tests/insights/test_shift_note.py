"""The note that days have been lower: on the day worked out by hand, and on no other."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.insights.series import DaySeries
from resilience_desktop.insights.shift_note import Reference, ShiftNote
from tests.insights.drawn import FIRST, day, drawn

EIGHT_WEEKS = "1 3 3 1 1 3 3 1 " * 7
"""Mean 2, standard deviation sqrt(56 / 55) = 1.00905; r = -1/56, so that r* = 0."""
LIMIT = 2 - 3 * (56 / 55) ** 0.5 / 3  # 0.99095, since sqrt(0.2 / 1.8) is 1/3


def note(*parts, changes=(), first=FIRST):
    return ShiftNote.of(drawn(*parts), first, changes)


def test_that_the_limit_is_the_one_worked_out_by_hand():
    reference = note(EIGHT_WEEKS).reference
    assert (reference.enough.days, reference.level, reference.last) == (56, 2.0, day(55))
    assert reference.limit == pytest.approx(LIMIT, abs=1e-12)


def test_that_carry_over_moves_the_limit_down():
    """r of four weeks at 3 and four at 1 is 52.0 / 56, which counts as 0.9."""
    reference = note("3 " * 28, "1 " * 28).reference
    wider = ((1 + 0.9 * 0.8) / (1 - 0.9 * 0.8)) ** 0.5  # 2.4785
    assert reference.limit == pytest.approx(2 - (56 / 55) ** 0.5 * wider, abs=1e-12)


def test_that_a_drop_is_noted_on_the_day_expected():
    """With days at 0 the average is 2 times 0.8^n: 1.6, 1.28, 1.024, 0.8192, 0.65536."""
    found = note(EIGHT_WEEKS, "0 0 0 0 0 0 0 0")
    assert found.noted == (day(60),)  # the fifth day, the second below 0.99095
    assert found.is_lower
    assert [value for _, value in found.smoothed[:4]] == pytest.approx([1.6, 1.28, 1.024, 0.8192])


def test_that_one_day_below_is_no_note():
    found = note(EIGHT_WEEKS, "0 0 0 0 5 5")
    assert (found.noted, found.is_lower) == ((), False)


def test_that_each_stretch_is_noted_once_and_the_note_goes_when_days_are_back():
    found = note(EIGHT_WEEKS, "0 " * 9, "2 " * 12)
    assert (found.noted, found.is_lower) == ((day(60),), False)
    again = note(EIGHT_WEEKS, "0 " * 9, "2 " * 12, "-1 " * 9)
    assert len(again.noted) == 2
    assert again.is_lower


def test_that_missing_days_are_passed_over():
    found = note(EIGHT_WEEKS, "0 . 0 0 . . . 0 . 0 0")
    assert found.noted == (day(65),)
    assert len(found.smoothed) == 6


def test_that_higher_days_are_never_noted():
    found = note(EIGHT_WEEKS, "5 " * 60)
    assert (found.noted, found.is_lower) == ((), False)


def test_that_a_known_hard_period_mutes_the_note_and_what_follows_starts_from_before_it():
    hard = TimeOfChange("Exams", day(56), day(69), is_hard=True)
    low = "0 " * 14
    assert note(EIGHT_WEEKS, low, "2 " * 9).noted == (day(60),)
    found = note(EIGHT_WEEKS, low, "2 " * 9, changes=[hard])
    assert found.noted == ()
    assert [value for _, value in found.smoothed] == [2.0] * 9
    after = note(EIGHT_WEEKS, low, "0 " * 9, changes=[hard])
    assert after.noted == (day(74),)  # the fifth day after it


def test_that_a_hard_period_without_an_end_goes_on_and_other_changes_mute_nothing():
    low = (EIGHT_WEEKS, "0 " * 14)
    assert note(*low, changes=[TimeOfChange("Illness", day(50), is_hard=True)]).noted == ()
    assert note(*low, changes=[TimeOfChange("Move", day(50), day(80))]).noted == (day(60),)


@pytest.mark.parametrize(("missing", "enough"), [(14, True), (15, False)])
def test_that_the_reference_needs_42_of_its_56_days(missing, enough):
    found = note(". " * missing, "1 3 " * 28, "-5 " * 40)
    assert bool(found.reference.enough) is enough
    assert bool(found.noted) is enough
    assert found.reference.enough.missing == (0 if enough else 1)
    assert np.isnan(found.reference.limit) == (not enough)


def test_that_only_the_days_after_the_reference_are_looked_at():
    found = note("-5 " * 20, EIGHT_WEEKS, "2 2", first=day(20))
    assert [one for one, _ in found.smoothed] == [day(76), day(77)]
    assert found.noted == ()
    assert note(EIGHT_WEEKS).smoothed == ()


def test_that_days_almost_all_alike_are_not_lower_because_of_one_of_them():
    """Their spread counts as half a point, and r* is 1/56: the limit is 1.4928."""
    limit = note("2 " * 56).reference.limit
    assert limit == pytest.approx(2 - 0.5 * ((1 + 0.8 / 56) / (1 - 0.8 / 56)) ** 0.5, abs=1e-12)
    assert note("2 " * 56, "1 2 2 2 1 1 2 2 2").noted == ()
    assert note("2 " * 56, "1 1 1 1 1").noted == (day(60),)  # 1.5904 after three, 1.4096 after five


@given(st.floats(-5, 5), st.sets(st.integers(0, 55), max_size=14), st.integers(0, 200))
def test_that_a_flat_series_is_never_noted(value, missing, more):
    days = [day(at) for at in range(56 + more) if at not in missing]
    flat = DaySeries.of(dict.fromkeys(days, value), FIRST, day(55 + more))
    found = ShiftNote.of(flat, FIRST)
    assert (found.noted, found.is_lower) == ((), False)


@given(st.lists(st.integers(-5, 5), min_size=56, max_size=120), st.sampled_from([-2.0, 0.25, 9.0]))
def test_that_adding_the_same_to_every_day_moves_the_limit_by_as_much(values, plus):
    def limit(more):
        days = {day(at): value + more for at, value in enumerate(values)}
        return Reference.of(DaySeries.of(days, FIRST, day(len(values) - 1)), FIRST).limit

    assert limit(plus) - plus == pytest.approx(limit(0.0), abs=1e-9)


def test_that_the_last_day_of_the_reference_is_the_56th():
    assert Reference.of(drawn("2 " * 60), dt.date(2026, 1, 5)).last == dt.date(2026, 3, 1)
