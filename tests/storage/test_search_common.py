"""Words that stand in very many texts: the newest are found without going through all of them."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import search

LAST = dt.datetime(2026, 11, 22, 20)
NEVER, ALWAYS = 10**9, 1
WORDS = ("rain", "ra", "RÄIN", "rain te", "walk", "zeppelin", "rain zeppelin", "don't", "nothing")


def at(hours):
    return Moment.from_wall(LAST - dt.timedelta(hours=hours), "UTC")


def entry(number, hours):
    note = "It rained" if number % 2 else "Rain and some tea, " * 9 + "and rain"
    rare = " and a zeppelin, don't ask" if number % 300 == 7 else ""
    return Entry(at=at(hours), note=note + rare, tags=("walk",) if number % 3 else ())


def record(number, hours):
    return ThoughtRecord(at=at(hours), situation="rain" if number % 4 else "sun", tags=("walk",))


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory):
    """A journal that was written in another order than it tells of, with some of it away."""
    made, _ = Journal.create(tmp_path_factory.mktemp("common") / "journal", None)
    hours = Random(3).sample(range(5000), 1500)
    entries = tuple(entry(number, hours[number]) for number in range(1400))
    records = tuple(record(number, hours[1400 + number]) for number in range(100))
    made.add(Contents(entries=entries, thought_records=records))
    made.bin.put(entries[5].id)
    made.marks.seal(entries[8].id)
    yield made
    made.close()


@pytest.fixture
def looked(shuffled, monkeypatch):
    """Search in a way of choice."""

    def look(words, limit, common):
        monkeypatch.setattr(search, "_COMMON", common)
        return shuffled._store.search.items(words, dict.fromkeys(Kind, limit))

    return look


@pytest.mark.parametrize("limit", [1, 6, 50, 3000])
@pytest.mark.parametrize("words", WORDS)
def test_that_both_ways_of_looking_find_the_same_in_the_same_order(shuffled, looked, words, limit):
    rare, common = looked(words, limit, NEVER), looked(words, limit, ALWAYS)
    assert [one.hits for one in common] == [one.hits for one in rare]
    numbers = shuffled.looking.numbers_found(words)
    assert {one.kind: one.count for one in rare} == numbers
    for one in common:
        assert one.count in (None, numbers[one.kind])
        assert one.count is not None or numbers[one.kind] > len(one.hits)


def test_that_what_stands_far_back_is_found_all_the_same(looked, monkeypatch):
    monkeypatch.setattr(search, "_NEWEST", 30)
    for words in WORDS:
        assert [one.hits for one in looked(words, 3, ALWAYS)] == [
            one.hits for one in looked(words, 3, NEVER)
        ]


def test_that_words_are_counted_as_the_index_has_them():
    assert search._parts("Don't \0 RÄIN-coat ♥") == ["don", "t", "rain", "coat"]


def test_that_no_words_are_in_nothing(shuffled):
    assert shuffled.looking.numbers_found(" ?") == {}


def test_that_nothing_of_what_was_looked_through_stays(shuffled, looked):
    assert looked("rain", 6, ALWAYS)
    assert shuffled.file.execute("SELECT count(*) FROM few_texts").fetchone() == (0,)
    assert shuffled.file.execute("SELECT count(*) FROM few_idx").fetchone() == (0,)


def test_that_the_first_results_take_no_more_steps_in_a_long_journal(tmp_path):
    steps = []
    for count in (700, 2800):
        made, _ = Journal.create(tmp_path / str(count), None)
        made.add(Contents(entries=tuple(entry(number, number) for number in range(count))))
        steps.append(_steps(made, lambda j: j.looking.search("rain", 6)))
        counted = _steps(made, lambda j: j.looking.numbers_found("rain"))
        made.close()
    few, many = steps
    assert many <= few * 1.1
    assert counted > many  # going through all of it would be noticed


def _steps(journal, work):
    """Return how many steps SQLite takes, the second time."""
    work(journal)
    taken = 0

    def step():
        nonlocal taken
        taken += 1
        return 0

    journal.file.conn.set_progress_handler(step, 20)
    work(journal)
    journal.file.conn.set_progress_handler(None, 0)
    return taken
