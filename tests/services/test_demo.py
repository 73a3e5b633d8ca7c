import dataclasses
import datetime as dt
import itertools

import pytest

from resilience_desktop.content import thinking_patterns
from resilience_desktop.services.demo import DAYS, demo_contents

LAST = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def contents():
    return demo_contents(LAST, "Europe/London")


def without_ids(items):
    return [dataclasses.replace(item, id="") for item in items]


def test_that_the_made_up_person_writes_the_same_every_time(contents):
    again = demo_contents(LAST, "Europe/London")
    assert without_ids(again.entries) == without_ids(contents.entries)
    assert without_ids(again.thought_records) == without_ids(contents.thought_records)
    assert {e.id for e in again.entries}.isdisjoint(e.id for e in contents.entries)


def test_that_a_day_later_everything_is_a_day_later(contents):
    later = demo_contents(LAST + dt.timedelta(days=1), "Europe/London")
    days = [record.at.day + dt.timedelta(days=1) for record in contents.thought_records]
    assert [record.at.day for record in later.thought_records] == days


def test_that_it_spans_fourteen_months_with_gaps_and_low_spells(contents):
    days = sorted({entry.at.day for entry in contents.entries})
    assert LAST - dt.timedelta(days=DAYS) <= days[0]
    assert days[-1] <= LAST
    assert (days[-1] - days[0]).days > 400
    gaps = [(later - day).days for day, later in itertools.pairwise(days)]
    assert max(gaps) > 10
    low = [e for e in contents.entries if e.mood <= -3]
    assert low
    assert len(low) < len(contents.entries) / 4


def test_that_nothing_is_empty_and_nothing_claims_to_be_imported(contents):
    assert not any(entry.is_empty for entry in contents.entries)
    assert not any(entry.source or entry.converted_from for entry in contents.entries)
    assert any(entry.note for entry in contents.entries)
    assert any(feeling.intensity for entry in contents.entries for feeling in entry.feelings)


def test_that_the_thought_records_are_whole(contents):
    known = {pattern.id for pattern in thinking_patterns()}
    assert any(record.is_rated_again for record in contents.thought_records)
    for record in contents.thought_records:
        assert record.finished
        assert record.can_finish
        assert {chosen.pattern for chosen in record.patterns} <= known


def test_that_it_can_be_kept_and_found(journal, contents):
    assert journal.add(contents) == contents
    assert journal.contents().entries == contents.entries
    assert journal.verify().problems == ()
    assert journal.add(contents).entries == ()
