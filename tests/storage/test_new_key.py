"""A new key for a journal: nothing is lost, whatever the computer does."""

from types import SimpleNamespace

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.errors import JournalUnavailableError, NotWrittenError
from resilience_desktop.storage import connection, new_key, replacing
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.new_key import NewKey, move_to
from resilience_desktop.storage.vault import Vault

OLD, NEW = "five ordinary words are enough", "and five other ones as well"


class Stopped(BaseException):
    """What a killed program does not get to say."""


@pytest.fixture
def vault(folder, noon):
    """A journal with an entry."""
    vault = Vault(folder)
    store, _ = vault.create(OLD)
    with store.writing():
        store.entries.put(Entry(at=noon, note="walked by the river"))
    store.close()
    return vault


def names(vault):
    return sorted(path.name for path in vault.folder.iterdir())


def notes_behind(vault, passphrase):
    store = vault.open(passphrase)
    try:
        return [entry.note for entry in store.entries.all(binned=False)]
    finally:
        store.close()


def renew(vault):
    move_to(vault, vault.open(OLD), NewKey.behind(NEW))


def steps_of(vault):
    """Return the name of each step of a renewal, without doing it to this journal."""
    told = []
    renew(Vault(vault.folder, told.append))
    return told


def test_that_the_journal_opens_with_the_new_key_alone(vault):
    before = vault.journal_id()
    renew(vault)
    assert notes_behind(vault, NEW) == ["walked by the river"]
    assert vault.journal_id() != before
    assert list(KeyFile.read(vault.keys).entries) == [vault.journal_id().hex()]
    assert names(vault) == ["journal.db", "journal.keys"]


@pytest.mark.parametrize("number", range(16))
def test_that_a_renewal_stopped_at_a_step_leaves_the_old_or_the_new_journal(vault, number):
    told = []

    def stop(name):
        told.append(name)
        if len(told) > number:
            raise Stopped

    with pytest.raises(Stopped):
        renew(Vault(vault.folder, stop))
    passphrase = NEW if told[-1] in ("new file in place", "its name on disk") else OLD
    assert notes_behind(vault, passphrase) == ["walked by the river"]
    assert names(vault) == ["journal.db", "journal.keys"]
    found = KeyFile.read(vault.keys)
    assert list(found.entries) == [vault.journal_id().hex()]
    assert found.renewing is None


def test_that_all_its_steps_are_tried(vault):
    assert len(steps_of(vault)) == 16


def test_that_a_copy_that_is_not_the_same_is_not_used(vault, monkeypatch):
    before = vault.journal_id()
    monkeypatch.setattr(new_key, "_digest", lambda db: str(id(db)))
    with pytest.raises(NotWrittenError, match="not the same"):
        renew(vault)
    monkeypatch.undo()
    assert vault.journal_id() == before
    assert notes_behind(vault, OLD) == ["walked by the river"]


def test_that_every_table_and_number_counts_when_comparing(vault):
    store = vault.open(OLD)
    seen = {new_key._digest(store.db)}
    for change in (
        "UPDATE entries SET note = 'walked by the lake'",
        "UPDATE entries SET mood = 0",
        "DELETE FROM search",
        "INSERT INTO search (search, rank) VALUES ('secure-delete', 0)",
        "INSERT INTO report_words VALUES ('question', '')",
        "CREATE INDEX planted ON entries (mood)",
        "DROP INDEX items_timeline",
        "DELETE FROM _sqlite_migrations",
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 7",
    ):
        store.db.execute(change)
        seen.add(new_key._digest(store.db))
    assert len(seen) == 11
    store.close()


def test_that_whoever_waited_for_the_old_file_does_not_go_on_with_it(vault, monkeypatch):
    prepare = connection._prepare

    def replaced_meanwhile(waiting):
        prepare(waiting)
        vault.draft.write_bytes(vault.file.read_bytes())
        vault.draft.replace(vault.file)

    monkeypatch.setattr(connection, "_prepare", replaced_meanwhile)
    with pytest.raises(JournalUnavailableError, match="another window"):
        vault.open(OLD)
    monkeypatch.undo()
    assert notes_behind(vault, OLD) == ["walked by the river"]


def test_that_where_open_files_cannot_be_replaced_the_journal_is_closed_first(vault, monkeypatch):
    closed = []
    store = vault.open(OLD)
    monkeypatch.setattr(replacing, "os", SimpleNamespace(name="nt"))
    watching = Vault(vault.folder, lambda name: closed.append(name) if is_closed(store) else None)
    move_to(watching, store, NewKey.behind(NEW))
    assert closed == ["new file waiting", "log gone", "new file in place", "its name on disk"]
    assert notes_behind(vault, NEW) == ["walked by the river"]


def is_closed(store):
    try:
        store.db.execute("SELECT 1")
    except Exception:
        return True
    return False


def test_that_the_old_key_is_kept_until_the_new_file_is_surely_there(vault, monkeypatch):
    def fail(_folder):
        raise OSError

    renew(vault)
    monkeypatch.setattr("resilience_desktop.storage.vault.sync_folder", fail)
    assert notes_behind(vault, NEW) == ["walked by the river"]
    assert len(KeyFile.read(vault.keys).entries) == 2
    monkeypatch.undo()
    assert notes_behind(vault, NEW) == ["walked by the river"]
    assert len(KeyFile.read(vault.keys).entries) == 1


@pytest.mark.parametrize("name", ["PRAGMA renewed.journal_mode", "SELECT sqlcipher_export"])
def test_that_a_full_disk_leaves_the_old_journal(vault, monkeypatch, name):
    from resilience_desktop.storage.driver import sqlite

    store = vault.open(OLD)
    execute = type(store.db).execute

    def full(self, sql, parameters=()):
        if sql.startswith(name):
            error = sqlite.OperationalError("CANARY")
            error.sqlite_errorname = "SQLITE_FULL"
            raise error
        return execute(self, sql, parameters)

    monkeypatch.setattr(type(store.db), "execute", full)
    with pytest.raises(NotWrittenError, match="disk is full"):
        move_to(vault, store, NewKey.behind(NEW))
    monkeypatch.undo()
    assert notes_behind(vault, OLD) == ["walked by the river"]
    assert names(vault) == ["journal.db", "journal.keys"]
