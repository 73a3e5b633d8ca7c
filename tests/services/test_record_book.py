"""The thought records of a journal, gone through and laid side by side."""

import datetime as dt

import pytest

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_filter import RecordFilter, RecordState
from resilience_desktop.domain.thought_record import ChosenPattern, RatedFeeling, ThoughtRecord
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.record_book import RecordPage
from tests.record_facts import brief_of


@pytest.fixture
def journal(tmp_path):
    made, _ = Journal.create(tmp_path / "journal", None)
    yield made
    made.close()


def record(day, **parts):
    at = Moment.from_wall(dt.datetime(2026, 3, day, 12), "Europe/London")
    return ThoughtRecord(at=at, **{"finished": True, **parts})


def test_that_the_beginning_says_how_many_there_are_in_all(journal):
    assert journal.records.beginning(RecordFilter()) == RecordPage((), 0, any_written=False)
    found = [record(day) for day in (3, 2, 1)]
    for one in found:
        journal.keep_thought_record(one)
    whole = journal.records.beginning(RecordFilter(), 2)
    assert whole == RecordPage(tuple(map(brief_of, found[:2])), 3, any_written=True)
    none = journal.records.beginning(RecordFilter(tags=("rent",)))
    assert none == RecordPage((), 0, any_written=True)


def test_that_what_is_sealed_binned_or_unfinished_is_not_counted(journal):
    rated = {"feelings": (RatedFeeling("sad", 80, 30),)}
    kept, sealed, binned, unfinished = (
        record(1, **rated, patterns=(ChosenPattern("not_a_distortion"),)),
        record(2, sealed=True, **rated),
        record(3, **rated),
        record(4, finished=False, **rated),
    )
    for one in (kept, sealed, binned, unfinished):
        journal.keep_thought_record(one)
    journal.bin.put(binned.id)
    seen = journal.records.seen()
    assert (seen.records, [one.record for one in seen.rated_twice]) == (1, [kept.id])
    assert seen.patterns == ()
    assert [one.number for one in seen.in_place_of_patterns] == [1]


def test_that_only_the_days_asked_for_are_looked_at(journal):
    for day in range(1, 6):
        journal.keep_thought_record(record(day))
    assert journal.records.seen(dt.date(2026, 3, 2), dt.date(2026, 3, 4)).records == 3
    assert journal.records.seen(dt.date(2026, 3, 4)).records == 2


def test_that_what_two_things_are_counted_in_is_what_a_filter_of_both_finds(journal):
    """A feeling that came up later, and a record that is unfinished, are in neither."""
    words = {"patterns": (ChosenPattern("labeling"),), "feelings": (RatedFeeling("sad"),)}
    later = {**words, "feelings": (RatedFeeling("sad", None, 30),)}
    for one in (
        *(record(day, **words) for day in (1, 2, 3)),
        record(4, **later),
        record(5, finished=False, **words),
    ):
        journal.keep_thought_record(one)
    (pair,) = journal.records.seen().together
    found = journal.records.page(
        RecordFilter(patterns=("labeling",), feelings=("sad",), state=RecordState.FINISHED)
    )
    assert [one.id for one in found] == list(pair.records)
