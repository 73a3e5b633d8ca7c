import contextlib
import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from resilience_desktop.content import suggested_feelings
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.session import AgendaLine, Session
from resilience_desktop.domain.sheet import Sheet
from resilience_desktop.domain.thought_record import AutomaticThought, RatedFeeling, ThoughtRecord
from resilience_desktop.domain.toolkit import OwnSkill
from resilience_desktop.domain.worry import Worry
from resilience_desktop.errors import (
    CancelledError,
    JournalDamagedError,
    JournalUnavailableError,
    NotWrittenError,
    WrongPassphraseError,
)
from resilience_desktop.services.clock import local_zone, noon_of
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.services.looking import Place
from resilience_desktop.storage.driver import sqlite
from tests.conftest import QUICK, examples
from tests.strategies import entries, texts, thought_records

CANARY = "Kanarienvogel"
PASSPHRASE = "Zaunkönig unter der Hecke"
DAY = dt.date(2026, 11, 19)


def at(day=DAY, hour=12, zone="Europe/London"):
    return Moment.from_wall(dt.datetime.combine(day, dt.time(hour)), zone)


def entry(days=0, **values):
    return Entry(at=at(DAY + dt.timedelta(days=days)), **values)


def record(days=0, **values):
    values.setdefault("situation", "The meeting")
    return ThoughtRecord(at=at(DAY + dt.timedelta(days=days)), **values)


def hits(journal, words, limit=50):
    """Return everything found, of whatever kind."""
    return [hit for found in journal.looking.search(words, limit) for hit in found.hits]


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# Opening and closing


def test_that_a_journal_says_how_it_can_be_opened(folder):
    assert Journal.door(folder) is Door.NONE
    created, groups = Journal.create(folder, PASSPHRASE, QUICK)
    created.keep_entry(entry(note="kept"))
    created.close()
    assert Journal.door(folder) is Door.PASSPHRASE
    with pytest.raises(WrongPassphraseError):
        Journal.open(folder)
    with pytest.raises(WrongPassphraseError):
        Journal.open(folder, PASSPHRASE.lower())
    for opened in (
        lambda: Journal.open(folder, PASSPHRASE),
        lambda: Journal.open_with_code(folder, " ".join(groups)),
    ):
        journal = opened()
        assert [e.note for e in journal.entries_between(DAY, DAY)] == ["kept"]
        journal.close()


def test_that_closing_twice_is_harmless_and_nothing_works_afterwards(folder):
    journal, _ = Journal.create(folder, None)
    journal.close()
    journal.close()
    with pytest.raises(sqlite.ProgrammingError):
        journal.looking.span()


def test_that_a_journal_is_closed_even_when_its_log_cannot_be_moved(folder, monkeypatch):
    journal, _ = Journal.create(folder, None)
    kept = entry(note="kept all the same")
    journal.keep_entry(kept)

    def refuse(_store):
        raise NotWrittenError

    with monkeypatch.context() as patch:
        patch.setattr("resilience_desktop.storage.store.Store.checkpoint", refuse)
        with pytest.raises(NotWrittenError):
            journal.close()
    again = Journal.open(folder)
    assert again.entry(kept.id) == kept
    again.close()


def test_that_resting_moves_the_log_into_the_main_file(folder):
    journal, _ = Journal.create(folder, None)
    journal.keep_entry(entry(note="x" * 10_000))
    log = folder / "journal.db-wal"
    assert log.stat().st_size
    journal.rest()
    assert not log.stat().st_size
    journal.close()
    assert sorted(files_of(folder)) == ["journal.db", "journal.keys"]


def test_that_opening_and_looking_changes_no_byte(folder):
    journal, _ = Journal.create(folder, None)
    journal.add(Contents((entry(note="walk"),), (record(),)))
    journal.close()
    before = files_of(folder)
    journal = Journal.open(folder)
    journal.contents()
    journal.looking.search("walk")
    journal.looking.timeline()
    journal.verify()
    journal.close()
    assert files_of(folder) == before


def test_that_a_journal_owns_its_files(folder, journal, tmp_path):
    assert Journal.owns(folder, folder / "journal.db")
    assert not Journal.owns(folder, tmp_path / "export.json")


