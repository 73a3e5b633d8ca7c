"""The library of thinking patterns: the app's, one's own, and what records name."""

import dataclasses
import datetime as dt

import pytest

from resilience_desktop import content
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.domain.thought_record import AutomaticThought, ChosenPattern, ThoughtRecord
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.exchange import Answers, export, plan_import, read_file
from resilience_desktop.services.journal import Journal

NOON = Moment.from_wall(dt.datetime(2026, 11, 22, 12), "Europe/London")
GIVEN = [pattern.id for pattern in content.thinking_patterns()]


def keep(journal, *patterns, finished=True, **more):
    record = ThoughtRecord(
        at=NOON,
        thoughts=(AutomaticThought("They saw"),),
        patterns=tuple(map(ChosenPattern, patterns)),
        finished=finished,
        **more,
    )
    journal.keep_thought_record(record)
    return record


def known(journal, id_):
    (found,) = [one for one in journal.patterns.all() if one.pattern.id == id_]
    return found


def own_names(journal):
    return [one.pattern.name for one in journal.patterns.all() if one.own]


def named_in(journal):
    return {r.id: tuple(p.pattern for p in r.patterns) for r in journal.thought_records()}


def test_that_an_empty_journal_knows_the_patterns_of_the_app_in_their_order(journal):
    found = journal.patterns.all()
    assert [one.pattern for one in found] == list(content.thinking_patterns())
    assert sum(one.pattern.special for one in found) == 3
    assert not any(one.own or one.archived or one.note or one.used for one in found)


def test_that_a_pattern_of_ones_own_comes_after_those_by_name(journal):
    mine = OwnPattern("what they want", "Guessing wishes", "She wants me gone", ("Did I ask?",))
    assert journal.patterns.keep(mine) == Changes(patterns=True)
    journal.patterns.keep(OwnPattern("Ghosts", note="at night"))
    assert own_names(journal) == ["Ghosts", "what they want"]
    assert [one.pattern.id for one in journal.patterns.all()][: len(GIVEN)] == GIVEN
    found = known(journal, "what they want")
    assert (found.pattern.definition, found.pattern.example) == (mine.definition, mine.example)
    assert found.pattern.questions == mine.questions
    assert (found.own, found.pattern.special, found.pattern.cues) == (True, False, ())
    assert known(journal, "Ghosts").note == "at night"
    assert journal.patterns.kept("what they want") == mine


def test_that_notes_and_archiving_change_nothing_else_of_a_pattern_of_the_app(journal):
    given = content.thinking_patterns()[0]
    keep(journal, given.id)
    journal.patterns.keep(OwnPattern(given.id, note="often", archived=True))
    found = known(journal, given.id)
    assert (found.pattern, found.own) == (given, False)
    assert (found.note, found.archived, found.used) == ("often", True, 1)
    assert len(journal.patterns.all()) == len(GIVEN)
    assert journal.patterns.drop(given.id) == Changes(patterns=True)
    found = known(journal, given.id)
    assert (found.note, found.archived, found.used) == ("", False, 1)


def test_that_an_archived_pattern_stays_with_its_records(journal):
    record = keep(journal, "mine")
    journal.patterns.keep(OwnPattern("mine", archived=True))
    assert known(journal, "mine").archived
    assert named_in(journal) == {record.id: ("mine",)}
    assert journal.thought_records(RecordFilter(patterns=("mine",))) == [record]


def test_that_a_pattern_is_counted_once_in_each_finished_record_that_is_shown(journal):
    given = GIVEN[0]
    for _ in range(2):
        keep(journal, given, "mine")
    keep(journal, given, given)
    keep(journal, given, finished=False)
    keep(journal, given, sealed=True)
    journal.bin.put(keep(journal, given).id)
    assert known(journal, given).used == 3
    assert known(journal, "mine").used == 2
    assert known(journal, GIVEN[1]).used == 0


