import errno
import os
import stat
import sys

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.errors import (
    JournalDamagedError,
    JournalTooNewError,
    JournalUnavailableError,
    KeyFileDamagedError,
    NotWrittenError,
    WrongPassphraseError,
)
from resilience_desktop.storage.driver import sqlite
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.migrations import FORMAT
from resilience_desktop.storage.migrations.steps import MIGRATIONS, STEPS
from resilience_desktop.storage.pages import is_key_of
from resilience_desktop.storage.vault import Door, Vault

WORDS = "five ordinary words are enough"


@pytest.fixture
def vault(folder):
    return Vault(folder)


@pytest.fixture
def kept(vault, noon):
    """A closed journal with a passphrase and one entry; gives its recovery code and the entry."""
    store, groups = vault.create(WORDS)
    entry = Entry(at=noon, mood=2, note="CANARY walked by the river")
    with store.writing():
        store.entries.put(entry)
    store.close()
    return groups, entry


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_that_a_journal_opens_with_its_passphrase_or_its_recovery_code(vault, kept):
    groups, entry = kept
    assert vault.door() is Door.PASSPHRASE
    for open_it in (lambda: vault.open(WORDS), lambda: vault.open_with_code(" ".join(groups))):
        store = open_it()
        assert store.entries.get(entry.id) == entry
        store.close()
    assert vault.recovery_groups(WORDS) == groups


def test_that_a_journal_without_passphrase_is_encrypted_all_the_same(vault, noon):
    assert vault.door() is Door.NONE
    store, groups = vault.create(None)
    with store.writing():
        store.entries.put(Entry(at=noon, note="CANARY"))
    store.close()
    assert vault.door() is Door.OPEN
    assert b"CANARY" not in (vault.folder / "journal.db").read_bytes()
    vault.open().close()
    assert vault.recovery_groups(None) == groups


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders of a user private by itself")
def test_that_only_this_user_can_read_the_files(vault, kept):
    assert stat.S_IMODE(vault.folder.stat().st_mode) == 0o700
    for path in vault.folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_that_a_wrong_passphrase_changes_no_byte(vault, kept):
    before = bytes_of(vault.folder)
    with pytest.raises(WrongPassphraseError):
        vault.open("something else")
    assert bytes_of(vault.folder) == before


def test_that_the_code_of_another_journal_is_refused_and_changes_nothing(vault, kept, tmp_path):
    other, groups = Vault(tmp_path / "other").create(None)
    other.close()
    before = bytes_of(vault.folder)
    with pytest.raises(WrongPassphraseError, match="another journal"):
        vault.open_with_code("-".join(groups))
    assert bytes_of(vault.folder) == before


def test_that_the_recovery_code_opens_the_journal_alone(vault, kept):
    groups, entry = kept
    (vault.folder / "journal.keys").unlink()
    assert vault.door() is Door.RECOVERY_CODE
    with pytest.raises(KeyFileDamagedError, match="missing"):
        vault.open(WORDS)
    store = vault.open_with_code("".join(groups))
    assert store.entries.get(entry.id) == entry
    store.close()


def test_that_a_damaged_key_file_is_not_called_a_wrong_passphrase(vault, kept):
    path = vault.folder / "journal.keys"
    path.write_bytes(path.read_bytes().replace(b"argon2id", b"argon2ix"))
    assert vault.door() is Door.RECOVERY_CODE
    with pytest.raises(KeyFileDamagedError):
        vault.open(WORDS)


def test_that_damage_anywhere_in_the_journal_is_noticed_and_left_alone(vault, kept):
    path = vault.folder / "journal.db"
    whole = path.read_bytes()
    for place in range(20, len(whole), 4096):
        damaged = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        path.write_bytes(damaged)
        with pytest.raises(JournalDamagedError):
            vault.open(WORDS)
        assert path.read_bytes() == damaged
    path.write_bytes(whole)
    vault.open(WORDS).close()


