import datetime as dt
import errno
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from resilience_desktop.domain.backup import Reason
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import (
    JournalDamagedError,
    JournalTooNewError,
    JournalUnavailableError,
    KeyFileDamagedError,
    NotWrittenError,
    WrongPassphraseError,
)
from resilience_desktop.storage import replacing, restoring
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.connection import in_plain_words
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.migrations import FORMAT
from resilience_desktop.storage.private_folder import private_folder
from resilience_desktop.storage.restoring import Afterwards, Ways, restore, taken_out
from resilience_desktop.storage.state import State
from resilience_desktop.storage.vault import Door, Vault
from resilience_desktop.storage.ways_in import seal
from tests.promises.children import start

WORDS = "five ordinary words are enough"
OTHER = "some completely different words"
NOON = Moment.from_wall(dt.datetime(2026, 11, 22, 12), "Europe/London")


@pytest.fixture
def vault(folder):
    return Vault(folder)


def keep(store, note):
    with store.writing():
        store.entries.put(Entry(at=NOON, note=note))


def notes(store):
    return [entry.note for entry in store.entries.all(binned=False)]


def notes_in(vault, passphrase=WORDS):
    store = vault.open(passphrase)
    found = notes(store)
    store.close()
    return found


@pytest.fixture
def made(vault):
    """A closed journal with a note more than its backup; gives code groups and the backup."""
    store, groups = vault.create(WORDS)
    keep(store, "old")
    backup = Backups(vault.folder).make(store.db, Reason.DAILY, NOON).backup.path
    keep(store, "new")
    store.close()
    return groups, backup


def quarantined(folder):
    return sorted((folder / "quarantine").rglob("journal.db*"))


# Restoring


def test_that_a_restored_journal_is_what_the_backup_holds(vault, made):
    _, backup = made
    store, restored = restore(vault.folder, backup, Ways(passphrase=WORDS), NOON)
    assert notes(store) == ["old"]
    assert store.problems() == []
    store.close()
    assert notes_in(vault) == ["old"]
    assert restored.set_aside is None


def test_that_the_journal_before_is_backed_up_and_can_be_gone_back_to(vault, made):
    _, backup = made
    store, restored = restore(vault.folder, backup, Ways(passphrase=WORDS), NOON)
    store.close()
    assert restored.before.backup.stored.reason is Reason.BEFORE_RESTORE
    store, _ = restore(vault.folder, restored.before.backup.path, Ways(passphrase=WORDS), NOON)
    assert notes(store) == ["old", "new"]
    store.close()


def test_that_only_the_journal_is_left_beside_its_backups(vault, made):
    restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)[0].close()
    assert sorted(path.name for path in vault.folder.iterdir()) == [
        "backups",
        "journal.db",
        "journal.keys",
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders of a user private by itself")
def test_that_a_restored_journal_is_this_users_alone(vault, made):
    restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)[0].close()
    assert vault.file.stat().st_mode & 0o777 == 0o600


def test_that_a_restored_journal_gets_a_backup_of_its_own(vault, made):
    store, _ = restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)
    assert Backups(vault.folder).make(store.db, Reason.DAILY, NOON).is_new
    store.close()


def test_that_the_recovery_code_is_enough_when_nothing_else_is_left(vault, made, tmp_path):
    groups, backup = made
    away = tmp_path / backup.name
    shutil.copyfile(backup, away)
    shutil.rmtree(vault.folder)
    store, restored = restore(vault.folder, away, Ways(code="-".join(groups)), NOON)
    assert notes(store) == ["old"]
    store.close()
    assert (restored.before, restored.set_aside) == (None, None)
    assert notes_in(vault) == ["old"]  # the backup brought its key file


def test_that_the_code_of_another_journal_changes_nothing(vault, made, tmp_path):
    other, groups = Vault(tmp_path / "other").create(None)
    other.close()
    with pytest.raises(WrongPassphraseError, match="another journal"):
        restore(vault.folder, made[1], Ways(code="-".join(groups)), NOON)
    assert notes_in(vault) == ["old", "new"]


