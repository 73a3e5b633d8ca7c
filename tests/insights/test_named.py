"""Feelings, sensations and triggers, counted against entries that are counted by hand."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.details import Sensation, Trigger
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.insights.named import NamedInEntries, feelings, sensations, triggers
from tests.insights.made_up import entry

JUNE, JULY = dt.date(2026, 6, 1), dt.date(2026, 7, 1)


def felt(number, *words, mood=None, hour=12, intensity=None):
    several = tuple(Feeling(word, intensity) for word in words)
    return entry(number, mood, hour=hour, feelings=several)


def test_that_triggers_have_their_days_and_the_mean_mood_of_their_entries():
    """Work: 8 days, of which 7 have a mood: -4 (mean of -5 and -3), then six times -1."""
    work, rain = (Trigger("work"),), (Trigger("rain"),)
    entries = [
        entry(0, -5, hour=9, triggers=work),
        entry(0, -3, hour=12, triggers=(*work, *rain)),
        entry(0, 5, hour=20),
        *(entry(number, -1, triggers=work) for number in range(1, 7)),
        entry(7, triggers=work),
        entry(8, 4, triggers=rain),
    ]
    found = NamedInEntries.of(entries, triggers)
    first, second = found.things
    assert (first.word, first.days, first.entries) == ("work", 8, 9)
    assert (first.mood_days, first.mood) == (7, -10 / 7)
    assert (first.rated, first.strength) == (0, None)
    assert (second.word, second.days, second.mood_days, second.mood) == ("rain", 2, 2, None)
    assert found.enough.days == 9


def test_that_a_strength_is_the_median_of_seven_ratings_or_more():
    strengths = [10, 20, 30, 40, 90, 90, None]
    entries = [felt(number, "tense", intensity=value) for number, value in enumerate(strengths)]
    assert NamedInEntries.of(entries, feelings).things[0].rated == 6
    assert NamedInEntries.of(entries, feelings).things[0].strength is None
    more = NamedInEntries.of([*entries, felt(7, "tense", intensity=100)], feelings).things[0]
    assert (more.rated, more.strength) == (7, 40)


def test_that_sensations_are_counted_wherever_they_are():
    both = (Sensation("tight", "chest", 50), Sensation("tight", "neck", 70))
    (found,) = NamedInEntries.of([entry(0, sensations=both)], sensations).things
    assert (found.entries, found.days, found.rated) == (1, 1, 2)


def test_that_capitals_and_blanks_make_no_other_word():
    (found,) = NamedInEntries.of([felt(0, "at  Ease"), felt(1, "at ease")], feelings).things
    assert (found.word, found.days) == ("at ease", 2)


def test_that_the_most_days_come_first():
    entries = [
        felt(0, "b", hour=8),
        felt(0, "b", "a", "c", hour=20),
        felt(1, "d"),
        felt(2, "d"),
    ]
    assert [one.word for one in NamedInEntries.of(entries, feelings).things] == list("dbac")


def test_that_a_month_is_shown_beside_others_from_seven_days_on():
    entries = [
        *(felt(number, *(["sad"] if number < 3 else [])) for number in range(6)),
        *(felt(30 + number, *(["sad"] if number < 2 else [])) for number in range(8)),
    ]
    found = NamedInEntries.of(entries, feelings)
    (sad,) = found.things
    assert (found.days, sad.months) == ({JUNE: 6, JULY: 8}, {JUNE: 3, JULY: 2})
    assert found.share(sad, JUNE) is None
    assert found.share(sad, JULY) == 0.25
    assert found.share(sad, dt.date(2026, 8, 1)) is None


def test_that_a_month_without_the_word_has_a_share_of_none_of_its_days():
    found = NamedInEntries.of([felt(0, "sad"), *map(felt, range(30, 38))], feelings)
    assert found.share(found.things[0], JULY) == 0


def test_that_how_often_waits_for_seven_days_with_entries():
    assert NamedInEntries.of(map(felt, range(6)), feelings).enough.missing == 1
    assert NamedInEntries.of(map(felt, range(7)), feelings).enough
    assert NamedInEntries.of([], triggers).things == ()


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from("xyz")), max_size=40))
def test_that_months_add_up_to_the_days(named):
    entries = [felt(number, word) for number, word in named]
    found = NamedInEntries.of(entries, feelings)
    for thing in found.things:
        own = [number for number, word in named if word == thing.word]
        assert thing.entries == len(own)
        assert thing.days == sum(thing.months.values()) == len(set(own))


def test_that_words_and_numbers_of_a_person_do_not_show_in_a_repr():
    found = NamedInEntries.of(
        [felt(n, "ashamed", mood=-4, intensity=87) for n in range(9)], feelings
    )
    assert not any(own in repr(found) for own in ("ashamed", "-4", "87"))
