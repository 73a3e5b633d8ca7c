"""Early signs of one's own: kept, counted, told once and put away, and back after an export."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.early_sign import (
    EarlySign,
    Measure,
    sign_from_plain,
    sign_to_plain,
)
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.own_scale import OwnScale
from resilience_desktop.insights.early_signs import Counted
from resilience_desktop.services import signs_in_words as words
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.early_signs import SignsThere, there_now
from tests.strategies import early_signs

TOUCHED = Changes(early_signs=True)
NIGHTS = EarlySign("Short nights", Measure.SLEEP_HOURS, number=6, tells=True, id="a")
MESSAGES = EarlySign("I stop answering messages", tells=True, id="b")
STRESS = OwnScale("Stress", id="stress")
COUNTED = Counted(4, 7, dt.date(2026, 6, 1), dt.date(2026, 6, 7), is_there=True)


def nights(journal, hours, *, until=0):
    """Write a night a day, the last one ``until`` days ago."""
    for ago, slept in enumerate(reversed(hours), until):
        wall = dt.datetime.combine(journal.today() - dt.timedelta(days=ago), dt.time(8))
        if slept is not None:
            journal.keep_entry(Entry(at=Moment.from_wall(wall, "UTC"), sleep_hours=slept))


def test_that_signs_come_in_the_order_in_which_they_were_made(journal):
    first, second = EarlySign("Z"), EarlySign("A")
    assert first.id != second.id
    for sign in (second, first):
        assert journal.early_signs.keep(sign) == TOUCHED
    assert journal.early_signs.all() == sorted([first, second], key=lambda sign: sign.id)


def test_that_a_sign_can_be_changed_forgotten_and_had_again(journal):
    journal.early_signs.keep(NIGHTS)
    changed = dataclasses.replace(NIGHTS, number=5.5, tells=False)
    journal.early_signs.keep(changed)
    assert journal.early_signs.all() == [changed]
    assert journal.early_signs.drop(changed) == TOUCHED
    assert journal.early_signs.all() == []
    journal.early_signs.keep(changed)
    assert journal.early_signs.all() == [changed]


def test_that_a_sign_that_is_there_is_not_brought_in_again(journal):
    journal.early_signs.keep(NIGHTS)
    other = dataclasses.replace(NIGHTS, number=4)
    added = journal.add(Contents(early_signs=(other, MESSAGES, MESSAGES)))
    assert added.early_signs == (MESSAGES,)
    assert journal.early_signs.all() == [NIGHTS, MESSAGES]


@given(early_signs())
def test_that_every_sign_comes_back_from_its_plain_values(sign):
    assert sign_from_plain(sign_to_plain(sign)) == sign


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": None},
        {"number": True},
        {"number": 10**400},
        {"number": float("nan")},
        {"measure": "weather"},
        {"measure": "tag", "word": " "},
        {"name": " "},
        {"days": 0},
        {"days": 8},
        {"of_days": 29},
    ],
)
def test_that_what_is_no_sign_is_refused_without_its_words(wrong):
    with pytest.raises(ValueError) as found:  # noqa: PT011
        sign_from_plain({**sign_to_plain(NIGHTS), "name": "CANARY", **wrong})
    assert "CANARY" not in str(found.value)
    assert "CANARY" not in repr(EarlySign("CANARY", Measure.TAG, "CANARY"))


def test_that_nothing_is_told_unless_somebody_asked_for_it(journal):
    nights(journal, [5] * 7)
    journal.early_signs.keep(MESSAGES)
    assert there_now(journal) == SignsThere()
    journal.early_signs.keep(dataclasses.replace(NIGHTS, tells=False))
    assert there_now(journal) == SignsThere()
    journal.early_signs.keep(NIGHTS)
    assert there_now(journal).ids == ("a",)


def test_that_a_sign_is_told_with_its_days_and_leads_to_cards_if_there_are_any(journal):
    nights(journal, [7, 7, 5, 7, 5, 5, 7])
    journal.early_signs.keep(NIGHTS)
    found = there_now(journal)
    assert found.words == (
        "You noted that ‘Short nights’ is an early sign for you. "
        "It was so on 3 of the last 7 days with hours. Would you like to look at what helps?"
    )
    assert not found.has_cards
    journal.cards.keep(CopingCard("Breathe out.", journal.today()))
    assert there_now(journal).has_cards


def test_that_too_few_days_are_silence(journal):
    nights(journal, [3] * 6)
    journal.early_signs.keep(NIGHTS)
    assert there_now(journal) == SignsThere()


def test_that_a_sign_is_told_once_for_as_long_as_it_stays(journal):
    nights(journal, [5] * 7)
    journal.early_signs.keep(NIGHTS)
    today = journal.today()
    assert journal.early_signs.put_away(["a"], today) == Changes(settings=True)
    assert there_now(journal) == SignsThere()
    journal.early_signs.bring_back(["a"])
    assert there_now(journal).ids == ("a",)


def test_that_one_that_was_gone_for_a_week_is_told_again(journal):
    nights(journal, [5] * 7 + [8] * 14 + [5] * 7)
    journal.early_signs.keep(NIGHTS)
    before = journal.today() - dt.timedelta(days=20)
    journal.early_signs.put_away(["a"], before)
    assert there_now(journal).ids == ("a",)
    journal.early_signs.put_away(["a"], journal.today() - dt.timedelta(days=3))
    assert there_now(journal) == SignsThere()


def test_that_one_that_stayed_is_not_told_again_however_long_it_stays(journal):
    nights(journal, [5] * 60)
    journal.early_signs.keep(NIGHTS)
    journal.early_signs.put_away(["a"], journal.today() - dt.timedelta(days=40))
    assert there_now(journal) == SignsThere()


def test_that_what_was_put_away_goes_with_its_sign_and_into_no_copy(journal):
    journal.early_signs.keep(NIGHTS)
    journal.early_signs.put_away(["a"], journal.today())
    assert "early_signs_away" not in dict(journal.contents().settings)
    journal.early_signs.drop(NIGHTS)
    journal.early_signs.put_away([], journal.today())
    assert journal.remembered.early_signs_away() == {}


def test_that_several_are_one_line():
    low = EarlySign("Heavy days", Measure.MOOD, number=-2)
    said = words.there_in_words([(NIGHTS, COUNTED), (low, COUNTED)], ())
    assert said == (
        "You noted these as early signs for you, and they are there: "
        "‘Short nights’ on 4 of the last 7 days with hours; "
        "‘Heavy days’ on 4 of the last 7 days with a mood. "
        "Would you like to look at what helps?"
    )


@pytest.mark.parametrize(
    ("sign", "counts"),
    [
        (
            EarlySign("-", Measure.MOOD, number=-2),
            "Mood under \N{MINUS SIGN}2, on 3 of 7 days with a mood",
        ),
        (
            EarlySign("-", Measure.ENERGY, number=1.5),
            "Energy under +1.5, on 3 of 7 days with energy",
        ),
        (
            EarlySign("-", Measure.SLEEP_QUALITY, number=3),
            "Quality of sleep under 3, on 3 of 7 days with this",
        ),
        (EarlySign("-", Measure.FEELING, "tense"), "‘tense’ named, on 3 of 7 days with entries"),
        (EarlySign("-", Measure.TAG, "alone"), "Tag ‘alone’, on 3 of 7 days with entries"),
        (
            EarlySign("-", Measure.SCALE, "stress", at_least=True, number=7),
            "Stress at 7 or more, on 3 of 7 days with Stress",
        ),
        (
            EarlySign("-", Measure.SCALE, "gone", at_least=True, number=7),
            "a scale that is gone at 7 or more, on 3 of 7 days with a scale that is gone",
        ),
        (MESSAGES, "Words alone, nothing is counted"),
    ],
)
def test_that_it_is_said_when_a_sign_counts(sign, counts):
    assert words.when_it_is_there(sign, (STRESS,)) == counts


def test_that_a_sign_is_named_once():
    named = dataclasses.replace(NIGHTS, name="hours of sleep under 6")
    assert words.label(named, ()) == "hours of sleep under 6"
    assert words.label(NIGHTS, ()) == "Short nights (Hours of sleep under 6)"
    assert words.label(MESSAGES, ()) == "I stop answering messages"


def test_that_what_is_missing_is_said():
    assert words.now_in_words(NIGHTS, None, 3, ()) == (
        "Short nights (Hours of sleep under 6): too few days lately to tell. "
        "Still needed: 3 days with hours."
    )
    gone = dataclasses.replace(COUNTED, met=1, is_there=False)
    assert words.now_in_words(NIGHTS, gone, 0, ()).endswith(
        "on 1 of the last 7 days with hours. It is not there now."
    )


def test_that_examples_are_signs_that_are_off_and_lasting_stress_is_one_of_them():
    with_scale = words.examples((OwnScale("Pain"), STRESS))
    assert not any(sign.tells for sign in with_scale)
    lasting = with_scale[-1]
    assert (lasting.word, lasting.number, lasting.days, lasting.of_days) == ("stress", 7, 10, 14)
    assert lasting.at_least
    without = words.examples(())[-1]
    assert (without.measure, without.days, without.of_days) == (Measure.FEELING, 10, 14)
    assert [sign.name for sign in with_scale[:2]] == [
        "Hours of sleep under 6",
        "Mood under \N{MINUS SIGN}2",
    ]


def test_that_no_word_frightens():
    said = " ".join(
        [
            words.there_in_words([(NIGHTS, COUNTED)], ()),
            words.there_in_words([(NIGHTS, COUNTED)] * 2, ()),
            words.now_in_words(NIGHTS, COUNTED, 0, ()),
        ]
    ).casefold()
    assert not any(word in said for word in ("warning", "risk", "relapse", "predict"))