def test_that_damage_is_not_blamed_on_the_recovery_code_when_an_open_slot_proves_it(vault):
    store, groups = vault.create(None)
    store.close()
    path = vault.folder / "journal.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\x00\x00" + whole[102:])
    with pytest.raises(JournalDamagedError):
        vault.open_with_code("".join(groups))
    path.write_bytes(whole[:16] + bytes(len(whole) - 16))  # nothing opens, yet the slot is right
    with pytest.raises(JournalDamagedError):
        vault.open_with_code("".join(groups))
    path.write_bytes(whole[:100] + b"\x00\x00" + whole[102:])
    (vault.folder / "journal.keys").unlink()
    with pytest.raises(JournalDamagedError):  # its other pages open
        vault.open_with_code("".join(groups))
    path.write_bytes(whole[:16] + bytes(len(whole) - 16))
    with pytest.raises(WrongPassphraseError):
        vault.open_with_code("".join(groups))


# The name at the start of the file


def spoil_name(vault):
    path = vault.folder / "journal.db"
    path.write_bytes(bytes(range(16)) + path.read_bytes()[16:])


def test_that_a_damaged_name_is_called_a_damaged_journal(vault, kept):
    groups, _ = kept
    spoil_name(vault)
    assert vault.door() is Door.RECOVERY_CODE
    assert vault.door_to_try() is Door.PASSPHRASE
    before = bytes_of(vault.folder)
    for open_it in (lambda: vault.open(WORDS), lambda: vault.open_with_code("".join(groups))):
        with pytest.raises(JournalDamagedError):
            open_it()
    with pytest.raises(KeyFileDamagedError, match="That passphrase did not open the key file"):
        vault.open("something else")
    with pytest.raises(KeyFileDamagedError, match="another journal"):
        vault.open()
    assert bytes_of(vault.folder) == before


def test_that_a_damaged_name_is_noticed_without_a_passphrase_too(vault):
    vault.create(None)[0].close()
    assert vault.door_to_try() is Door.OPEN
    spoil_name(vault)
    assert vault.door_to_try() is Door.OPEN
    with pytest.raises(JournalDamagedError):
        vault.open()


def test_that_the_key_file_of_another_journal_is_told_from_damage(vault, kept, tmp_path):
    other = Vault(tmp_path / "other")
    other.create(WORDS)[0].close()
    vault.keys.write_bytes(other.keys.read_bytes())
    with pytest.raises(KeyFileDamagedError, match="belongs to another journal"):
        vault.open(WORDS)


def test_that_a_key_file_that_knows_nothing_usable_leaves_the_code(vault, kept):
    groups, entry = kept
    KeyFile({"no name": [{}], "00" * 16: ["x"], "11" * 16: [{"type": "?"}]}).write(vault.keys)
    assert vault.door_to_try() is Door.RECOVERY_CODE
    with pytest.raises(KeyFileDamagedError):
        vault.open(WORDS)
    KeyFile().write(vault.keys)
    with pytest.raises(KeyFileDamagedError, match="another journal"):
        vault.open(WORDS)
    store = vault.open_with_code("".join(groups))
    assert store.entries.get(entry.id) == entry
    store.close()


def test_that_a_key_file_without_a_number_is_damaged(vault, kept):
    KeyFile(KeyFile.read(vault.keys).entries, generation=0.5).write(vault.keys)
    with pytest.raises(KeyFileDamagedError):
        vault.open(WORDS)


def test_that_a_file_that_cannot_be_read_proves_nothing(tmp_path):
    assert not is_key_of(tmp_path / "nothing", bytes(16), bytes(16))


