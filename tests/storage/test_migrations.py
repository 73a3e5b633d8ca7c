"""A journal of an earlier release opens, is brought up to date, and holds everything it held."""

import dataclasses

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.journal_settings import JournalSettings
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
        store.entries.put(kept)
        store.entries.put(binned)
        store.db.execute("UPDATE items SET binned = 1 WHERE id = ?", [binned.id])
        store.thought_records.put(record)
        store.drafts.put("entry:new", draft)
        store.report_words.put({"question": "How?"})
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
    assert journal.contacts() == ()
    assert journal.settings() == JournalSettings()
    assert journal.verify().problems == ()
    assert [hit.id for found in journal.search("rain") for hit in found.hits]
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
