"""Somebody deletes all there is, or changes their mind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services import backups, keys
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.durable import sync_folder
from resilience_desktop.ui.clipboard import PrivateClipboard

from .samples import entry, fill

WORDS = "otter kettle maple drift lantern"


@pytest.fixture
def asked(places, home_of):
    """Somebody with an entry, in front of the question."""
    fill(places, entry("one thing"))
    return at_the_question(home_of())


@pytest.fixture
def asked_locked(places, home_of):
    """The same with a passphrase."""
    fill(places, entry("one thing"))
    journal = Journal.open(places.journal)
    keys.set_passphrase(journal, WORDS)
    journal.close()
    person = home_of()
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    return at_the_question(person)


def at_the_question(person):
    person.window.dialogs.show_settings("safety")
    person.press("settings.delete")
    return person


def confirm(person, words="delete my journal"):
    person.write("delete_everything.words", words)
    person.press("delete_everything.go")


def can_go_on(person):
    return person.see("delete_everything.go").isEnabled()


def test_that_everything_is_deleted_and_the_first_page_is_there_again(asked):
    asked.parts.tasks.read(lambda j: j.back_up(), lambda _: None, owner=asked.window).result(20)
    asked.window.context.preferences.change(theme="dark")
    settings = asked.places.settings.read_bytes()
    confirm(asked)
    asked.wait_for(lambda: asked.find("first_run") is not None)
    assert not asked.places.journal.exists()
    assert asked.find("settings") is None
    assert asked.places.settings.read_bytes() == settings
    asked.press("first_run.not_now")  # and a new one can be begun
    asked.press("recovery.later")
    asked.press("beginning.skip")
    assert asked.read(lambda journal: journal.contents().entries) == ()


def test_that_what_is_being_typed_is_not_written_again(places, home_of):
    fill(places, entry("one thing"))
    person = home_of()
    person.write("journal.note", "half a thou")
    at_the_question(person)
    person.see("journal.note").insertPlainText("ght")
    confirm(person)
    person.wait_for(lambda: person.find("first_run") is not None)
    person.wait()
    person.quit()
    assert not places.journal.exists()


def test_that_the_clipboard_is_cleared(places, home_of, monkeypatch):
    cleared = []
    monkeypatch.setattr(PrivateClipboard, "clear_own", lambda _self: cleared.append(True))
    fill(places, entry("one thing"))
    person = at_the_question(home_of())
    confirm(person)
    person.wait_for(lambda: person.find("first_run") is not None)
    assert cleared == [True]


@pytest.mark.parametrize("words", ["", "delete", "delete my journals"])
def test_that_nothing_happens_without_the_words(asked, words):
    asked.write("delete_everything.words", words)
    assert not can_go_on(asked)


@pytest.mark.parametrize("words", ["Delete My Journal", "  delete  my journal "])
def test_that_capitals_and_spaces_do_not_matter(asked, words):
    QApplication.clipboard().setText(words)
    asked.see("delete_everything.words").setFocus()
    asked.see("delete_everything.words").paste()
    assert can_go_on(asked)


@pytest.mark.parametrize("words", ["", "delete"])
def test_that_enter_changes_nothing_without_the_words(asked, words):
    asked.write("delete_everything.words", words)
    asked.key(Qt.Key.Key_Return)
    assert asked.find("delete_everything") is not None
    assert asked.read(lambda journal: len(journal.contents().entries)) == 1


def test_that_enter_after_the_words_deletes(asked):
    asked.write("delete_everything.words", "delete my journal")
    asked.key(Qt.Key.Key_Return)
    asked.wait_for(lambda: asked.find("first_run") is not None)
    assert not asked.places.journal.exists()


def test_that_enter_leads_to_the_field_that_is_missing(asked_locked):
    asked_locked.write("delete_everything.words", "delete my journal")
    asked_locked.key(Qt.Key.Key_Return)
    assert asked_locked.see("delete_everything.passphrase").hasFocus()
    asked_locked.write("delete_everything.passphrase", WORDS)
    asked_locked.key(Qt.Key.Key_Return)
    assert asked_locked.find("delete_everything") is not None
    assert asked_locked.see("delete_everything.words").hasFocus()
    asked_locked.key(Qt.Key.Key_Return)
    asked_locked.wait_for(lambda: asked_locked.find("first_run") is not None)


def test_that_what_is_still_missing_is_said_beside_the_button(asked_locked):
    missing = asked_locked.see("delete_everything.missing")
    assert missing.text() == "Type the words above"
    asked_locked.write("delete_everything.words", "delete my journal")
    assert missing.text() == "Type your passphrase above"
    asked_locked.write("delete_everything.passphrase", WORDS)
    assert missing.text() == ""


def test_that_fields_and_buttons_are_in_sight_in_the_smallest_window(asked_locked):
    asked_locked.window.resize(900, 600)
    asked_locked.parts.look.set_text_size(150)
    asked_locked.press("delete_everything.cancel")
    asked_locked.press("settings.delete")
    asked_locked.write("delete_everything.words", "delete my journal")
    asked_locked.write("delete_everything.passphrase", "not this one")
    asked_locked.press("delete_everything.go")
    asked_locked.wait_for(lambda: asked_locked.find("delete_everything.problem") is not None)
    for name in ("words", "passphrase", "problem", "missing", "go"):
        part = asked_locked.see(f"delete_everything.{name}")
        assert part.visibleRegion().boundingRect() == part.rect(), name


def test_that_the_passphrase_is_asked_for(asked_locked):
    asked_locked.write("delete_everything.words", "delete my journal")
    assert not can_go_on(asked_locked)
    asked_locked.write("delete_everything.passphrase", "not this one")
    asked_locked.press("delete_everything.go")
    asked_locked.wait_for(lambda: asked_locked.find("delete_everything.problem") is not None)
    assert asked_locked.see("delete_everything.passphrase").hasFocus()
    assert asked_locked.read(lambda journal: len(journal.contents().entries)) == 1
    asked_locked.see("delete_everything.passphrase").clear()
    asked_locked.write("delete_everything.passphrase", WORDS)
    asked_locked.press("delete_everything.go")
    asked_locked.wait_for(lambda: asked_locked.find("first_run") is not None)
    assert not asked_locked.places.journal.exists()


@pytest.mark.parametrize("also", [True, False])
def test_that_copies_in_the_second_folder_go_only_when_wanted(places, home_of, tmp_path, also):
    fill(places, entry("one thing"))
    stick = tmp_path / "stick"
    stick.mkdir()
    journal = Journal.open(places.journal)
    journal.back_up()
    backups.use_second_folder(places.journal, stick)
    journal.close()
    person = at_the_question(home_of())
    assert str(stick) in person.see("delete_everything.second_folder_is").text()
    assert not person.see("delete_everything.second_folder", QCheckBox).isChecked()
    if also:
        person.tick("delete_everything.second_folder")
    confirm(person)
    person.wait_for(lambda: person.find("first_run") is not None)
    assert bool(list(stick.rglob("*.rjb"))) is not also
    if also:
        assert "is deleted" in person.window.notices.words
    else:
        assert str(stick) in person.see("remarks.words").text()


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
def test_that_the_first_page_begins_at_its_top_and_says_what_was_done(asked, size):
    asked.window.resize(*size)
    confirm(asked)
    asked.wait_for(lambda: asked.find("first_run") is not None)
    asked.wait()
    assert asked.see("first_run.scroll").verticalScrollBar().value() == 0
    assert "Your journal is deleted" in asked.window.notices.words


def test_that_there_is_no_word_of_a_second_folder_without_one(asked):
    assert asked.find("delete_everything.second_folder") is None


def test_that_a_copy_of_a_backup_can_be_kept(asked, tmp_path):
    asked.monkeypatch.setattr("resilience_desktop.ui.files.ask_for_folder", lambda *_: tmp_path)
    asked.press("delete_everything.save_backup")
    (copy,) = tmp_path.glob("*.rjb")
    assert str(copy) in asked.see("delete_everything.saved").text()
    confirm(asked)
    asked.wait_for(lambda: asked.find("first_run") is not None)
    asked.quit()
    journal, _ = backups.restore_closed(asked.places.journal, copy)
    assert [one.note for one in journal.contents().entries] == ["one thing"]
    journal.close()


@pytest.mark.parametrize("answer", [None, "missing"])
def test_that_a_copy_that_is_not_kept_is_no_harm(asked, tmp_path, answer):
    folder = tmp_path / answer if answer else None
    asked.monkeypatch.setattr("resilience_desktop.ui.files.ask_for_folder", lambda *_: folder)
    asked.press("delete_everything.save_backup")
    said = asked.find("delete_everything.saved")
    assert ("could not be saved there" in said.text()) if answer else said is None


def test_that_everything_can_be_saved_as_a_file_first(asked):
    asked.press("delete_everything.save_file")
    box = asked.find("export")
    assert box is not None
    box.reject()


def test_that_what_could_not_be_deleted_can_be_tried_again(asked, monkeypatch):
    def refuse(_folder):
        raise OSError

    monkeypatch.setattr("resilience_desktop.storage.deletion.sync_folder", refuse)
    confirm(asked)
    asked.wait_for(lambda: asked.find("delete_everything.problem") is not None)
    assert "Not everything" in asked.see("delete_everything.problem").text()
    monkeypatch.setattr("resilience_desktop.storage.deletion.sync_folder", sync_folder)
    asked.press("delete_everything.go")
    asked.wait_for(lambda: asked.find("first_run") is not None)
    assert not asked.places.journal.exists()


def test_that_a_journal_that_could_not_be_deleted_is_still_there(asked, monkeypatch):
    def refuse(*_args, **_more):
        raise NotWrittenError("Nothing has been deleted.")

    monkeypatch.setattr("resilience_desktop.storage.deletion.delete_files", refuse)
    confirm(asked)
    asked.wait_for(lambda: asked.find("delete_everything.problem") is not None)
    asked.press("delete_everything.cancel")
    asked.wait_for(lambda: asked.find("journal.note") is not None)
    assert asked.read(lambda journal: len(journal.contents().entries)) == 1


def test_that_the_dialog_cannot_be_closed_while_it_deletes(asked):
    dialog = asked.see("delete_everything")
    asked.write("delete_everything.words", "delete my journal")
    asked.qtbot.mouseClick(asked.see("delete_everything.go"), Qt.MouseButton.LeftButton)
    dialog.reject()
    assert dialog.isVisible()
    asked.wait_for(lambda: asked.find("first_run") is not None)
