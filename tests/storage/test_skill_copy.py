"""The skills for the lock page: ids of the app's own, there if somebody says so."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.toolkit import MOST
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.storage import open_copy
from resilience_desktop.storage.durable import draft_of
from resilience_desktop.storage.skill_copy import (
    keep_skill_copy,
    read_skill_copy,
    skill_copy_in,
)
from resilience_desktop.storage.vault import Vault
from tests.strategies import json_values

TWO = ("slow_breathing", "box_breathing")


def files_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_that_they_come_back_in_their_order(tmp_path):
    keep_skill_copy(tmp_path, TWO)
    assert read_skill_copy(tmp_path) == TWO


def test_that_without_any_there_is_no_file_nor_what_a_power_cut_left(tmp_path):
    keep_skill_copy(tmp_path, TWO)
    draft_of(skill_copy_in(tmp_path)).write_text("slow")
    keep_skill_copy(tmp_path, ())
    assert files_in(tmp_path) == []


def test_that_a_copy_that_is_right_is_left_alone(tmp_path, monkeypatch):
    keep_skill_copy(tmp_path, TWO)
    monkeypatch.setattr(open_copy, "replace_file", None)
    keep_skill_copy(tmp_path, TWO)


@given(json_values)
def test_that_whatever_the_file_holds_nothing_fails(tmp_path_factory, value):
    folder = tmp_path_factory.mktemp("copy")
    plain = {"format": "resilience-toolkit", "version": 1, "skills": value}
    skill_copy_in(folder).write_text(json.dumps(plain))
    found = read_skill_copy(folder)
    assert len(found) <= MOST
    assert all(isinstance(id_, str) for id_ in found)


@given(st.binary(max_size=200))
def test_that_a_damaged_file_is_an_empty_one(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("copy")
    skill_copy_in(folder).write_bytes(content)
    assert read_skill_copy(folder) == ()


def test_that_another_version_is_not_guessed_at(tmp_path):
    plain = {"format": "resilience-toolkit", "version": 2, "skills": list(TWO)}
    skill_copy_in(tmp_path).write_text(json.dumps(plain))
    assert read_skill_copy(tmp_path) == ()


def test_that_it_is_said_when_it_cannot_be_changed(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError

    monkeypatch.setattr(open_copy, "replace_file", refuse)
    with pytest.raises(NotWrittenError):
        keep_skill_copy(tmp_path, TWO)


def test_that_it_is_one_of_the_files_of_a_journal(tmp_path):
    keep_skill_copy(tmp_path, TWO)
    assert Vault(tmp_path).owns(skill_copy_in(tmp_path))