def test_that_the_zone_has_a_name_even_where_the_computer_knows_none(monkeypatch):
    assert local_zone()
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: None)
    assert local_zone() == "UTC"


def test_that_today_is_the_day_on_this_computers_clock(journal, monkeypatch):
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Pacific/Kiritimati")
    east = journal.today()
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Etc/GMT+12")
    assert 1 <= (east - journal.today()).days <= 2


# Entries and drafts


def test_that_an_entry_is_kept_and_changed(journal):
    first = entry(mood=2, note="rain")
    assert journal.keep_entry(first) == Changes(entries=True)
    assert journal.entry(first.id) == first
    changed = dataclasses.replace(first, mood=-1, tags=("walk",))
    journal.keep_entry(changed)
    assert journal.entry(first.id) == changed
    assert journal.entries_between(DAY, DAY) == [changed]
    assert journal.entries_between(DAY + dt.timedelta(1), DAY + dt.timedelta(9)) == []


def test_that_an_entry_that_is_gone_is_said_to_be_gone(journal):
    for look in (journal.entry, journal.thought_record, journal.bin.take_out):
        with pytest.raises(JournalUnavailableError, match="no longer in the journal"):
            look("nothing")


def test_that_a_draft_goes_when_its_entry_is_kept(journal):
    draft = entry(note="half a sen")
    other = entry(note="another")
    assert not journal.drafts.keep("entry:new", draft)
    journal.drafts.keep("entry:other", other)
    assert journal.drafts.get("entry:new") == draft
    journal.keep_entry(dataclasses.replace(draft, note="half a sentence"), slot="entry:new")
    assert journal.drafts.get("entry:new") is None
    assert journal.drafts.all() == {"entry:other": other}


def test_that_a_draft_stays_when_its_entry_cannot_be_kept(journal, monkeypatch):
    draft = entry(note="half a sentence")
    journal.drafts.keep("entry:new", draft)

    def refuse(*_):
        error = sqlite.OperationalError("disk")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("resilience_desktop.storage.drafts.Drafts.drop", refuse)
        with pytest.raises(NotWrittenError):
            journal.keep_entry(draft, slot="entry:new")
    assert journal.drafts.get("entry:new") == draft
    assert journal.entries_between(DAY, DAY) == []


def test_that_an_empty_draft_empties_its_slot(journal):
    journal.drafts.keep("entry:new", entry(note="x"))
    journal.drafts.keep("entry:new", None)
    journal.drafts.keep("entry:new", None)
    assert journal.drafts.all() == {}


def test_that_feelings_used_last_are_offered_then_common_ones(journal):
    assert journal.used_before.feelings() == list(suggested_feelings())[:7]
    common = suggested_feelings()[0]
    journal.keep_entry(entry(0, feelings=(Feeling("oceanic"), Feeling(common))))
    journal.keep_entry(entry(1, feelings=(Feeling("brittle"),)))
    offered = journal.used_before.feelings()
    assert offered[0] == "brittle"
    assert set(offered[1:3]) == {"oceanic", common}
    assert len(offered) == len(set(offered)) == 7
    assert journal.used_before.feelings(limit=2) == offered[:2]


def test_that_feelings_in_the_bin_are_not_offered(journal):
    gone = entry(feelings=(Feeling("oceanic"),))
    journal.keep_entry(gone)
    journal.bin.put(gone.id)
    assert "oceanic" not in journal.used_before.feelings(100)


# Thought records, words for a report


def test_that_a_thought_record_is_kept_finished_or_not(journal):
    first = record(situation="one", finished=True)
    later = record(1, situation="two", finished=True)
    open_one = record(-5, situation="three")
    for one in (later, first, open_one):
        assert journal.keep_thought_record(one) == Changes(thought_records=True)
    assert journal.thought_record(first.id) == first
    assert journal.thought_records() == [open_one, later, first]


def test_that_words_for_a_report_are_kept_until_they_are_emptied(journal):
    assert journal.report_words() == {}
    assert not journal.keep_report_words({"question": "How?", "how_it_has_been": "Slow."})
    journal.keep_report_words({"question": "  \n"})
    assert journal.report_words() == {"how_it_has_been": "Slow."}
    journal.keep_report_words({"how_it_has_been": "Better."})
    assert journal.report_words() == {"how_it_has_been": "Better."}


