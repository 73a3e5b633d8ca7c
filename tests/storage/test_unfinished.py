"""A journal whose program was stopped while its log was being moved into the file."""

from __future__ import annotations

import shutil

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.errors import (
    JournalDamagedError,
    JournalTooNewError,
    JournalUnavailableError,
    WrongPassphraseError,
)
from resilience_desktop.storage import connection
from resilience_desktop.storage.vault import Vault

PAGE = 4096
NOTE = "word " * 3000


@pytest.fixture
def stopped(tmp_path, noon):
    """Return a journal as it lies on the disk before and after its log is moved in."""
    vault = Vault(tmp_path / "journal")
    store, groups = vault.create(None)
    with store.writing():
        for _ in range(8):
            store.entries.put(Entry(at=noon, note=NOTE))
    shutil.copytree(vault.folder, tmp_path / "before")
    store.close()
    after = (vault.folder / "journal.db").read_bytes()
    shutil.rmtree(vault.folder)
    (tmp_path / "before").rename(vault.folder)
    return vault, after, groups


def rewrite(vault, change):
    path = vault.folder / "journal.db"
    path.write_bytes(change(path.read_bytes()))


def digest(vault):
    return {path.name: path.read_bytes() for path in vault.folder.iterdir()}


def test_that_a_file_without_its_end_is_made_whole_by_its_log(stopped):
    vault, after, _ = stopped
    assert len(after) > len((vault.folder / "journal.db").read_bytes())
    rewrite(vault, lambda before: after[:PAGE] + before[PAGE:])
    store = vault.open()
    assert len(store.entries.all(binned=False)) == 8
    assert store.problems() == []
    store.close()


def test_that_half_a_first_page_is_made_whole_by_the_log(stopped):
    vault, after, _ = stopped
    rewrite(vault, lambda before: after[:512] + before[512:])
    store = vault.open()
    assert len(store.entries.all(binned=False)) == 8
    assert store.problems() == []
    store.close()


def test_that_damage_that_the_log_does_not_mend_changes_no_byte(stopped):
    vault, _, _ = stopped
    log = vault.folder / "journal.db-wal"
    garbled = bytearray(log.read_bytes())
    garbled[40:60] = bytes(20)
    log.write_bytes(garbled)  # so nothing in it is true any more
    rewrite(vault, lambda before: before[: 3 * PAGE] + bytes(PAGE) + before[4 * PAGE :])
    before = (vault.folder / "journal.db").read_bytes()
    with pytest.raises(JournalDamagedError):
        vault.open()
    assert (vault.folder / "journal.db").read_bytes() == before


def test_that_the_code_of_another_journal_moves_no_log(stopped, tmp_path):
    vault, _, _ = stopped
    other, groups = Vault(tmp_path / "other").create(None)
    other.close()
    (vault.folder / "journal.keys").unlink()
    before = digest(vault)
    with pytest.raises(WrongPassphraseError):
        vault.open_with_code("".join(groups))
    assert digest(vault) == before


def test_that_a_log_of_a_newer_version_is_left_alone(stopped, monkeypatch):
    vault, _, _ = stopped
    before = digest(vault)
    monkeypatch.setattr(connection, "FORMAT", 0)
    with pytest.raises(JournalTooNewError):
        vault.open()
    assert digest(vault) == before


def test_that_a_journal_with_a_log_that_is_open_elsewhere_is_said_to_be(tmp_path, noon):
    vault = Vault(tmp_path / "journal")
    store, _ = vault.create(None)
    with store.writing():
        store.entries.put(Entry(at=noon, note=NOTE))
    before = digest(vault)
    with pytest.raises(JournalUnavailableError, match="open in another"):
        vault.open()
    assert digest(vault) == before
    store.close()
