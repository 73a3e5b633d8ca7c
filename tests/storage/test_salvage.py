import contextlib
import dataclasses
import datetime as dt
import errno
import random
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resilience_desktop.domain.backup import Reason
from resilience_desktop.domain.coping_card import CopingCard, card_to_plain
from resilience_desktop.domain.details import (
    Basic,
    Picture,
    ScaleValue,
    Sensation,
    Trigger,
    TriggerKind,
)
from resilience_desktop.domain.early_sign import EarlySign, Measure, sign_to_plain
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.helper import Helper, helper_to_plain
from resilience_desktop.domain.insight import Insight, insight_to_plain
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.month_look import MonthLook, look_to_plain
from resilience_desktop.domain.own_pattern import OwnPattern, pattern_to_plain
from resilience_desktop.domain.practice import Practice, Rating
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.report_profile import (
    ReportMade,
    ReportProfile,
    made_to_plain,
    profile_to_plain,
)
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.session import Session, session_to_plain
from resilience_desktop.domain.sheet import Sheet, SheetRow, sheet_to_plain
from resilience_desktop.domain.small_goal import SmallGoal
from resilience_desktop.domain.tag import PEOPLE, Tag
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    Check,
    ChosenPattern,
    Prediction,
    RatedFeeling,
    Settled,
    Settling,
    Share,
    ThoughtKind,
    ThoughtRecord,
)
from resilience_desktop.domain.time_of_change import TimeOfChange, change_to_plain
from resilience_desktop.domain.toolkit import (
    OwnSkill,
    Toolkit,
    own_skill_to_plain,
    toolkit_to_plain,
)
from resilience_desktop.domain.worry import Worry, worry_to_plain
from resilience_desktop.errors import (
    CancelledError,
    JournalDamagedError,
    JournalUnavailableError,
    KeyFileDamagedError,
    NotWrittenError,
    ResilienceError,
    WrongPassphraseError,
)
from resilience_desktop.storage import btree, rescue
from resilience_desktop.storage import salvage as salvaging
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.btree import Row
from resilience_desktop.storage.documents import (
    CARD,
    EARLY_SIGN,
    HELPER,
    INSIGHT,
    KINDS,
    MONTH_LOOK,
    OWN_SKILL,
    PATTERN,
    REPORT_MADE,
    REPORT_PROFILE,
    SESSION,
    SHEET,
    TIME_OF_CHANGE,
    TOOLKIT,
    WORRY,
)
from resilience_desktop.storage.filling import Filling
from resilience_desktop.storage.pages import PAGE, Pages
from resilience_desktop.storage.restoring import Ways
from resilience_desktop.storage.salvage import salvage
from resilience_desktop.storage.vault import Vault
from tests.conftest import examples
from tests.old_journal import write_old_journal

WORDS = "five ordinary words are enough"
NOON = dt.datetime(2026, 1, 1, 12)
NOW = Moment.from_wall(dt.datetime(2026, 11, 22, 12), "Europe/London")
NUMBER = 200
PRACTICES = 40


def moment(number):
    return Moment.from_wall(NOON + dt.timedelta(hours=9 * number), "Europe/London")


def entry(number):
    return Entry(
        at=moment(number),
        mood=number % 5 - 2,
        sleep_hours=(number % 9) / 2,
        note=f"Entry {number}. " + "words and more words " * (0, 3, 30, 400)[number % 4],
        feelings=(Feeling("tense", 50), Feeling(f"own {number}")),
        tags=("walk", f"tag {number}"),
        sleep_quality=number % 5 + 1,
        sensations=(Sensation("tight chest", "chest_breath", 40), Sensation(f"felt {number}")),
        triggers=(Trigger("rent", TriggerKind.STRESS),),
        basics=(Basic("water", done=number % 2 == 0),),
        scales=(ScaleValue("pain", number % 11),),
        went_well=f"Something small {number}",
        pictures=(Picture(f"picture {number % 3}", "a river"),) if number % 7 == 0 else (),
        starred=number % 10 == 0,
        sealed=number % 50 == 9,
        never_share=number % 13 == 4,
    )