# The bin


@pytest.mark.parametrize("kind", ["entry", "record"])
def test_that_the_bin_hides_and_undo_brings_back(journal, kind):
    if kind == "entry":
        thing = entry(note="river walk", mood=1)
        journal.keep_entry(thing)
    else:
        thing = record(situation="river walk")
        journal.keep_thought_record(thing)
    assert not journal.bin.holds(thing.id)

    changes = journal.bin.put(thing.id)
    assert changes == Changes(entries=True, thought_records=True)
    assert not journal.bin.put(thing.id)
    assert journal.bin.holds(thing.id)
    assert journal.looking.search("river") == []
    assert journal.looking.timeline().items == ()
    assert journal.looking.span() is None
    assert journal.verify().in_bin == 1

    assert journal.bin.take_out(thing.id) == changes
    assert not journal.bin.take_out(thing.id)
    assert [hit.id for hit in hits(journal, "river")] == [thing.id]
    assert journal.looking.timeline().items == (thing,)
    assert journal.looking.span() == (DAY, DAY)


def test_that_changing_something_in_the_bin_leaves_it_there(journal):
    thing = entry(note="river")
    journal.keep_entry(thing)
    journal.bin.put(thing.id)
    journal.keep_entry(dataclasses.replace(thing, note="ocean"))
    assert journal.bin.holds(thing.id)
    assert journal.looking.search("ocean") == []
    journal.bin.take_out(thing.id)
    assert [hit.id for hit in hits(journal, "ocean")] == [thing.id]


def test_that_what_never_was_there_counts_as_in_the_bin(journal):
    assert journal.bin.holds("nothing")
    assert not journal.bin.put("nothing")


# Looking


def pages(journal, limit, before=None):
    found = []
    while True:
        page = journal.looking.timeline(before, limit)
        found.append(page.items)
        if page.end is None:
            return found
        before = page.end


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 7, 40])
def test_that_the_pages_of_a_timeline_hold_everything_once(journal, limit):
    things = [record(2), entry(1), entry(1), record(1), entry(0), entry(-3), record(-400)]
    journal.add(
        Contents(
            tuple(t for t in things if isinstance(t, Entry)),
            tuple(t for t in things if isinstance(t, ThoughtRecord)),
        )
    )
    found = pages(journal, limit)
    assert all(len(page) <= limit for page in found)
    items = [item for page in found for item in page]
    assert sorted(item.id for item in items) == sorted(thing.id for thing in things)
    assert [item.at.day for item in items] == sorted((t.at.day for t in things), reverse=True)


def test_that_a_timeline_can_begin_at_any_day(journal):
    early, late = entry(0), entry(5)
    journal.add(Contents((early, late)))
    assert journal.looking.timeline(Place.end_of(DAY)).items == (early,)
    assert journal.looking.timeline(Place.end_of(DAY - dt.timedelta(1))).items == ()
    assert journal.looking.timeline(Place.end_of(late.at.day)).items == (late, early)


def test_that_an_empty_timeline_ends_at_once(journal):
    page = journal.looking.timeline()
    assert (page.items, page.end) == ((), None)


def test_that_days_follow_the_wall_clock_and_not_utc(journal):
    far = Entry(at=at(DAY, 1, "Pacific/Kiritimati"))
    journal.keep_entry(far)
    assert far.at.utc.date() != DAY
    assert journal.entries_between(DAY, DAY) == [far]
    assert journal.looking.span() == (DAY, DAY)


