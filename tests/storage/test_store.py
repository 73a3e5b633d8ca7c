import dataclasses
import datetime as dt
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.details import (
    Basic,
    Picture,
    ScaleValue,
    Sensation,
    Trigger,
    TriggerKind,
)
from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.errors import (
    JournalDamagedError,
    JournalUnavailableError,
    NotWrittenError,
)
from resilience_desktop.storage import entries as stored_entries
from resilience_desktop.storage.connection import in_plain_words
from resilience_desktop.storage.driver import sqlite
from resilience_desktop.storage.items import Place
from resilience_desktop.storage.search import Searchable
from resilience_desktop.storage.vault import Vault


@pytest.fixture
def store(folder):
    store, _ = Vault(folder).create(None)
    yield store
    store.close()


@pytest.fixture
def entry(noon):
    return Entry(
        at=noon,
        mood=-2,
        energy=1,
        feelings=(Feeling("worried", 70), Feeling("my own word")),
        note="Walked by the Straße, café closed.",
        tags=("walk", "alone"),
        sleep_hours=6.5,
        sleep_quality=2,
        sensations=(Sensation("tight chest", "chest_breath", 60), Sensation("buzzing")),
        triggers=(Trigger("rent letter", TriggerKind.STRESS), Trigger("phone")),
        basics=(Basic("water", done=True), Basic("meals", done=False)),
        scales=(ScaleValue("pain", -3), ScaleValue("stress", 7)),
        went_well="Opened the window",
        pictures=(Picture("one", "a heron"), Picture("two")),
        starred=True,
        frame=Frame.TODAY,
        converted_from="40 on 0..100",
        source="abc",
    )


@pytest.fixture
def record(noon):
    return ThoughtRecord(
        at=noon,
        situation="The team meeting",
        feelings=(RatedFeeling("ashamed", 80, 45), RatedFeeling("relieved", None, 35)),
        thoughts=(AutomaticThought("They saw", 85, 40, hot=True), AutomaticThought("She looked")),
        patterns=(ChosenPattern("mind_reading", main=True), ChosenPattern("labeling")),
        balanced_thought="It went through",
        balanced_belief=70,
        step=Step.LOOK_AGAIN,
        finished=True,
    )


def at(day, hour=12):
    return Moment.from_wall(dt.datetime.combine(day, dt.time(hour)), "Europe/London")


def hits(store, words, limit=10):
    """Return everything found, of whatever kind."""
    found = store.search.items(words, dict.fromkeys(Kind, limit))
    return [hit for kind in found for hit in kind.hits]


def days_of(store, words):
    return [hit.at.day for hit in hits(store, words)]


def test_that_an_entry_and_a_record_come_back_as_they_went_in(store, entry, record):
    with store.writing():
        store.entries.put(entry)
        store.thought_records.put(record)
    assert store.entries.get(entry.id) == entry
    assert store.thought_records.get(record.id) == record
    assert store.entries.some([entry.id]) == {entry.id: entry}
    assert store.thought_records.some([record.id]) == {record.id: record}
    assert store.entries.get("unknown") is None


def test_that_a_change_replaces_every_part(store, entry, record):
    store.entries.put(entry)
    store.thought_records.put(record)
    changed = dataclasses.replace(
        entry,
        feelings=(),
        tags=("home",),
        note="Other",
        mood=None,
        sleep_quality=None,
        sensations=(),
        basics=(),
        went_well="",
        pictures=(Picture("two", "the canal"),),
    )
    again = dataclasses.replace(record, thoughts=(), patterns=(), situation="Later")
    store.entries.put(changed)
    store.thought_records.put(again)
    assert store.entries.get(entry.id) == changed
    assert store.thought_records.get(record.id) == again
    for words in ("walked", "they saw", "heron", "opened", "buzzing"):
        assert hits(store, words) == [], words
    assert len(hits(store, "canal")) == 1