PICTURES = {f"picture {n}": random.Random(n).randbytes((300, 9_000, 300_000)[n]) for n in range(3)}
"""One on a page of its own table, and two that run on over other pages."""
TAGS = [Tag("Ann", PEOPLE), Tag("journal", "of days", archived=True), Tag("walk")]
GOALS = [
    SmallGoal(f"Open letter {n}", NOW.day + dt.timedelta(days=n), NOW.day if n else None, f"{n:04}")
    for n in range(40)
]
DOCUMENTS = {
    CARD: [card_to_plain(CopingCard(f"Breathe {n}", NOW.day, id=f"{n:04}")) for n in range(40)],
    INSIGHT: [insight_to_plain(Insight("Mondays " * 50, NOW.day, ("a", "b"), id="one"))],
    PATTERN: [
        pattern_to_plain(OwnPattern("labeling", note="often")),
        pattern_to_plain(OwnPattern("own")),
    ],
    EARLY_SIGN: [sign_to_plain(EarlySign("Alone", Measure.TAG, "alone", id="one"))],
    TIME_OF_CHANGE: [change_to_plain(TimeOfChange("Move", NOW.day, id="one", is_hard=True))],
    REPORT_PROFILE: [profile_to_plain(ReportProfile(name="monthly", id="one"))],
    REPORT_MADE: [made_to_plain(ReportMade(NOW.day, NOW.day, NOW.day, "one"))],
    SESSION: [session_to_plain(Session(NOW.day, notes="It was easier " * 9, id="one"))],
    MONTH_LOOK: [look_to_plain(MonthLook(NOW.day, (("life", 6),), words="Rain " * 50, id="one"))],
    TOOLKIT: [{"id": "toolkit", **toolkit_to_plain(Toolkit(("a", "b"), may_be_cold=False))}],
    OWN_SKILL: [own_skill_to_plain(OwnSkill("Walk", "To the river " * 30, id="one"))],
    SHEET: [sheet_to_plain(Sheet("problem_solving", NOW.day, rows=(SheetRow("Ask"),), id="one"))],
    WORRY: [worry_to_plain(Worry("The letter", NOW.day, id="one"))],
    HELPER: [helper_to_plain(Helper("Ruth", note="Tuesdays", id="one"))],
}


def record(number):
    return ThoughtRecord(
        at=moment(number),
        situation=f"Situation {number} " * 10,
        thoughts=(AutomaticThought(f"Thought {number} " * 9, 80, 20, hot=True),),
        feelings=(RatedFeeling("sad", 50, 20), RatedFeeling("calm", after=number % 2)),
        patterns=(ChosenPattern("labeling", main=True), ChosenPattern("own", hinted=True)),
        balanced_thought="It went through",
        begun=NOON.replace(tzinfo=dt.UTC),
        form="whole",
        steps=tuple(reversed(Step)),
        tags=("walk", f"tag {number}"),
        sensations=(Sensation("tight chest", "chest_breath", 40),),
        triggers=(Trigger("rent", TriggerKind.STRESS), Trigger("post")),
        arrow=("They laugh", "I am alone"),
        evidence_for=(f"Fact {number} " * 20,),
        evidence_against=("She waved",),
        friend="You try",
        prediction=Prediction("They laugh", 80, "Nobody did"),
        next_step="Ask",
        revisit_on=NOW.day,
        share=Share.FULL,
        sealed=number % 50 == 8,
    )