def test_that_search_finds_everything_written_by_kind(journal):
    written = entry(note="Beside the river", tags=("walk",))
    thought = record(1, situation="x", thoughts=(AutomaticThought("the River took it"),))
    draft = entry(2, note="no rivers yet")
    journal.add(Contents((written,), (thought,)))
    journal.drafts.keep("entry:new", draft)
    journal.keep_report_words({"question": "Where does the river go?", "name": "Robin"})
    session = Session(DAY, agenda=(AgendaLine("Rivers"),))
    journal.sessions.keep(session)
    practice = Practice(skill="calm_place", at=at(DAY, 9), note="A river")
    sheet, worry = Sheet("values_check", DAY, (("step", "River"),)), Worry("River", DAY)
    own = OwnSkill("To the river")
    journal.practices.keep(practice)
    journal.sheets.keep(sheet)
    journal.worries.keep(worry)
    journal.toolkit.keep_skill(own)
    assert [(found.kind, found.count) for found in journal.looking.search("riv")] == [
        (kind, 1) for kind in Kind
    ]
    assert [(hit.kind, hit.id, hit.at) for hit in hits(journal, "riv")] == [
        (Kind.THOUGHT_RECORD, thought.id, thought.at),
        (Kind.ENTRY, written.id, written.at),
        (Kind.PRACTICE, practice.id, practice.at),
        (Kind.SHEET, sheet.id, noon_of(DAY)),
        (Kind.WORRY, worry.id, noon_of(DAY)),
        (Kind.OWN_SKILL, own.id, None),
        (Kind.REPORT_WORDS, "question", None),
        (Kind.SESSION, session.id, noon_of(DAY)),
        (Kind.DRAFT, "", draft.at),
    ]
    marked = [{p for p, found in hit.excerpt if found} for hit in hits(journal, "riv")]
    of_skills = [{"river"}, {"River"}, {"River"}, {"river"}]
    assert marked == [{"River"}, {"river"}, *of_skills, {"river"}, {"Rivers"}, {"rivers"}]
    assert [hit.id for hit in hits(journal, "walk")] == [written.id]
    assert journal.looking.search("river walk by") == []
    assert journal.looking.search('"*') == []


def test_that_search_shows_the_newest_of_each_kind_and_counts_the_rest(journal):
    many = tuple(entry(days, note="river") for days in range(9))
    few = tuple(record(days, situation="river") for days in range(-3, 0))
    journal.add(Contents(many, few))
    first, second = journal.looking.search("river", 2)
    assert (first.kind, first.count) == (Kind.THOUGHT_RECORD, 3)
    assert (second.kind, second.count) == (Kind.ENTRY, 9)
    assert [hit.id for hit in first.hits] == [few[2].id, few[1].id]
    assert [hit.id for hit in second.hits] == [many[8].id, many[7].id]
    first, second = journal.looking.search("river", 2, {Kind.ENTRY: 100})
    assert [len(first.hits), len(second.hits)] == [2, 9]


def test_that_words_of_which_there_are_few_are_shown_newest_first_and_shared_out_too(journal):
    entries = [entry(days, note="x") for days in range(4)]
    journal.add(Contents(tuple(entries)))
    for kept in entries:
        journal.drafts.keep(f"entry:{kept.id}", dataclasses.replace(kept, note="river"))
    (found,) = journal.looking.search("river", 3)
    assert (found.kind, found.count) == (Kind.DRAFT, 4)
    assert [hit.id for hit in found.hits] == [kept.id for kept in reversed(entries[1:])]


def test_that_search_leaves_out_drafts_that_nobody_could_open(journal):
    binned, kept = entry(note="x"), entry(note="y")
    journal.add(Contents((binned, kept)))
    for slot, draft in {
        f"entry:{binned.id}": dataclasses.replace(binned, note="river"),
        f"entry:{kept.id}": dataclasses.replace(kept, note="river"),
        "entry:gone": entry(note="river"),
        "elsewhere": dataclasses.replace(kept, note="river"),
    }.items():
        journal.drafts.keep(slot, draft)
    journal.bin.put(binned.id)
    assert [(hit.kind, hit.id) for hit in hits(journal, "river")] == [(Kind.DRAFT, kept.id)]


said = st.lists(st.text("abcmrzäÉöÜñøčŽdжДλ字", min_size=1, max_size=9), min_size=1, max_size=12)
"""Words in several scripts, with accents and capitals."""


