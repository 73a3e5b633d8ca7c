"""A journal of an earlier release opens, is brought up to date, and holds everything it held."""

import dataclasses

import pytest

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.practice import Practice
from resilience_desktop.domain.record_form import FIVE_PARTS, Step
from resilience_desktop.domain.tag import Tag
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    Share,
    ThoughtRecord,
)
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.errors import JournalTooNewError
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import connection
from resilience_desktop.storage.driver import load_utils, sqlite
from resilience_desktop.storage.migrations import FORMAT, steps
from resilience_desktop.storage.migrations.steps import STEPS
from resilience_desktop.storage.pages import PAGE
from resilience_desktop.storage.restoring import Ways
from resilience_desktop.storage.salvage import salvage
from resilience_desktop.storage.vault import Vault


@pytest.fixture
def as_of_format(monkeypatch):
    """Let the storage know only the first steps, as an earlier release did."""

    def only(number, *more):
        migrations = load_utils().Migrations("journal")
        for step in STEPS[:number]:
            migrations(name=step.__name__.rpartition(".")[2])(step.apply)
        for name, apply in more:
            migrations(name=name)(apply)
        patch = pytest.MonkeyPatch()
        patch.setattr(steps, "MIGRATIONS", migrations)
        patch.setattr(connection, "FORMAT", number + len(more))
        undone.append(patch)
        return patch

    undone = []
    yield only
    for patch in undone:
        patch.undo()


AS_IT_WAS = (
    "INSERT INTO entries VALUES (1, -2, 1, 'Rain', NULL, 'now', '', '')",
    "INSERT INTO entries VALUES (2, NULL, NULL, 'Let go', NULL, 'now', '', '')",
    "INSERT INTO entry_feelings VALUES (1, 0, 'tense', 60)",
    "INSERT INTO entry_tags VALUES (1, 0, 'x')",
    "INSERT INTO thought_records VALUES (3, 'Stairs', '', NULL, 'situation', 0)",
    "INSERT INTO record_thoughts VALUES (3, 0, 'All saw', 80, NULL, 0)",
    """INSERT INTO drafts VALUES ('entry:new', '{"id": "draft", "at": {"utc":
        "2026-11-19T12:00:00Z", "zone": "Europe/London", "offset": 0, "local":
        "2026-11-19T12:00:00"}, "mood": -2, "energy": 1, "feelings": [{"word": "tense",
        "intensity": 60}], "note": "Half a sen", "tags": ["x"], "sleep_hours": null,
        "frame": "now", "converted_from": "", "source": ""}')""",
    "INSERT INTO report_words VALUES ('question', 'How?')",
)
"""Rows as that release wrote them."""


@pytest.fixture
def first_release(folder, noon, as_of_format):
    """A journal of format 1 with something in every table; gives what it holds."""
    kept = Entry(
        at=noon, mood=-2, energy=1, feelings=(Feeling("tense", 60),), note="Rain", tags=("x",)
    )
    binned = Entry(at=noon, note="Let go")
    record = ThoughtRecord(at=noon, situation="Stairs", thoughts=(AutomaticThought("All saw", 80),))
    draft = dataclasses.replace(kept, id="draft", note="Half a sen")
    patch = as_of_format(1)
    store, _ = Vault(folder).create(None)
    with store.db.atomic():  # an earlier release kept no count of changes
        for seq, (item, kind, is_binned, found) in enumerate(
            [
                (kept, "entry", 0, ("Rain", "tense, x")),
                (binned, "entry", 1, None),
                (record, "thought_record", 0, ("Stairs\nAll saw", "")),
            ],
            start=1,
        ):
            store.db.execute(
                "INSERT INTO items (seq, id, kind, utc, zone, utc_offset, local, binned) "
                "VALUES (?, ?, ?, '2026-11-19T12:00:00', 'Europe/London', 0, "
                "'2026-11-19T12:00:00', ?)",
                [seq, item.id, kind, is_binned],
            )
            if found:
                store.db.execute(
                    "INSERT INTO search (rowid, words, labels) VALUES (?, ?, ?)", [seq, *found]
                )
        for sql in AS_IT_WAS:
            store.db.execute(sql)
    assert store.db.execute("PRAGMA user_version").fetchone()[0] == 1
    store.close()
    patch.undo()
    return Contents(
        (kept,), (record,), (binned,), (), (("entry:new", draft),), (("question", "How?"),)
    )


