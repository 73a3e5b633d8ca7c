"""Tags: renamed and merged everywhere, grouped, put away."""

import contextlib
import dataclasses
import datetime as dt

import pytest

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.tag import ACTIVITIES, PEOPLE, Tag
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.domain.timeline_filter import SavedFilter, TimelineFilter
from resilience_desktop.errors import CancelledError
from resilience_desktop.services import tags as service
from resilience_desktop.storage import search as index

NOON = Moment.from_wall(dt.datetime(2026, 11, 22, 12), "Europe/London")


def keep(journal, *tags, **more):
    entry = Entry(at=NOON, tags=tags, note="x", **more)
    journal.keep_entry(entry)
    return entry


def tags_of(journal):
    return {entry.id: entry.tags for entry in journal.contents().entries}


def test_that_tags_are_those_in_use_and_those_made_to_be_used_most_used_first(journal):
    assert journal.tags.all() == []
    for tags in (("walk", "Ann"), ("walk",), ("walk", "walk", "reading")):
        keep(journal, *tags)
    assert journal.tags.keep(Tag("Ann", PEOPLE)) == Changes(settings=True)
    journal.tags.keep(Tag("swimming", "sport", archived=True))
    assert journal.tags.all() == [
        Tag("walk", ACTIVITIES, used=3),
        Tag("Ann", PEOPLE, used=1),
        Tag("reading", used=1),
        Tag("swimming", "sport", archived=True),
    ]
    journal.tags.keep(Tag("swimming", ACTIVITIES))
    assert journal.tags.all()[-1] == Tag("swimming")


def test_that_forgetting_a_tag_leaves_the_entries_as_they_are(journal):
    entry = keep(journal, "Ann")
    journal.tags.keep(Tag("Ann", PEOPLE))
    journal.tags.keep(Tag("Ben", PEOPLE))
    for word in ("Ann", "Ben"):
        assert journal.tags.forget(word) == Changes(settings=True)
    assert journal.tags.all() == [Tag("Ann", used=1)]
    assert tags_of(journal) == {entry.id: ("Ann",)}


def test_that_a_tag_is_renamed_in_entries_drafts_filters_search_the_bin_and_what_is_sealed(journal):
    entry, binned, sealed = (keep(journal, "Anne", "walk") for _ in range(3))
    journal.bin.put(binned.id)
    journal.marks.seal(sealed.id)
    draft = Entry(at=NOON, tags=("tea", "Anne"))
    journal.drafts.keep("entry:new", draft)
    journal.drafts.keep(f"entry:{entry.id}", Entry(at=NOON, id=entry.id, note="no tags"))
    with_ann = SavedFilter("With Ann", TimelineFilter(tags=("Anne", "tea")))
    others = SavedFilter("Rain", TimelineFilter(words="Anne"))
    journal.keep_settings(JournalSettings(filters=(with_ann, others)))
    journal.tags.keep(Tag("Anne", PEOPLE, archived=True))

    assert journal.tags.rename("Anne", "  Ann  Lee ") == Changes(
        entries=True, thought_records=True, settings=True
    )
    contents = journal.contents()
    for one in (*contents.entries, *contents.binned_entries):
        assert one.tags == ("Ann Lee", "walk")
    assert contents.entries[1].sealed
    assert journal.drafts.get("entry:new") == dataclasses.replace(draft, tags=("tea", "Ann Lee"))
    assert journal.drafts.get(f"entry:{entry.id}").note == "no tags"
    assert journal.tags.all() == [
        Tag("Ann Lee", PEOPLE, archived=True, used=3),
        Tag("walk", used=3),
    ]
    saved, same = journal.settings().filters
    assert saved == SavedFilter("With Ann", TimelineFilter(tags=("Ann Lee", "tea")))
    assert same == others
    assert next(h.id for found in journal.looking.search("lee") for h in found.hits) == entry.id
    assert journal.looking.search("anne") == []
    assert journal.verify().problems == ()