@effort(max_examples=examples(60))
@given(said, st.data())
def test_that_every_word_is_found_by_its_beginning_whatever_the_kind(journal, words, data):
    sentence = ", ".join(words)
    written = entry(note=sentence)
    tagged = entry(tags=(sentence,))
    thought = record(situation="", thoughts=(AutomaticThought(sentence),))
    balanced = record(balanced_thought=sentence)
    journal.add(Contents((written, tagged), (thought, balanced)))
    journal.drafts.keep("entry:new", entry(note=sentence))
    journal.keep_report_words({"question": sentence})
    word = data.draw(st.sampled_from(words))
    asked = word[: data.draw(st.integers(1, len(word)))]
    asked = data.draw(st.sampled_from((asked, asked.upper(), asked.lower())))
    everywhere = {written.id, tagged.id, thought.id, balanced.id, "", "question"}
    found = hits(journal, asked, 10_000)
    assert everywhere <= {hit.id for hit in found}
    for hit in found:
        assert any(marked for _, marked in hit.excerpt)
    for thing in (written, tagged, thought, balanced):
        journal.bin.put(thing.id)
    left = {hit.id for hit in hits(journal, asked, 10_000)}
    assert left & everywhere == {"", "question"}


@effort(max_examples=examples(60))
@given(texts, texts)
def test_that_a_word_for_a_report_is_found_when_the_same_entry_is(journal, words, asked):
    kept = entry(note=words)
    journal.keep_entry(kept)
    journal.keep_report_words({"question": words})
    kinds = {found.kind for found in journal.looking.search(asked)}
    assert (Kind.ENTRY in kinds) == (Kind.REPORT_WORDS in kinds)
    journal.bin.put(kept.id)


# The whole


@effort(max_examples=examples(25))
@given(entries(), entries(), thought_records())
def test_that_a_journal_holds_whatever_was_put_in(tmp_path_factory, first, second, thought):
    journal, _ = Journal.create(tmp_path_factory.mktemp("any") / "journal", None)
    second = dataclasses.replace(second, source=second.source + "." + first.source)
    contents = Contents(
        (first,), (thought,), (second,), (), (("entry:new", first),), (("question", "How?"),)
    )
    journal.add(contents)
    assert journal.contents() == contents
    assert journal.verify().problems == ()
    journal.close()


def test_that_adding_twice_adds_nothing_more(journal):
    contents = Contents(
        (entry(note="a"),),
        (record(),),
        (entry(note="b"),),
        (record(1),),
        (("entry:new", entry(note="c")),),
        (("question", "How?"),),
    )
    assert journal.fresh(contents) == contents
    assert journal.add(contents) == contents
    assert journal.fresh(contents) == journal.add(contents) == Contents()
    assert journal.contents() == contents


def test_that_what_is_there_already_wins(journal):
    mine = entry(note="mine")
    journal.keep_entry(mine)
    journal.drafts.keep("entry:new", mine)
    journal.keep_report_words({"question": "Mine?"})
    theirs = dataclasses.replace(mine, note="theirs")
    journal.add(
        Contents(
            (theirs,), drafts=(("entry:new", theirs),), report_words=(("question", "Theirs?"),)
        )
    )
    assert journal.entry(mine.id) == mine
    assert journal.drafts.all() == {"entry:new": mine}
    assert journal.report_words() == {"question": "Mine?"}


def test_that_something_in_the_bin_is_not_brought_back(journal):
    thing = entry(note="let go", source="row")
    journal.keep_entry(thing)
    journal.bin.put(thing.id)
    assert journal.add(Contents((thing, entry(note="let go", source="row")))) == Contents()
    assert journal.bin.holds(thing.id)


def test_that_one_imported_row_is_added_once(journal):
    rows = [entry(n, note=f"row {n}", source=source) for n, source in enumerate("aabb")]
    plain = [entry(note="no source"), entry(note="no source")]
    added = journal.add(
        Contents(entries=(*rows[:2], *plain, rows[2]), binned_entries=(rows[3], rows[1]))
    )
    assert added.entries == (rows[0], *plain, rows[2])
    assert added.binned_entries == ()
    assert journal.add(Contents((entry(9, source="a"),))).entries == ()


def test_that_one_id_is_one_thing_whatever_a_file_says(journal):
    first = entry(note="first", id="same")
    added = journal.add(
        Contents(
            entries=(first, entry(note="second", id="same")),
            thought_records=(record(id="same"),),
            binned_entries=(entry(note="third", id="same"),),
            binned_thought_records=(record(id="same"),),
        )
    )
    assert added == Contents((first,))
    assert journal.contents() == added
    assert journal.add(Contents(thought_records=(record(id="same"),))) == Contents()


