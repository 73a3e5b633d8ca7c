from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.practice import Rating
from resilience_desktop.domain.wave_rounds import CORRECTED, WaveRounds


def test_that_it_asks_at_once_and_then_some_minutes_after_the_answer():
    rounds = WaveRounds(2)
    assert rounds.asks
    rounds.take(50.6, 70)
    assert not rounds.asks
    assert not rounds.look(169)
    assert rounds.look(171)
    assert rounds.asks
    rounds.take(175, 60)
    assert rounds.wave == (Rating(50, 70), Rating(175, 60))


def test_that_a_question_nobody_answers_leaves_no_rating_and_comes_again():
    rounds = WaveRounds(1)
    assert [second for second in range(200) if rounds.look(second)] == [60, 120, 180]
    assert rounds.wave == ()


def test_that_a_number_is_put_right_for_a_moment_and_is_a_new_one_later():
    rounds = WaveRounds(5)
    rounds.take(10, 70)
    rounds.take(12, 80)
    assert rounds.wave == (Rating(10, 80),)
    rounds.take(10 + CORRECTED - 0.5, 75)
    assert rounds.wave == (Rating(10, 75),)
    rounds.take(10 + CORRECTED, 60)
    assert rounds.wave == (Rating(10, 75), Rating(30, 60))


def test_that_a_number_counts_from_when_it_was_first_said_however_often_it_is_put_right():
    rounds = WaveRounds(5)
    for second in range(45):
        rounds.take(second, second)
    assert rounds.wave == (Rating(0, 19), Rating(20, 39), Rating(40, 44))


def test_that_a_new_number_puts_the_next_question_off():
    rounds = WaveRounds(1)
    rounds.take(10, 70)
    rounds.take(50, 60)
    assert not rounds.look(109)
    assert rounds.look(110)


def test_that_a_number_that_stands_is_not_put_right_but_can_be_taken_back():
    rounds = WaveRounds(5)
    rounds.settle()  # of nothing
    rounds.take(10, 8)
    rounds.take(11, 80)
    rounds.settle()
    rounds.take(14, 6)
    rounds.take(15, 60)
    assert rounds.wave == (Rating(10, 80), Rating(14, 60))
    rounds.settle()
    rounds.take(16, None)
    assert rounds.wave == (Rating(10, 80),)
    assert rounds.asks
    rounds.take(17, 50)
    assert rounds.wave == (Rating(10, 80), Rating(17, 50))


def test_that_a_number_taken_back_at_once_is_asked_for_again():
    rounds = WaveRounds(5)
    rounds.take(10, 70)
    rounds.take(12, None)
    assert rounds.wave == ()
    assert rounds.asks
    rounds.take(20, 50)
    rounds.take(300, None)
    assert rounds.wave == (Rating(20, 50),)


def test_that_an_answer_to_a_new_question_never_replaces_the_last_one():
    rounds = WaveRounds(1)
    rounds.take(10, 70)
    rounds.minutes = 0  # as if the question came at once
    assert rounds.look(11)
    rounds.take(12, 60)
    assert rounds.wave == (Rating(10, 70), Rating(12, 60))


steps = st.lists(
    st.tuples(st.floats(0, 90, allow_nan=False), st.none() | st.integers(0, 100) | st.just("look")),
    max_size=40,
)


@given(steps, st.integers(1, 5))
def test_that_a_wave_always_goes_on_in_time_and_holds_only_what_was_said(done, minutes):
    rounds, now, said = WaveRounds(minutes), 0.0, set()
    for passes, what in done:
        now += passes
        if what == "look":
            rounds.look(now)
        else:
            rounds.take(now, what)
            said.add(what)
    wave = rounds.wave
    assert all(one.seconds <= two.seconds for one, two in pairwise(wave))
    assert {one.strength for one in wave} <= said
    assert all(one.seconds <= now for one in wave)
