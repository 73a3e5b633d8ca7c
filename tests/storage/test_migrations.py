"""A journal of an earlier release opens, is brought up to date, and holds everything it held."""

import dataclasses

import pytest

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.tag import Tag
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord
from resilience_desktop.errors import JournalTooNewError
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import connection
from resilience_desktop.storage.driver import Migrations, sqlite
from resilience_desktop.storage.migrations import FORMAT, STEPS
from resilience_desktop.storage.vault import Vault


@pytest.fixture
def as_of_format(monkeypatch):
    """Let the storage know only the first steps, as an earlier release did."""

    def only(number, *more):
        migrations = Migrations("journal")
        for step in STEPS[:number]:
            migrations(name=step.__name__.rpartition(".")[2])(step.apply)
        for name, apply in more:
            migrations(name=name)(apply)
        patch = pytest.MonkeyPatch()
        patch.setattr(connection, "MIGRATIONS", migrations)
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