AS_FORMAT_4_WROTE = (
    (
        "INSERT INTO items (seq, id, kind, utc, zone, utc_offset, local, binned, starred, sealed) "
        "VALUES (1, 'one', 'thought_record', '2026-11-19T12:00:00', 'Europe/London', 0, "
        "'2026-11-19T12:00:00', 0, 1, 0)"
    ),
    (
        "INSERT INTO items (seq, id, kind, utc, zone, utc_offset, local, binned, starred, sealed) "
        "VALUES (2, 'two', 'thought_record', '2026-11-19T12:00:00', 'Europe/London', 0, "
        "'2026-11-19T12:00:00', 0, 0, 1)"
    ),
    (
        "INSERT INTO items (seq, id, kind, utc, zone, utc_offset, local, binned, starred, sealed) "
        "VALUES (3, 'entry', 'entry', '2026-11-19T12:00:00', 'Europe/London', 0, "
        "'2026-11-19T12:00:00', 0, 0, 0)"
    ),
    "INSERT INTO thought_records VALUES (1, 'Stairs', 'She waved', 70, 'look_again', 1)",
    "INSERT INTO thought_records VALUES (2, '', '', NULL, 'feelings', 0)",
    "INSERT INTO record_feelings VALUES (1, 0, 'sad', 80, 30)",
    "INSERT INTO record_feelings VALUES (1, 1, 'calm', NULL, 40)",
    "INSERT INTO record_feelings VALUES (2, 0, 'tense', 60, NULL)",
    "INSERT INTO record_thoughts VALUES (1, 0, 'All saw', 80, 20, 1)",
    "INSERT INTO record_thoughts VALUES (1, 1, 'All laugh', NULL, NULL, 0)",
    "INSERT INTO record_patterns VALUES (1, 0, 'labeling', 0)",
    "INSERT INTO record_patterns VALUES (1, 1, 'mind_reading', 1)",
    (
        "INSERT INTO entries (seq, note, frame, converted_from, source) "
        "VALUES (3, 'Rain', 'now', '', '')"
    ),
    "INSERT INTO entry_tags VALUES (3, 0, 'walk')",
    (
        "INSERT INTO search (rowid, words, labels) "
        "VALUES (1, 'Stairs' || char(10) || 'All saw' || char(10) || 'All laugh' || char(10) "
        "|| 'She waved', 'sad, calm')"
    ),
    "INSERT INTO search (rowid, words, labels) VALUES (3, 'Rain', 'walk')",
    """INSERT INTO revisions (seq, number, begun, utc, zone, utc_offset, settled, body)
        VALUES (1, 1, '2026-11-19T12:00:00+00:00', '2026-11-19T12:00:00', 'UTC', 0, 1,
        '{"id": "one", "at": {"utc": "2026-11-19T12:00:00Z", "zone": "Europe/London", "offset": 0,
        "local": "2026-11-19T12:00:00"}, "situation": "Stair", "feelings": [{"word": "sad",
        "before": 80, "after": null}], "thoughts": [{"text": "All saw", "belief_before": 80,
        "belief_after": null, "hot": true}], "patterns": [{"pattern": "labeling", "main": true}],
        "balanced_thought": "", "balanced_belief": null, "step": "balanced", "finished": false,
        "starred": false}')""",
    (
        "INSERT INTO revisions (seq, number, begun, utc, zone, utc_offset, settled) "
        "VALUES (1, 2, '2026-11-19T12:00:00+00:00', '2026-11-19T12:00:00', 'UTC', 0, 1)"
    ),
)
"""Thought records as format 4 had them, with an earlier version of one."""


@pytest.fixture
def format_4(folder, noon, as_of_format):
    """A journal of format 4 with thought records; gives them as they are to be read."""
    patch = as_of_format(4)
    store, _ = Vault(folder).create(None)
    with store.db.atomic():
        for sql in AS_FORMAT_4_WROTE:
            store.db.execute(sql)
    assert store.db.execute("PRAGMA user_version").fetchone()[0] == 4
    store.close()
    patch.undo()
    one = ThoughtRecord(
        id="one",
        at=noon,
        situation="Stairs",
        feelings=(RatedFeeling("sad", 80, 30), RatedFeeling("calm", None, 40)),
        thoughts=(AutomaticThought("All saw", 80, 20, hot=True), AutomaticThought("All laugh")),
        patterns=(ChosenPattern("labeling"), ChosenPattern("mind_reading", main=True)),
        balanced_thought="She waved",
        balanced_belief=70,
        step=Step.LOOK_AGAIN,
        finished=True,
        starred=True,
    )
    two = ThoughtRecord(
        id="two", at=noon, feelings=(RatedFeeling("tense", 60),), step=Step.FEELINGS, sealed=True
    )
    return one, two


