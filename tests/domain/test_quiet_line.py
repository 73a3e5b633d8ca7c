from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop import content
from resilience_desktop.domain.quiet_line import PhraseList, Shown, Trigger

TODAY = dt.date(2026, 11, 22)
YESTERDAY = TODAY - dt.timedelta(days=1)
NUMBERS = {Trigger.MOOD, Trigger.RATING}

moods = st.none() | st.integers(-5, 5)
ratings = st.lists(st.none() | st.integers(0, 100), max_size=3)
days = st.dates(TODAY, TODAY + dt.timedelta(days=2))
states = st.builds(Shown, st.none() | st.sampled_from(Trigger), st.booleans(), st.booleans())


def after(shown=None, **seen):
    return (shown or Shown()).after(**{"last_day": None, "today": TODAY, **seen})


@pytest.mark.parametrize(
    ("seen", "trigger"),
    [
        ({"mood": -5}, Trigger.MOOD),
        ({"mood": -4}, None),
        ({"ratings": [20, 90]}, Trigger.RATING),
        ({"ratings": [89, None]}, None),
        ({"words_found": True}, Trigger.WORDS),
        ({"mood": -5, "ratings": [100], "words_found": True}, Trigger.MOOD),
        ({"mood": -5, "last_day": TODAY}, None),
        ({"ratings": [95], "last_day": TODAY}, None),
        ({"mood": -5, "last_day": YESTERDAY}, Trigger.MOOD),
        ({"words_found": True, "last_day": TODAY}, Trigger.WORDS),
        ({}, None),
    ],
)
def test_that_the_line_is_called_for_by(seen, trigger):
    assert after(**seen).now is trigger


def test_that_numbers_may_come_and_go_in_one_entry_and_the_line_with_them():
    shown = after(mood=-5)
    shown = after(shown, mood=-3, last_day=TODAY)
    assert shown.now is None
    assert after(shown, mood=-5, last_day=TODAY).now is Trigger.MOOD


def test_that_the_line_does_not_jump_while_its_reason_holds():
    shown = after(words_found=True)
    assert after(shown, mood=-5).now is Trigger.WORDS
    shown = after(ratings=[90])
    assert after(shown, mood=-5, ratings=[90], last_day=TODAY).now is Trigger.RATING


def test_that_a_line_for_words_stays_while_somebody_writes_on():
    shown = after(words_found=True)
    assert after(shown, words_found=False).now is Trigger.WORDS


@given(states, moods, ratings, st.booleans(), st.none() | days, days)
def test_that_there_is_a_reason_for_every_line(shown, mood, rated, found, last_day, today):
    now = shown.after(
        mood=mood, ratings=rated, words_found=found, last_day=last_day, today=today
    ).now
    if now is Trigger.MOOD:
        assert mood == -5
    if now is Trigger.RATING:
        assert any(rating is not None and rating >= 90 for rating in rated)
    if now is Trigger.WORDS:
        assert found or shown.by_words
    if now in NUMBERS:
        assert shown.by_numbers or last_day != today


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 2), moods, ratings, st.booleans()), max_size=30
    )
)
def test_that_numbers_call_for_it_in_one_piece_of_writing_a_day(changes):
    last_day, shown, called = None, {}, set()
    for writing, day, mood, rated, found in sorted(changes, key=lambda change: change[1]):
        today = TODAY + dt.timedelta(days=day)
        before = shown.get(writing, Shown())
        state = before.after(
            mood=mood, ratings=rated, words_found=found, last_day=last_day, today=today
        )
        if state.by_numbers and not before.by_numbers:
            assert today not in called
            called.add(today)
            last_day = today
        shown[writing] = state
        assert not (mood == -5 and today not in called and state.now is None)


# Words

CALLS_FOR_IT = (
    "I want to die.",
    "some days i just WANT\nTO DIE",
    "I don’t want to be alive",
    "i dont want to be alive",
    "They'd be better off without me, all of them",
    "It would be better if I wasn\u00b4t here",
    "I keep thinking of killing myself",
    "thoughts about suicide again",
    "Is it self\u2010harm?",
    "I hurt myself on purpose last night",
    "wish i was dead",
    "I want to die, I don't want to die, I don't know",
    "There is no reason to live",
)
DOES_NOT = (
    "I'm dying to see you",
    "this job is killing me",
    "I could have died of embarrassment",
    "I wanted to die of embarrassment",
    "we nearly died laughing",
    "I would kill for a coffee",
    "I was so scared. I don't want to die.",
    "That mail would be career suicide",
    "I hurt myself at football",
    "I cut myself while cooking",
    "dead tired, better off in bed",
    "Killed the lights and slept",
    "I can't live without my sister",
    "The plant wants to die",
    "I take my life in a new direction",
    "The battery is dead and I wish I was in bed",
    "unsuicidal is no word",
    "",
)


@pytest.mark.parametrize("words", CALLS_FOR_IT)
def test_that_words_about_wanting_to_be_gone_are_found(words):
    assert content.help_phrases().is_found_in(words)


@pytest.mark.parametrize("words", DOES_NOT)
def test_that_everyday_words_are_not(words):
    assert not content.help_phrases().is_found_in(words)


PHRASES = content.reading.read("help_phrases")["phrases"]


def test_that_the_list_is_short_and_no_idiom_hides_it():
    assert 25 <= len(PHRASES) == len(set(PHRASES)) <= 45
    for phrase in PHRASES:
        assert content.help_phrases().is_found_in(phrase), phrase


@given(
    st.sampled_from(PHRASES),
    st.sampled_from([str.upper, str.title, str.casefold]),
    st.sampled_from(["'", "’", ""]),
    st.sampled_from(["", "So. ", "…", "(", "1 "]),
    st.sampled_from(["", ".", "!", " …", "\n\nThen it rained."]),
)
def test_that_case_apostrophes_and_what_stands_around_do_not_matter(
    phrase, case, apostrophe, before, behind
):
    words = f"{before}{case(phrase).replace(chr(39), apostrophe)}{behind}"
    assert content.help_phrases().is_found_in(words)


@given(st.sampled_from(PHRASES), st.sampled_from("abz9"))
def test_that_only_whole_words_count(phrase, letter):
    only = PhraseList([phrase])
    assert not only.is_found_in(letter + phrase)
    assert not only.is_found_in(phrase + letter)


@given(st.text(max_size=60))
def test_that_no_text_is_too_odd_to_look_through(words):
    content.help_phrases().is_found_in(words)
    assert not PhraseList([]).is_found_in(words)
