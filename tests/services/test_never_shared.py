"""What is never shared: it stays so, and its words are in nothing made for somebody else."""

import dataclasses

import pytest
from hypothesis import given

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.domain.thought_record import Share, ThoughtRecord
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services import sharing
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.sharing import ReportChoice
from tests.reports.reading import text_of
from tests.strategies import entries


@pytest.fixture
def kept(journal, noon):
    """A starred entry with words of its own."""
    entry = Entry(at=noon, mood=-3, note="zeppelin", starred=True, tags=("walk",))
    journal.keep_entry(entry)
    return entry


def words_of(journal, entry):
    day = entry.at.day
    records = tuple(record.id for record in journal.thought_records())
    choice = ReportChoice(
        first=day,
        last=day,
        entry_ids=frozenset({entry.id}),
        record_ids=records,
        made_on=day,
    )
    return text_of(sharing.pdf_of(sharing.compose(journal, choice)))


def test_that_an_entry_is_never_shared_until_that_is_taken_back(journal, kept):
    assert not journal.marks.is_never_shared(kept.id)
    assert "zeppelin" in words_of(journal, kept)
    assert journal.marks.never_share(kept.id, never=True) == Changes(entries=True)
    assert journal.marks.never_share(kept.id, never=True) == Changes()
    assert journal.marks.is_never_shared(kept.id)
    assert "zeppelin" not in words_of(journal, kept)  # although it was chosen by its id
    journal.marks.never_share(kept.id, never=False)
    assert "zeppelin" in words_of(journal, kept)


def test_that_its_mood_still_counts_and_it_can_be_found_by_its_person(journal, kept):
    journal.marks.never_share(kept.id, never=True)
    assert journal.looking.days(kept.at.day, kept.at.day) == {kept.at.day: (-3, 1)}
    assert journal.looking.search("zeppelin")
    assert "1 on 1 of 1 day" in words_of(journal, kept).replace("1 entry", "1")


def test_that_changing_an_entry_or_bringing_back_an_earlier_one_keeps_the_promise(journal, kept):
    journal.marks.never_share(kept.id, never=True)
    journal.keep_entry(dataclasses.replace(kept, note="zeppelins"))  # as the form had it before
    assert journal.entry(kept.id).never_share
    (earlier,) = journal.revisions.of(kept.id)
    journal.revisions.restore(kept.id, earlier.number)
    assert journal.entry(kept.id).note == "zeppelin"
    assert journal.entry(kept.id).never_share


def test_that_a_record_is_never_shared_by_what_is_said_of_it(journal, noon):
    record = ThoughtRecord(at=noon, situation="zeppelin", finished=True, starred=True)
    journal.keep_thought_record(record)
    entry = Entry(at=noon, note="rain")
    assert not journal.marks.is_never_shared(record.id)
    assert "zeppelin" in words_of(journal, entry)
    journal.keep_thought_record(dataclasses.replace(record, share=Share.NEVER))
    assert journal.marks.is_never_shared(record.id)
    assert "zeppelin" not in words_of(journal, entry)


def test_that_it_can_be_said_of_a_record_by_itself(journal, noon):
    record = ThoughtRecord(at=noon, situation="zeppelin", finished=True)
    journal.keep_thought_record(record)
    assert journal.marks.share(record.id, Share.NEVER) == Changes(thought_records=True)
    assert journal.marks.share(record.id, Share.NEVER) == Changes()
    assert journal.thought_record(record.id) == dataclasses.replace(record, share=Share.NEVER)
    assert [brief.never_share for brief in journal.records.page(RecordFilter(), None, 9)] == [True]
    journal.marks.share(record.id, Share.FULL)
    assert [brief.never_share for brief in journal.records.page(RecordFilter(), None, 9)] == [False]


def test_that_paper_says_what_is_counted_of_such_entries_and_not_how_many(journal, kept):
    said = "Of some entries only mood and sleep are counted"
    assert said not in words_of(journal, kept)
    journal.marks.never_share(kept.id, never=True)
    assert said in words_of(journal, kept)


def test_that_a_card_with_the_words_of_such_a_record_stays_out_too(journal, noon):
    record = ThoughtRecord(at=noon, situation="Stairs", finished=True)
    card = CopingCard("zeppelin", noon.day, record.id)
    journal.add(Contents(thought_records=(record,), cards=(card,)))
    chosen = ReportChoice(first=noon.day, last=noon.day, card_ids=(card.id,))
    assert list(sharing.excerpt(journal, chosen).cards) == [card]
    journal.keep_thought_record(dataclasses.replace(record, share=Share.NEVER))
    assert list(sharing.excerpt(journal, chosen).cards) == []


def test_that_nothing_is_said_of_what_is_gone(journal):
    assert not journal.marks.is_never_shared("nobody")
    assert journal.marks.never_share("nobody", never=True) == Changes()


def test_that_a_selection_leaves_it_out_and_says_how_many(journal, kept, noon):
    other = Entry(at=noon, note="rain", tags=("walk",))
    record = ThoughtRecord(at=noon, tags=("walk",), share=Share.NEVER)
    journal.add(Contents(entries=(other,), thought_records=(record,)))
    journal.marks.never_share(kept.id, never=True)
    found = journal.looking.selection(TimelineFilter(tags=("walk",)))
    assert (found.entries, found.records, found.kept_back) == ({other.id}, (), 2)


@given(entries())
def test_that_an_entry_comes_back_from_the_file_as_it_was_kept(tmp_path_factory, entry):
    from resilience_desktop.services.journal import Journal

    journal, _ = Journal.create(tmp_path_factory.mktemp("never") / "journal", None)
    journal.add(Contents(entries=(entry,)))
    assert journal.entry(entry.id) == entry
    journal.marks.never_share(entry.id, never=not entry.never_share)
    assert journal.entry(entry.id) == dataclasses.replace(entry, never_share=not entry.never_share)
    journal.close()
