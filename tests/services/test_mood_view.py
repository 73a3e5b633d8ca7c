import datetime as dt

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.services.mood_view import mood_view

FIRST, LAST = dt.date(2026, 5, 24), dt.date(2026, 11, 22)


def entry(day, mood=None, **fields):
    return Entry(
        at=Moment.from_wall(dt.datetime.combine(day, dt.time(12)), "UTC"), mood=mood, **fields
    )


def some(days, moods=(1, 0, 2, -1), *, last=LAST):
    first = last - dt.timedelta(days=days - 1)
    return [entry(first + dt.timedelta(days=n), moods[n % len(moods)]) for n in range(days)]


def sentence(entries, first=FIRST, last=LAST):
    return mood_view(entries, first, last).sentence


def test_that_the_sentence_says_where_the_days_lie():
    days = [FIRST + dt.timedelta(days=n) for n in range(142)]
    moods = [(-1, 0), (-1, 0), (0, 1), (1, 2), (1, 2)]
    entries = [entry(day, mood) for n, day in enumerate(days) for mood in moods[n % 5]]
    assert sentence(entries) == (
        "In these 26 weeks you wrote on 142 of 183 days. With your days in order from low to"
        " high, the middle one was +0.5, and half of them lay between \N{MINUS SIGN}0.5 and +1.5."
    )


@pytest.mark.parametrize(
    ("count", "ending"),
    [
        (1, "6 more days with entries, and more can be said."),
        (2, "5 more days with entries, and more can be said."),
        (6, "1 more day with entries, and more can be said."),
    ],
)
def test_that_too_few_days_say_how_many_more_are_needed(count, ending):
    assert sentence(some(count)) == f"In these 26 weeks you wrote on {count} of 183 days. {ending}"


def test_that_no_entries_are_no_reproach():
    assert sentence([]) == "There are no entries in these 26 weeks."


def test_that_days_without_a_mood_are_told_apart():
    entries = [*some(3), entry(FIRST, note="Rain.")]
    assert sentence(entries) == (
        "In these 26 weeks you wrote on 4 of 183 days, with a mood on 3."
        " 4 more days with a mood, and more can be said."
    )


def test_that_days_that_are_all_alike_are_said_plainly():
    assert sentence(some(30, moods=(1,))).endswith("At least half of your days were close to +1.0.")


def test_that_a_journal_of_one_day_says_no_more_than_that():
    assert sentence([entry(FIRST, 1)], FIRST, FIRST) == (
        "This is one day. 6 more days with entries, and more can be said."
    )


@pytest.mark.parametrize(
    ("days", "span"),
    [
        (2, "these 2 days"),
        (13, "these 13 days"),
        (28, "these 4 weeks"),
        (365, "these 52 weeks"),
        (1080, "these 35 months"),
        (3652, "these 10 years"),
    ],
)
def test_that_a_span_is_said_as_people_say_it(days, span):
    first = LAST - dt.timedelta(days=days - 1)
    assert f"In {span} you wrote on 1 of" in sentence([entry(LAST, 1)], first)


def test_that_a_gap_of_eleven_days_is_named_and_one_of_ten_is_not():
    entries = [
        entry(FIRST),
        entry(FIRST + dt.timedelta(days=11)),
        entry(FIRST + dt.timedelta(days=23)),
    ]
    last = FIRST + dt.timedelta(days=23)
    (gap,) = mood_view(entries, FIRST, last).series.gaps
    assert gap == (FIRST + dt.timedelta(days=12), FIRST + dt.timedelta(days=22))
