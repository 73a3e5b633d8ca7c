"""A journal whose key file is damaged or gone opens with one that a backup holds."""

import zipfile

import pytest

from resilience_desktop.domain.backup import Reason
from resilience_desktop.domain.entry import Entry
from resilience_desktop.errors import (
    JournalDamagedError,
    KeyFileDamagedError,
    NotWrittenError,
    WrongPassphraseError,
)
from resilience_desktop.storage import ways_in
from resilience_desktop.storage.backup_file import read_keys
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.kept_keys import kept_day, kept_door, open_with_kept_keys
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.restoring import Ways
from resilience_desktop.storage.vault import Door, Vault

OLD, NEW = "five ordinary words are enough", "five other words are enough too"


@pytest.fixture
def vault(folder, noon):
    """A journal with a backup under an old passphrase and one under the new, and later entries."""
    vault = Vault(folder)
    store, _ = vault.create(OLD)
    for words in (OLD, NEW):
        with store.writing():
            store.entries.put(Entry(at=noon, note="backed up"))
        ways_in.seal(vault, store.db.secret, words)
        Backups(folder).make(store.db, Reason.MANUAL, noon)
    with store.writing():
        store.entries.put(Entry(at=noon, note="later"))
    store.close()
    return vault


def test_that_the_same_key_file_in_two_backups_is_tried_once(folder, noon, monkeypatch):
    vault = Vault(folder)
    store, _ = vault.create(OLD)
    for note in ("one", "two"):
        with store.writing():
            store.entries.put(Entry(at=noon, note=note))
        Backups(folder).make(store.db, Reason.MANUAL, noon)
    store.close()
    vault.keys.unlink()
    tried = []
    secret = KeyFile.secret
    monkeypatch.setattr(KeyFile, "secret", lambda *given: tried.append(given) or secret(*given))
    with pytest.raises(WrongPassphraseError):
        open_with_kept_keys(folder, Ways(passphrase="something else"))
    assert len(tried) == 1


def test_that_the_day_of_the_newest_fitting_key_file_is_known(vault, noon, tmp_path):
    assert kept_day(vault.folder) == noon.day
    store, _ = Vault(tmp_path / "other").create(None)
    store.close()
    assert kept_day(tmp_path / "other") is None
    assert kept_day(tmp_path / "nothing") is None


def paths(vault):
    return [backup.path for backup in Backups(vault.folder).all()]


@pytest.mark.parametrize("words", [OLD, NEW])
def test_that_it_opens_as_it_is_with_a_passphrase_of_then(vault, words):
    vault.keys.write_bytes(b"damaged")
    assert kept_door(vault.folder) is Door.PASSPHRASE
    store = open_with_kept_keys(vault.folder, Ways(passphrase=words))
    assert len(store.entries.all(binned=False)) == 3
    store.close()
    vault.open(words).close()
    (aside,) = (vault.folder / "quarantine").iterdir()
    assert aside.read_bytes() == b"damaged"


def test_that_nothing_changes_with_another_passphrase(vault):
    vault.keys.unlink()
    for words in ("something else", None):
        with pytest.raises(WrongPassphraseError):
            open_with_kept_keys(vault.folder, Ways(passphrase=words))
    assert not vault.keys.exists()


def test_that_backups_that_are_damaged_or_of_another_journal_lend_nothing(vault, tmp_path, noon):
    other = Vault(tmp_path / "other")
    store, _ = other.create(None)
    (strange,) = [Backups(other.folder).make(store.db, Reason.MANUAL, noon).backup.path]
    store.close()
    damaged, stranger = paths(vault)
    damaged.write_bytes(b"damaged")
    stranger.write_bytes(strange.read_bytes())
    vault.keys.unlink()
    assert kept_door(vault.folder) is Door.RECOVERY_CODE
    with pytest.raises(KeyFileDamagedError):
        open_with_kept_keys(vault.folder, Ways(passphrase=NEW))


def test_that_there_is_no_door_to_a_journal_that_is_gone(vault):
    vault.file.unlink()
    assert kept_door(vault.folder) is Door.RECOVERY_CODE


def test_that_a_journal_without_passphrase_needs_none(folder, noon):
    vault = Vault(folder)
    store, _ = vault.create(None)
    Backups(folder).make(store.db, Reason.MANUAL, noon)
    store.close()
    vault.keys.unlink()
    assert kept_door(folder) is Door.OPEN
    open_with_kept_keys(folder, Ways()).close()
    assert vault.door() is Door.OPEN


def test_that_it_opens_where_the_key_file_cannot_be_written(vault, monkeypatch):
    vault.keys.unlink()

    def refuse(*_args):
        raise NotWrittenError

    monkeypatch.setattr(Vault, "keep", refuse)
    open_with_kept_keys(vault.folder, Ways(passphrase=NEW)).close()
    assert not vault.keys.exists()


def test_that_the_key_file_in_a_backup_is_checked(vault):
    path = paths(vault)[0]
    assert KeyFile.parse(read_keys(path)).entries
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["journal.keys"] += b" "
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(JournalDamagedError):
        read_keys(path)
    assert kept_door(vault.folder) is Door.PASSPHRASE  # the other one


def test_that_a_backup_without_a_key_file_has_none(vault, noon):
    store = vault.open(NEW)
    vault.keys.unlink()
    made = Backups(vault.folder).make(store.db, Reason.MANUAL, noon)
    store.close()
    assert read_keys(made.backup.path) == b""