@pytest.mark.parametrize("passphrase", ["wrong", None])
def test_that_a_wrong_passphrase_changes_nothing(vault, made, passphrase):
    with pytest.raises(WrongPassphraseError):
        restore(vault.folder, made[1], Ways(passphrase=passphrase), NOON)
    assert notes_in(vault) == ["old", "new"]


def test_that_a_damaged_journal_is_set_aside_and_not_lost(vault, made):
    data = vault.file.read_bytes()
    damaged = data[:5000] + bytes([data[5000] ^ 1]) + data[5001:]
    vault.file.write_bytes(damaged)
    store, restored = restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)
    assert notes(store) == ["old"]
    store.close()
    assert (restored.set_aside / "journal.db").read_bytes() == damaged
    assert (restored.set_aside / "journal.keys").exists()


def test_that_damage_found_only_by_the_backup_sets_the_journal_aside(vault, made, monkeypatch):
    def damaged(*_args):
        raise JournalDamagedError

    monkeypatch.setattr(Backups, "make", damaged)
    store, restored = restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)
    assert notes(store) == ["old"]
    store.close()
    assert restored.before is None
    assert quarantined(vault.folder) == [restored.set_aside / "journal.db"]


def test_that_a_journal_with_a_damaged_key_file_is_restored_with_the_keys_of_the_backup(
    vault, made
):
    vault.keys.write_bytes(b"damaged")
    store, restored = restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)
    store.close()
    assert notes_in(vault) == ["old"]
    assert restored.before is not None  # the backup's keys open the journal too
    (aside,) = (vault.folder / "quarantine").iterdir()
    assert aside.read_bytes() == b"damaged"


def test_that_a_journal_that_is_open_elsewhere_is_left_alone(vault, made):
    store = vault.open(WORDS)
    with pytest.raises(JournalUnavailableError, match="open in another"):
        restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)
    store.close()
    assert notes_in(vault) == ["old", "new"]


def test_that_a_journal_of_a_newer_version_is_left_alone(vault, made):
    store = vault.open(WORDS)
    store.db.execute(f"PRAGMA user_version = {FORMAT + 1}")
    store.close()
    before = vault.file.read_bytes()
    with pytest.raises(JournalTooNewError):
        restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)
    assert vault.file.read_bytes() == before


def test_that_a_damaged_backup_changes_nothing(vault, made):
    _, backup = made
    data = backup.read_bytes()
    backup.write_bytes(data[:6000] + b"\0\0" + data[6002:])
    with pytest.raises(JournalDamagedError):
        restore(vault.folder, backup, Ways(passphrase=WORDS), NOON)
    assert notes_in(vault) == ["old", "new"]


def test_that_a_backup_with_faults_inside_is_not_restored(vault, made, monkeypatch):
    monkeypatch.setattr(restoring, "faults_of", lambda _db: ["a fault"])
    with pytest.raises(JournalDamagedError, match="What is in this backup has faults"):
        restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)
    assert notes_in(vault) == ["old", "new"]


@pytest.mark.parametrize("is_right", [True, False])
def test_that_an_older_backup_is_checked_by_the_checksum_of_what_it_holds(
    vault, made, monkeypatch, is_right
):
    def state(db):
        found = State.of(db, with_digest=True)
        return found if is_right else replace(found, digest="0" * 64)

    monkeypatch.setattr("resilience_desktop.storage.backups.State", SimpleNamespace(of=state))
    store = vault.open(WORDS)
    backup = Backups(vault.folder).make(store.db, Reason.DAILY, NOON).backup.path
    store.close()
    if is_right:
        restore(vault.folder, backup, Ways(passphrase=WORDS), NOON)[0].close()
    else:
        with pytest.raises(JournalDamagedError, match="What is in this backup has faults"):
            restore(vault.folder, backup, Ways(passphrase=WORDS), NOON)
    assert notes_in(vault) == ["old", "new"]


# Keys


def test_that_a_changed_passphrase_stays_the_one_that_opens(vault, made):
    seal(vault, vault.secret(WORDS), OTHER)
    restore(vault.folder, made[1], Ways(passphrase=OTHER), NOON)[0].close()
    assert notes_in(vault, OTHER) == ["old"]
    with pytest.raises(WrongPassphraseError):
        vault.open(WORDS)