def test_that_records_of_format_4_keep_everything_and_have_the_five_parts(folder, format_4, noon):
    one, two = format_4
    journal = Journal.open(folder)
    entry = Entry(id="entry", at=noon, note="Rain", tags=("walk",))
    assert journal.contents() == Contents((entry,), (one, two))
    assert journal.thought_record("one").steps == FIVE_PARTS
    assert journal.thought_record("one").all_steps == FIVE_PARTS
    assert (one.begun, one.form, one.share) == (None, "five", Share.ASK)
    (version,) = journal.revisions.of("one")
    assert version.item == ThoughtRecord(
        id="one",
        at=noon,
        situation="Stair",
        feelings=(RatedFeeling("sad", 80),),
        thoughts=(AutomaticThought("All saw", 80, hot=True),),
        patterns=(ChosenPattern("labeling", main=True),),
        step=Step.BALANCED,
    )
    assert journal.verify().problems == ()
    assert [hit.id for found in journal.looking.search("laugh") for hit in found.hits] == ["one"]
    assert journal.thought_records() == [one]
    assert journal.cards.all() == journal.insights.all() == []
    assert {k.pattern.id: k.used for k in journal.patterns.all() if k.used} == {
        "labeling": 1,
        "mind_reading": 1,
    }
    more = dataclasses.replace(
        one,
        form="whole",
        steps=tuple(Step),
        tags=("walk",),
        evidence_for=("Late",),
        patterns=(ChosenPattern("labeling", hinted=True),),
    )
    journal.keep_thought_record(more)
    journal.close()
    journal = Journal.open(folder)
    assert journal.thought_records() == [more]
    assert [
        item.id for item in journal.looking.timeline(chosen=TimelineFilter(tags=("walk",))).items
    ] == [
        "entry",
        "one",
    ]
    assert journal.verify().problems == ()
    journal.close()
    assert format_of(folder) == FORMAT


def test_that_a_damaged_journal_brought_up_from_format_4_is_saved(folder, format_4, noon):
    one, two = format_4
    Journal.open(folder).close()
    data = bytearray((folder / "journal.db").read_bytes())
    data[:PAGE] = bytes(PAGE)
    (folder / "journal.db").write_bytes(data)
    store, report = salvage(folder, Ways(), noon)
    assert store.thought_records.all(binned=False) == [one, two]
    store.close()
    assert (report.thought_records, report.incomplete, report.lost) == (2, 0, 0)


def test_that_what_could_be_ticked_in_format_5_still_can_be_and_no_entry_is_kept_back(
    folder, format_4, noon, as_of_format
):
    patch = as_of_format(5)
    store = Vault(folder).open()
    with store.db.atomic():
        store.db.execute("UPDATE thought_records SET share = 'full' WHERE seq = 2")
    assert store.db.execute("SELECT share FROM thought_records WHERE seq = 1").fetchone()[0] == (
        "never"
    )
    store.close()
    patch.undo()
    journal = Journal.open(folder)
    assert journal.thought_record("one").share is Share.ASK
    assert journal.thought_record("two").share is Share.FULL
    assert journal.entry("entry") == Entry(id="entry", at=noon, note="Rain", tags=("walk",))
    journal.marks.never_share("entry", never=True)
    journal.close()
    journal = Journal.open(folder)
    assert journal.entry("entry").never_share
    assert journal.verify().problems == ()
    journal.close()


def format_of(folder):
    store = Vault(folder).open()
    number = store.db.execute("PRAGMA user_version").fetchone()[0]
    store.close()
    return number


def test_that_a_journal_of_the_first_release_is_brought_up_to_date_with_everything(
    folder, first_release
):
    journal = Journal.open(folder)
    assert journal.contents() == first_release
    assert journal.contacts.all() == ()
    assert journal.settings() == JournalSettings()
    assert journal.verify().problems == ()
    assert [hit.id for found in journal.looking.search("rain") for hit in found.hits]
    assert journal.tags.all() == [Tag("x", used=1)]
    assert journal.used_before.feelings(1) == ["tense"]
    assert [item.id for item in journal.looking.timeline().items] == [
        first_release.thought_records[0].id,
        first_release.entries[0].id,
    ]
    assert journal.begin_day() == Changes()
    assert journal.contents() == first_release
    journal.close()
    assert format_of(folder) == FORMAT == len(STEPS)


def test_that_a_step_that_fails_leaves_the_journal_as_it_was(folder, first_release, as_of_format):
    def half_way(db):
        STEPS[1].apply(db)
        db.execute("INSERT INTO contacts VALUES (0, 'half', '', '')")
        error = sqlite.OperationalError("no more")
        raise error

    patch = as_of_format(1, ("m0002_half_way", half_way))
    with pytest.raises(sqlite.OperationalError):
        Vault(folder).open()
    patch.undo()
    journal = Journal.open(folder)
    assert journal.contents() == first_release
    journal.close()


def test_that_the_first_release_refuses_a_journal_brought_up_to_date(
    folder, first_release, as_of_format
):
    Journal.open(folder).close()
    as_of_format(1)
    with pytest.raises(JournalTooNewError):
        Vault(folder).open()


def test_that_a_journal_of_format_6_can_keep_practices_and_is_then_refused_by_that_release(
    folder, as_of_format, noon
):
    entry = Entry(at=noon, note="Rain")
    patch = as_of_format(6)
    store, _ = Vault(folder).create(None)
    with store.writing():
        store.entries.put(entry)
    store.close()
    patch.undo()
    practice = Practice(skill="slow_breathing", at=noon, note="Rain")
    journal = Journal.open(folder)
    assert journal.practices.all() == []
    journal.practices.keep(practice)
    assert journal.looking.timeline().items == (practice, entry)
    assert journal.verify().problems == ()
    journal.close()
    as_of_format(6)
    with pytest.raises(JournalTooNewError):
        Vault(folder).open()