def test_that_a_tag_is_renamed_in_thought_records_too(journal):
    record = ThoughtRecord(at=NOON, situation="Stairs", tags=("walk", "Anne"), sealed=True)
    other = ThoughtRecord(at=NOON, situation="Door", tags=("Anne", "Ann"))
    for one in (record, other):
        journal.keep_thought_record(one)
    keep(journal, "Anne")
    assert Tag("Anne", used=3) in journal.tags.all()
    journal.tags.rename("Anne", "Ann")
    assert journal.thought_record(record.id) == dataclasses.replace(record, tags=("walk", "Ann"))
    assert journal.thought_record(other.id).tags == ("Ann",)
    assert journal.tags.all() == [Tag("Ann", used=3), Tag("walk", used=1)]
    (found,) = [f for f in journal.looking.search("ann") if f.kind is Kind.THOUGHT_RECORD]
    assert [hit.id for hit in found.hits] == [other.id]
    assert journal.looking.search("anne") == []
    assert journal.verify().problems == ()


def test_that_a_name_that_is_there_already_makes_one_tag_of_two(journal):
    both, one = keep(journal, "run", "tea", "jog"), keep(journal, "jog")
    journal.tags.keep(Tag("run", "sport"))
    journal.tags.keep(Tag("jog", "other"))
    journal.tags.rename("jog", "run")
    assert tags_of(journal) == {both.id: ("run", "tea"), one.id: ("run",)}
    assert journal.tags.all() == [Tag("run", "sport", used=2), Tag("tea", used=1)]


def test_that_earlier_versions_keep_what_they_said(journal):
    entry = keep(journal, "jog")
    journal.keep_entry(dataclasses.replace(entry, note="y"))
    journal.tags.rename("jog", "run")
    (version,) = journal.revisions.of(entry.id)
    assert version.item.tags == ("jog",)
    assert journal.entry(entry.id).tags == ("run",)


def test_that_a_tag_is_not_renamed_to_nothing_and_the_same_name_changes_nothing(journal):
    entry = keep(journal, "jog")
    with pytest.raises(ValueError, match="has a name"):
        journal.tags.rename("jog", " \t")
    assert journal.tags.rename("jog", " jog ") == Changes()
    assert tags_of(journal) == {entry.id: ("jog",)}


def test_that_a_tag_nobody_has_can_be_renamed_without_making_another(journal):
    journal.tags.keep(Tag("swimming", "sport"))
    journal.tags.rename("swimming", "swim")
    journal.tags.rename("never", "ever")
    assert journal.tags.all() == [Tag("swim", "sport")]


def test_that_renaming_in_many_entries_tells_how_far_it_is_and_can_be_stopped(journal, monkeypatch):
    monkeypatch.setattr(service, "_AT_ONCE", 2)
    for _ in range(5):
        keep(journal, "jog")

    class Stopping(Progress):
        def tell(self, done, of):
            super().tell(done, of)
            if done == 2:
                self.cancel()

    with pytest.raises(CancelledError):
        journal.tags.rename("jog", "run", Stopping())
    assert set(tags_of(journal).values()) == {("jog",)}
    journal.tags.rename("jog", "run", progress := Progress())
    assert progress.fraction == 1
    assert set(tags_of(journal).values()) == {("run",)}


def index_holds(journal, word):
    """Whether a word is still somewhere in the index of what was written."""
    query = "SELECT count(*) FROM search_data WHERE instr(block, ?)"
    return journal.file.execute(query, [word.encode()]).fetchone()[0] > 0


def test_that_the_old_name_of_a_tag_in_many_entries_leaves_the_index_too(journal, monkeypatch):
    monkeypatch.setattr(index, "_MANY", 3)
    for _ in range(5):
        keep(journal, "zeppelin")
    assert index_holds(journal, "zeppelin")
    journal.tags.rename("zeppelin", "quince")
    assert not index_holds(journal, "zeppelin")
    assert journal.looking.search("quince")[0].count == 5
    assert journal.verify().problems == ()


@pytest.mark.parametrize("stopped", [False, True])
def test_that_what_is_changed_later_is_as_thorough_as_before(journal, monkeypatch, stopped):
    monkeypatch.setattr(index, "_MANY", 3)
    monkeypatch.setattr(service, "_AT_ONCE", 2)
    for _ in range(5):
        keep(journal, "jog")

    class Stopping(Progress):
        def tell(self, done, of):
            super().tell(done, of)
            if stopped and done == 2:
                self.cancel()

    with contextlib.suppress(CancelledError):
        journal.tags.rename("jog", "run", Stopping())
    entry = keep(journal, "zeppelin")
    assert index_holds(journal, "zeppelin")
    journal.keep_entry(dataclasses.replace(entry, tags=()))
    assert not index_holds(journal, "zeppelin")