def test_that_a_pattern_only_a_record_names_is_known_by_its_name_alone(journal):
    keep(journal, "from elsewhere")
    keep(journal, "half done", finished=False)
    keep(journal, "put away", sealed=True)
    assert own_names(journal) == ["from elsewhere", "half done"]
    found = known(journal, "from elsewhere")
    assert (found.own, found.used, found.pattern.definition) == (True, 1, "")
    assert known(journal, "half done").used == 0
    assert journal.patterns.kept("from elsewhere") == OwnPattern("from elsewhere")
    journal.patterns.keep(OwnPattern("from elsewhere", "Known now"))
    assert own_names(journal) == ["from elsewhere", "half done"]
    journal.patterns.drop("from elsewhere")
    assert own_names(journal) == ["from elsewhere", "half done"]  # a record has it still


def test_that_a_pattern_of_ones_own_that_no_record_has_can_be_forgotten(journal):
    journal.patterns.keep(OwnPattern("mine"))
    journal.patterns.drop("mine")
    assert own_names(journal) == []


def test_that_a_pattern_is_renamed_in_every_record_and_keeps_what_is_known_of_it(journal):
    shown = keep(journal, GIVEN[0], "mine")
    draft = keep(journal, "mine", finished=False)
    sealed = keep(journal, "mine", sealed=True)
    binned = keep(journal, "mine")
    journal.bin.put(binned.id)
    journal.patterns.keep(OwnPattern("mine", "Guessing", note="often", archived=True))
    changed = journal.patterns.rename("mine", "  my \n guess ")
    assert changed == Changes(patterns=True, thought_records=True)
    for record in (shown, draft, sealed, binned):
        patterns = tuple(
            dataclasses.replace(p, pattern=p.pattern.replace("mine", "my guess"))
            for p in record.patterns
        )
        assert journal.thought_record(record.id) == dataclasses.replace(record, patterns=patterns)
    assert own_names(journal) == ["my guess"]
    found = known(journal, "my guess")
    assert (found.note, found.archived, found.used) == ("often", True, 1)
    assert found.pattern.definition == "Guessing"
    assert journal.patterns.kept("mine") == OwnPattern("mine")
    assert journal.thought_records(RecordFilter(patterns=("mine",))) == []
    assert len(journal.thought_records(RecordFilter(patterns=("my guess",)))) == 2
    assert [hit.id for found in journal.looking.search("saw") for hit in found.hits]
    assert b'"mine"' not in export(journal.contents())
    assert journal.verify().problems == ()


def test_that_a_pattern_only_records_have_can_be_renamed_and_is_kept_then(journal):
    record = keep(journal, "from elsewhere")
    journal.patterns.rename("from elsewhere", "mine")
    assert named_in(journal) == {record.id: ("mine",)}
    assert journal.contents().patterns == (OwnPattern("mine"),)


def test_that_earlier_versions_keep_the_name_they_had(journal):
    record = keep(journal, "mine")
    journal.keep_thought_record(dataclasses.replace(record, situation="Stairs"))
    journal.patterns.keep(OwnPattern("mine"))
    journal.patterns.rename("mine", "guess")
    (version,) = journal.revisions.of(record.id)
    assert version.item == record
    journal.revisions.restore(record.id, version.number)
    assert own_names(journal) == ["guess", "mine"]


def test_that_a_name_without_words_or_of_another_pattern_is_refused(journal):
    record = keep(journal, "mine")
    keep(journal, "in a sealed one", sealed=True)
    journal.patterns.keep(OwnPattern("other", archived=True))
    given = content.thinking_patterns()[0]
    before = journal.contents()
    for name in ("", " \n", "other", "OTHER", given.id, given.name, f" {given.name.upper()} "):
        assert not journal.patterns.is_free(" ".join(name.split()), but="mine")
        with pytest.raises(ValueError, match="name of its own"):
            journal.patterns.rename("mine", name)
    with pytest.raises(ValueError, match="name of its own"):
        journal.patterns.rename("mine", "in a sealed one")
    assert journal.contents() == before
    for name in ("mine", "Mine"):
        assert journal.patterns.is_free(name, but="mine")
        assert not journal.patterns.is_free("mine")
    journal.patterns.rename("mine", "Mine")
    assert named_in(journal) == {record.id: ("Mine",)}
    journal.patterns.rename("Mine", "Mine")
    assert own_names(journal) == ["Mine", "other"]


