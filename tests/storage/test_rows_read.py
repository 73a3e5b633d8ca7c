"""How much of the file a page of the timeline reads: as much with many entries as with few."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import replace

import pytest

from resilience_desktop.domain.details import Picture, Sensation, Trigger
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import Practice, Rating
from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.looking import Place
from resilience_desktop.storage.choosing import SHOWN, conditions_of
from resilience_desktop.storage.record_briefs import stretch
from resilience_desktop.storage.rows import in_lists

FEW, MANY = 300, 3000
STEPS = 20  # of SQLite's machine, counted as one
LAST = dt.datetime(2026, 11, 22, 20)
FILTERS = {
    "everything": TimelineFilter(),
    "words": TimelineFilter(words="rain"),
    "days": TimelineFilter(first=dt.date(2026, 11, 1), last=dt.date(2026, 11, 20)),
    "mood": TimelineFilter(lowest_mood=3),
    "feeling": TimelineFilter(feelings=("tired",)),
    "tag": TimelineFilter(tags=("walk",)),
    "body": TimelineFilter(sensations=("tight",)),
    "trigger": TimelineFilter(triggers=("a call",)),
    "kind": TimelineFilter(kind=Kind.THOUGHT_RECORD),
    "practices": TimelineFilter(kind=Kind.PRACTICE),
    "starred": TimelineFilter(starred=True),
    "picture": TimelineFilter(with_picture=True),
    "went well": TimelineFilter(went_well=True),
    "several": TimelineFilter(tags=("walk",), feelings=("tired",), lowest_mood=0),
}


def entry(number):
    every = number % 5 == 0
    return Entry(
        at=Moment.from_wall(LAST - dt.timedelta(hours=6 * number), "UTC"),
        mood=number % 11 - 5,
        note="rain" if every else "zeppelin" if number == 7 else "sun",
        feelings=(Feeling("tired"),) if every else (),
        tags=("walk",) if every else (),
        sensations=(Sensation("tight"),) if every else (),
        triggers=(Trigger("a call"),) if every else (),
        went_well="It was warm." if every else "",
        pictures=(Picture(f"p{number}"),) if every else (),
        starred=every,
    )


def record(number):
    at = Moment.from_wall(LAST - dt.timedelta(hours=30 * number + 1), "UTC")
    every = number % 5 == 0
    return ThoughtRecord(
        at=at,
        situation="rain",
        tags=("walk",) if every else (),
        sensations=(Sensation("tight"),) if every else (),
        triggers=(Trigger("a call"),) if every else (),
        evidence_for=("walk", "It was raining."),
    )


def practice(number):
    at = Moment.from_wall(LAST - dt.timedelta(hours=20 * number + 2), "UTC")
    return Practice(skill="slow_breathing", at=at, note="rain")


@pytest.fixture(scope="module", params=[FEW, MANY])
def sized(request, tmp_path_factory):
    made, _ = Journal.create(tmp_path_factory.mktemp("rows") / "journal", None)
    entries = tuple(map(entry, range(request.param)))
    records = tuple(map(record, range(request.param // 5)))
    practices = tuple(map(practice, range(request.param // 5)))
    made.add(Contents(entries=entries, thought_records=records, practices=practices))
    yield made
    made.close()


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    journals = []
    for size in (FEW, MANY):
        made, _ = Journal.create(tmp_path_factory.mktemp("rows") / "journal", None)
        made.add(Contents(entries=tuple(map(entry, range(size)))))
        journals.append(made)
    yield journals
    for made in journals:
        made.close()


@contextmanager
def counted(journal):
    """Count statements, and the steps SQLite takes for them."""
    connection = journal.file.conn
    seen = {"statements": 0, "steps": 0}

    def statement(sql):
        seen["statements"] += sql.lstrip().upper().startswith("SELECT")

    def step():
        seen["steps"] += 1
        return 0

    connection.set_trace_callback(statement)
    connection.set_progress_handler(step, STEPS)
    try:
        yield seen
    finally:
        connection.set_trace_callback(None)
        connection.set_progress_handler(None, 0)


def spent(journal, work):
    work(journal)  # statements are prepared the first time
    with counted(journal) as seen:
        work(journal)
    return seen


def oldest(journal):
    first, _ = journal.looking.span()
    return journal.looking.timeline(Place.end_of(first + dt.timedelta(days=10)))


@pytest.mark.parametrize(
    "work",
    [lambda j: j.looking.timeline(), oldest, lambda j: j.looking.days(LAST.date(), LAST.date())],
)
def test_that_a_page_reads_no_more_in_a_long_journal(both, work):
    few, many = (spent(journal, work) for journal in both)
    assert many["statements"] == few["statements"] <= 6
    assert many["steps"] <= few["steps"] * 1.5


def test_that_a_search_for_what_is_rare_asks_two_things(both):
    spents = [spent(journal, lambda j: j.looking.search("zeppelin")) for journal in both]
    assert [one["statements"] for one in spents] == [2, 2]
    assert spents[1]["steps"] * STEPS < MANY  # it does not go through all that is written


def test_that_practices_cost_a_page_no_more_than_entries_do(both, tmp_path):
    some = [MANY // 2, MANY // 2]
    mixed, _ = Journal.create(tmp_path / "journal", None)
    entries, practices = map(entry, range(some[0])), map(practice, range(some[1]))
    mixed.add(Contents(entries=tuple(entries), practices=tuple(practices)))
    alone, both_kinds = (spent(one, lambda j: j.looking.timeline()) for one in (both[1], mixed))
    mixed.close()
    assert both_kinds["steps"] <= alone["steps"] * 1.2
    assert both_kinds["statements"] <= alone["statements"] + 3  # the practices and their skills


def test_that_counting_a_list_reads_that_list_and_not_the_timeline(both):
    listed = TimelineFilter(tags=("walk",))
    looked_up = replace(listed, last=LAST.date())
    few, many = (
        spent(both[1], lambda j, c=chosen: j.looking.number_of(c))["steps"]
        for chosen in (listed, looked_up)
    )
    assert few * 2 < many


def test_that_reading_everything_would_be_noticed(both):
    few, many = (spent(j, lambda j: j.looking.timeline(limit=MANY)) for j in both)
    assert many["steps"] > few["steps"] * 5


@pytest.mark.parametrize("name", FILTERS)
def test_that_a_filter_uses_an_index_and_sorts_nothing(sized, name):
    conditions, values = conditions_of(FILTERS[name])
    query = " AND ".join((SHOWN, *conditions))
    plan = [
        row[3]
        for row in sized.file.execute(
            f"EXPLAIN QUERY PLAN SELECT id FROM items AS i WHERE {query} "  # noqa: S608
            "ORDER BY i.day DESC, i.utc DESC, i.seq DESC LIMIT 40",
            values,
        ).fetchall()
    ]
    assert not any("TEMP B-TREE" in step for step in plan), plan
    for step in plan:
        if step.startswith(("SCAN", "SEARCH")):
            assert "INDEX" in step, plan


@pytest.mark.parametrize("part", ["patterns", "feelings", "triggers", "tags"])
def test_that_a_filter_of_records_uses_an_index_and_sorts_nothing(sized, part):
    query, values = stretch(RecordFilter(**{part: ("walk",)}), None, 40, finished=True)
    plan = [step for *_, step in sized.file.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    assert not any("TEMP B-TREE" in step for step in plan), plan
    assert not any(step.startswith("SCAN") for step in plan), plan


@pytest.mark.parametrize("name", FILTERS)
def test_that_pages_of_a_filter_have_it_all_once_and_in_order(sized, name):
    chosen = FILTERS[name]
    page = sized.looking.timeline(limit=70, chosen=chosen)
    items, places = [*page.items], [*page.places]
    while page.end is not None:
        page = sized.looking.timeline(page.end, limit=70, chosen=chosen)
        items += page.items
        places += page.places
    assert len({item.id for item in items}) == len(items) == sized.looking.number_of(chosen) > 0
    assert places == sorted(places, key=lambda p: (p.day, p.utc, p.seq), reverse=True)
    middle = len(places) // 2
    newer = sized.looking.newer(places[middle], limit=30, chosen=chosen)
    assert newer.items == tuple(items[max(0, middle - 30) : middle])
    assert newer.end == places[middle]


def test_that_counting_patterns_goes_through_indexes_alone(sized):
    database, asked = sized._store.db, []
    database.conn.set_trace_callback(asked.append)
    assert sized._store.thought_records.times_named() == {}
    database.conn.set_trace_callback(None)
    (query,) = [one for one in asked if "record_patterns" in one]
    steps = [step for *_, step in database.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()]
    assert any("record_patterns_pattern" in step for step in steps)
    assert not any(step.startswith("SCAN") and "INDEX" not in step for step in steps)
    assert not any("items USING INTEGER PRIMARY KEY" in step for step in steps)


@pytest.mark.parametrize(
    "work",
    [
        lambda j: j.practices.all(),
        lambda j: j.practices.of("slow_breathing"),
        lambda j: j.practices.between(LAST.date() - dt.timedelta(days=9), LAST.date()),
    ],
)
def test_that_practices_are_read_by_the_index_of_their_kind_and_not_sorted(sized, work):
    database, asked = sized.file, []
    database.conn.set_trace_callback(asked.append)
    found = work(sized)
    database.conn.set_trace_callback(None)
    assert found == sorted(found, key=lambda one: one.at.utc)
    (query,) = asked
    plan = [step for *_, step in database.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()]
    assert "items_kind" in plan[0], plan
    assert not any("TEMP B-TREE" in step or step.startswith("SCAN") for step in plan), plan


def test_that_a_practice_comes_back_as_it_went_in(sized):
    whole = Practice(
        skill="slow_breathing",
        at=Moment.from_wall(LAST, "Europe/London"),
        seconds=90,
        stopped=True,
        before=70,
        after=40,
        answers=(("felt", "calm"), ("next", "tea")),
        wave=(Rating(0, 70), Rating(60, 50)),
        note="It was all right",
    )
    sized.practices.keep(whole)
    assert sized.practices.get(whole.id) == whole
    sized.practices.drop(whole)


@pytest.mark.parametrize(
    "work",
    [
        lambda j: j.looking.timeline(),
        oldest,
        lambda j: j.looking.timeline(chosen=FILTERS["several"]),
        lambda j: j.looking.number_of(FILTERS["several"]),
        lambda j: j.looking.days(LAST.date(), LAST.date()),
        lambda j: j.records.beginning(RecordFilter(tags=("walk",))),
        lambda j: j.records.seen(),
    ],
)
def test_that_no_statement_is_planned_anew_each_time(sized, work):
    assert planned(sized, work) == 0


def test_that_a_bound_limit_would_be_noticed(sized):
    query = "SELECT id FROM items LIMIT ?"
    assert planned(sized, lambda j: j.file.execute(query, [1]).fetchall()) > 0


def test_that_many_statements_do_not_push_each_other_out(sized):
    def many(journal):
        for number in range(300):
            journal.file.execute(f"SELECT {number}").fetchall()

    assert planned(sized, many) == 0


def planned(journal, work):
    """Return how often SQLite, when it plans a statement, asks about a part of it."""
    asked = []
    connection = journal.file.conn
    connection.set_authorizer(lambda *about: asked.append(about) or 0)  # makes it plan all anew
    try:
        work(journal)
        work(journal)
        asked.clear()
        work(journal)
        return len(asked)
    finally:
        connection.set_authorizer(None)


@pytest.mark.parametrize("number", [0, 1, 2, 3, 5, 512, 513, 1300])
def test_that_long_lists_are_read_in_parts_of_a_few_lengths(number):
    parts = [part for _, part in in_lists(range(number))]
    assert [*dict.fromkeys(one for part in parts for one in part)] == list(range(number))
    assert {len(part) for part in parts} <= {1, 2, 4, 8, 512}
