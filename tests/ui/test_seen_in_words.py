"""Every sentence about what records show: numbers with how many, no cause, no verdict."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.details import Trigger
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.insights.records import Change, Share
from resilience_desktop.insights.records_seen import RecordRatings, RecordsSeen
from resilience_desktop.services import seen_in_words as words
from resilience_desktop.ui import thoughts
from tests.record_facts import facts_of

VERDICTS = re.compile(
    r"improv|wors|bett|score|progress|success|fail|work(s|ing)\b|help(s|ed)\b|caus|because|lead"
    r"|due to|effect|normal|should|well done|good|bad\b|risk|warning|disorder|!|\bwe\b",
    re.IGNORECASE,
)
PAGE = ("records_seen", "before_and_after", "count_list", "rated_table")
SOURCES = (
    Path(words.__file__),
    *(Path(thoughts.__file__).with_name(f"{name}.py") for name in PAGE),
)

ratings = st.none() | st.integers(0, 100)


@st.composite
def records(draw):
    at = Moment.from_wall(dt.datetime(2026, draw(st.integers(1, 12)), 3, 12), "Europe/London")
    return ThoughtRecord(
        at=at,
        finished=True,
        thoughts=(AutomaticThought("t", draw(ratings), draw(ratings)),),
        feelings=(RatedFeeling("sad", draw(ratings), draw(ratings)),),
        patterns=(ChosenPattern(draw(st.sampled_from(["labeling", "mind_reading"]))),),
        triggers=(Trigger("rent"),),
        did="x",
        chose=draw(st.sampled_from(["", "y"])),
    )


def sentences(seen):
    yield words.what_is_counted(seen)
    yield words.feelings_changed(seen.feeling_change)
    yield words.belief_changed(seen.belief_change)
    yield words.numbers_are_quiet()
    yield words.later_ratings(seen.rated_twice)
    yield words.picture_in_words(min(3, len(seen.rated_twice)), len(seen.rated_twice))
    yield words.too_few()
    yield from map(words.counted_aloud, (*seen.patterns, *seen.together, *seen.triggers))
    for shares, in_all in (
        (seen.responses, words.responses_in_all),
        (seen.kind_words, words.kindness_in_all),
    ):
        yield from map(words.of_month, shares.values())
        yield in_all(Share.all_of(shares.values()))


@given(st.lists(records(), max_size=9))
def test_that_no_sentence_says_more_than_its_numbers(found):
    for sentence in sentences(RecordsSeen.of(facts_of(found))):
        assert not VERDICTS.search(sentence), sentence
        assert "{" not in sentence


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_that_nothing_on_the_page_is_a_verdict(source):
    shown = re.findall(
        r'(?:text|plural)\(\s*((?:"[^"]*"[\s,]*)+)', source.read_text(encoding="utf-8")
    )
    assert shown
    for sentence in shown:
        assert not VERDICTS.search(sentence), sentence


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change(3, None), "This shows from 5 records on. 3 have both ratings so far."),
        (Change(1, None), "This shows from 5 records on. 1 has both ratings so far."),
        (
            Change(8, 20.6),
            "In 8 records with both ratings, unpleasant feelings were about 21 points lower",
        ),
        (
            Change(8, -1),
            "In 8 records with both ratings, unpleasant feelings were about 1 point higher",
        ),
        (Change(8, 0.2), "In 8 records with both ratings, unpleasant feelings were about the same"),
    ],
)
def test_that_a_change_is_told_with_its_records(change, said):
    assert words.feelings_changed(change).startswith(said)
    assert words.feelings_changed(change).endswith(("on average.", "so far."))


def test_that_two_things_that_meet_are_named_in_quotation_marks():
    found = RecordsSeen.of(
        facts_of(
            ThoughtRecord(
                at=Moment.from_wall(dt.datetime(2026, 1, n, 12), "Europe/London"),
                finished=True,
                patterns=(ChosenPattern("mind_reading"),),
                triggers=(Trigger("work"),),
            )
            for n in range(1, 5)
        )
    )
    (pair,) = found.together
    assert words.counted_aloud(pair) == "‘Mind reading’ and ‘work’ met in 4 records"


def test_that_a_share_is_of_records():
    assert words.of_month(Share(5, 3)) == "3 of 5 records"
    assert words.of_month(Share(5, 0)) == "0 of 5 records"
    said = words.responses_in_all(Share(5, 3))
    assert said == "Of 5 records that say what you did, 3 also say what you chose instead."
    so_far = "This shows from 5 records on. 3 say what you did so far."
    assert words.responses_in_all(Share(3, 3)) == so_far


def test_that_no_number_is_a_target():
    for few in range(5):
        for said in (
            words.feelings_changed(Change(few, None)),
            words.responses_in_all(Share(few, few)),
        ):
            assert " more " not in said
            assert (f" {few} " in said) is bool(few)  # what is not there is not counted
    assert words.too_few() == "More shows from 5 records on."


def rated(*pairs):
    day = dt.date(2026, 3, 1)
    return [RecordRatings(str(n), day, "", *both) for n, both in enumerate(pairs)]


def test_that_lower_higher_and_same_are_told_of_how_many():
    said = words.later_ratings(rated((80, 30), (80, 40), (60, 50), (50, 60), (40, 40)))
    assert said == (
        "Unpleasant feelings are rated both times in 5 records. The later rating is lower in "
        "3 of 5. It is higher in 1 of 5. It is the same in 1 of 5."
    )
    none = words.later_ratings(rated(*[(20, 30)] * 5))
    assert "lower in 0 of 5. It is higher in 5 of 5." in none


def test_that_a_few_records_are_not_told_of_how_many():
    said = words.later_ratings(rated((80, 30), (80, 40)))
    assert said == "Unpleasant feelings are rated both times in 2 records."


def test_that_the_picture_says_what_it_leaves_out():
    assert "the newest 8" in words.picture_in_words(8, 11)
    assert "newest" not in words.picture_in_words(8, 8)
