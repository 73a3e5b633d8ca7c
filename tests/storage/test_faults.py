"""What storage does when the computer lets it down."""

import os
import runpy
import sys
from pathlib import Path
from threading import Timer

import pytest
import sqlite_utils.db

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import CancelledError, JournalDamagedError, NotWrittenError
from resilience_desktop.storage import connection, driver, durable
from resilience_desktop.storage.store import Store
from resilience_desktop.storage.vault import Door, Vault


@pytest.fixture
def vault(folder):
    return Vault(folder)


def test_that_a_driver_that_sqlite_utils_does_not_share_is_refused(monkeypatch):
    monkeypatch.setattr(sqlite_utils.db, "OperationalError", RuntimeError)
    with pytest.raises(ImportError, match="before the SQLCipher driver"):
        driver.load_utils()


def test_that_an_sqlite_with_known_faults_is_refused(monkeypatch):
    monkeypatch.setattr(driver.sqlite, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(ImportError, match="too old"):
        runpy.run_path(driver.__file__)


def test_that_a_small_file_is_replaced_in_one_step(tmp_path):
    path = tmp_path / "keys"
    durable.replace_file(path, b"old")
    durable.replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["keys"]


def test_that_a_disk_that_returns_something_else_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "keys"
    durable.replace_file(path, b"old")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _self: b"garbled")
        with pytest.raises(NotWrittenError, match="something else"):
            durable.replace_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_that_windows_is_not_asked_to_sync_a_folder(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        patch.setattr(os, "open", None)
        durable.sync_folder(tmp_path)


def test_that_a_journal_half_prepared_is_closed_and_there_is_none(vault, monkeypatch):
    closed = []
    connect = connection._connect

    def noting(*args, **kwargs):
        made = connect(*args, **kwargs)
        closed.append(made)
        return made

    def full(_connection):
        error = driver.sqlite.OperationalError("CANARY")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(connection, "_connect", noting)
    monkeypatch.setattr(connection, "_prepare", full)
    with pytest.raises(NotWrittenError, match="disk is full"):
        vault.create(None)
    with pytest.raises(driver.sqlite.ProgrammingError, match="closed"):
        closed[0].execute("SELECT 1")
    monkeypatch.undo()
    assert vault.door() is Door.NONE


def test_that_a_search_index_that_lost_its_words_is_damage(vault, noon):
    store, _ = vault.create(None)
    store.entries.put(Entry(at=noon, note="walked by the river"))
    store.db.execute("DELETE FROM search_data WHERE id > 10")
    with pytest.raises(JournalDamagedError):
        store.problems()
    store.close()


def test_that_a_check_is_stopped_inside_a_long_statement(vault, monkeypatch):
    store, _ = vault.create(None)
    progress = Progress()

    def endless(store):
        Timer(0.05, progress.cancel).start()
        numbers = (
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
        )
        return store.db.execute(numbers).fetchall()

    monkeypatch.setattr(Store, "_structure", endless)
    with pytest.raises(CancelledError):
        store.problems(progress)
    monkeypatch.undo()
    assert store.problems() == []
    store.close()


def test_that_a_check_that_fails_by_itself_was_not_stopped(vault, monkeypatch):
    store, _ = vault.create(None)
    monkeypatch.setattr(Store, "_links", lambda store: store.db.execute("SELECT * FROM nothing"))
    with pytest.raises(driver.sqlite.OperationalError):
        store.problems(Progress())
    monkeypatch.undo()
    assert store.problems() == []
    store.close()


def test_that_a_driver_error_without_a_name_stays_an_exception():
    with pytest.raises(driver.sqlite.Error), connection.in_plain_words():
        raise driver.sqlite.Error


def test_that_sources_and_counts_take_in_the_bin(vault, noon):
    store, _ = vault.create(None)
    for source in ("", "one", "two"):
        store.entries.put(Entry(at=noon, source=source, feelings=(Feeling("calm"),)))
    store.items.bin(store.entries.between(noon.day, noon.day)[1].id)
    assert store.entries.sources() == {"one", "two"}
    assert sorted(store.items.counts().values()) == [1, 2]
    store.close()


def test_that_a_journal_owns_its_files_by_whatever_name(vault, tmp_path):
    assert not vault.owns(vault.folder / "journal.db")
    store, _ = vault.create(None)
    for name in ("journal.db", "journal.keys"):
        assert vault.owns(vault.folder / name)
        assert vault.owns(vault.folder / ".." / vault.folder.name / name)
    store.close()
    (tmp_path / "other").write_bytes(b"")
    assert not vault.owns(tmp_path / "other")
    assert not vault.owns(tmp_path / "missing")
    assert not vault.owns(tmp_path / ("long" * 100))


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_that_a_link_to_the_journal_is_the_journal(vault, tmp_path):
    vault.create(None)[0].close()
    link = tmp_path / "elsewhere.json"
    link.symlink_to(vault.folder / "journal.db")
    assert vault.owns(link)


@pytest.mark.skipif(sys.platform == "win32", reason="what is open cannot be moved there")
def test_that_nothing_is_written_into_a_journal_that_was_taken_away(vault, noon):
    store, _ = vault.create(None)
    away = vault.folder.with_name("away")
    vault.folder.rename(away)
    with pytest.raises(NotWrittenError, match="not there any more"), store.writing():
        store.entries.put(Entry(at=noon, note="a"))
    away.rename(vault.folder)
    with store.writing():
        store.entries.put(Entry(at=noon, note="b"))
    assert [item.note for item in store.entries.between(noon.day, noon.day)] == ["b"]
    store.close()