def test_that_an_earlier_passphrase_opens_a_backup_of_its_time_and_then_the_journal(vault, made):
    seal(vault, vault.secret(WORDS), OTHER)
    restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)[0].close()
    assert notes_in(vault, WORDS) == ["old"]


@pytest.fixture
def elsewhere(tmp_path):
    """A backup of another journal, which has no passphrase."""
    other = Vault(tmp_path / "other")
    store, _ = other.create(None)
    keep(store, "from elsewhere")
    backup = Backups(other.folder).make(store.db, Reason.DAILY, NOON).backup.path
    store.close()
    return other, backup


def test_that_keys_of_both_journals_are_kept(vault, made, elsewhere):
    _, backup = elsewhere
    store, restored = restore(vault.folder, backup, Ways(passphrase=WORDS), NOON)
    assert notes(store) == ["from elsewhere"]
    store.close()
    assert vault.door() is Door.OPEN
    store, _ = restore(vault.folder, restored.before.backup.path, Ways(passphrase=WORDS), NOON)
    assert notes(store) == ["old", "new"]
    store.close()


def test_that_a_journal_nothing_given_opens_is_set_aside_with_its_keys(vault, made, elsewhere):
    store, restored = restore(vault.folder, elsewhere[1], Ways(), NOON)
    assert notes(store) == ["from elsewhere"]
    store.close()
    aside = Vault(restored.set_aside)
    assert notes_in(aside) == ["old", "new"]


def test_that_a_log_that_cannot_be_moved_in_is_set_aside_too(vault, made, elsewhere):
    store = vault.open(WORDS)
    keep(store, "only in the log")
    copy = vault.folder.with_name("copy")
    shutil.copytree(vault.folder, copy)
    store.close()
    store, restored = restore(copy, elsewhere[1], Ways(), NOON)
    assert notes(store) == ["from elsewhere"]
    assert store.problems() == []
    store.close()
    assert notes_in(Vault(restored.set_aside)) == ["old", "new", "only in the log"]


def test_that_a_backup_without_keys_opens_with_its_code_alone(vault, made):
    groups, _ = made
    vault.keys.unlink()
    store = vault.open_with_code("-".join(groups))
    keep(store, "newest")
    backup = Backups(vault.folder).make(store.db, Reason.DAILY, NOON).backup.path
    store.close()
    with pytest.raises(KeyFileDamagedError, match="recovery code"):
        restore(vault.folder, backup, Ways(passphrase=WORDS), NOON)
    restore(vault.folder, backup, Ways(code="-".join(groups)), NOON)[0].close()
    assert vault.door() is Door.RECOVERY_CODE


def then(vault, backup, **given):
    with taken_out(vault.folder, backup, Ways(**given)) as taken:
        return restoring.afterwards(vault.folder, taken)


def test_that_a_backup_of_the_same_key_leaves_what_opens_the_journal(vault, made):
    groups, backup = made
    same = Afterwards(Door.PASSPHRASE, as_now=True, same_sheet=True)
    assert then(vault, backup, passphrase=WORDS) == same
    store = vault.open(WORDS)
    seal(vault, store.db.secret, OTHER)
    store.close()
    assert then(vault, backup, code="-".join(groups)) == same
    assert then(vault, backup, passphrase=OTHER) == same


def test_that_an_older_passphrase_that_is_given_is_said_to_come_back(vault, made):
    _, backup = made
    store = vault.open(WORDS)
    seal(vault, store.db.secret, OTHER)
    store.close()
    older = Afterwards(Door.PASSPHRASE, as_now=False, same_sheet=True)
    assert then(vault, backup, passphrase=WORDS) == older
    store, restored = restore(vault.folder, backup, Ways(passphrase=WORDS), NOON)
    store.close()
    assert restored.afterwards == older
    assert notes_in(vault, WORDS) == ["old"]


def test_that_a_backup_of_another_key_is_said_to_bring_its_own(vault, made, elsewhere):
    own = Afterwards(Door.OPEN, as_now=False, same_sheet=False)
    assert then(vault, elsewhere[1]) == own


