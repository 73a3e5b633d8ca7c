"""Changing what opens a journal touches its key file only, in one step."""

import pytest

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.storage import durable, ways_in
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.vault import Vault

OLD, NEW = "five ordinary words are enough", "and five other ones as well"


@pytest.fixture
def vault(folder):
    vault = Vault(folder)
    vault.create(OLD)[0].close()
    return vault


def fail(*_args):
    raise OSError


def test_that_what_was_written_has_to_open_the_journal(vault, monkeypatch):
    before = vault.keys.read_bytes()
    secret = vault.secret(OLD)
    for other in (bytes(16), secret):
        slot = ways_in.slot_for("something else", other, vault.journal_id())
        monkeypatch.setattr(ways_in, "slot_for", lambda *_, slot=slot: slot)
        with pytest.raises(NotWrittenError, match="does not open"):
            ways_in.seal(vault, secret, NEW if other is secret else "something else")
        monkeypatch.undo()
    assert vault.keys.read_bytes() == before
    assert sorted(p.name for p in vault.folder.iterdir()) == ["journal.db", "journal.keys"]


def test_that_a_key_file_that_cannot_be_written_leaves_the_old_one(vault, monkeypatch):
    before = vault.keys.read_bytes()
    secret = vault.secret(OLD)
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(NotWrittenError, match="opens as before"):
        ways_in.seal(vault, secret, NEW)
    assert vault.keys.read_bytes() == before


def test_that_a_key_file_in_place_counts_even_if_its_folder_cannot_be_asked(vault, monkeypatch):
    secret = vault.secret(OLD)
    monkeypatch.setattr(durable, "sync_folder", fail)
    ways_in.seal(vault, secret, NEW)
    assert vault.secret(NEW) == secret


def test_that_a_key_file_that_vanished_is_not_taken_for_a_new_one(vault, monkeypatch):
    secret = vault.secret(OLD)

    def lose(_folder):
        vault.keys.unlink()
        raise OSError

    monkeypatch.setattr(durable, "sync_folder", lose)
    with pytest.raises(NotWrittenError):
        ways_in.seal(vault, secret, NEW)


def test_that_a_change_that_was_interrupted_leaves_nothing_behind(vault):
    (vault.folder / "journal.keys.tmp").write_bytes(b"half")
    (vault.folder / "journal.db.new").write_bytes(b"half")
    (vault.folder / "journal.db.new-journal").write_bytes(b"half")
    vault.open(OLD).close()
    assert sorted(p.name for p in vault.folder.iterdir()) == ["journal.db", "journal.keys"]


def test_that_a_renewal_of_another_journal_is_left_as_it_is():
    keys = KeyFile({"aa": [], "bb": []}, renewing=("aa", "bb"))
    assert keys.settled(bytes(16)) is keys
    assert keys.settled(b"\xaa").entries == {"aa": []}
    assert keys.settled(b"\xbb").entries == {"bb": []}