def test_that_a_day_before_1900_is_kept(store):
    old = Entry(at=at(dt.date(1660, 1, 11)), note="Lord's day")
    store.entries.put(old)
    assert store.entries.between(dt.date(1660, 1, 11), dt.date(1660, 1, 11)) == [old]
    assert store.items.span() == (dt.date(1660, 1, 11), dt.date(1660, 1, 11))


def test_that_an_empty_journal_has_no_span(store):
    assert store.items.span() is None


def test_that_the_timeline_pages_through_everything_once_newest_first(store):
    entries = [Entry(at=at(dt.date(2026, 1, 1) + dt.timedelta(days=n // 3), 8)) for n in range(50)]
    for e in entries:
        store.entries.put(e)
    seen, before = [], None
    while page := store.items.page(before, 7):
        seen += [id_ for _, id_, _ in page]
        before = page[-1][0]
    assert seen == [e.id for e in reversed(entries)]


def test_that_a_day_groups_by_the_clock_on_the_wall(store):
    new_year = Entry(
        at=Moment.from_wall(dt.datetime(2026, 12, 31, 23, 30), "America/New_York"), note="late"
    )
    store.entries.put(new_year)
    assert store.entries.between(dt.date(2026, 12, 31), dt.date(2026, 12, 31)) == [new_year]
    from_there = store.items.page(Place.end_of(dt.date(2026, 12, 31)), 5)
    assert [id_ for _, id_, _ in from_there] == [new_year.id]
    assert store.items.page(Place.end_of(dt.date(2026, 12, 30)), 5) == []


def test_that_search_finds_beginnings_of_words_without_accents_or_case(store, entry, record):
    store.entries.put(entry)
    store.thought_records.put(record)
    for words in (
        *("CAFE", "cafe clos", "worr", "alone", '"walked"', "own my walked"),
        *("heron", "opened walked", "tight ch", "rent", "buzz"),
    ):
        assert [h.id for h in hits(store, words)] == [entry.id], words
    for words in ("meeting", "looked", "went through", "relieved"):
        assert [h.id for h in hits(store, words)] == [record.id], words
    assert hits(store, "walked meeting") == []


def test_that_search_marks_the_words_it_found(store, entry):
    store.entries.put(entry)
    (hit,) = hits(store, "walk")
    assert hit.kind is Kind.ENTRY
    assert next(piece for piece, found in hit.excerpt if found) == "Walked"
    assert "by the Straße" in "".join(piece for piece, _ in hit.excerpt)


def test_that_search_tells_how_the_sentences_begin_where_only_a_label_matches(store, noon):
    store.entries.put(Entry(at=noon, note="Along the river", tags=("walk",)))
    (by_tag,), (by_word,) = hits(store, "walk"), hits(store, "river")
    assert (by_tag.excerpt, by_tag.beginning) == ((("walk", True),), "Along the river")
    assert by_word.beginning is None


@given(st.text(max_size=30))
def test_that_nothing_typed_into_search_is_an_error(store, typed):
    hits(store, typed, 3)


@given(st.text(alphabet="ab\"' *()-:^+{}\x00\x02\x03AND OR NOT NEAR\\ä😀", max_size=14))
def test_that_search_signs_are_only_text(store, typed):
    hits(store, typed, 3)


def test_that_marks_of_our_own_in_a_note_do_no_harm(store, noon):
    store.entries.put(Entry(at=noon, note="odd \x02 signs \x03 here\x00"))
    (hit,) = hits(store, "signs", 3)
    assert ("signs", True) in hit.excerpt


def test_that_the_bin_hides_an_item_everywhere_and_gives_it_back(store, entry, record):
    store.entries.put(entry)
    store.thought_records.put(record)
    assert store.items.bin(entry.id)
    assert not store.items.bin(entry.id)
    assert hits(store, "walked") == []
    assert [id_ for _, id_, _ in store.items.page(None, 9)] == [record.id]
    assert store.entries.between(entry.at.day, entry.at.day) == []
    assert store.items.counts() == {(Kind.ENTRY, True): 1, (Kind.THOUGHT_RECORD, False): 1}
    store.entries.put(dataclasses.replace(entry, note="walked on"))
    assert hits(store, "walked") == []
    assert store.items.take_out(entry.id, Searchable(("walked",)))
    assert not store.items.take_out(entry.id, Searchable(("walked",)))
    assert len(hits(store, "walked")) == 1


def test_that_unfinished_records_come_first(store, record):
    later = dataclasses.replace(record, id="b", at=at(dt.date(2026, 12, 1)))
    unfinished = dataclasses.replace(record, id="c", at=at(dt.date(2020, 1, 1)), finished=False)
    for r in (record, later, unfinished):
        store.thought_records.put(r)
    assert [r.id for r in store.thought_records.newest_first()] == ["c", "b", record.id]
    assert len(store.thought_records.all(binned=False)) == 3


def test_that_feelings_used_most_come_first_and_then_those_used_last(store):
    for n, word in enumerate(["sad", "calm", "sad", "own"]):
        store.entries.put(Entry(at=at(dt.date(2026, 1, 1 + n)), feelings=(Feeling(word),)))
    assert store.entries.most_used_feelings(2) == ["sad", "own"]
    assert store.entries.most_used_feelings(9) == ["sad", "own", "calm"]


def test_that_what_was_used_long_ago_gives_way_to_what_is_used_now(store, monkeypatch):
    monkeypatch.setattr(stored_entries, "_LATELY", 3)
    words = ["numb"] * 5 + ["calm", "calm", "glad"]
    for n, word in enumerate(words):
        store.entries.put(
            Entry(
                at=at(dt.date(2026, 1, 1 + n)),
                feelings=(Feeling(word),),
                sensations=(Sensation(word, "whole_body"),),
            )
        )
    assert store.entries.most_used_feelings(9) == ["calm", "glad"]
    assert store.entries.most_used_details("sensation", 9) == [
        ("calm", "whole_body"),
        ("glad", "whole_body"),
    ]


def test_that_triggers_and_sensations_are_offered_apart_with_what_they_belong_to(store, noon):
    rent = Trigger("rent", TriggerKind.STRESS)
    for n in range(3):
        store.entries.put(
            Entry(
                at=noon,
                triggers=(rent,) if n else (Trigger("rent"), Trigger("Ann", TriggerKind.PEOPLE)),
                sensations=(Sensation("hot", "head_face", 40),) * n,
                pictures=(Picture("one"),),
            )
        )
    assert store.entries.most_used_details("trigger", 9) == [
        ("rent", "stress"),
        ("Ann", "people"),
        ("rent", ""),
    ]
    assert store.entries.most_used_details("trigger", 1) == [("rent", "stress")]
    assert store.entries.most_used_details("sensation", 9) == [("hot", "head_face")]


def test_that_a_day_has_the_mean_of_its_moments_or_what_was_said_of_it(store, record):
    first = dt.date(2026, 1, 1)

    def keep(number, mood, frame=Frame.NOW):
        store.entries.put(
            Entry(at=at(first + dt.timedelta(days=number)), mood=mood, frame=frame, note="x")
        )

    keep(0, -2)
    keep(0, 3)
    keep(0, 5, Frame.TODAY)
    keep(1, 4, Frame.TODAY)
    keep(2, None)
    store.thought_records.put(dataclasses.replace(record, at=at(first + dt.timedelta(days=3))))
    days = [first + dt.timedelta(days=n) for n in range(5)]
    found = {days[0]: (0.5, 3), days[1]: (4.0, 1), days[2]: (None, 1), days[3]: (None, 1)}
    assert store.entries.days(days[0], days[4]) == found
    assert store.entries.days(days[1], days[2]) == {d: found[d] for d in days[1:3]}
    assert store.entries.these_days([days[3], days[0], days[4]]) == {
        d: found[d] for d in (days[0], days[3])
    }
    assert store.entries.these_days([]) == {}


def test_that_a_draft_is_kept_until_it_is_dropped(store, entry):
    assert store.drafts.get("new") is None
    store.drafts.put("new", entry)
    store.drafts.put("new", dataclasses.replace(entry, mood=3))
    assert store.drafts.get("new") == dataclasses.replace(entry, mood=3)
    assert store.drafts.all() == {"new": dataclasses.replace(entry, mood=3)}
    store.drafts.drop("new")
    assert store.drafts.all() == {}


def test_that_a_write_that_fails_half_way_leaves_nothing(store, entry):
    def half_way():
        with store.writing():
            store.entries.put(entry)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_way()
    assert store.entries.get(entry.id) is None
    assert hits(store, "walked", 3) == []


def test_that_a_sound_file_has_no_problems_and_a_broken_link_is_one(store, entry):
    store.entries.put(entry)
    assert store.problems() == []
    store.db.execute("PRAGMA foreign_keys = OFF")
    store.db.execute("INSERT INTO entry_tags VALUES (999, 0, 'x')")
    assert store.problems() == ["broken link in entry_tags"]


def test_that_the_journal_belongs_to_one_thread(store):
    caught = []

    def peek():
        try:
            store.items.span()
        except sqlite.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=peek)
    thread.start()
    thread.join()
    assert caught


def test_that_many_ids_can_be_read_at_once(store, noon):
    for n in range(1100):
        store.entries.put(Entry(at=noon, tags=(f"tag {n}",)))
    assert len({e.tags for e in store.entries.between(noon.day, noon.day)}) == 1100


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SQLITE_FULL", NotWrittenError),
        ("SQLITE_IOERR_FSYNC", NotWrittenError),
        ("SQLITE_READONLY_DBMOVED", NotWrittenError),
        ("SQLITE_BUSY_SNAPSHOT", JournalUnavailableError),
        ("SQLITE_CORRUPT_INDEX", JournalDamagedError),
    ],
)
def test_that_a_fault_of_the_computer_is_put_into_words(name, expected):
    error = sqlite.OperationalError("near CANARY")
    error.sqlite_errorname = name
    with pytest.raises(expected) as caught, in_plain_words():
        raise error
    assert "CANARY" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_that_our_own_mistakes_stay_exceptions(store):
    with pytest.raises(sqlite.OperationalError), store.reading():
        store.db.execute("SELECT nonsense FROM nowhere")


def test_that_a_full_disk_loses_nothing_and_saving_goes_on_afterwards(store, entry, noon):
    store.entries.put(entry)
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    big = Entry(at=noon, note="x" * 100_000)
    with pytest.raises(NotWrittenError, match="disk is full"), store.writing():
        store.entries.put(big)
    store.db.execute("PRAGMA max_page_count = 1000000")
    with store.writing():
        store.entries.put(big)
    assert store.entries.get(entry.id) == entry
    assert store.entries.get(big.id) == big


def test_that_many_entries_written_at_once_are_as_if_written_one_by_one(store, entry):
    again = [
        dataclasses.replace(entry, id=f"new {n}", source=f"row {n}", sealed=n % 7 == 0)
        for n in range(450)
    ]
    store.entries.put(entry)
    store.entries.put_new(again[:-1])
    store.entries.put(again[-1])
    assert store.entries.all(binned=False) == [entry, *again]
    shown = [one for one in again if not one.sealed]
    (found,) = store.search.items("walked", dict.fromkeys(Kind, 1000))
    assert {hit.id for hit in found.hits} == {entry.id, *(one.id for one in shown)}
    assert store.problems() == []


@pytest.mark.parametrize("more", [0, 2000])
def test_that_ids_that_are_there_are_known_whichever_are_fewer(store, entry, more):
    here = [dataclasses.replace(entry, id=f"new {n}", source="") for n in range(900)]
    store.entries.put_new(here)
    store.items.bin("new 3")
    asked = {"new 3", "new 800", "other", *(f"unknown {n}" for n in range(more))}
    assert store.items.known(asked) == {"new 3", "new 800"}
    assert store.items.known(()) == set()
