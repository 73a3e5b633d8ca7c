import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.breathing import Breath, Pattern, Phase

LONGER_OUT = Pattern((Phase(Breath.IN, 4), Phase(Breath.OUT, 6)))
QUARTERS = st.integers(1, 80).map(lambda n: n / 4)
"""Seconds that a computer holds exactly, so that tests at the turns are about the turns."""
PHASES = st.builds(Phase, st.sampled_from(Breath), QUARTERS)
PATTERNS = st.lists(PHASES, min_size=1, max_size=5).map(lambda phases: Pattern(tuple(phases)))
ANY_SECONDS = st.floats(0, 100_000, allow_nan=False)


def told(elapsed):
    place = LONGER_OUT.at(elapsed)
    return place.phase.breath, place.fraction, place.seconds_left, place.cycle


def test_that_a_breath_goes_in_for_four_and_out_for_six():
    assert told(0) == (Breath.IN, 0, 4, 0)
    assert told(3) == (Breath.IN, 0.75, 1, 0)
    assert told(4) == (Breath.OUT, 0, 6, 0)
    assert told(7) == (Breath.OUT, 0.5, 3, 0)
    assert told(10) == (Breath.IN, 0, 4, 1)
    assert told(295) == (Breath.OUT, pytest.approx(1 / 6), pytest.approx(5), 29)


def test_that_the_lungs_fill_and_empty():
    assert [LONGER_OUT.at(t).fullness for t in (0, 1, 2, 4, 7, 10)] == [0, 0.25, 0.5, 1, 0.5, 0]


@given(PATTERNS, ANY_SECONDS)
def test_that_a_place_says_when_it_was(pattern, elapsed):
    place = pattern.at(elapsed)
    assert 0 <= place.fraction <= 1
    assert 0 <= place.fullness <= 1
    assert place.seconds_left == pytest.approx(place.phase.seconds * (1 - place.fraction))
    before = place.cycle * pattern.seconds + place.phase.seconds * place.fraction
    earlier = [sum(p.seconds for p in pattern.phases[:n]) for n in range(len(pattern.phases))]
    starts = [s for s, p in zip(earlier, pattern.phases, strict=True) if p == place.phase]
    assert any(math.isclose(before + start, elapsed, abs_tol=1e-6) for start in starts)


@given(PATTERNS, st.integers(0, 500), st.data())
def test_that_each_phase_begins_where_the_one_before_it_ends(pattern, cycle, data):
    number = data.draw(st.integers(0, len(pattern.phases) - 1))
    turn = cycle * pattern.seconds + sum(p.seconds for p in pattern.phases[:number])
    here = pattern.at(turn)
    assert (here.phase, here.fraction, here.cycle) == (pattern.phases[number], 0, cycle)
    if turn:
        before = pattern.at(turn - 1 / 64)
        assert before.phase == pattern.phases[number - 1]
        assert before.seconds_left == pytest.approx(1 / 64)


@given(PATTERNS, QUARTERS, st.integers(1, 1000))
def test_that_every_breath_is_like_the_first(pattern, elapsed, breaths):
    first, later = pattern.at(elapsed), pattern.at(elapsed + breaths * pattern.seconds)
    assert (later.phase, later.fraction) == (first.phase, first.fraction)
    assert later.cycle == first.cycle + breaths


@given(PATTERNS, st.floats(0, 10_000), st.integers(1, 5))
def test_that_an_exercise_ends_with_a_breath(pattern, seconds, least):
    whole = pattern.whole_breaths(seconds, least=least)
    assert pattern.at(whole).fraction == 0
    assert whole >= least * pattern.seconds
    assert whole == least * pattern.seconds or abs(whole - seconds) <= pattern.seconds / 2 + 1e-6


def test_that_a_minute_holds_six_breaths():
    assert [LONGER_OUT.whole_breaths(60 * minutes) for minutes in (1, 2, 5)] == [60, 120, 300]


@pytest.mark.parametrize("seconds", [0, -1, math.nan, math.inf])
def test_that_a_phase_takes_some_time(seconds):
    with pytest.raises(ValueError, match="some time"):
        Phase(Breath.IN, seconds)


def test_that_a_pattern_has_phases():
    with pytest.raises(ValueError, match="at least one"):
        Pattern(())


def test_that_there_is_no_breath_before_the_first():
    with pytest.raises(ValueError, match="not begun"):
        LONGER_OUT.at(-0.1)