def test_that_a_pattern_of_the_app_keeps_its_name(journal):
    record = keep(journal, GIVEN[0])
    with pytest.raises(ValueError, match="name of its own"):
        journal.patterns.rename(GIVEN[0], "mine")
    assert named_in(journal) == {record.id: (GIVEN[0],)}


def test_that_what_is_known_here_of_a_pattern_is_not_written_over_by_a_file(journal):
    journal.patterns.keep(OwnPattern("mine", note="here"))
    offered = Contents(patterns=(OwnPattern("mine", note="there"), OwnPattern("new")))
    assert journal.add(offered).patterns == (OwnPattern("new"),)
    assert known(journal, "mine").note == "here"


def test_that_no_repr_shows_a_pattern(journal):
    journal.patterns.keep(OwnPattern("CANARY", "CANARY", "CANARY", ("CANARY",), "CANARY"))
    assert "CANARY" not in repr(journal.patterns.all()[-1])
    assert "CANARY" not in repr(journal.patterns.kept("CANARY"))


def test_that_a_pattern_has_a_name():
    with pytest.raises(ValueError, match="has a name"):
        OwnPattern(" \n")


def test_that_a_record_saved_by_an_old_name_gets_the_new_one(journal):
    journal.patterns.keep(OwnPattern("mine"))
    open_one = keep(journal, GIVEN[0], "mine", finished=False)
    journal.patterns.rename("mine", "guess")
    journal.patterns.rename("guess", "my guess")
    journal.keep_thought_record(dataclasses.replace(open_one, situation="Stairs"))
    assert named_in(journal) == {open_one.id: (GIVEN[0], "my guess")}
    assert own_names(journal) == ["my guess"]


def test_that_both_names_of_one_pattern_become_one_that_stays_the_main_one(journal):
    journal.patterns.keep(OwnPattern("mine"))
    journal.patterns.rename("mine", "guess")
    chosen = (ChosenPattern("guess"), ChosenPattern(GIVEN[0]), ChosenPattern("mine", main=True))
    record = ThoughtRecord(at=NOON, patterns=chosen)
    journal.keep_thought_record(record)
    after = (ChosenPattern("guess", main=True), ChosenPattern(GIVEN[0]))
    assert journal.thought_record(record.id).patterns == after


def test_that_a_name_that_is_free_again_can_be_used_again(journal):
    journal.patterns.keep(OwnPattern("mine"))
    journal.patterns.rename("mine", "guess")
    journal.patterns.keep(OwnPattern("mine", "Another"))
    record = keep(journal, "mine", "guess")
    assert named_in(journal) == {record.id: ("mine", "guess")}
    journal.patterns.rename("mine", "third")
    journal.patterns.rename("third", "mine")
    again = keep(journal, "mine", "third")
    assert named_in(journal)[again.id] == ("mine",)


def test_that_what_was_turned_down_stays_so_after_a_restart_and_an_import(folder, tmp_path):
    first, _ = Journal.create(folder, None)
    record = keep(first, GIVEN[0], finished=False, turned_down=(GIVEN[1], GIVEN[2]))
    written = export(first.contents())
    first.close()
    opened = Journal.open(folder)
    assert opened.thought_record(record.id) == record
    opened.close()
    (tmp_path / "export.json").write_bytes(written)
    (tmp_path / "elsewhere").mkdir()
    elsewhere, _ = Journal.create(tmp_path / "elsewhere" / "journal", None)
    reading = read_file(tmp_path / "export.json", "Europe/London", Answers())
    elsewhere.add(plan_import(elsewhere, [("export.json", reading)]).contents)
    assert elsewhere.thought_record(record.id) == record
    elsewhere.close()
