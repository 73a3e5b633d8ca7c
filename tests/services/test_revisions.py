import dataclasses
import datetime as dt

import pytest

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.revision import MOST
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.errors import JournalUnavailableError
from resilience_desktop.services import clock as computer_clock
from resilience_desktop.services.contents import Contents
from resilience_desktop.storage.revisions import Revisions

NOON = Moment.from_wall(dt.datetime(2026, 11, 22, 12), "Europe/London")


class Clock:
    """A clock that stands still until it is put on."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now

    def put_on(self, **time):
        self.now = Moment.from_instant(self.now.utc + dt.timedelta(**time), "Europe/London")


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(computer_clock, "now", clock)
    return clock


@pytest.fixture
def entry():
    return Entry(at=NOON, mood=-2, note="first")


@pytest.fixture
def record():
    return ThoughtRecord(at=NOON, situation="first")


def changed(item, words):
    part = "note" if isinstance(item, Entry) else "situation"
    return dataclasses.replace(item, **{part: words})


def words_of(journal, id_):
    """Return the words of each earlier version, newest first."""
    found = [revision.item for revision in journal.revisions.of(id_)]
    return [item.note if isinstance(item, Entry) else item.situation for item in found]


# Entries


def test_that_a_new_entry_has_no_earlier_version(journal, entry):
    journal.keep_entry(entry)
    assert journal.revisions.of(entry.id) == []
    assert not journal.revisions.any()


def test_that_a_changed_entry_keeps_what_it_was_and_when_that_was(journal, entry, clock):
    journal.keep_entry(entry)
    clock.put_on(seconds=5)
    journal.keep_entry(changed(entry, "second"))
    clock.put_on(days=1)
    journal.keep_entry(changed(entry, "third"))
    newest, oldest = journal.revisions.of(entry.id)
    assert (oldest.item, oldest.kept) == (entry, NOON)
    assert newest.item.note == "second"
    assert newest.kept.utc == NOON.utc + dt.timedelta(seconds=5)
    assert newest.number > oldest.number
    assert journal.revisions.any()


def test_that_keeping_the_same_again_is_no_change(journal, entry):
    for _ in range(3):
        journal.keep_entry(entry)
    assert journal.revisions.of(entry.id) == []


def test_that_the_last_twenty_are_kept(journal, entry):
    for number in range(30):
        journal.keep_entry(changed(entry, str(number)))
    assert words_of(journal, entry.id) == [str(number) for number in range(28, 28 - MOST, -1)]


def test_that_what_came_from_elsewhere_keeps_what_it_was_too(journal, entry):
    journal.add(Contents(entries=(entry,)))
    journal.keep_entry(changed(entry, "second"))
    (revision,) = journal.revisions.of(entry.id)
    assert (revision.item, revision.kept) == (entry, entry.at)


# Thought records


def test_that_typing_in_a_record_leaves_no_version_each_second(journal, record, clock):
    for number in range(100):
        journal.keep_thought_record(changed(record, f"typed {number}"))
        clock.put_on(seconds=3)
    assert words_of(journal, record.id) == []


def test_that_a_long_sitting_leaves_one_every_ten_minutes(journal, record, clock):
    for number in range(41 * 60 // 30):
        journal.keep_thought_record(changed(record, f"typed {number}"))
        clock.put_on(seconds=30)
    assert words_of(journal, record.id) == ["typed 79", "typed 59", "typed 39", "typed 19"]


def test_that_coming_back_later_keeps_what_was_left(journal, record, clock):
    journal.keep_thought_record(record)
    clock.put_on(minutes=1)
    journal.keep_thought_record(changed(record, "left"))
    clock.put_on(days=1)
    journal.keep_thought_record(changed(record, "another day"))
    (revision,) = journal.revisions.of(record.id)
    assert revision.item.situation == "left"
    assert revision.kept.utc == NOON.utc + dt.timedelta(minutes=1)


def test_that_a_finished_record_is_kept_as_it_was_finished(journal, record, clock):
    journal.keep_thought_record(record)
    finished = dataclasses.replace(record, situation="finished", finished=True)
    journal.keep_thought_record(finished)
    for number in range(20):
        clock.put_on(seconds=1)
        journal.keep_thought_record(changed(finished, f"typed {number}"))
    assert [revision.item for revision in journal.revisions.of(record.id)] == [finished]


def test_that_where_a_record_was_left_is_saved_without_a_version(journal, record, clock):
    journal.keep_thought_record(record)
    journal.keep_thought_record(dataclasses.replace(record, step=Step.BALANCED))
    assert journal.revisions.of(record.id) == []
    assert journal.thought_record(record.id).step is Step.BALANCED


def test_that_a_clock_that_was_put_back_loses_no_version(journal, record, clock):
    journal.keep_thought_record(record)
    clock.put_on(days=-4000)
    journal.keep_thought_record(changed(record, "second"))
    assert words_of(journal, record.id) == ["first"]


# Going back


@pytest.mark.parametrize("kind", ["entry", "record"])
def test_that_going_back_keeps_the_present_one_too(journal, entry, record, clock, kind):
    item = entry if kind == "entry" else record
    keep = journal.keep_entry if kind == "entry" else journal.keep_thought_record
    keep(item)
    clock.put_on(minutes=20)
    keep(changed(item, "second"))
    clock.put_on(seconds=1)
    (revision,) = journal.revisions.of(item.id)
    assert journal.revisions.restore(item.id, revision.number) == Changes(True, True)
    found = journal.entry(item.id) if kind == "entry" else journal.thought_record(item.id)
    assert found == item
    assert words_of(journal, item.id) == ["second", "first"]
    assert len(journal.looking.search("first")) == 1
    assert journal.looking.search("second") == []
    clock.put_on(seconds=1)
    journal.revisions.restore(item.id, journal.revisions.of(item.id)[0].number)
    assert words_of(journal, item.id) == ["first", "second", "first"]


def test_that_going_back_to_what_is_there_changes_nothing(journal, entry, clock):
    journal.keep_entry(entry)
    journal.keep_entry(changed(entry, "second"))
    journal.keep_entry(entry)
    number = journal.revisions.of(entry.id)[-1].number
    journal.revisions.restore(entry.id, number)
    assert words_of(journal, entry.id) == ["second", "first"]


def test_that_a_version_that_is_not_there_is_said_so(journal, entry):
    journal.keep_entry(entry)
    with pytest.raises(JournalUnavailableError):
        journal.revisions.restore(entry.id, 1)
    with pytest.raises(JournalUnavailableError):
        journal.revisions.restore("nothing", 1)


def test_that_versions_go_with_what_they_are_of(journal, entry):
    journal.keep_entry(entry)
    journal.keep_entry(changed(entry, "second"))
    journal.bin.put(entry.id)
    assert words_of(journal, entry.id) == ["first"]
    journal.bin.delete_for_good([entry.id])
    assert journal.revisions.of(entry.id) == []


def test_that_a_change_and_its_version_are_kept_together_or_not_at_all(journal, entry, monkeypatch):
    journal.keep_entry(entry)

    def fail(*_args, **_options):
        raise RuntimeError

    monkeypatch.setattr(Revisions, "follow", fail)
    with pytest.raises(RuntimeError):
        journal.keep_entry(changed(entry, "second"))
    assert journal.entry(entry.id) == entry


def test_that_no_words_show_in_a_repr(journal, entry):
    journal.keep_entry(changed(entry, "CANARY"))
    journal.keep_entry(entry)
    assert "CANARY" not in repr(journal.revisions.of(entry.id))