def practice(number):
    return Practice(
        skill="slow_breathing",
        at=moment(number),
        seconds=300,
        before=70,
        answers=(("here", f"Rain {number} " * (1, 9, 900)[number % 3]),),
        wave=(Rating(0, 40), Rating(60, 50)),
        note=f"Practice {number}",
    )


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A closed journal with everything in it, and all of that by its id."""
    vault = Vault(tmp_path_factory.mktemp("salvage") / "journal")
    store, _ = vault.create(None)
    with store.writing():
        for number in range(NUMBER):
            store.entries.put(entry(number))
            if number % 4 == 0:
                store.thought_records.put(record(number))
            if number % 5 == 0:
                store.practices.put(practice(number))
        store.drafts.put("entry:new", entry(999))
        store.report_words.put({"aims": "to sleep", "summary": "x " * 2500})
        store.days_of_use.note(NOW.day)
        for id_, body in PICTURES.items():
            store.pictures.put(id_, body)
        for tag in TAGS:
            store.tags.put(tag)
        for goal in GOALS:
            store.small_goals.put(goal)
        for kind, documents in DOCUMENTS.items():
            for document in documents:
                store.documents.put(kind, document)
        binned = store.entries.all(binned=False)[5]
        store.items.bin(binned.id)
        changed = store.entries.all(binned=False)[7]
        after = dataclasses.replace(changed, note="changed")
        store.entries.put(after)
        store.revisions.follow(changed, after, NOW, settled=True)
    everything = contents(store)
    store.close()
    return vault, everything


def contents(store):
    items = [
        *store.entries.all(binned=False),
        *store.entries.all(binned=True),
        *store.thought_records.all(binned=False),
        *store.practices.all(),
    ]
    return {item.id: item for item in items}


@pytest.fixture
def damaged(original, folder):
    """Return a vault with a copy of that journal, as a change of its bytes leaves it."""
    vault, everything = original

    def make(change=lambda _data: None):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(vault.folder, folder)
        data = bytearray((folder / "journal.db").read_bytes())
        changed = change(data)
        (folder / "journal.db").write_bytes(data if changed is None else changed)
        return Vault(folder), everything

    return make


def flip(*pages):
    """Return a change that damages these pages, counted from 1."""

    def change(data):
        for page in pages:
            data[page * PAGE - 700] ^= 1

    return change


def saved(vault, ways=None):
    store, report = salvage(vault.folder, ways or Ways(), NOW)
    assert store.problems() == []
    found = contents(store)
    return store, found, report


def pages_of(vault, table):
    """Return the numbers of all pages of a table."""
    store = vault.open()
    found = pages_of_open(store, table)
    store.close()
    return found


def pages_of_open(store, table):
    query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
    root = store.db.execute(query, [table]).fetchone()[0]
    store.checkpoint()
    whole = Pages.read(store.db.path, store.db.secret, store.db.journal_id).whole
    return [number for number, _ in btree.tree(whole, root)]


# What is saved


def test_that_everything_is_saved_when_the_first_page_is_gone(damaged):
    def blank(data):
        data[:PAGE] = bytes(PAGE)

    vault, everything = damaged(blank)
    before = vault.file.read_bytes()
    store, found, report = saved(vault)
    assert found == everything
    assert store.drafts.all()["entry:new"].note.startswith("Entry 999")
    assert store.report_words.all()["aims"] == "to sleep"
    assert store.days_of_use.count() == 1
    assert store.pictures.some(PICTURES) == PICTURES
    assert store.tags.kept() == TAGS
    assert store.small_goals.all() == GOALS
    assert {kind: store.documents.all(kind) for kind in KINDS} == DOCUMENTS
    changed = next(item for item in found.values() if getattr(item, "note", "") == "changed")
    assert [r.item.note[:8] for r in store.revisions.all(changed.id)] == ["Entry 8."]
    store.close()
    assert (report.set_aside / "journal.db").read_bytes() == before
    assert (report.entries, report.thought_records, report.in_bin) == (199, 50, 1)
    assert (report.incomplete, report.lost, report.damaged_pages) == (0, 0, 1)
    assert vault.open().close() is None


def test_that_a_backup_tells_the_name_that_is_damaged_where_no_key_file_does(damaged):
    vault, everything = damaged()
    store = vault.open()
    groups = vault.recovery_groups(None)
    Backups(vault.folder).make(store.db, Reason.MANUAL, NOW)
    store.close()
    vault.keys.unlink()
    (vault.folder / "backups" / "000009_2026-01-01_manual.rjb").write_bytes(b"damaged")
    vault.file.write_bytes(bytes(16) + vault.file.read_bytes()[16:])
    store, found, report = saved(vault, Ways(code="".join(groups)))
    store.close()
    assert found == everything
    assert (report.incomplete, report.lost) == (0, 0)


def test_that_it_is_told_how_far_it_is_and_can_be_stopped(damaged):
    vault, _ = damaged(flip(3))
    told = []

    class Slow(Progress):
        def tell(self, done, of):
            super().tell(done, of)
            told.append(self.fraction)
            if len(told) == 30:
                self.cancel()

    before = {path: path.read_bytes() for path in vault.folder.rglob("*") if path.is_file()}
    with pytest.raises(CancelledError):
        salvage(vault.folder, Ways(), NOW, Slow())
    assert told == sorted(told)
    assert 0.3 < told[-1] < 0.9
    after = {path: path.read_bytes() for path in vault.folder.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize(
    "table",
    [
        "items", "entries", "entry_feelings", "entry_tags", "thought_records", "record_thoughts",
        "items_timeline", "sqlite_autoindex_items_1", "search_content", "search_data",
        "entry_details", "entry_details_word", "record_details", "record_details_word",
    ],
)  # fmt: skip
def test_that_everything_is_saved_when_the_way_to_a_table_is_damaged(damaged, table):
    vault, _ = damaged()
    pages = pages_of(vault, table)
    assert len(pages) > 1
    vault, everything = damaged(flip(pages[0]))
    store, found, report = saved(vault)
    store.close()
    # A list has a few of its rows on the pages that lead to the others.
    lists = table.startswith(("entry_", "record_"))
    assert sum(found.get(i) != item for i, item in everything.items()) <= len(pages) * lists
    assert {i.note for i in found.values() if isinstance(i, Entry)} == {
        i.note for i in everything.values() if isinstance(i, Entry)
    }
    assert report.damaged_pages == 1


def test_that_moods_lost_leave_the_words_that_search_has(damaged):
    vault, everything = damaged()
    lost = pages_of(vault, "entries")[1:4]
    vault, _ = damaged(flip(*lost))
    store, found, report = saved(vault)
    store.close()
    notes = {item.note for item in found.values() if isinstance(item, Entry)}
    wanted = {item.note for item in everything.values() if isinstance(item, Entry)}
    lost = {note for note in wanted if not any(kept.startswith(note) for kept in notes)}
    assert lost <= {entry(number).note for number in (5, *range(9, NUMBER, 50))}  # not in search
    assert report.incomplete > 0
    changed = [item for id_, item in found.items() if everything[id_] != item]
    assert len(changed) == report.incomplete
    assert all(item.never_share for item in changed)  # it may have been so


def test_that_a_picture_is_saved_whole_or_not_at_all(damaged):
    vault, everything = damaged()
    store = vault.open()
    secret, journal_id = store.db.secret, store.db.journal_id
    store.close()
    whole = Pages.read(vault.file, secret, journal_id).whole
    parts = [n for n, page in whole.items() if page[1000:1100] in PICTURES["picture 2"]]
    assert len(parts) > 70
    vault, _ = damaged(flip(parts[5]))
    store, found, report = saved(vault)
    assert set(store.pictures.some(PICTURES)) == {"picture 0", "picture 1"}
    store.close()
    assert found == everything
    assert report.lost == 1


def test_that_a_situation_stands_for_a_record_of_which_nothing_else_is_left(damaged):
    vault, everything = damaged()
    vault, _ = damaged(flip(*pages_of(vault, "thought_records")))
    store, found, report = saved(vault)
    store.close()
    records = [item for item in found.values() if isinstance(item, ThoughtRecord)]
    assert len(records) == report.incomplete == 50
    assert all("Thought" in r.situation or r.sealed for r in records)
    assert all(r.thoughts and r.feelings and r.patterns and r.evidence_for for r in records)
    assert {r.at for r in records} == {r.at for i, r in everything.items() if i in found} & {
        r.at for r in records
    }


def test_that_names_and_moments_come_from_the_indexes_when_heads_are_lost(damaged):
    vault, everything = damaged()
    vault, _ = damaged(flip(*pages_of(vault, "items")[1:]))
    store, found, report = saved(vault)
    store.close()
    assert report.incomplete > 50
    away = {i for i, item in everything.items() if getattr(item, "note", "")[:8] == "Entry 5."}
    away |= {i for i, item in everything.items() if getattr(item, "sealed", False)}
    assert set(found) == set(everything)
    assert {i for i in found if found[i].at.utc != everything[i].at.utc} <= away
    assert [found[i] for i in found if i not in away] == [
        everything[i] for i in found if i not in away
    ]


def test_that_without_indexes_the_nearest_moment_has_to_do(damaged):
    vault, everything = damaged()
    gone = [*pages_of(vault, "items")[1:], *pages_of(vault, "items_timeline")]
    vault, _ = damaged(flip(*gone, *pages_of(vault, "sqlite_autoindex_items_1")))
    store, found, _ = saved(vault)
    store.close()
    assert sorted(i.note for i in found.values() if isinstance(i, Entry)) == sorted(
        i.note for i in everything.values() if isinstance(i, Entry)
    )
    near = {found[i].at for i in found if i not in everything}
    assert near <= {item.at for item in everything.values()} | {NOW}


def test_that_the_end_of_a_long_text_is_taken_from_search(damaged):
    vault, everything = damaged()
    reached = set(pages_of(vault, "entries"))
    store = vault.open()
    secret, journal_id = store.db.secret, store.db.journal_id
    store.close()
    whole = Pages.read(vault.file, secret, journal_id).whole
    runs_on = [n for n in whole if n not in reached and whole[n][:3] == bytes(3)]
    broken = 0
    for page in runs_on[:6]:
        vault, _ = damaged(flip(page))
        store, found, report = saved(vault)
        store.close()
        broken += report.incomplete
        notes = {item.note for item in found.values() if isinstance(item, Entry)}
        assert len(notes & {i.note for i in everything.values() if isinstance(i, Entry)}) >= 199
    assert broken


def test_that_nothing_is_known_of_heads_without_anything_left(damaged):
    vault, _ = damaged()
    tables = ("entries", "search_content", "entry_feelings", "entry_tags", "entry_details")
    vault, _ = damaged(flip(*[page for table in tables for page in pages_of(vault, table)]))
    store, found, report = saved(vault)
    store.close()
    assert report.lost == NUMBER
    assert sorted({type(item).__name__ for item in found.values()}) == ["Practice", "ThoughtRecord"]
    assert len(found) == 50 + PRACTICES


def practices_in(found):
    return {id_: item for id_, item in found.items() if isinstance(item, Practice)}


@pytest.mark.parametrize("gone", ["items", "practices"])
def test_that_practices_are_known_by_their_looks_and_need_no_heads(damaged, gone):
    vault, everything = damaged()
    pages = pages_of(vault, gone)
    damaging = flip(pages[0]) if gone == "practices" else flip(*pages)
    vault, _ = damaged(damaging)
    store, found, _ = saved(vault)
    assert practices_in(found) == practices_in(everything)
    assert store.search.items("practice", dict.fromkeys(Kind, 1))[0].count == PRACTICES
    store.close()


def test_that_practices_that_are_lost_are_counted_and_leave_no_heads(damaged):
    vault, everything = damaged()
    vault, _ = damaged(flip(pages_of(vault, "practices")[1]))
    store, found, report = saved(vault)
    kept = practices_in(found)
    counts = store.items.counts()
    store.close()
    assert kept.items() < practices_in(everything).items()
    assert report.lost == PRACTICES - len(kept) == PRACTICES - counts[Kind.PRACTICE, False]
    assert report.entries == NUMBER - 1


def test_that_a_practice_that_breaks_off_is_lost_and_not_made_up(damaged):
    vault, everything = damaged()
    reached = set(pages_of(vault, "practices"))
    store = vault.open()
    secret, journal_id = store.db.secret, store.db.journal_id
    store.close()
    whole = Pages.read(vault.file, secret, journal_id).whole
    runs_on = [n for n in whole if n not in reached and b"Rain 5 Rain 5" in whole[n]]
    lost = 0
    for page in runs_on[:4]:  # some are of search, which has the words too
        vault, _ = damaged(flip(page))
        store, found, report = saved(vault)
        store.close()
        assert practices_in(found).items() <= practices_in(everything).items()
        assert len(practices_in(found)) == PRACTICES - report.lost
        lost += report.lost
    assert lost


def test_that_a_journal_with_practices_alone_is_saved(folder, tmp_path):
    vault = Vault(folder)
    store, _ = vault.create(None)
    with store.writing():
        store.practices.put(practice(1))
        for number in range(40):
            store.documents.put(CARD, {"id": f"{number:03}", "words": "x " * 900})
    before = store.practices.all()
    pages = pages_of_open(store, "documents")
    store.close()
    data = bytearray(vault.file.read_bytes())
    flip(pages[-1])(data)
    vault.file.write_bytes(data)
    store, report = salvage(folder, Ways(), NOW)
    assert store.practices.all() == before
    store.close()
    assert (report.entries, report.thought_records) == (0, 0)


def test_that_a_log_that_was_not_moved_in_is_saved_too(damaged):
    vault, everything = damaged()
    untouched = pages_of(vault, "record_thoughts")[-1]
    store = vault.open()
    later = Entry(at=NOW, note="only in the log " * 400)
    with store.writing():
        store.entries.put(later)
        store.items.bin(next(iter(everything)))
    copy = Vault(vault.folder.with_name("copy"))
    shutil.copytree(vault.folder, copy.folder)
    store.close()
    data = bytearray(copy.file.read_bytes())
    flip(untouched)(data)
    copy.file.write_bytes(data)
    with pytest.raises(JournalDamagedError):
        copy.open()
    log = (copy.folder / "journal.db-wal").read_bytes()
    store, found, report = saved(copy)
    assert found[later.id] == later
    assert set(found) == {*everything, later.id}
    assert len(store.entries.all(binned=True)) == 2
    store.close()
    assert (report.set_aside / "journal.db-wal").read_bytes() == log


def test_that_what_an_earlier_log_left_in_the_log_is_not_taken_for_new(damaged, tmp_path):
    vault, _ = damaged()
    store = vault.open()
    secret, journal_id = store.db.secret, store.db.journal_id
    with store.writing():
        store.entries.put(Entry(at=NOW, note="new " * 400))
    log = (vault.folder / "journal.db-wal").read_bytes()
    shutil.copyfile(vault.file, tmp_path / "a.db")
    (tmp_path / "a.db-wal").write_bytes(log)
    newest = Pages.read(tmp_path / "a.db", secret, journal_id)
    store.close()
    old_frame = bytes(7) + b"\1" + b"other salt......" + log[32 + 24 : 32 + 24 + PAGE]
    (tmp_path / "a.db-wal").write_bytes(log + old_frame)
    assert Pages.read(tmp_path / "a.db", secret, journal_id) == newest
    (tmp_path / "a.db-wal").write_bytes(log[: 32 + 24 + PAGE])  # an unfinished transaction
    assert Pages.read(tmp_path / "a.db", secret, journal_id) != newest


def test_that_a_broken_link_is_mended(damaged):
    vault, everything = damaged()
    store = vault.open()
    store.db.execute("PRAGMA foreign_keys = OFF")
    store.db.execute("INSERT INTO entry_tags VALUES (9999, 0, 'x')")
    store.close()
    store, found, _ = saved(vault)
    store.close()
    assert found == everything


def test_that_a_search_that_lost_its_words_is_made_anew(damaged):
    vault, everything = damaged()
    store = vault.open()
    store.db.execute("DELETE FROM search_data WHERE id > 10")
    store.close()
    store, found, report = saved(vault)
    assert found == everything
    (records,) = store.items.search.items("situation", {Kind.THOUGHT_RECORD: 100})
    assert len(records.hits) == 48  # two are sealed
    store.close()
    assert report.damaged_pages == 0


@settings(max_examples=examples(25))
@given(st.data())
def test_that_whatever_is_damaged_what_is_saved_is_true(damaged, data):
    chance = random.Random(data.draw(st.integers(0, 10**6)))
    kind = data.draw(st.sampled_from(["flips", "cut off", "blank", "swap"]))

    def change(content):
        if kind == "cut off":
            return content[: chance.randrange(PAGE, len(content))]
        for _ in range(chance.randint(1, 25)):
            place = chance.randrange(len(content))
            start = place - place % PAGE
            if kind == "flips":
                content[place] ^= 1 << chance.randrange(8)
            elif kind == "blank":
                content[start : start + PAGE] = bytes(PAGE)
            else:
                content[:PAGE], content[start : start + PAGE] = (
                    content[start : start + PAGE],
                    content[:PAGE],
                )
        return None

    vault, everything = damaged(change)
    before = vault.file.read_bytes()
    try:
        store, found, report = saved(vault)
    except ResilienceError:
        assert vault.file.read_bytes() == before
        return
    store.close()
    assert (report.set_aside / "journal.db").read_bytes() == before
    wrong = [item for id_, item in found.items() if everything.get(id_) != item]
    lists = ("feelings", "tags", "thoughts", "patterns", "sensations", "triggers", "arrow")
    lists += ("evidence_for", "evidence_against")
    for item in wrong:  # a part is missing: no word in it is another's
        whole = everything.get(item.id, item)
        for part in lists:
            assert set(getattr(item, part, ())) <= set(getattr(whole, part, ()))


# What is not


def test_that_a_sound_journal_is_left_alone(damaged):
    vault, _ = damaged()
    before = vault.file.read_bytes()
    with pytest.raises(ResilienceError, match="is sound"):
        salvage(vault.folder, Ways(), NOW)
    assert vault.file.read_bytes() == before


@pytest.mark.parametrize(
    "change", [lambda data: data[:PAGE], lambda _: b"", lambda data: bytes(len(data))]
)
def test_that_a_journal_of_which_nothing_is_left_is_left_as_it_is(damaged, change):
    vault, _ = damaged(change)
    before = vault.file.read_bytes()
    with pytest.raises(JournalDamagedError, match="Nothing of this journal can be read"):
        salvage(vault.folder, Ways(), NOW)
    assert vault.file.read_bytes() == before
    assert not (vault.folder / "quarantine").exists()


def test_that_a_journal_that_is_open_is_left_alone(damaged):
    vault, _ = damaged()
    store = vault.open()
    with pytest.raises(JournalUnavailableError):
        salvage(vault.folder, Ways(), NOW)
    store.close()


def test_that_the_right_passphrase_or_code_is_needed(folder, tmp_path):
    vault = Vault(folder)
    store, groups = vault.create(WORDS)
    with store.writing():
        store.entries.put(entry(1))
    store.close()
    flip(1)(data := bytearray(vault.file.read_bytes()))
    vault.file.write_bytes(data)
    for passphrase in ("wrong", None):
        with pytest.raises(WrongPassphraseError):
            salvage(folder, Ways(passphrase=passphrase), NOW)
    other, other_groups = Vault(tmp_path / "other").create(None)
    other.close()
    with pytest.raises(JournalDamagedError, match="with that"):
        salvage(folder, Ways(code="-".join(other_groups)), NOW)
    vault.keys.write_bytes(b"damaged")
    with pytest.raises(KeyFileDamagedError):
        salvage(folder, Ways(passphrase=WORDS), NOW)
    store, report = salvage(folder, Ways(code="-".join(groups)), NOW)
    assert len(store.entries.all(binned=False)) == 1
    store.close()
    assert (report.set_aside / "journal.keys").read_bytes() == b"damaged"


def test_that_a_full_disk_changes_nothing(damaged, monkeypatch):
    vault, _ = damaged(flip(2))
    before = vault.file.read_bytes()

    def full(*_args):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(salvaging, "sync_file", full)
    with pytest.raises(NotWrittenError, match="The journal is as it was"):
        salvage(vault.folder, Ways(), NOW)
    assert vault.file.read_bytes() == before
    assert not (vault.folder / "quarantine").exists()


# Pages and rows that make no sense


class UndoneError(Exception):
    pass


def test_that_odd_pages_give_nothing_or_what_makes_sense():
    page = bytearray(4016)
    assert btree.node({1: bytes(page)}, 2) is None
    assert btree.node({2: bytes(page)}, 2) is None
    for kind in (2, 5, 10, 13):
        page[0], page[3], page[4] = kind, 0xFF, 0xFF
        found = btree.node({2: bytes(page)}, 2)
        assert found.kind in (btree.TABLE, btree.INDEX)
        assert list(btree.tree({2: bytes(page)}, 2))


@settings(max_examples=examples(50))
@given(st.binary(min_size=4016, max_size=4016), st.sampled_from([2, 5, 10, 13]))
def test_that_no_page_whatever_is_in_it_stops_the_reading(content, kind):
    page = bytes([kind]) + content[1:]
    list(btree.tree({1: page, 2: page, 3: content}, 1))
    rescue.rescue({1: page, 2: page, 3: content}, [])


def test_that_a_row_that_runs_on_in_a_circle_ends():
    page = bytearray(4016)
    page[0], page[4] = 13, 1
    page[8:10] = (100).to_bytes(2, "big")
    page[100:103] = b"\xff\xff\x7f"  # far longer than a page
    circle = (3).to_bytes(4, "big") + bytes(4012)
    (found,) = btree.tree({2: bytes(page), 3: circle}, 2)
    assert all(not row.is_whole for row in found[1].rows)


def test_that_tables_of_the_same_kinds_are_told_apart_by_what_they_hold():
    words = tuple(rescue.Column(name, "TEXT", True, False, False) for name in ("a", "b"))
    settings = rescue.Table("settings", btree.INDEX, words, None)
    drafts = rescue.Table("drafts", btree.INDEX, words, None)
    for name, value, is_setting, is_draft in (
        ("bed_time", '"23:00"', True, False),
        ("bed_time", "true", True, False),
        ("entry:new", '{"id": "x"}', False, True),
        ("aims", "to sleep", False, False),
    ):
        row = Row(None, (name, value))
        assert settings.fits(row) is is_setting
        assert drafts.fits(row) is is_draft
    number = rescue.Column("position", "INTEGER", False, True, False)
    contacts = rescue.Table("contacts", btree.TABLE, (number, *words), None)
    assert contacts.fits(Row(1, (None, "Ann", "0123")))
    assert not contacts.fits(Row(1, (None, "journal", "m0001_journal")))


def test_that_tags_are_told_apart_from_indexes_and_pictures_from_the_index_of_words():
    words = tuple(rescue.Column(name, "TEXT", True, False, False) for name in ("word", "of"))
    archived = rescue.Column("archived", "INTEGER", True, False, False)
    tags = rescue.Table("tags", btree.INDEX, (*words, archived), None)
    for row, is_tag in (
        (("walk", "activities", 0), True),
        (("2026-11-22", "days", 1), True),
        (("walk", "2026", 1), True),
        (("walk", "a group with a long name", 1), True),
        (("2026-11-22", "2026-11-22T12:00:00", 1), False),
        (("journal", "m0001_journal", 1), False),
    ):
        assert tags.fits(Row(None, row)) is is_tag, row
    body = rescue.Column("body", "BLOB", True, False, False)
    pictures = rescue.Table("pictures", btree.TABLE, (words[0], body), None)
    assert pictures.fits(Row(1, ("one", b"x")))
    assert not pictures.fits(Row(1, (None, b"x")))


def test_that_patterns_are_told_apart_from_feelings_also_those_from_before_there_were_hints():
    rows = [rescue.Column(name, "INTEGER", True, False, False) for name in ("seq", "position")]
    word = rescue.Column("pattern", "TEXT", True, False, False)
    main = rescue.Column("main", "INTEGER", True, False, False)
    hinted = rescue.Column("hinted", "INTEGER", True, False, False, came_later=True)
    patterns = rescue.Table("record_patterns", btree.INDEX, (*rows, word, main, hinted), "x")
    for row, is_pattern in (
        ((1, 0, "labeling", 1), True),
        ((1, 0, "labeling", 1, 0), True),
        ((1, 0, "sad", 50, 20), False),
        ((1, 0, "sad", 1, None), False),
    ):
        assert patterns.fits(Row(None, row)) is is_pattern, row
    assert patterns.fits(Row(None, (1, 0, "label"), is_whole=False))


TABLES = ("thought_records", "record_thoughts", "record_details", "entries", "entry_details")


@pytest.mark.parametrize("table", TABLES)
def test_that_a_row_that_breaks_off_anywhere_can_still_be_read(folder, tmp_path, table):
    source, _ = Vault(folder).create(None)
    with source.writing():
        source.entries.put(entry(7))
        whole = dataclasses.replace(
            record(1),
            thoughts=(AutomaticThought("All saw", 80, 20, kind=ThoughtKind.MEMORY),),
            settled=Settling(Settled.BREATHING, 40, Step.FEELINGS),
            checks=tuple(Check),
            next_step_on=NOW.day,
        )
        source.thought_records.put(whole)
    tables = {one.name: one for one in rescue.tables_of(source.db)}
    rows = {
        name: [
            Row(row[0] if one.kind == btree.TABLE else None, tuple(row))
            for row in source.db.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
        ]
        for name, one in tables.items()
        if one.name in {"items", "entries", "thought_records"}
        or one.parent in {"entries", "thought_records"}
    }
    source.close()
    empty, _ = Vault(tmp_path / "other").create(None)
    # Some 400 bytes of a row are on its own page: in a list, a part of its words at least.
    words = ("situation", "note", "text", "word")
    first = next(n for n, c in enumerate(tables[table].columns) if c.name in words)
    for place, row in enumerate(rows[table]):
        for end in range(first, len(row.values)):
            last = row.values[end]
            parts = {last[:1], last[:-1]} if isinstance(last, str) else {None}
            for part in parts | ({None} if end > first else set()):
                cut = Row(row.rowid, (*row.values[:end], part), is_whole=False)
                found = rescue.Rescued()
                found.rows |= rows
                found.rows[table] = [*rows[table][:place], cut, *rows[table][place + 1 :]]
                with contextlib.suppress(UndoneError), empty.writing():
                    Filling(empty, found, NOW).fill(Progress())
                    assert len(contents(empty)) == 2
                    if table == "entries":
                        assert empty.entries.all(binned=False)[0].never_share
                    raise UndoneError
    empty.close()


def test_that_rows_from_before_there_was_a_column_still_fit():
    old = rescue.Column("note", "TEXT", True, False, False)
    later = rescue.Column("went_well", "TEXT", True, False, False, came_later=True)
    assert rescue.Table("t", btree.TABLE, (old, later), None).fits(Row(1, ("x",)))
    assert not rescue.Table("t", btree.TABLE, (old, old), None).fits(Row(1, ("x",)))


def test_that_a_journal_of_the_first_release_brought_up_to_date_is_saved(folder):
    notes = [f"Note {number} " * 20 for number in range(120)]
    write_old_journal(folder, notes, binned=3)
    Vault(folder).open().close()
    data = bytearray((folder / "journal.db").read_bytes())
    data[:PAGE] = bytes(PAGE)
    (folder / "journal.db").write_bytes(data)
    store, found, report = saved(Vault(folder))
    store.close()
    assert [item.note for item in found.values()] == [*notes[3:], *notes[:3]]
    assert (report.in_bin, report.incomplete, report.lost) == (3, 0, 0)


def test_that_a_page_no_table_can_have_is_left_out():
    table = rescue.Table("t", btree.TABLE, (rescue.Column("a", "TEXT", True, False, False),), None)
    assert not table.fits(Row(1, (b"x",)))
    assert not table.fits(Row(1, ("x", "y")))
    assert not table.fits(Row(1, ()))
    assert table.fits(Row(1, (), is_whole=False))
