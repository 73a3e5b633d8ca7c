from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.practice import Rating
from resilience_desktop.domain.wave import peak, seconds_to_half

ratings = st.builds(Rating, st.integers(0, 3600), st.integers(0, 100))
waves = st.lists(ratings, max_size=12).map(
    lambda found: tuple(sorted(found, key=lambda one: one.seconds))
)


def wave(*strengths, every=120):
    return tuple(Rating(place * every, strength) for place, strength in enumerate(strengths))


def test_that_nothing_is_said_of_no_ratings():
    assert peak(()) is None
    assert seconds_to_half(()) is None


def test_that_the_peak_is_the_first_of_equal_ones_and_the_time_runs_from_there():
    went = wave(40, 80, 80, 60, 40, 20)
    assert peak(went) == Rating(120, 80)
    assert seconds_to_half(went) == 360


def test_that_what_was_low_before_the_peak_is_no_half():
    assert seconds_to_half(wave(10, 80, 60, 50)) is None


def test_that_half_of_an_odd_peak_is_not_rounded_in_favour():
    assert seconds_to_half(wave(75, 38)) is None
    assert seconds_to_half(wave(75, 37)) == 120


def test_that_an_urge_that_rises_again_was_at_half_all_the_same():
    assert seconds_to_half(wave(80, 40, 80, 70)) == 120


def test_that_no_urge_at_all_has_no_half():
    assert peak(wave(0, 0)) == Rating(0, 0)
    assert seconds_to_half(wave(0, 0)) is None


@given(waves)
def test_that_the_peak_is_a_rating_that_nothing_exceeds(went):
    highest = peak(went)
    assert (highest is None) == (not went)
    if highest is not None:
        assert highest in went
        assert all(one.strength <= highest.strength for one in went)
        assert all(one.strength < highest.strength for one in went[: went.index(highest)])


@given(waves)
def test_that_the_time_to_half_is_the_time_of_a_rating_and_of_no_earlier_one(went):
    highest, seconds = peak(went), seconds_to_half(went)
    low = [
        one.seconds - highest.seconds
        for one in (went[went.index(highest) + 1 :] if highest else ())
        if one.strength <= highest.strength / 2 and highest.strength
    ]
    assert seconds == (low[0] if low else None)
    assert seconds is None or seconds >= 0


@given(waves.filter(bool), st.integers(1, 600))
def test_that_a_wave_that_begins_later_has_the_same_time_to_half(went, later):
    moved = tuple(Rating(one.seconds + later, one.strength) for one in went)
    assert seconds_to_half(moved) == seconds_to_half(went)


@given(waves.filter(bool), st.integers(1, 600))
def test_that_going_on_watching_changes_no_half_that_was_reached(went, later):
    reached = seconds_to_half(went)
    more = (*went, Rating(went[-1].seconds + later, 0))
    if reached is not None:
        assert seconds_to_half(more) == reached
    elif peak(went).strength:
        assert seconds_to_half(more) == more[-1].seconds - peak(went).seconds
