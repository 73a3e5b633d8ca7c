"""A journal goes into another folder, and is whole in one of the two whatever happens."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from resilience_desktop.domain.contact import Contact
from resilience_desktop.domain.entry import Entry
from resilience_desktop.errors import (
    JournalDamagedError,
    JournalUnavailableError,
    NotWrittenError,
)
from resilience_desktop.services import backups, moving
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.keys import make_new_key, set_passphrase
from resilience_desktop.services.whereabouts import whereabouts
from resilience_desktop.storage import moving as stored
from resilience_desktop.storage.connection import JournalFile

WORDS = "quiet river stone lamp"
SET_ASIDE = "quarantine/2026-11-20_ab/journal.db"


@pytest.fixture
def old(tmp_path, noon):
    """A journal with everything that can belong to one, in a folder that a cloud copies."""
    folder = tmp_path / "Dropbox" / "journal"
    journal, _ = Journal.create(folder, None)
    journal.keep_entry(Entry(at=noon, note="one thing"))
    journal.contacts.keep((Contact("Mara", "01632 960142"),), True)
    (folder / SET_ASIDE).parent.mkdir(parents=True)
    (folder / SET_ASIDE).write_bytes(b"damaged")
    journal.back_up()
    journal.close()
    return folder


@pytest.fixture
def new(tmp_path):
    return tmp_path / "home" / "journal"


def notes(journal):
    return [entry.note for entry in journal.contents().entries]


def moved(folder, target, **more):
    journal = Journal.open(folder)
    moving.move(journal, target, **more)
    return journal


def names(folder):
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


def test_that_a_journal_moves_with_all_that_belongs_to_it(old, new):
    before = names(old)
    journal = moved(old, new)
    assert journal.folder == new
    assert notes(journal) == ["one thing"]
    journal.keep_entry(Entry(at=journal.contents().entries[0].at, note="another"))
    journal.close()
    assert names(old) == {"journal.moved"}
    backups_made = {name for name in names(new) if name.endswith(".rjb")}
    assert names(new) - backups_made == before - backups_made | {"journal.came"}
    assert (new / SET_ASIDE).read_bytes() == b"damaged"
    assert len(notes(Journal.open(new))) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_that_a_moved_journal_is_this_users_alone(old, new):
    moved(old, new).close()
    assert all(path.stat().st_mode & 0o077 == 0 for path in (new, *new.rglob("*")))


def test_that_whoever_starts_with_the_old_folder_finds_it_however_often_it_moved(
    old, new, tmp_path
):
    moved(old, new).close()
    moved(new, tmp_path / "third").close()
    assert whereabouts(old) == whereabouts(new) == tmp_path / "third"
    assert whereabouts(tmp_path / "nowhere") == tmp_path / "nowhere"


def test_that_a_journal_can_come_back(old, new):
    moved(old, new).close()
    moved(new, old).close()
    assert whereabouts(old) == whereabouts(new) == old
    journal = Journal.open(old)
    assert notes(journal) == ["one thing"]
    journal.close()
    assert "journal.moved" not in names(old)


def test_that_a_folder_that_is_away_is_no_empty_journal(old, new):
    moved(old, new).close()
    shutil.rmtree(new)
    with pytest.raises(JournalUnavailableError, match="may not be connected"):
        whereabouts(old)


def test_that_backups_can_go_on_to_the_old_folder(old, new):
    journal = moved(old, new, backups_stay=True)
    assert backups.overview(new).second_folder == old
    (copy,) = old.rglob("*.rjb")
    assert notes_of_backup(journal, copy) == ["one thing"]
    journal.close()
    assert whereabouts(old) == new


def notes_of_backup(journal, path):
    return [entry.note for entry in backups.preview(journal, path).entries]


def test_that_what_is_not_ours_stays_in_the_old_folder(old, new):
    (old / "letter.txt").write_text("mine")
    moved(old, new).close()
    assert names(old) == {"letter.txt", "journal.moved"}


def test_that_a_passphrase_and_a_new_key_are_no_hindrance(old, new, tmp_path):
    journal = Journal.open(old)
    set_passphrase(journal, WORDS)
    moving.move(journal, new)
    make_new_key(journal, WORDS)
    assert whereabouts(old) == new
    journal.close()
    moved_journal = Journal.open(new, WORDS)
    assert notes(moved_journal) == ["one thing"]
    moved_journal.close()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("home/full", "not empty"),
        ("home/other", "a journal in that folder already"),
        ("Dropbox/journal", "in that folder already"),
        ("Dropbox/journal/inside", "in that folder already"),
        ("Dropbox", "in that folder already"),
    ],
)
def test_that_a_folder_that_does_not_fit_is_refused(old, tmp_path, name, said):
    full = tmp_path / "home" / "full"
    full.mkdir(parents=True)
    (full / "letter.txt").write_text("mine")
    Journal.create(tmp_path / "home" / "other", None)[0].close()
    journal = Journal.open(old)
    with pytest.raises(NotWrittenError, match=said):
        moving.move(journal, tmp_path / name)
    assert notes(journal) == ["one thing"]
    journal.close()
    assert (full / "letter.txt").read_text() == "mine"


def test_that_an_empty_folder_will_do(old, new):
    new.mkdir(parents=True)
    moved(old, new).close()
    assert whereabouts(old) == new


def test_that_a_folder_that_cannot_be_read_is_refused(old, new, monkeypatch):
    def refuse(_path):
        raise OSError

    monkeypatch.setattr(Path, "is_mount", refuse)
    with pytest.raises(NotWrittenError, match="cannot be read"):
        moving.refuse_unfit(old, new)


# Stopped in the middle


def steps(old, new):
    """Return every step of a move."""
    found = []
    journal = Journal.open(old)
    with_steps(journal, new, found.append)
    journal.close()
    return found


def with_steps(journal, target, step):
    old, secret = journal.folder, journal.file.secret
    finish = stored.finish_moving

    def reopen():
        store = moving.Vault(whereabouts(old)).open_secret(secret)
        finish(store.db, step)
        return store

    patch = pytest.MonkeyPatch()
    patch.setattr(stored, "finish_moving", lambda _file: None)
    try:
        journal.exchange(lambda store: stored.move(store, target, step), reopen)
    finally:
        patch.undo()


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
def test_that_a_move_that_is_killed_leaves_the_whole_journal_at_every_step(old, new, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(old, copy)
    names_of_steps = steps(copy, tmp_path / "elsewhere")
    assert len(names_of_steps) > 15
    assert names_of_steps[-1] == "old folder empty"
    for place in range(len(names_of_steps)):
        shutil.copytree(old, copy := tmp_path / f"old{place}")
        target = tmp_path / f"new{place}"
        kill_at(copy, target, place)
        journal = Journal.open(whereabouts(copy))
        assert notes(journal) == ["one thing"], names_of_steps[place]
        assert not journal.verify().problems
        at_old = journal.folder == copy
        if at_old:  # and it can be tried again
            moving.move(journal, target)
        journal.close()
        left = {name for name in names(copy) if not name.startswith("journal.moved")}
        assert left == set(), names_of_steps[place]
        assert not list(tmp_path.glob("*.moving"))
        assert "journal.moved" not in names(target)


def kill_at(old, new, place):
    child = os.fork()
    if child == 0:
        left = place

        def step(_name):
            nonlocal left
            if left == 0:
                os._exit(9)
            left -= 1

        with_steps(Journal.open(old), new, step)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("number", range(12))
def test_that_a_disk_that_refuses_at_any_step_changes_nothing(old, new, number):
    left = number
    before = names(old)

    def step(_name):
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError

    journal = Journal.open(old)
    with pytest.raises(NotWrittenError, match="where it was"):
        with_steps(journal, new, step)
    assert (notes(journal), journal.folder) == (["one thing"], old)
    journal.close()
    assert names(old) == before
    assert not list(new.parent.glob("*.moving"))


@pytest.mark.parametrize("name", ["has_whole_pages", "is_true_copy"])
def test_that_a_copy_that_reads_differently_is_not_trusted(old, new, monkeypatch, name):
    monkeypatch.setattr(stored, name, lambda *_args: False)
    with pytest.raises(NotWrittenError, match="where it was"):
        moved(old, new)
    assert whereabouts(old) == old


def test_that_a_file_that_reads_differently_is_not_trusted(old, new, monkeypatch):
    def spoil(source, target):
        Path(target).write_bytes(Path(source).read_bytes()[:-1])

    monkeypatch.setattr(stored.shutil, "copyfile", spoil)
    journal = Journal.open(old)
    with pytest.raises(NotWrittenError):
        journal.exchange(
            lambda store: stored.move(store, new),
            lambda: moving.Vault(whereabouts(old)).open_secret(journal.file.secret),
        )
    journal.close()
    assert not new.exists()


def test_that_a_disk_on_which_no_journal_opens_is_refused(old, new, monkeypatch):
    def refuse(*_args):
        raise JournalUnavailableError

    monkeypatch.setattr(stored, "open_copy", refuse)
    with pytest.raises(NotWrittenError, match="where it was"):
        moved(old, new)
    assert whereabouts(old) == old


def test_that_a_journal_with_damage_stays_where_it_is(old, new, monkeypatch):
    def damaged(*_args):
        raise JournalDamagedError

    monkeypatch.setattr(JournalFile, "copy_to", damaged)
    journal = Journal.open(old)
    with pytest.raises(JournalDamagedError):
        with_steps(journal, new, lambda _name: None)
    journal.close()
    assert whereabouts(old) == old


def test_that_a_name_that_is_not_on_the_disk_yet_is_no_reason_to_fail(old, new, monkeypatch):
    real = stored.sync_folder

    def refuse(folder):
        if new.exists():
            raise OSError
        real(folder)

    monkeypatch.setattr(stored, "sync_folder", refuse)
    journal = moved(old, new)
    assert notes(journal) == ["one thing"]
    journal.close()


# What is left in the old folder


def test_that_a_journal_that_was_written_in_since_is_not_removed(old, new, noon, tmp_path):
    shutil.copytree(old, tmp_path / "before")
    moved(old, new).close()
    note = (old / "journal.moved").read_bytes()
    shutil.rmtree(old)
    shutil.copytree(tmp_path / "before", old)
    journal = Journal.open(old)  # such as with an older version of the app
    journal.keep_entry(Entry(at=noon, note="since"))
    journal.close()
    (old / "journal.moved").write_bytes(note)
    Journal.open(new).close()
    assert "journal.db" in names(old)


def test_that_a_note_of_a_move_that_never_happened_does_not_count(old, new):
    stored.note_move(old, new, bytes(16))
    assert whereabouts(old) == old
    Journal.create(new, None)[0].close()  # another journal
    assert whereabouts(old) == old


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        json.dumps({"format": "resilience-moved", "version": 1}).encode(),
        json.dumps({"format": "resilience-moved", "version": 2, "to": "x"}).encode(),
        json.dumps({"format": "resilience-moved", "version": 1, "to": 3, "journal": 4}).encode(),
        b"[" * 5000,
    ],
)
def test_that_a_damaged_note_counts_as_none(old, content):
    (old / "journal.moved").write_bytes(content)
    (old / "journal.came").write_bytes(content.replace(b"moved", b"came"))
    assert whereabouts(old) == old
    Journal.open(old).close()


def test_that_notes_that_lead_in_a_circle_do_not_hang(tmp_path):
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / name).mkdir()
        stored.note_move(tmp_path / name, tmp_path / other, bytes(16))
    with pytest.raises(JournalUnavailableError):
        whereabouts(tmp_path / "a")


def test_that_a_folder_with_an_impossible_name_is_not_there(tmp_path):
    stored.note_move(tmp_path, tmp_path / ("a" * 5000), bytes(16))
    with pytest.raises(JournalUnavailableError):
        whereabouts(tmp_path)


def test_that_an_old_folder_that_has_forgotten_is_left_alone(old, new):
    moved(old, new).close()
    (old / "journal.moved").unlink()
    (old / "backups").mkdir()
    Journal.open(new).close()
    assert (old / "backups").exists()


def test_that_deleting_everything_also_forgets_where_it_came_from(old, new):
    journal = moved(old, new)
    journal.delete_everything()
    assert not new.exists()
    assert whereabouts(old) == old
    assert names(old) == set()


# Where it may go


def test_that_a_full_folder_is_given_a_folder_inside(tmp_path, monkeypatch):
    assert moving.place_in(tmp_path) == tmp_path
    assert moving.place_in(tmp_path / "new") == tmp_path / "new"
    (tmp_path / "letter.txt").touch()
    assert moving.place_in(tmp_path) == tmp_path / "Resilience journal"

    def refuse(_path):
        raise OSError

    monkeypatch.setattr(Path, "is_mount", refuse)
    assert moving.place_in(tmp_path) == tmp_path


def test_that_a_stick_is_given_a_folder_inside(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "is_mount", lambda path: path == tmp_path)
    assert moving.place_in(tmp_path) == tmp_path / "Resilience journal"
