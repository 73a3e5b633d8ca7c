"""Somebody hears that a cloud copies the journal, and moves it, or leaves it."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QCheckBox

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.paths import Places
from resilience_desktop.services import backups, keys
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.whereabouts import whereabouts

from .samples import entry, fill


@pytest.fixture
def places(tmp_path):
    """A journal in a folder that a cloud copies."""
    return Places(tmp_path / "Dropbox" / "journal", tmp_path / "settings.json", tmp_path / "cache")


@pytest.fixture
def usual(tmp_path, monkeypatch):
    """This computer's usual folder, for these tests."""
    folder = tmp_path / "usual" / "journal"
    monkeypatch.setattr("resilience_desktop.paths.usual_journal", lambda: folder)
    return folder


@pytest.fixture
def told(places, home_of, usual):
    """Somebody with an entry who is told about the cloud."""
    fill(places, entry("one thing"))
    return home_of()


def entries(person):
    return [one.note for one in person.read(lambda journal: journal.contents().entries)]


def choose(person, folder):
    person.monkeypatch.setattr("resilience_desktop.ui.files.ask_for_folder", lambda *_: folder)
    person.press("move.choose")


def test_that_a_cloud_is_mentioned_once(told):
    assert "Dropbox copies the folder" in told.see("cloud_notice.words").text()
    told.press("cloud_notice.leave")
    assert told.find("cloud_notice") is None
    told.quit()
    told.start()
    assert told.find("cloud_notice") is None


def test_that_nothing_is_said_before_anything_is_written(places, home_of):
    fill(places)
    assert home_of().find("cloud_notice") is None


def test_that_nothing_is_said_of_a_folder_of_this_computer_only(places, home_of, monkeypatch):
    monkeypatch.setattr("resilience_desktop.ui.cloud_notice.cloud_service", lambda _folder: "")
    fill(places, entry("one thing"))
    assert home_of().find("cloud_notice") is None


def test_that_the_journal_moves_to_the_usual_folder_and_backups_stay(told, places, usual):
    told.write("journal.note", "half a thou")
    told.press("cloud_notice.more")
    assert "Two computers" in told.see("move.why").text()
    assert told.see("move.source").text() == str(places.journal)
    assert told.see("move.target").text() == str(usual)
    assert "no passphrase" in told.see("move.backups_mean").text()
    assert not told.see("move.backups_stay", QCheckBox).isChecked()
    told.tick("move.backups_stay")
    told.press("move.go")
    told.wait_for(lambda: told.find("move") is None)
    told.wait()
    assert f"The journal is now in {usual}" in told.window.notices.words
    assert told.window.folder == usual
    assert entries(told) == ["one thing"]
    assert told.see("journal.note").toPlainText() == "half a thou"
    assert list(places.journal.rglob("*.rjb"))
    assert not (places.journal / "journal.db").exists()
    told.quit()
    assert whereabouts(places.journal) == usual
    told.start()  # with the old folder, as before
    assert told.window.folder == usual
    assert entries(told) == ["one thing"]


def test_that_the_journal_can_be_moved_later(told, tmp_path, places):
    backups.use_second_folder(places.journal, tmp_path)
    told.window.dialogs.show_settings("safety")
    told.press("settings.move")
    assert told.find("move.backups_stay") is None  # there is a second folder already
    choose(told, tmp_path / "chosen")
    told.press("move.go")
    told.wait_for(lambda: told.find("move") is None)
    told.wait()
    assert told.window.folder == tmp_path / "chosen"
    assert told.find("settings") is None
    assert backups.overview(told.window.folder).second_folder == tmp_path
    told.window.dialogs.show_settings("safety")
    assert str(tmp_path / "chosen") in told.see("settings.journal_folder").text()


