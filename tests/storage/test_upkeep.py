import datetime as dt
import errno

import pytest

from resilience_desktop.domain.backup import Reason
from resilience_desktop.domain.entry import Entry
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.storage import backups as storage
from resilience_desktop.storage import connection
from resilience_desktop.storage.backup_file import check_sums
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.connection import looking_at
from resilience_desktop.storage.deletion import delete_files
from resilience_desktop.storage.migrations import FORMAT
from resilience_desktop.storage.rescue import tables_of
from resilience_desktop.storage.state import State, changes_of
from resilience_desktop.storage.vault import Vault
from tests.old_journal import write_old_journal

DAY = dt.date(2026, 11, 22)


@pytest.fixture
def vault(folder):
    return Vault(folder)


@pytest.fixture
def store(vault):
    store, _ = vault.create(None)
    yield store
    store.close()


def schema_of(db):
    rows = db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {name: sql for name, sql in rows if not name.startswith("idx__")}


# Bringing an older journal up to date


def test_that_an_older_journal_opens_with_everything_in_it(vault, folder):
    write_old_journal(folder, ["first", "second", "third"], binned=1)
    store = vault.open()
    assert [e.note for e in store.entries.all(binned=False)] == ["second", "third"]
    assert store.items.in_bin() == [("00000000-0000-7000-8000-000000000001", 0)]
    assert store.problems() == []
    assert store.db.execute("PRAGMA user_version").fetchone()[0] == FORMAT
    store.close()


def test_that_an_older_journal_ends_up_like_a_new_one(vault, folder, store, tmp_path):
    old = tmp_path / "old"
    write_old_journal(old, ["first"])
    opened = Vault(old).open()
    assert schema_of(opened.db) == schema_of(store.db)
    opened.close()


def test_that_an_older_journal_is_backed_up_as_it_was_before_anything_changes(folder):
    secret = write_old_journal(folder, ["first", "second"])
    with looking_at(folder / "journal.db", secret) as db:
        before = State.of(db)
    Vault(folder).open().close()
    (backup,) = Backups(folder).all()
    assert backup.stored.reason is Reason.BEFORE_UPDATE
    assert check_sums(backup.path).state == before
    assert before.schema == 1
    assert before.changes == -1


def test_that_an_older_journal_is_not_changed_when_it_cannot_be_backed_up(folder, monkeypatch):
    def full(*_args):
        raise OSError(errno.ENOSPC, "full")

    write_old_journal(folder, ["first"])
    before = (folder / "journal.db").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(storage, "write_backup", full)
        with pytest.raises(NotWrittenError, match="The journal itself is as it was"):
            Vault(folder).open()
    assert (folder / "journal.db").read_bytes() == before
    Vault(folder).open().close()


def test_that_a_journal_that_is_up_to_date_is_not_backed_up_by_opening(vault, store):
    store.close()
    vault.open().close()
    assert Backups(vault.folder).all() == []


def test_that_a_copy_is_brought_up_to_date_without_a_backup(folder):
    secret = write_old_journal(folder, ["first"])
    connection.open_copy(folder / "journal.db", secret).close()
    assert not (folder / "backups").exists()


# What other code relies on


def test_that_every_table_begins_with_what_its_rows_are_told_apart_by(store):
    for table in tables_of(store.db):
        rows = store.db.execute(f"PRAGMA table_info({table.name})").fetchall()
        assert len(rows) >= 2
        keys = [row[5] for row in rows if row[5]]
        assert keys == list(range(1, len(keys) + 1))
        assert [row[5] for row in rows][: len(keys)] == keys
        assert len(keys) <= 2


# Counting


def test_that_a_write_counts_as_a_change_and_looking_does_not(store, noon):
    assert changes_of(store.db) == 0
    for expected in (1, 2):
        with store.writing():
            store.entries.put(Entry(at=noon))
            store.entries.put(Entry(at=noon))
        assert changes_of(store.db) == expected
    with store.writing():
        store.entries.get("nothing")
    with store.reading():
        store.entries.all(binned=False)
    with store.keeping_up():
        store.days_of_use.note(DAY)
    assert changes_of(store.db) == 2


def test_that_each_day_of_use_counts_once_and_in_order(store):
    days = store.days_of_use
    assert days.count() == 0
    assert days.note(DAY)
    assert not days.note(DAY)
    assert days.note(DAY + dt.timedelta(days=2))
    assert days.count() == 2


def test_that_a_clock_that_jumps_to_and_fro_counts_no_more_days_than_one_that_is_right(store):
    for number in range(10):
        day = DAY + dt.timedelta(days=number)
        for shown in (day, day + dt.timedelta(days=3652), day, day - dt.timedelta(days=3652)):
            store.days_of_use.note(shown)
    assert store.days_of_use.count() <= 2 * 10
    for number in range(10):
        store.days_of_use.note(DAY + dt.timedelta(days=number))
    assert store.days_of_use.count() <= 2 * 10


def test_that_days_long_ago_are_forgotten_and_the_count_goes_on(store, monkeypatch):
    monkeypatch.setattr("resilience_desktop.storage.days_of_use._REMEMBERED", 5)
    for number in range(20):
        store.days_of_use.note(DAY + dt.timedelta(days=number))
    assert store.days_of_use.count() == 20
    assert store.db.execute("SELECT count(*) FROM days_of_use").fetchone()[0] == 5


# Deleting everything


def test_that_nothing_of_a_journal_is_left(folder, vault, store, noon, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    backups = Backups(folder)
    backups.use_second_folder(stick)
    backups.make(store.db, Reason.DAILY, noon)
    store.close()
    (folder / "quarantine" / "x").mkdir(parents=True)
    (folder / "contacts.json").write_bytes(b"{}")
    (folder / "journal.db.new").write_bytes(b"")
    delete_files(folder, second_folder=False)
    assert not folder.exists()
    assert list(stick.rglob("*.rjb"))


def test_that_copies_in_the_second_folder_go_too_if_wanted(folder, store, noon, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"")
    Backups(folder).use_second_folder(stick)
    Backups(folder).make(store.db, Reason.DAILY, noon)
    store.close()
    (folder / "notes of mine.txt").write_bytes(b"")
    delete_files(folder, second_folder=True)
    assert [path.name for path in stick.iterdir()] == ["holiday.jpg"]
    assert [path.name for path in folder.iterdir()] == ["notes of mine.txt"]


def test_that_a_second_folder_that_is_not_there_stops_it_before_anything_is_gone(
    folder, store, noon, tmp_path
):
    Backups(folder).use_second_folder(tmp_path / "gone")
    store.close()
    with pytest.raises(NotWrittenError, match="Nothing has been deleted"):
        delete_files(folder, second_folder=True)
    assert (folder / "journal.db").exists()


def test_that_a_second_folder_without_copies_is_no_hindrance(folder, store, tmp_path):
    (tmp_path / "stick").mkdir()
    Backups(folder).use_second_folder(tmp_path / "stick")
    store.close()
    delete_files(folder, second_folder=True)
    assert not folder.exists()


def test_that_what_cannot_be_deleted_is_said_and_can_be_tried_again(folder, store, monkeypatch):
    store.close()

    def refuse(_path):
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.unlink", refuse)
        with pytest.raises(NotWrittenError, match="Not everything could be deleted"):
            delete_files(folder, second_folder=False)
    delete_files(folder, second_folder=False)
    assert not folder.exists()