@pytest.mark.parametrize("part", ["Entries", "ThoughtRecords", "Items", "Drafts", "ReportWords"])
def test_that_adding_is_all_or_nothing(journal, monkeypatch, part):
    module, method = {
        "Entries": ("entries", "put_new"),
        "ThoughtRecords": ("thought_records", "put"),
        "Items": ("items", "bin"),
        "Drafts": ("drafts", "put"),
        "ReportWords": ("report_words", "put"),
    }[part]
    journal.keep_entry(entry(note="there before"))
    before = journal.contents()
    target = f"resilience_desktop.storage.{module}.{part}.{method}"
    owner = getattr(__import__(f"resilience_desktop.storage.{module}", fromlist=[part]), part)
    whole = getattr(owner, method)
    calls = []

    def half_way(*args):
        calls.append(args)
        if len(calls) == 2 or part == "ReportWords":
            raise RuntimeError
        return whole(*args)

    contents = Contents(
        (entry(note="one"), *(entry(n // 9, note="two") for n in range(600))),  # in two lists
        (record(), record(1)),
        (entry(note="three"),),
        (record(2),),
        (("a", entry()), ("b", entry())),
        (("question", "How?"),),
    )
    with monkeypatch.context() as patch:
        patch.setattr(target, half_way)
        with pytest.raises(RuntimeError):
            journal.add(contents)
    assert journal.contents() == before
    assert journal.looking.search("one") == []
    assert journal.verify().problems == ()
    assert journal.add(contents) == contents


def test_that_a_check_counts_and_finds_nothing_wrong(journal):
    journal.add(Contents((entry(), entry(1)), (record(),), (entry(2),), (record(3), record(4))))
    result = journal.verify()
    assert (result.entries, result.thought_records, result.in_bin) == (2, 1, 3)
    assert result.problems == ()


def test_that_a_check_finds_a_broken_link(journal):
    journal._store.db.execute("PRAGMA foreign_keys = OFF")
    journal._store.db.execute("INSERT INTO entry_tags VALUES (999, 0, 'x')")
    assert journal.verify().problems == ("broken link in entry_tags",)


def test_that_a_check_notices_damage_done_while_the_journal_is_open(folder, journal):
    journal.add(Contents(tuple(entry(n, note="x" * 500) for n in range(200))))
    journal.rest()
    path = folder / "journal.db"
    whole = path.read_bytes()
    with path.open("r+b") as file:
        file.seek(len(whole) // 2)
        file.write(bytes([whole[len(whole) // 2] ^ 1]))
    # A check that stops at the first damaged page says so by an error.
    with contextlib.suppress(JournalDamagedError):
        assert journal.verify().problems
    path.write_bytes(whole)


# Secrets


def test_that_no_word_and_no_passphrase_is_readable_on_the_disk(folder):
    journal, _ = Journal.create(folder, PASSPHRASE, QUICK)

    def assert_unreadable():
        for name, content in files_of(folder).items():
            for word in (CANARY, PASSPHRASE, PASSPHRASE.split()[0], "Feldlerche"):
                for form in (word, word.lower(), word.upper()):
                    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
                        assert form.encode(coding) not in content, name

    kept = entry(note=f"{CANARY} sings", tags=(CANARY,), feelings=(Feeling(CANARY, 50),))
    journal.drafts.keep("entry:new", kept)
    journal.keep_entry(kept, slot="entry:new")
    journal.keep_thought_record(
        record(situation=CANARY, feelings=(RatedFeeling(CANARY),), balanced_thought=CANARY)
    )
    journal.keep_report_words({"question": CANARY})
    assert_unreadable()
    journal.bin.put(kept.id)
    journal.looking.search("Feldlerche")
    journal.rest()
    assert_unreadable()
    journal.close()
    with pytest.raises(WrongPassphraseError):
        Journal.open(folder, "Feldlerche im Morgengrauen")
    assert_unreadable()


def test_that_the_search_for_readable_words_would_find_them(folder):
    folder.mkdir()
    (folder / "leak").write_bytes(f"a {CANARY} b".encode("utf-16-le"))
    assert any(CANARY.encode("utf-16-le") in content for content in files_of(folder).values())


def test_that_no_repr_holds_words(journal):
    kept = entry(note=CANARY, tags=(CANARY,))
    contents = Contents(
        (kept,),
        (record(situation=CANARY),),
        drafts=((CANARY, kept),),
        report_words=((CANARY, "x"),),
    )
    journal.add(contents)
    for thing in (
        journal,
        contents,
        journal.contents(),
        journal.looking.timeline(),
        journal.looking.search(CANARY),
    ):
        assert CANARY not in repr(thing)


def test_that_an_error_holds_no_words(journal, monkeypatch):
    def refuse(*_):
        error = sqlite.OperationalError(f"near {CANARY}")
        error.sqlite_errorname = "SQLITE_IOERR_WRITE"
        raise error

    monkeypatch.setattr("resilience_desktop.storage.entries.Entries.put", refuse)
    with pytest.raises(NotWrittenError) as caught:
        journal.keep_entry(entry(note=CANARY))
    assert CANARY not in str(caught.value)
    assert caught.value.__cause__ is None


# Long work


class Watched(Progress):
    """Stops itself once it has come so far."""

    def __init__(self, at):
        super().__init__()
        self.seen, self._at = [], at

    def tell(self, done, of):
        super().tell(done, of)
        self.seen.append(self.fraction)
        if self.fraction >= self._at:
            self.cancel()


@pytest.fixture(scope="module")
def many():
    """Twenty thousand entries and some records, a few of them in the bin, and a draft."""
    entries = tuple(
        entry(n // 9, note=f"Day {n} by the river", mood=n % 11 - 5) for n in range(20_000)
    )
    records = tuple(record(n) for n in range(50))
    return Contents(
        entries[:-30],
        records[:-5],
        entries[-30:],
        records[-5:],
        (("entry:new", entry(note="half a sen")),),
        (("question", "Why?"),),
    )


@pytest.mark.parametrize("at", [0.0, 0.5, 1.0])
def test_that_adding_that_is_stopped_leaves_the_journal_as_it_was(journal, folder, many, at):
    kept = entry(note="here before", source="one")
    journal.keep_entry(kept)
    journal.drafts.keep("entry:other", kept)
    journal.rest()
    before, files = journal.contents(), files_of(folder)["journal.db"]
    with pytest.raises(CancelledError):
        journal.add(many, Watched(at))
    assert journal.contents() == before
    assert journal.looking.search("river") == []
    journal.rest()
    assert files_of(folder)["journal.db"] == files
    assert journal.verify().problems == ()
    added = journal.add(Contents(many.entries[:3]))  # and it can go on at once
    assert len(added.entries) == 3


def test_that_adding_tells_how_far_it_is_and_cannot_be_stopped_afterwards(journal, many):
    progress = Watched(2)
    journal.add(many, progress)
    assert progress.seen == sorted(progress.seen)
    assert len(progress.seen) > 40
    assert progress.fraction == 1
    assert not progress.cancel()
    assert journal.verify().in_bin == 35


@effort(max_examples=examples(15))
@given(st.integers(0, 60))
def test_that_adding_is_stopped_anywhere_or_not_at_all(journal, number):
    things = Contents(tuple(entry(n) for n in range(40)), tuple(record(n) for n in range(10)))
    progress, before = Watched(0.05 + 0.95 * number / 50), journal.contents()
    with contextlib.suppress(CancelledError):
        journal.add(things, progress)
    added = 0 if progress.cancelled else 50
    after = journal.contents()
    assert len(after.entries) + len(after.thought_records) == (
        len(before.entries) + len(before.thought_records) + added
    )


def test_that_checking_tells_how_far_it_is_and_can_be_stopped(journal):
    journal.keep_entry(entry(note="river"))
    progress = Watched(2)
    assert journal.verify(progress).entries == 1
    assert progress.seen == [0, 0.25, 0.5, 0.75, 1]
    for at in (0, 0.25, 0.75):
        with pytest.raises(CancelledError):
            journal.verify(Watched(at))
    assert journal.verify().entries == 1


def test_that_gathering_everything_can_be_stopped(journal):
    journal.keep_entry(entry(note="river"))
    progress = Watched(2)
    assert len(journal.contents(progress).entries) == 1
    assert progress.seen == [0.4]
    with pytest.raises(CancelledError):
        journal.contents(Watched(0))