def test_that_a_full_folder_gets_a_folder_of_its_own(told, tmp_path):
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("mine")
    told.press("cloud_notice.more")
    choose(told, full)
    assert told.see("move.target").text() == str(full / "Resilience journal")
    choose(told, None)
    assert told.see("move.target").text() == str(full / "Resilience journal")


def test_that_another_cloud_is_mentioned_too(told, tmp_path):
    told.press("cloud_notice.more")
    choose(told, tmp_path / "Nextcloud" / "journal")
    assert "Nextcloud copies that folder too" in told.see("move.remark").text()


def test_that_a_folder_has_to_be_chosen_when_the_usual_one_has_a_journal(told, usual, tmp_path):
    Journal.create(usual, None)[0].close()
    told.press("cloud_notice.more")
    assert not told.see("move.go").isEnabled()
    choose(told, usual.parent / "another")
    assert told.see("move.go").isEnabled()


def test_that_a_move_that_fails_says_so_and_changes_nothing(told, usual, places, monkeypatch):
    def refuse(*_args, **_more):
        raise NotWrittenError("It is where it was.")

    monkeypatch.setattr("resilience_desktop.services.moving.move", refuse)
    told.press("cloud_notice.more")
    told.press("move.go")
    assert told.see("move.problem").text() == "It is where it was."
    told.press("move.cancel")
    assert told.window.folder == places.journal


def test_that_a_folder_that_has_gone_is_no_new_start(told, usual, places):
    told.press("cloud_notice.more")
    told.press("move.go")
    told.wait_for(lambda: told.find("move") is None)
    told.quit()
    usual.rename(usual.with_name("away"))
    told.start()
    assert told.find("first_run") is None
    usual.with_name("away").rename(usual)
    told.window.start()
    told.wait()
    assert entries(told) == ["one thing"]


def test_that_backups_of_a_journal_with_a_passphrase_stay_unless_unwanted(places, home_of, usual):
    words = "otter kettle maple drift lantern"
    fill(places, entry("one thing"))
    journal = Journal.open(places.journal)
    keys.set_passphrase(journal, words)
    journal.close()
    person = home_of()
    person.write("unlock.passphrase", words)
    person.press("unlock.open")
    person.wait_for(lambda: person.find("cloud_notice.more") is not None)
    person.press("cloud_notice.more")
    assert person.see("move.backups_stay", QCheckBox).isChecked()
    assert person.find("move.backups_mean") is None


# Open on another computer


@pytest.fixture
def elsewhere(places, home_of, usual):
    """Somebody in front of a journal that another computer has open."""
    fill(places, entry("one thing"))
    plain = {
        "format": "resilience-lock",
        "version": 1,
        "host": "garden-laptop",
        "pid": 7,
        "since": "2026-11-22T09:30:00+00:00",
    }
    (places.journal / "journal.lock").write_text(json.dumps(plain))
    return home_of()


def test_that_a_journal_that_is_open_elsewhere_is_asked_about(elsewhere):
    assert "garden-laptop" in elsewhere.see("elsewhere.why").text()
    assert elsewhere.see("elsewhere.not_now").hasFocus()
    elsewhere.press("elsewhere.open")
    elsewhere.wait_for(lambda: elsewhere.find("elsewhere") is None)
    elsewhere.wait()
    assert entries(elsewhere) == ["one thing"]


def test_that_not_now_closes_the_window_and_leaves_all_as_it_is(elsewhere, places):
    elsewhere.press("elsewhere.not_now")
    assert not elsewhere.window.isVisible()
    assert "garden-laptop" in (places.journal / "journal.lock").read_text()


def test_that_a_folder_that_cannot_be_written_to_is_said(elsewhere, monkeypatch):
    def refuse(_folder):
        raise NotWrittenError("The folder cannot be written to.")

    monkeypatch.setattr("resilience_desktop.services.whereabouts.take_over", refuse)
    elsewhere.press("elsewhere.open")
    assert elsewhere.see("elsewhere.problem").text() == "The folder cannot be written to."