def test_that_a_journal_that_is_gone_opens_as_its_key_file_says(vault, made):
    vault.file.unlink()
    assert then(vault, made[1], passphrase=WORDS) == Afterwards(
        Door.PASSPHRASE, as_now=True, same_sheet=True
    )
    vault.keys.unlink()
    assert then(vault, made[1], passphrase=WORDS) == Afterwards(
        Door.PASSPHRASE, as_now=False, same_sheet=False
    )


def test_that_a_key_file_with_no_way_in_leaves_the_recovery_sheet(vault, made):
    groups, backup = made
    name = vault.journal_id()
    vault.keep(KeyFile.read(vault.keys).with_slots(name, [{"type": "of a later version"}]))
    assert then(vault, backup, code="-".join(groups)).door is Door.RECOVERY_CODE


def test_that_a_passphrase_is_tried_once_for_all_backups_of_one_key(vault, made, monkeypatch):
    tried = []
    secret_in = restoring.KeyFile.secret

    def counting(keys, journal_id, passphrase):
        tried.append(passphrase)
        return secret_in(keys, journal_id, passphrase)

    monkeypatch.setattr(restoring.KeyFile, "secret", counting)
    for words, times in ((WORDS, 1), ("wrong", 1)):
        ways = Ways(passphrase=words)
        tried.clear()
        for _ in range(2):
            try:
                with taken_out(vault.folder, made[1], ways):
                    pass
            except WrongPassphraseError:
                assert words == "wrong"
        assert len(tried) == times


def test_that_keys_of_another_journal_do_not_hide_a_wrong_passphrase(vault, made, tmp_path):
    other, _ = Vault(tmp_path / "other").create(OTHER)
    other.close()
    with pytest.raises(WrongPassphraseError):
        restore(tmp_path / "other", made[1], Ways(passphrase=OTHER), NOON)


# Being interrupted


def restore_and_die(folder, backup, passphrase, step):
    """Restore; every change of a name in the folder is a step, and one of them is the last."""
    left = step

    def stop_before(work):
        def stepping(*args, **options):
            nonlocal left
            left -= 1
            if left == 0:
                os._exit(9)
            return work(*args, **options)

        return stepping

    for name in ("replace", "unlink"):
        setattr(Path, name, stop_before(getattr(Path, name)))
    replacing.sync_folder = stop_before(replacing.sync_folder)
    restore(folder, backup, Ways(passphrase=passphrase), NOON)[0].close()


def notes_at_each_step(before, tmp_path, backup, passphrase):
    """Stop a restore at one step after the other; return what is in the journal each time."""
    found = []
    for step in range(1, 60):
        vault = Vault(tmp_path / f"step {step}")
        shutil.copytree(before, vault.folder)
        child = start(restore_and_die, vault.folder, backup, passphrase, step)
        child.join()
        store = vault.open(WORDS)
        found.append(notes(store))
        assert store.problems() == []
        store.close()
        assert not (vault.folder / "journal.db-wal.aside").exists()
        if child.exitcode == 0:
            return found
    return []


def test_that_a_restore_stopped_anywhere_leaves_the_old_or_the_new_journal(vault, made, tmp_path):
    found = notes_at_each_step(vault.folder, tmp_path, made[1], WORDS)
    assert found == sorted(found, reverse=True)
    assert {tuple(notes) for notes in found} == {("old", "new"), ("old",)}


def test_that_the_same_holds_where_the_old_journal_is_set_aside_with_its_log(
    vault, made, elsewhere, tmp_path
):
    store = vault.open(WORDS)
    keep(store, "only in the log")
    before = vault.folder.with_name("before")
    shutil.copytree(vault.folder, before)
    store.close()
    found = notes_at_each_step(before, tmp_path, elsewhere[1], None)
    assert found == sorted(found, reverse=True)
    assert {tuple(notes) for notes in found} == {
        ("old", "new", "only in the log"),
        ("from elsewhere",),
    }


def test_that_an_old_journal_gets_its_log_back(vault, made):
    store = vault.open(WORDS)
    keep(store, "only in the log")
    copy = Vault(vault.folder.with_name("copy"))
    shutil.copytree(vault.folder, copy.folder)
    store.close()
    (copy.folder / "journal.db-wal").rename(copy.folder / "journal.db-wal.aside")
    shutil.copyfile(copy.file, copy.folder / "journal.db.waiting")
    assert notes_in(copy) == ["old", "new", "only in the log"]
    assert not (copy.folder / "journal.db.waiting").exists()


