"""The filter of the thought records, beside a plain model of it."""

import dataclasses
import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from resilience_desktop.domain.details import Sensation, Trigger
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_filter import RecordFilter, RecordState
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    Prediction,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.thought_records import searchable
from tests.promises.undoing import undone
from tests.record_facts import brief_of, facts_of

FIRST = dt.date(2026, 3, 1)
LAST = FIRST + dt.timedelta(days=5)
WORDS = ("rain", "walk", "rent")
days = st.dates(FIRST, LAST)
some_words = st.lists(st.sampled_from(WORDS), max_size=2, unique=True).map(tuple)
ratings = st.none() | st.just(50)
sentences = st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A journal that everything is rolled back in."""
    journal, _ = Journal.create(tmp_path_factory.mktemp("choosing") / "journal", None)
    yield journal
    journal.close()


blank = st.sampled_from(["", " ", "x"])


@st.composite
def marked(draw, make, words):
    """One of several, or none, is the hot one, or the main one."""
    which = draw(st.integers(0, 2))
    return tuple(make(word, which == place, draw) for place, word in enumerate(draw(words)))


some_thoughts = marked(
    lambda word, hot, draw: AutomaticThought(word, draw(ratings), draw(ratings), hot=hot),
    st.lists(st.sampled_from([*WORDS, " "]), max_size=2),
)
some_patterns = marked(lambda word, main, _: ChosenPattern(word, main=main), some_words)


@st.composite
def records(draw):
    day = draw(days)
    return ThoughtRecord(
        at=Moment.from_wall(dt.datetime.combine(day, dt.time(draw(st.integers(0, 23)))), "UTC"),
        situation=draw(sentences),
        thoughts=draw(some_thoughts),
        feelings=tuple(RatedFeeling(w, draw(ratings), draw(ratings)) for w in draw(some_words)),
        did=draw(blank),
        kindness=draw(blank),
        balanced_thought=draw(sentences),
        not_ready=draw(st.booleans()),
        sensations=tuple(map(Sensation, draw(some_words))),
        triggers=tuple(map(Trigger, draw(some_words))),
        tags=draw(some_words),
        patterns=draw(some_patterns),
        arrow=draw(some_words),
        label=draw(sentences),
        chose=draw(sentences),
        evidence_against=draw(some_words),
        prediction=Prediction(learned=draw(sentences)),
        turned_out=draw(sentences),
        revisit_on=draw(st.none() | days),
        revisited=draw(st.booleans()),
        finished=draw(st.booleans()),
        starred=draw(st.booleans()),
        sealed=draw(st.integers(0, 4)) == 0,
    )


PARTS = {
    "words": st.sampled_from(["ra", "walk", "re wa", "RAIN", "?", "nothing", "  "]),
    "first": days,
    "last": days,
    "patterns": some_words,
    "feelings": some_words,
    "triggers": some_words,
    "tags": some_words,
    "state": st.sampled_from(RecordState),
}


@st.composite
def filters(draw):
    """Filters of a few parts: one of many lets nothing through, and so says little."""
    parts = draw(st.lists(st.sampled_from(sorted(PARTS)), max_size=3, unique=True))
    return RecordFilter(**{part: draw(PARTS[part]) for part in parts})


def lets_through(chosen, record):
    """What a filter means, word for word."""
    found = searchable(record)
    said = " ".join((*found.written, *found.labels)).casefold().split()
    wanted = chosen.words.casefold().split()
    waits = record.finished and record.revisit_on is not None and not record.revisited
    return all(
        (
            all(word.isalnum() and any(w.startswith(word) for w in said) for word in wanted),
            chosen.first is None or record.at.day >= chosen.first,
            chosen.last is None or record.at.day <= chosen.last,
            set(chosen.patterns) <= {p.pattern for p in record.patterns},
            set(chosen.feelings) <= {f.word for f in record.feelings if f.is_of_the_moment},
            set(chosen.triggers) <= {t.word for t in record.triggers},
            set(chosen.tags) <= set(record.tags),
            chosen.state is not RecordState.UNFINISHED or not record.finished,
            chosen.state is not RecordState.FINISHED or record.finished,
            chosen.state is not RecordState.WAITING or waits,
            chosen.state is not RecordState.STARRED or record.starred,
        )
    )


def unfinished_then_newest(found):
    order = {record.id: place for place, record in enumerate(found)}
    newest = sorted(found, key=lambda r: (r.at.day, r.at.utc, order[r.id]), reverse=True)
    return sorted(newest, key=lambda record: record.finished)


def read_in_pages(journal, chosen, size):
    """Go on from the last of each page to the end."""
    found, page = [], journal.records.page(chosen, limit=size)
    while page:
        assert len(page) <= size
        found += page
        page = journal.records.page(chosen, page[-1], size)
    return found


def most_used(found, words_of):
    """Return words in the order in which they are offered."""
    count = Counter(word for record in found for word in words_of(record))
    return tuple(sorted(count, key=lambda word: (-count[word], word)))


@effort(max_examples=100)
@given(
    st.lists(records(), min_size=1, max_size=10),
    st.lists(filters(), min_size=3, max_size=6),
    st.integers(0, 10),
    st.integers(1, 4),
)
def test_that_a_filter_lets_through_just_what_it_says(empty, found, chosen, place, size):
    with undone(empty):
        for record in found:
            empty.keep_thought_record(record)
        binned = found[place].id if place < len(found) else ""
        empty.bin.put(binned)
        there = [r for r in unfinished_then_newest(found) if r.id != binned and not r.sealed]
        assert empty.thought_records() == there
        for one in (*chosen, RecordFilter()):
            wanted = [r for r in there if lets_through(one, r)]
            assert empty.thought_records(one) == wanted
            assert empty.records.number_of(one) == len(wanted)
            assert read_in_pages(empty, one, size) == list(map(brief_of, wanted))
            assert empty._store.thought_records.facts(one) == facts_of(wanted)
        used = empty.records.words()
        assert used.patterns == most_used(there, lambda r: [p.pattern for p in r.patterns])
        assert used.triggers == most_used(there, lambda r: [t.word for t in r.triggers])
        assert used.tags == most_used(there, lambda r: r.tags)
        assert used.feelings == most_used(
            there, lambda r: [f.word for f in r.feelings if f.is_of_the_moment]
        )
        today = FIRST + dt.timedelta(days=2)
        waiting = [r for r in there if r.finished and r.asks_how_it_turned_out(today)]
        order = [record.id for record in found]
        waiting.sort(key=lambda r: (r.revisit_on, order.index(r.id)))
        assert empty._store.thought_records.waiting(today) == [r.id for r in waiting]
        named = {
            word: sum(r.finished for r in there if word in {p.pattern for p in r.patterns})
            for r in there
            for word in {p.pattern for p in r.patterns}
        }
        assert empty._store.thought_records.times_named() == named


each = pytest.mark.parametrize(
    "chosen",
    [
        {"words": "heron"},
        {"words": "heron ren"},
        {"first": FIRST, "last": FIRST},
        {"patterns": ("labeling", "own")},
        {"feelings": ("sad",)},
        {"triggers": ("rent",)},
        {"tags": ("Ann",)},
        {"state": RecordState.UNFINISHED},
        {"state": RecordState.WAITING},
        {"state": RecordState.STARRED},
        {"state": RecordState.FINISHED},
    ],
)


@each
def test_that_each_part_finds_the_one_and_not_the_other(empty, chosen):
    noon = Moment.from_wall(dt.datetime.combine(FIRST, dt.time(12)), "UTC")
    one = ThoughtRecord(
        at=noon,
        situation="A heron",
        patterns=(ChosenPattern("own"), ChosenPattern("labeling")),
        feelings=(RatedFeeling("sad"),),
        triggers=(Trigger("rent"),),
        tags=("Ann",),
        revisit_on=LAST,
        finished=chosen.get("state") is not RecordState.UNFINISHED,
        starred=True,
    )
    other = ThoughtRecord(
        at=dataclasses.replace(noon, utc=noon.utc + dt.timedelta(days=3)),
        situation="Heroes",
        patterns=(ChosenPattern("own"),),
        sensations=(Sensation("rent"),),
        arrow=("Ann",),
        label="sad",
        revisit_on=LAST,
        revisited=True,
        finished=chosen.get("state") is not RecordState.FINISHED,
    )
    with undone(empty):
        empty.keep_thought_record(one)
        empty.keep_thought_record(other)
        assert empty.thought_records(RecordFilter(**chosen)) == [one]
        assert RecordFilter(**chosen)


def test_that_a_filter_without_parts_is_none():
    assert not RecordFilter()
    assert RecordFilter(words=" ")
    assert "CANARY" not in repr(RecordFilter(words="CANARY", tags=("CANARY",)))
