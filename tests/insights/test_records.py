"""Thought records side by side, held against counting by hand."""

import dataclasses
import datetime as dt
import itertools

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
from resilience_desktop.insights.records import (
    LEAST_FOR_MEAN,
    LEAST_TOGETHER,
    Axis,
    Change,
    Found,
    Mark,
    Share,
    belief_change,
    chosen_responses,
    counted,
    feeling_change,
    kind_words,
    together,
)
from tests.record_facts import facts_of

NOON = Moment.from_wall(dt.datetime(2026, 3, 1, 12), "Europe/London")
WORDS = ("sad", "rent", "labeling", "Ann")
some_words = st.lists(st.sampled_from(WORDS), max_size=3).map(tuple)
ratings = st.none() | st.integers(0, 100)
sentences = st.sampled_from(["", " ", "x"])


@st.composite
def records(draw):
    """Records of a few words, the same one more than once too."""
    return ThoughtRecord(
        at=Moment.from_wall(
            dt.datetime(2026, draw(st.integers(1, 3)), draw(st.integers(1, 28)), 23), "Asia/Tokyo"
        ),
        patterns=tuple(map(ChosenPattern, draw(some_words))),
        triggers=tuple(map(Trigger, draw(some_words))),
        tags=draw(some_words),
        feelings=tuple(RatedFeeling(w, draw(ratings), draw(ratings)) for w in draw(some_words)),
        thoughts=tuple(
            AutomaticThought("t", draw(ratings), draw(ratings))
            for _ in range(draw(st.integers(0, 2)))
        ),
        did=draw(sentences),
        chose=draw(sentences),
        kindness=draw(sentences),
        finished=draw(st.integers(0, 3)) > 0,
    )


several = st.lists(records(), max_size=9)


def words_on(record, axis):
    return {
        Axis.PATTERN: {p.pattern for p in record.patterns},
        Axis.TRIGGER: {t.word for t in record.triggers},
        Axis.FEELING: {f.word for f in record.feelings if f.before is not None or f.after is None},
        Axis.TAG: set(record.tags),
    }[axis]


def having(found, *marks):
    """Return the ids of the finished records with all of these, the newest first."""
    newest = sorted(found, key=lambda record: (record.at.day, record.at.utc), reverse=True)
    return tuple(
        record.id
        for record in newest
        if record.finished and all(mark.word in words_on(record, mark.axis) for mark in marks)
    )


def in_order(found):
    return sorted(found, key=lambda one: (-one.number, [mark.word for mark in one.marks]))


@given(several, st.sampled_from(Axis), st.sets(st.sampled_from(WORDS), max_size=1))
def test_that_what_records_have_is_counted_once_in_each(found, axis, without):
    marks = [Mark(axis, word) for word in WORDS if word not in without]
    wanted = {(mark,): having(found, mark) for mark in marks}
    counts = counted(facts_of(found), axis, without)
    assert {one.marks: one.records for one in counts} == {m: r for m, r in wanted.items() if r}
    assert counts == in_order(counts)


@given(st.lists(records(), min_size=3, max_size=9), st.sets(st.sampled_from(WORDS), max_size=1))
def test_that_two_things_are_said_to_meet_when_they_do_three_times(found, without):
    wanted = {}
    for one, other in itertools.combinations(Axis, 2):
        for words in itertools.product(WORDS, repeat=2):
            pair = (Mark(one, words[0]), Mark(other, words[1]))
            ids = having(found, *pair)
            if len(ids) >= LEAST_TOGETHER and not without & set(words):
                wanted[pair] = ids
    pairs = together(facts_of(found), without)
    assert {one.marks: one.records for one in pairs} == wanted
    assert pairs == in_order(pairs)


@given(several)
def test_that_changes_are_means_of_one_number_from_each_record(found):
    falls, beliefs = [], []
    for record in found:
        both = [f.before - f.after for f in record.feelings if None not in (f.before, f.after)]
        if record.finished and both:
            falls.append(sum(both) / len(both))
        hot = record.hot_thought
        if record.finished and hot and None not in (hot.belief_before, hot.belief_after):
            beliefs.append(hot.belief_before - hot.belief_after)
    facts = facts_of(found)
    for change, numbers in ((feeling_change(facts), falls), (belief_change(facts), beliefs)):
        assert change.records == len(numbers)
        assert (change.mean is None) is (len(numbers) < LEAST_FOR_MEAN)
        if change.mean is not None:
            assert change.mean == pytest.approx(sum(numbers) / len(numbers))


@given(several)
def test_that_months_count_the_records_that_say_something(found):
    responses, kind = chosen_responses(facts_of(found)), kind_words(facts_of(found))
    assert list(responses) == sorted(responses)
    assert list(kind) == sorted(kind)
    for month in (dt.date(2026, number, 1) for number in range(1, 4)):
        those = [r for r in found if r.finished and r.at.day.replace(day=1) == month]
        said = [r for r in those if "x" in (r.did, r.chose)]
        share = Share(len(said), sum(r.chose == "x" for r in said))
        assert responses.get(month, Share(0, 0)) == share
        assert kind.get(month, Share(0, 0)) == Share(
            len(those), sum(r.kindness == "x" for r in those)
        )
    for shares in (responses, kind):
        assert all(share.records for share in shares.values())
        every = Share.all_of(shares.values())
        assert every.records == sum(share.records for share in shares.values())
        assert every.having == sum(share.having for share in shares.values())


def test_that_a_share_waits_for_five_records_and_says_how_many_are_missing():
    assert [Share(number, 1).missing for number in (1, 4, 5, 9)] == [4, 1, 0, 0]


@given(several)
def test_that_pleasant_feelings_have_no_part_in_a_change(found):
    """As if they had never been written down."""
    without = [
        dataclasses.replace(r, feelings=tuple(f for f in r.feelings if f.word != "sad"))
        for r in found
    ]
    assert feeling_change(facts_of(found), {"sad"}) == feeling_change(facts_of(without))


def test_that_a_mean_waits_for_five_records_and_says_how_many_are_missing():
    record = ThoughtRecord(
        at=NOON,
        feelings=(RatedFeeling("sad", 80, 30),),
        thoughts=(AutomaticThought("x", 90, 50),),
        finished=True,
    )
    for number, (mean, belief, missing) in {
        0: (None, None, 5),
        4: (None, None, 1),
        5: (50, 40, 0),
        6: (50, 40, 0),
    }.items():
        found = facts_of([dataclasses.replace(record, id=str(n)) for n in range(number)])
        assert feeling_change(found) == Change(number, mean)
        assert belief_change(found) == Change(number, belief)
        assert feeling_change(found).missing == missing


def test_that_a_pair_waits_for_three_records():
    record = ThoughtRecord(
        at=NOON,
        patterns=(ChosenPattern("labeling", main=True), ChosenPattern("labeling")),
        triggers=(Trigger("rent"),),
        finished=True,
    )
    found = facts_of([dataclasses.replace(record, id=str(n)) for n in range(3)])
    pair = (Mark(Axis.PATTERN, "labeling"), Mark(Axis.TRIGGER, "rent"))
    assert together(found) == [Found(pair, ("0", "1", "2"))]
    assert together(found[:2]) == []
    assert counted(found, Axis.PATTERN) == [Found(pair[:1], ("0", "1", "2"))]


def test_that_no_repr_shows_what_was_found():
    assert "CANARY" not in repr(Found((Mark(Axis.TAG, "CANARY"),), ("1",)))
    assert "12.5" not in repr(Change(5, 12.5))
