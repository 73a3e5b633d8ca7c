"""What opens a journal, changed by the person whose it is."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from resilience_desktop.domain.backup import Reason
from resilience_desktop.domain.entry import Entry
from resilience_desktop.errors import (
    JournalUnavailableError,
    KeyFileDamagedError,
    NotWrittenError,
    ResilienceError,
    WrongPassphraseError,
)
from resilience_desktop.services import keys
from resilience_desktop.services.backups import overview, preview
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.storage import session_keyring
from resilience_desktop.storage.backup_file import read_keys
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.migrations import FORMAT
from resilience_desktop.storage.migrations.steps import MIGRATIONS
from resilience_desktop.storage.vault import Vault

OLD, NEW = "Amsel auf dem Dach", "Drossel im Garten"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def entry(noon):
    return Entry(at=noon, mood=2, note="walked by the river")


@pytest.fixture
def opened(folder, entry):
    """An open journal with a passphrase and one entry; it is closed at the end."""
    journal, groups = Journal.create(folder, OLD)
    journal.keep_entry(entry)
    journal.groups = groups
    yield journal
    journal.close()


@pytest.fixture
def unlocked(folder, entry):
    """An open journal without a passphrase and with one entry."""
    journal, groups = Journal.create(folder, None)
    journal.keep_entry(entry)
    journal.groups = groups
    yield journal
    journal.close()


@pytest.fixture(autouse=True)
def keyring(monkeypatch):
    """A computer whose keyring the trial holds in its hand."""
    fake = Keyring()
    monkeypatch.setattr(session_keyring, "real_keyring", lambda: fake.in_use)
    return fake


class Keyring:
    def __init__(self):
        self.kept, self.in_use = {}, self

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


def opens(folder, passphrase):
    try:
        Journal.open(folder, passphrase).close()
    except WrongPassphraseError:
        return False
    return True


def opens_with_code(folder, groups):
    try:
        Journal.open_with_code(folder, "-".join(groups)).close()
    except WrongPassphraseError:
        return False
    return True


def files(folder):
    return {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


# Changing


def test_that_a_passphrase_is_changed_while_the_journal_is_open(opened, folder, entry):
    before = (folder / "journal.db").read_bytes()
    keys.change_passphrase(opened, OLD, NEW)
    assert (folder / "journal.db").read_bytes() == before
    assert opened.entry(entry.id) == entry
    opened.close()
    assert opens(folder, NEW)
    assert not opens(folder, OLD)
    assert opens_with_code(folder, opened.groups)
    names = sorted(p.name for p in folder.iterdir())
    assert names == ["backups", "journal.db", "journal.keys"]


@pytest.mark.parametrize(
    "change",
    [
        lambda journal: keys.change_passphrase(journal, OLD, NEW),
        lambda journal: keys.change_forgotten_passphrase(journal, "".join(journal.groups), NEW),
        lambda journal: keys.remove_passphrase(journal, OLD),
        lambda journal: keys.make_new_key(journal, OLD),
    ],
)
def test_that_the_newest_backup_opens_with_what_opens_the_journal(opened, folder, change):
    opened.back_up()
    change(opened)
    opened.close()
    newest = overview(folder).backups[0]
    assert newest.reason is Reason.AFTER_KEY_CHANGE
    assert newest.opens_as_now
    assert read_keys(newest.path) == (folder / "journal.keys").read_bytes()


def test_that_a_backup_that_fails_undoes_no_change(opened, folder, monkeypatch):
    def fail(*_):
        raise NotWrittenError

    monkeypatch.setattr(Journal, "back_up", fail)
    keys.change_passphrase(opened, OLD, NEW)
    opened.close()
    assert opens(folder, NEW)
    assert not opens(folder, OLD)


def test_that_a_wrong_passphrase_changes_nothing(opened, folder):
    before = files(folder)
    for work in (
        lambda: keys.change_passphrase(opened, "wrong", NEW),
        lambda: keys.remove_passphrase(opened, "wrong"),
        lambda: keys.make_new_key(opened, "wrong", pytest.fail),
        lambda: keys.recovery_groups(opened, "wrong"),
        lambda: keys.use_keyring(opened, "wrong"),
        lambda: keys.change_forgotten_passphrase(opened, "7QK4", NEW),
    ):
        with pytest.raises(WrongPassphraseError):
            work()
        assert files(folder) == before


def test_that_a_forgotten_passphrase_is_replaced_with_the_recovery_code(opened, folder):
    keys.change_forgotten_passphrase(opened, " ".join(opened.groups).lower(), NEW)
    opened.close()
    assert opens(folder, NEW)
    assert not opens(folder, OLD)
    assert opens_with_code(folder, opened.groups)


def test_that_the_code_of_another_journal_sets_no_passphrase(opened, folder, tmp_path):
    other, groups = Journal.create(tmp_path / "other", None)
    other.close()
    before = files(folder)
    with pytest.raises(WrongPassphraseError, match="another journal"):
        keys.change_forgotten_passphrase(opened, "".join(groups), NEW)
    assert files(folder) == before


@pytest.mark.parametrize("damaged", [None, b"", b"{}"])
def test_that_the_recovery_code_makes_a_damaged_key_file_anew(opened, folder, damaged):
    path = folder / "journal.keys"
    path.unlink() if damaged is None else path.write_bytes(damaged)
    assert Journal.door(folder) is Door.RECOVERY_CODE
    keys.change_forgotten_passphrase(opened, "".join(opened.groups), NEW)
    opened.close()
    assert opens(folder, NEW)
    if damaged is not None:
        (aside,) = (folder / "quarantine").iterdir()
        assert aside.read_bytes() == damaged


def test_that_a_passphrase_cannot_be_changed_where_there_is_none(unlocked, folder):
    before = files(folder)
    for work in (
        lambda: keys.change_passphrase(unlocked, "", NEW),
        lambda: keys.change_forgotten_passphrase(unlocked, "".join(unlocked.groups), NEW),
        lambda: keys.remove_passphrase(unlocked, ""),
        lambda: keys.use_keyring(unlocked, ""),
    ):
        with pytest.raises(ResilienceError, match="no passphrase yet"):
            work()
    assert files(folder) == before


def test_that_a_passphrase_is_removed_and_the_recovery_code_stays(opened, folder):
    keys.remove_passphrase(opened, OLD)
    assert Journal.door(folder) is Door.OPEN
    opened.close()
    Journal.open(folder).close()
    assert opens_with_code(folder, opened.groups)


def test_that_the_recovery_code_is_told_to_who_has_the_passphrase(opened):
    assert keys.recovery_groups(opened, OLD) == opened.groups


def test_that_a_damaged_key_file_is_not_called_a_wrong_passphrase_here_either(opened, folder):
    path = folder / "journal.keys"
    path.write_bytes(path.read_bytes()[:-9])
    for work in (
        lambda: keys.change_passphrase(opened, OLD, NEW),
        lambda: keys.remove_passphrase(opened, OLD),
        lambda: keys.make_new_key(opened, OLD, pytest.fail),
        lambda: keys.set_passphrase(opened, NEW, pytest.fail),
        lambda: keys.recovery_groups(opened, OLD),
    ):
        with pytest.raises(KeyFileDamagedError):
            work()


# A new key


def test_that_setting_a_passphrase_makes_a_new_key(unlocked, folder, entry):
    copied = files(folder)
    backed_up = []
    groups = keys.set_passphrase(unlocked, NEW, lambda: backed_up.append(files(folder)))
    assert len(backed_up) == 1
    assert backed_up[0]["journal.keys"] == copied["journal.keys"]
    assert groups != unlocked.groups
    assert unlocked.entry(entry.id) == entry
    unlocked.close()
    assert Journal.door(folder) is Door.PASSPHRASE
    assert opens(folder, NEW)
    assert opens_with_code(folder, groups)
    assert not opens_with_code(folder, unlocked.groups)
    # Whoever copied the open key file can do nothing with it any more.
    (folder / "journal.keys").write_bytes(copied["journal.keys"])
    with pytest.raises(KeyFileDamagedError, match="another journal"):
        Journal.open(folder)


def test_that_a_new_key_keeps_the_passphrase_and_everything_written(opened, folder, entry):
    contents, schema = opened.contents(), schema_of(opened)
    groups = keys.make_new_key(opened, OLD, lambda: None)
    assert opened.contents() == contents
    assert schema_of(opened) == schema
    assert opened.verify().problems == ()
    opened.close()
    assert opens(folder, OLD)
    assert opens_with_code(folder, groups)
    assert not opens_with_code(folder, opened.groups)
    assert sorted(p.name for p in folder.iterdir()) == ["journal.db", "journal.keys"]
    found = KeyFile.read(folder / "journal.keys")
    assert len(found.entries) == 1
    assert found.renewing is None


def schema_of(journal):
    """Return all that a copy could lose besides what was written."""
    db = journal._store.db
    assert db.execute("PRAGMA user_version").fetchone()[0] == FORMAT
    assert MIGRATIONS.pending(db.utils) == []
    objects = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2")
    settings = db.execute("SELECT k, v FROM search_config ORDER BY k").fetchall()
    assert ("secure-delete", 1) in settings
    application_id = db.execute("PRAGMA application_id").fetchone()
    return (
        objects.fetchall(),
        settings,
        application_id,
        db.execute("SELECT * FROM _sqlite_migrations").fetchall(),
    )


def test_that_a_journal_goes_on_as_before_under_a_new_key(opened, folder, entry, noon):
    keys.make_new_key(opened, OLD, lambda: None)
    later = Entry(at=noon, note="and home again")
    opened.keep_entry(later)
    assert [hit.id for kind in opened.looking.search("river") for hit in kind.hits] == [entry.id]
    opened.bin.put(entry.id)
    assert opened.looking.search("river") == []
    opened.close()
    journal = Journal.open(folder, OLD)
    assert journal.entry(later.id) == later
    journal.close()


def test_that_a_journal_without_passphrase_can_have_a_new_key_too(unlocked, folder):
    groups = keys.make_new_key(unlocked, None, lambda: None)
    unlocked.close()
    assert Journal.door(folder) is Door.OPEN
    assert opens(folder, None)
    assert opens_with_code(folder, groups)


def test_that_keys_of_other_journals_stay(opened, folder, tmp_path):
    path = folder / "journal.keys"
    other = {"type": "open", "journal": "00" * 16, "secret": "x"}
    KeyFile.read(path).with_slots(bytes(16), [other]).write(path)
    keys.change_passphrase(opened, OLD, NEW)
    keys.make_new_key(opened, NEW, lambda: None)
    assert KeyFile.read(path).entries[bytes(16).hex()] == [other]


def test_that_a_passphrase_is_not_set_twice(opened, folder):
    before = files(folder)
    with pytest.raises(ResilienceError, match="already"):
        keys.set_passphrase(opened, NEW, pytest.fail)
    assert files(folder) == before


def test_that_a_backup_is_made_before_a_new_key(opened, folder):
    keys.make_new_key(opened, OLD)
    _, backup = overview(folder).backups
    assert not backup.opens_as_now
    assert backup.reason is Reason.BEFORE_KEY_CHANGE
    assert backup.entries == 1
    assert preview(opened, backup.path, OLD) == opened.contents()


def test_that_without_a_backup_there_is_no_new_key(opened, folder, entry, monkeypatch):
    def fail(*_):
        raise NotWrittenError

    monkeypatch.setattr(Journal, "back_up", fail)
    before = files(folder)
    with pytest.raises(NotWrittenError):
        keys.make_new_key(opened, OLD)
    assert files(folder) == before
    assert opened.entry(entry.id) == entry


def test_that_a_journal_whose_new_key_failed_stays_open(opened, folder, entry, monkeypatch):
    def fail(*_):
        raise OSError

    monkeypatch.setattr("resilience_desktop.storage.new_key.sync_file", fail)
    with pytest.raises(NotWrittenError, match="opens as before"):
        keys.make_new_key(opened, OLD, lambda: None)
    assert opened.entry(entry.id) == entry
    opened.keep_entry(entry)
    assert sorted(p.name for p in folder.iterdir()) == [
        "journal.db",
        "journal.db-wal",
        "journal.keys",
        "journal.lock",
    ]
    opened.close()
    assert opens(folder, OLD)
    assert opens_with_code(folder, opened.groups)


def test_that_a_journal_that_cannot_be_opened_again_is_closed(opened, folder, monkeypatch):
    def gone(*_):
        raise JournalUnavailableError

    monkeypatch.setattr("resilience_desktop.storage.vault.Vault.open_secret", gone)
    with pytest.raises(JournalUnavailableError):
        keys.make_new_key(opened, OLD, lambda: None)
    opened.close()
    monkeypatch.undo()
    assert opens(folder, OLD)


def test_that_no_other_program_gets_in_while_the_key_changes(opened, folder, monkeypatch):
    """Settings ask how the journal opens while it is open: that must not give up its lock."""
    steps = []

    def look(step=""):
        if step in ("", "draft begun", "log gone"):
            steps.append(another_program(folder, OLD))

    monkeypatch.setattr(keys, "Vault", partial(Vault, step=look))
    Journal.door(folder)
    keys.opens_with_keyring(folder)
    look()
    keys.change_passphrase(opened, OLD, NEW)
    keys.change_passphrase(opened, NEW, OLD)
    look()
    keys.make_new_key(opened, OLD, look)
    look()
    opened.close()
    look()
    assert steps == ["in use"] * 6 + ["opened"]


def another_program(folder, passphrase):
    code = (
        "import sys; from pathlib import Path\n"
        "from resilience_desktop.errors import JournalUnavailableError\n"
        "from resilience_desktop.services.journal import Journal\n"
        "try: Journal.open(Path(sys.argv[1]), sys.argv[2]).close()\n"
        "except JournalUnavailableError: print('in use')\n"
        "else: print('opened')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), passphrase],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return done.stdout.strip()


# A key file from a backup


def test_that_a_journal_opens_with_the_key_file_of_a_backup(opened, folder, entry):
    opened.back_up()
    opened.close()
    (folder / "journal.keys").unlink()
    assert keys.door_with_kept_keys(folder) is Door.PASSPHRASE
    assert keys.day_of_kept_keys(folder) == overview(folder).backups[0].day
    journal = keys.open_with_kept_keys(folder, OLD)
    assert journal.entry(entry.id) == entry
    journal.close()
    assert Journal.door_to_try(folder) is Door.PASSPHRASE


# The keyring of the computer


def test_that_the_keyring_opens_a_journal_as_one_more_way(opened, folder, entry, keyring):
    assert keys.keyring_is_available()
    assert not keys.opens_with_keyring(folder)
    keys.use_keyring(opened, OLD)
    assert keys.opens_with_keyring(folder)
    opened.close()
    journal = keys.open_with_keyring(folder)
    assert journal.entry(entry.id) == entry
    journal.close()
    assert Journal.door(folder) is Door.PASSPHRASE
    assert opens(folder, OLD)
    ((service, _name),) = keyring.kept
    assert service == "resilience-desktop"


def test_that_losing_the_keyring_locks_nobody_out(opened, folder, keyring):
    keys.use_keyring(opened, OLD)
    opened.close()
    kept = dict(keyring.kept)
    for lost in ({}, dict.fromkeys(kept, "no base 64 \udcff"), dict.fromkeys(kept, "AAAA")):
        keyring.kept = lost
        assert keys.open_with_keyring(folder) is None
    keyring.kept = dict.fromkeys(kept, "A" * 43 + "=")  # a key, but another one
    assert keys.open_with_keyring(folder) is None
    keyring.in_use = None
    assert keys.open_with_keyring(folder) is None
    assert not keys.keyring_is_available()
    assert opens(folder, OLD)
    assert opens_with_code(folder, opened.groups)


def test_that_a_journal_without_a_slot_does_not_ask_the_keyring(opened, folder, monkeypatch):
    monkeypatch.setattr(session_keyring, "find_key", pytest.fail)
    assert keys.open_with_keyring(folder) is None
    (folder / "journal.keys").unlink()
    assert keys.open_with_keyring(folder) is None
    assert not keys.opens_with_keyring(folder)


def test_that_a_keyring_that_keeps_nothing_is_not_relied_on(opened, folder, keyring, monkeypatch):
    before = files(folder)
    monkeypatch.setattr(Keyring, "set_password", lambda *_: None)
    with pytest.raises(NotWrittenError, match="keyring"):
        keys.use_keyring(opened, OLD)
    keyring.in_use = None
    with pytest.raises(NotWrittenError, match="keyring"):
        keys.use_keyring(opened, OLD)
    assert files(folder) == before


def test_that_the_keyring_is_given_up_again(opened, folder, keyring):
    keys.use_keyring(opened, OLD)
    keys.use_keyring(opened, OLD)
    keys.stop_using_keyring(opened)
    assert not keys.opens_with_keyring(folder)
    assert keyring.kept == {}
    opened.close()
    assert opens(folder, OLD)


def test_that_the_keyring_stays_behind_a_new_passphrase_only(opened, folder, keyring):
    keys.use_keyring(opened, OLD)
    keys.change_passphrase(opened, OLD, NEW)
    assert keys.opens_with_keyring(folder)
    keys.make_new_key(opened, NEW, lambda: None)
    assert not keys.opens_with_keyring(folder)
    assert keyring.kept == {}
    keys.use_keyring(opened, NEW)
    keys.remove_passphrase(opened, NEW)
    assert not keys.opens_with_keyring(folder)
    assert keyring.kept == {}


def test_that_deleting_everything_empties_the_keyring(opened, keyring):
    keys.use_keyring(opened, OLD)
    assert keyring.kept
    opened.delete_everything()
    assert not keyring.kept


def test_that_a_passphrase_can_be_checked(opened):
    keys.check_passphrase(opened, OLD)
    with pytest.raises(WrongPassphraseError):
        keys.check_passphrase(opened, NEW)