@pytest.mark.parametrize("name", ["sync_file", "put_in_place"])
def test_that_a_restore_that_cannot_write_leaves_the_journal(vault, made, monkeypatch, name):
    def full(*_args):
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(restoring, name, full)
        with pytest.raises(NotWrittenError, match="The journal is as it was"):
            restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)
    assert notes_in(vault) == ["old", "new"]


def test_that_a_backup_there_is_no_room_for_is_said_so(vault, made, monkeypatch):
    def full(*_args):
        raise OSError(errno.ENOSPC, "full")

    for place in ("resilience_desktop.storage.restoring.take_out", "os.mkdir"):
        with monkeypatch.context() as patch:
            patch.setattr(place, full)
            with pytest.raises(NotWrittenError, match="disk is full"):
                restore(vault.folder, made[1], Ways(passphrase=WORDS), NOON)
    assert notes_in(vault) == ["old", "new"]


def test_that_a_log_that_cannot_be_given_back_keeps_the_journal_shut(vault, made, monkeypatch):
    aside = vault.folder / "journal.db-wal.aside"
    aside.write_bytes(b"log")

    def refuse(*_args):
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr("resilience_desktop.storage.replacing.new_quarantine", refuse)
        with pytest.raises(JournalUnavailableError, match="Nothing is lost"):
            vault.open(WORDS)
    assert aside.exists()
    vault.open(WORDS).close()
    assert quarantined(vault.folder)[0].read_bytes() == b"log"


def test_that_on_windows_the_journal_is_closed_before_it_is_replaced(vault, made, monkeypatch):
    store = vault.open(WORDS)
    prepared = vault.folder / "prepared"
    shutil.copyfile(vault.file, prepared)
    order = []
    with monkeypatch.context() as patch:
        patch.setattr(replacing, "os", type("nt", (), {"name": "nt"}))
        close = type(store).close
        patch.setattr(type(store), "close", lambda s: (order.append("close"), close(s)))
        patch.setattr(replacing, "sync_folder", lambda _folder: order.append("sync"))
        replacing.put_in_place(vault.folder, prepared, store)
    assert order[0] == "close"
    assert notes_in(vault) == ["old", "new"]


def test_that_a_name_that_cannot_be_synced_is_in_place_all_the_same(vault, made, monkeypatch):
    synced = []

    def once(folder):
        synced.append(folder)
        if len(synced) == 2:
            raise OSError(errno.EIO, "no")

    prepared = vault.folder / "prepared"
    shutil.copyfile(vault.file, prepared)
    monkeypatch.setattr(replacing, "sync_folder", once)
    replacing.put_in_place(vault.folder, prepared)
    assert notes_in(vault) == ["old", "new"]


# The private folder


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders of a user private by itself")
def test_that_what_is_taken_out_is_encrypted_and_this_users_alone(vault, made):
    with taken_out(vault.folder, made[1], Ways(passphrase=WORDS)) as taken:
        assert taken.place.stat().st_mode & 0o777 == 0o700
        for path in taken.place.iterdir():
            assert path.stat().st_mode & 0o777 == 0o600
            assert b"old" not in path.read_bytes()
        place = taken.place
    assert not place.exists()


def test_that_what_a_killed_program_left_is_cleared_away_later(folder):
    folder.mkdir()
    (folder / "looking-old").mkdir()
    (folder / "looking-new").mkdir()
    long_ago = time.time() - 100_000
    os.utime(folder / "looking-old", (long_ago, long_ago))
    with private_folder(folder):
        assert not (folder / "looking-old").exists()
        assert (folder / "looking-new").exists()


def test_that_looking_at_a_copy_changes_no_byte(vault, made):
    store = vault.open(WORDS)
    copy = vault.folder / "copy.db"
    store.db.copy_to(copy)
    before = copy.read_bytes()
    with store.db.looking_at(copy) as db, in_plain_words():
        assert db.execute("SELECT count(*) FROM entries").fetchone() == (2,)
        with pytest.raises(NotWrittenError), in_plain_words():
            db.execute("DELETE FROM entries")
    store.close()
    assert copy.read_bytes() == before
