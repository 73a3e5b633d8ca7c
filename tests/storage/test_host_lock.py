"""A journal in a folder that two computers share."""

from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.errors import JournalUnavailableError, NotWrittenError, OpenElsewhereError
from resilience_desktop.services import whereabouts
from resilience_desktop.services.backups import restore_closed, salvage
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.keys import make_new_key, set_passphrase
from resilience_desktop.storage import host_lock
from resilience_desktop.storage.host_lock import Holder


@pytest.fixture
def closed(folder):
    Journal.create(folder, None)[0].close()
    return folder


def lock(folder, **changes):
    """Leave the lock that another computer would."""
    plain = {
        "format": "resilience-lock",
        "version": 1,
        "host": "garden-laptop",
        "pid": 7,
        "since": "2026-11-22T09:30:00+00:00",
    }
    (folder / "journal.lock").write_text(json.dumps({**plain, **changes}))


def holder(folder):
    return Holder.of(folder)


def files(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_that_an_open_journal_says_on_which_computer_and_a_closed_one_nothing(folder):
    journal, _ = Journal.create(folder, None)
    assert holder(folder).is_here
    journal.close()
    assert not (folder / "journal.lock").exists()
    journal = Journal.open(folder)
    assert holder(folder).is_here
    journal.close()
    journal.close()
    assert sorted(path.name for path in folder.iterdir()) == ["journal.db", "journal.keys"]


def test_that_a_journal_of_another_computer_is_asked_about_and_not_touched(closed):
    lock(closed)
    before = files(closed)
    with pytest.raises(OpenElsewhereError, match="garden-laptop since 22 November 2026") as caught:
        Journal.open(closed)
    assert isinstance(caught.value, JournalUnavailableError)
    assert files(closed) == before
    whereabouts.take_over(closed)
    whereabouts.take_over(closed)
    journal = Journal.open(closed)
    assert holder(closed).is_here
    journal.close()


def test_that_the_lock_of_a_program_here_that_was_killed_is_no_hindrance(closed, monkeypatch):
    lock(closed, host=Holder.here().host)
    whereabouts.refuse_elsewhere(closed)
    Journal.open(closed).close()
    assert not (closed / "journal.lock").exists()


def test_that_the_lock_of_whoever_took_over_stays(closed):
    journal = Journal.open(closed)
    lock(closed)
    journal.close()
    assert holder(closed).host == "garden-laptop"


@given(st.binary(max_size=200))
def test_that_a_damaged_lock_counts_as_none(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("locks")
    (folder / "journal.lock").write_bytes(content)
    whereabouts.refuse_elsewhere(folder)


@pytest.mark.parametrize(
    "changes", [{"version": 2}, {"since": "yesterday"}, {"pid": "none"}, {"since": None}]
)
def test_that_a_lock_that_is_not_understood_counts_as_none(closed, changes):
    lock(closed, **changes)
    whereabouts.refuse_elsewhere(closed)


def test_that_a_strange_name_of_a_computer_is_shown_as_plain_words(closed):
    lock(closed, host="\x1b[31m" + "a" * 500)
    with pytest.raises(OpenElsewhereError) as caught:
        whereabouts.refuse_elsewhere(closed)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 300
    lock(closed, host="\n")
    with pytest.raises(OpenElsewhereError, match="computer \\? since"):
        whereabouts.refuse_elsewhere(closed)


def test_that_a_folder_that_takes_no_lock_is_no_new_failure(closed, monkeypatch):
    def refuse(*_args, **_more):
        raise OSError

    monkeypatch.setattr(host_lock, "replace_file", refuse)
    journal = Journal.open(closed)
    assert holder(closed) is None
    journal.close()


@pytest.mark.skipif(sys.platform == "win32", reason="asks the folder, not the file")
def test_that_taking_over_says_when_it_cannot(closed, monkeypatch):
    (closed / "journal.lock").mkdir()
    with pytest.raises(NotWrittenError):
        whereabouts.take_over(closed)


def test_that_new_keys_and_restores_leave_no_lock_and_keep_the_one_of_the_open_journal(closed):
    journal = Journal.open(closed)
    backup = journal.back_up().backup.path
    set_passphrase(journal, "quiet river stone lamp")
    assert holder(closed).is_here
    make_new_key(journal, "quiet river stone lamp")
    assert holder(closed).is_here
    journal.close()
    assert holder(closed) is None
    restored, _ = restore_closed(closed, backup, "quiet river stone lamp")
    assert holder(closed).is_here
    restored.close()
    assert holder(closed) is None


@pytest.mark.parametrize("gone", [False, True])
def test_that_restoring_asks_before_anything_is_changed(closed, tmp_path, gone):
    journal = Journal.open(closed)
    backup = journal.back_up().backup.path
    journal.close()
    if gone:
        (closed / "journal.db").unlink()
    lock(closed)
    before = files(closed)
    with pytest.raises(OpenElsewhereError):
        restore_closed(closed, backup)
    assert files(closed) == before


def test_that_salvaging_asks_before_anything_is_changed(closed):
    (closed / "journal.db").write_bytes((closed / "journal.db").read_bytes()[:-8192])
    lock(closed)
    before = files(closed)
    with pytest.raises(OpenElsewhereError):
        salvage(closed)
    assert files(closed) == before


def test_that_deleting_everything_leaves_no_lock(closed):
    journal = Journal.open(closed)
    lock(closed)
    journal.delete_everything()
    assert not closed.exists()