def test_that_the_name_of_a_new_folder_is_on_the_disk_too(vault, tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr("resilience_desktop.storage.vault.sync_folder", synced.append)
    folder = tmp_path / "one" / "two" / "three"
    Vault(folder).create(None)[0].close()
    assert {tmp_path, tmp_path / "one", tmp_path / "one" / "two", folder} <= set(synced)


@pytest.mark.parametrize("content", [b"", b"short", b"SQLite format 3\0" + bytes(8192)])
def test_that_a_file_that_is_no_journal_is_refused_untouched(vault, kept, content):
    path = vault.folder / "journal.db"
    path.write_bytes(content)
    with pytest.raises(JournalDamagedError):
        vault.open(WORDS)
    with pytest.raises(JournalDamagedError):
        vault.door()
    assert path.read_bytes() == content


def test_that_a_journal_of_a_newer_version_is_left_alone(vault, kept):
    store = vault.open(WORDS)
    store.db.execute(f"PRAGMA user_version = {FORMAT + 1}")
    store.close()
    before = bytes_of(vault.folder)
    with pytest.raises(JournalTooNewError, match="newer version"):
        vault.open(WORDS)
    assert bytes_of(vault.folder) == before


def test_that_another_encrypted_database_is_not_taken_for_a_journal(vault, kept):
    store = vault.open(WORDS)
    store.db.execute("PRAGMA application_id = 7")
    store.close()
    with pytest.raises(JournalDamagedError):
        vault.open(WORDS)


def test_that_a_second_program_is_refused(vault, kept):
    store = vault.open(WORDS)
    with pytest.raises(JournalUnavailableError, match="another window or program"):
        vault.open(WORDS)
    store.close()


def test_that_creating_never_overwrites_a_journal(vault, kept):
    before = bytes_of(vault.folder)
    with pytest.raises(JournalUnavailableError, match="already"):
        vault.create(None)
    assert bytes_of(vault.folder) == before


def test_that_a_missing_journal_is_said_to_be_missing(vault):
    with pytest.raises(JournalUnavailableError, match="no journal"):
        vault.open()


def test_that_a_half_made_journal_is_begun_again(vault):
    vault.folder.mkdir()
    (vault.folder / "journal.db.new").write_bytes(b"half")
    assert vault.door() is Door.NONE
    vault.create(None)[0].close()
    assert sorted(p.name for p in vault.folder.iterdir()) == ["journal.db", "journal.keys"]


def test_that_keys_of_other_journals_are_kept_when_a_journal_is_made(vault, kept):
    _, entry = kept
    away = vault.folder / "away.db"
    (vault.folder / "journal.db").rename(away)
    vault.create(None)[0].close()
    (vault.folder / "journal.db").unlink()
    away.rename(vault.folder / "journal.db")
    store = vault.open(WORDS)
    assert store.entries.get(entry.id) == entry
    store.close()


def test_that_a_damaged_key_file_is_moved_aside_not_overwritten(vault):
    vault.folder.mkdir()
    (vault.folder / "journal.keys").write_bytes(b"damaged")
    vault.create(None)[0].close()
    (aside,) = (vault.folder / "quarantine").iterdir()
    assert aside.read_bytes() == b"damaged"


def test_that_a_folder_that_cannot_be_written_to_is_said_so(vault, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(NotWrittenError, match="cannot be written"):
        vault.create(None)


def test_that_a_folder_that_cannot_be_read_is_said_so(vault, kept, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.exists", refuse)
    with pytest.raises(JournalUnavailableError, match="cannot be read"):
        vault.door()
    monkeypatch.undo()
    monkeypatch.setattr("pathlib.Path.stat", refuse)
    with pytest.raises(JournalUnavailableError, match="cannot be read"):
        vault.open(WORDS)


def test_that_steps_run_once_and_in_order(vault):
    store, _ = vault.create(None)
    names = [step.__name__.rpartition(".")[2] for step in STEPS]
    assert [step.name for step in MIGRATIONS.applied(store.db.utils)] == names
    assert MIGRATIONS.pending(store.db.utils) == []
    assert store.db.execute("PRAGMA user_version").fetchone()[0] == FORMAT == len(STEPS)
    store.close()


def test_that_the_file_is_kept_as_safely_as_promised(vault):
    store, _ = vault.create(None)

    def pragma(name):
        return store.db.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("locking_mode") == "exclusive"
    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("secure_delete") == 1
    assert pragma("temp_store") == 2
    assert not (vault.folder / "journal.db-shm").exists()
    store.close()


def test_that_the_drivers_are_the_same_for_sqlite_utils():
    import sqlite_utils.db

    assert sqlite_utils.db.sqlite3 is sqlite or sqlite_utils.db.OperationalError is (
        sqlite.OperationalError
    )
    assert "pysqlite3" in sys.modules
