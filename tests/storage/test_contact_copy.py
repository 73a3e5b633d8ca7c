"""The names and numbers for the lock page: there if somebody says so, and gone when not."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.contact import Contact
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.storage import durable, open_copy
from resilience_desktop.storage.contact_copy import copy_in, keep_copy, read_copy
from resilience_desktop.storage.vault import Vault
from tests.strategies import contacts, json_values

MARA = Contact("Mara", "01632 960142", "my sister")
JONAS = Contact("", "01632 960178")


def files_in(folder):
    return sorted(path.name for path in folder.iterdir())


@given(st.lists(contacts, max_size=5))
def test_that_names_and_numbers_come_back_and_notes_stay_inside(tmp_path_factory, people):
    folder = tmp_path_factory.mktemp("copy")
    keep_copy(folder, people)
    assert read_copy(folder) == tuple(contact.without_note for contact in people)
    assert files_in(folder) == (["contacts.json"] if people else [])


def test_that_a_note_is_not_in_the_file(tmp_path):
    keep_copy(tmp_path, [MARA])
    assert b"sister" not in copy_in(tmp_path).read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders of a user private by itself")
def test_that_only_this_user_can_read_it(tmp_path):
    keep_copy(tmp_path, [MARA])
    assert stat.S_IMODE(copy_in(tmp_path).stat().st_mode) == 0o600


def test_that_without_anybody_there_is_no_file_nor_what_a_power_cut_left(tmp_path):
    keep_copy(tmp_path, [MARA])
    durable.draft_of(copy_in(tmp_path)).write_text("Mara")
    keep_copy(tmp_path, [])
    assert files_in(tmp_path) == []
    keep_copy(tmp_path, [])


def test_that_the_folder_is_synced_when_the_file_goes(tmp_path, monkeypatch):
    keep_copy(tmp_path, [MARA])
    synced = []
    monkeypatch.setattr(open_copy, "sync_folder", synced.append)
    keep_copy(tmp_path, [])
    assert synced == [tmp_path]


def test_that_a_copy_that_is_right_is_left_alone(tmp_path, monkeypatch):
    keep_copy(tmp_path, [MARA, JONAS])
    monkeypatch.setattr(open_copy, "replace_file", None)
    keep_copy(tmp_path, [MARA, JONAS])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "other", "version": 1, "contacts": []}',
        b'{"format": "resilience-contacts", "version": 2, "contacts": []}',
        b'{"format": "resilience-contacts", "version": 1}',
        b'{"format": "resilience-contacts", "version": 1, "contacts": [{"name": 1}]}',
        b'{"format": "resilience-contacts", "version": 1, "contacts": [{"name": "", "phone": ""}]}',
        b'{"format": "resilience-contacts", "version": 1, "contacts": ["Mara"]}',
        b'{"format": "resilience-contacts", "version": 1, "contacts": 5}',
    ],
)
def test_that_a_damaged_copy_is_an_empty_one_and_is_made_anew(tmp_path, content):
    copy_in(tmp_path).write_bytes(content)
    assert read_copy(tmp_path) == ()
    keep_copy(tmp_path, [MARA])
    assert read_copy(tmp_path) == (MARA.without_note,)


@given(json_values)
def test_that_nothing_in_the_file_makes_reading_fail(tmp_path_factory, value):
    folder = tmp_path_factory.mktemp("odd")
    plain = {"format": "resilience-contacts", "version": 1, "contacts": value}
    copy_in(folder).write_text(json.dumps(plain))
    read_copy(folder)


def test_that_a_missing_or_unreadable_copy_is_an_empty_one(tmp_path):
    assert read_copy(tmp_path) == read_copy(tmp_path / "nowhere") == ()
    copy_in(tmp_path).mkdir()
    assert read_copy(tmp_path) == ()


def test_that_no_more_than_five_are_read_and_no_file_of_any_size(tmp_path):
    many = [{"name": f"N{n}", "phone": ""} for n in range(9)]
    plain = {"format": "resilience-contacts", "version": 1, "contacts": many}
    copy_in(tmp_path).write_text(json.dumps(plain))
    assert len(read_copy(tmp_path)) == 5
    copy_in(tmp_path).write_text(json.dumps({**plain, "filling": "x" * 100_000}))
    assert read_copy(tmp_path) == ()


def test_that_a_place_that_cannot_be_written_to_is_said_without_names(tmp_path, monkeypatch):
    keep_copy(tmp_path, [MARA])

    def refuse(*_args, **_kwargs):
        raise OSError(28, "Mara")

    for name in ("replace_file", "sync_folder"):
        monkeypatch.setattr(open_copy, name, refuse)
    for wanted in ([JONAS], []):
        with pytest.raises(NotWrittenError, match="could not be changed") as caught:
            keep_copy(tmp_path, wanted)
        assert "Mara" not in str(caught.value)


def test_that_the_copy_belongs_to_the_journal_so_nothing_is_written_over_it(folder):
    store, _ = Vault(folder).create(None)
    store.close()
    keep_copy(folder, [MARA])
    assert Vault(folder).owns(Path(copy_in(folder)))
