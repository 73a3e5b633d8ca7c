"""What somebody does at the door of a journal that is damaged, missing, or opens another way."""

from __future__ import annotations

import shutil
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPlainTextEdit

from resilience_desktop import app, cli
from resilience_desktop.errors import WrongPassphraseError
from resilience_desktop.i18n import day
from resilience_desktop.services import backups, keys
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.storage import connection, session_keyring
from resilience_desktop.ui.single_instance import SingleInstance

from .samples import entry, record

WORDS = "quiet river stone lamp"
OTHER = "harbour violin pebble autumn spoon"
PAGE = 4096


class Folder:
    """A journal's folder with a backup of one entry and one thought record, and an entry since."""

    def __init__(self, places, passphrase=WORDS):
        self.path = places.journal
        journal, self.groups = Journal.create(self.path, passphrase)
        journal.add(Contents((entry("Rain " * 40),), (record(),)))
        journal.back_up()
        for number in range(60):
            journal.keep_entry(entry(f"Sun {number} " * 30))
        journal.close()

    @property
    def file(self):
        return self.path / "journal.db"

    @property
    def code(self):
        return "-".join(self.groups)

    def spoil(self, start=3 * PAGE + 100, content=bytes(64)):
        whole = self.file.read_bytes()
        self.file.write_bytes(whole[:start] + content + whole[start + len(content) :])
        return self.file.read_bytes()

    def files(self):
        return {p: p.read_bytes() for p in self.path.rglob("*") if p.is_file()}

    def set_aside(self):
        (path,) = (self.path / "quarantine").rglob("journal.db")
        return path.read_bytes()


@pytest.fixture
def kept(places):
    return Folder(places)


def unlock(person, words=WORDS):
    person.write("unlock.passphrase", words)
    person.press("unlock.open")
    return person


def unlock_with_code(person, code):
    if person.find("unlock.switch"):
        person.press("unlock.switch")
    person.write("unlock.code", code)
    person.press("unlock.open")
    return person


def notes(person):
    return {one.note.split()[0] for one in person.read(lambda journal: journal.contents().entries)}


def number_of_entries(person):
    return len(person.read(lambda journal: journal.contents().entries))


def opens_with(person, words):
    person.quit()
    Journal.open(person.places.journal, words).close()


def everything_typed():
    fields = (QLineEdit, QPlainTextEdit, QLabel)
    widgets = [w for w in QApplication.allWidgets() if isinstance(w, fields)]
    texts = [w.toPlainText() if isinstance(w, QPlainTextEdit) else w.text() for w in widgets]
    for field in widgets:
        if isinstance(field, QLineEdit) and field.isUndoAvailable():
            field.undo()
            texts.append(field.text())
    return texts


# After the recovery code


def test_that_whoever_used_the_code_chooses_a_new_passphrase_before_the_pages(kept, home_of):
    person = unlock_with_code(home_of(), kept.code)
    assert not person.find("journal")
    person.write("new_passphrase.new", OTHER)
    person.write("new_passphrase.again", OTHER)
    person.press("new_passphrase.keep")
    person.see("journal")
    opens_with(person, OTHER)
    with pytest.raises(WrongPassphraseError):
        Journal.open(kept.path, WORDS)


def test_that_the_code_that_was_typed_stays_in_no_field(kept, home_of):
    person = unlock_with_code(home_of(), kept.code)
    assert not any(kept.code in words for words in everything_typed())
    person.press("new_passphrase.not_now")
    assert not any(kept.code in words for words in everything_typed())


def test_that_not_now_leaves_the_passphrase_as_it_was(kept, home_of):
    person = unlock_with_code(home_of(), kept.code)
    person.press("new_passphrase.not_now")
    assert notes(person) == {"Rain", "Sun"}
    opens_with(person, WORDS)


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [("short", "short", "at least 10"), (OTHER, WORDS, "not the same")],
)
def test_that_the_new_passphrase_is_not_chosen_by_mistake(kept, home_of, new, again, said):
    person = unlock_with_code(home_of(), kept.code)
    person.write("new_passphrase.new", new)
    person.write("new_passphrase.again", again)
    person.press("new_passphrase.keep")
    assert said in person.see("new_passphrase.problem").text()
    assert person.see("new_passphrase.new").text() == new
    opens_with(person, WORDS)


def test_that_five_words_are_suggested_there_too(kept, home_of):
    person = unlock_with_code(home_of(), kept.code)
    person.press("new_passphrase.suggest")
    words = person.see("new_passphrase.new").text()
    assert len(words.split()) == 5
    assert person.see("new_passphrase.strength").text() == "Strong"
    person.write("new_passphrase.again", words)
    person.press("new_passphrase.keep")
    opens_with(person, words)


def test_that_a_new_passphrase_that_cannot_be_saved_is_said_there(kept, home_of, monkeypatch):
    person = unlock_with_code(home_of(), kept.code)

    def full(*_args, **_more):
        raise OSError

    monkeypatch.setattr("resilience_desktop.storage.key_file.replace_file", full)
    person.write("new_passphrase.new", OTHER)
    person.write("new_passphrase.again", OTHER)
    person.press("new_passphrase.keep")
    assert "could not be saved" in person.see("new_passphrase.problem").text()
    monkeypatch.undo()
    opens_with(person, WORDS)


def test_that_a_missing_key_file_is_made_anew_after_the_code(kept, home_of):
    shutil.rmtree(kept.path / "backups")
    (kept.path / "journal.keys").unlink()
    person = unlock_with_code(home_of(), kept.code)
    person.write("new_passphrase.new", OTHER)
    person.write("new_passphrase.again", OTHER)
    person.press("new_passphrase.keep")
    opens_with(person, OTHER)


# A damaged journal


@pytest.fixture
def damaged(kept, home_of):
    """Somebody whose passphrase was right, in front of a journal that is damaged."""
    kept.before = kept.spoil()
    return unlock(home_of())


def test_that_a_damaged_journal_offers_what_can_be_done_and_changes_nothing(kept, damaged):
    assert damaged.see("shut.title").text() == "The journal is damaged"
    assert "1 entry, 1 thought record" in damaged.see("shut.newest").text()
    for way in ("shut.backups", "shut.salvage", "shut.other", "shut.again"):
        assert damaged.see(way).isEnabled()
    assert kept.file.read_bytes() == kept.before
    assert not (kept.path / "quarantine").exists()
    assert WORDS not in everything_typed()


def test_that_words_typed_before_damage_is_found_can_be_copied_first(kept, home_of, monkeypatch):
    look = connection.JournalFile.check
    waits = threading.Event()

    def late(file):
        waits.wait(20)
        look(file)

    monkeypatch.setattr(connection.JournalFile, "check", late)
    kept.before = kept.spoil(start=len(kept.file.read_bytes()) // PAGE // 2 * PAGE + 100)
    person = home_of()
    person.write("unlock.passphrase", WORDS)
    person.qtbot.keyClick(person.see("unlock.passphrase"), Qt.Key.Key_Return)
    person.wait_for(lambda: person.find("journal.note") is not None)
    person.write("journal.note", "Snow")
    waits.set()
    person.wait()
    assert person.find("unsaved") is not None
    person.press("unsaved.close")
    assert person.see("shut.title").text() == "The journal is damaged"
    assert kept.file.read_bytes() == kept.before


def test_that_no_backup_is_offered_where_there_is_none(kept, home_of):
    shutil.rmtree(kept.path / "backups")
    kept.spoil()
    person = unlock(home_of())
    assert "none" in person.see("shut.newest").text()
    assert not person.find("shut.backups")
    assert person.see("shut.salvage").isEnabled()


def test_that_backups_that_cannot_be_read_are_said_to_be_so(kept, home_of):
    for path in (kept.path / "backups").glob("*.rjb"):
        path.write_bytes(b"damaged")
    kept.spoil()
    assert "None of those" in unlock(home_of()).see("shut.newest").text()


def test_that_a_journal_that_is_open_elsewhere_can_be_tried_again(places, home_of):
    folder = Folder(places, None)
    journal = Journal.open(folder.path)
    person = home_of()
    assert "another window" in person.see("shut.why").text()
    assert not person.find("shut.backups")
    assert not person.find("shut.salvage")
    journal.close()
    person.press("shut.again")
    person.see("journal")


def test_that_it_can_be_tried_again(kept, damaged):
    damaged.press("shut.again")
    unlock(damaged)
    damaged.see("shut")


def choose_backup(person, button="shut.backups"):
    person.press(button)
    person.wait_for(lambda: person.see("backups.list", QListWidget).count() > 0)
    person.press("backups.look")


def test_that_a_look_into_a_backup_at_the_door_changes_nothing(kept, damaged):
    before = kept.files()
    choose_backup(damaged)
    assert "1 entry and 1 thought record" in damaged.see("restore.holds").text()
    assert "kept" in damaged.see("restore.before").text()
    damaged.press("restore.cancel")
    damaged.press("backups.close")
    damaged.see("shut")
    assert kept.files() == before


def test_that_somebody_goes_back_to_a_backup_and_the_damaged_journal_is_kept(kept, damaged):
    choose_backup(damaged)
    damaged.press("restore.go")
    assert "1 entry, 1 thought record" in damaged.see("outcome.sentence").text()
    assert "kept unchanged in" in damaged.see("outcome.remarks").text()
    assert kept.set_aside() == kept.before
    damaged.press("outcome.open")
    damaged.see("journal")
    assert notes(damaged) == {"Rain"}
    opens_with(damaged, WORDS)


def test_that_what_can_be_read_is_saved_and_the_damaged_journal_is_kept(kept, damaged):
    damaged.press("shut.salvage")
    said = damaged.see("outcome.remarks").text()
    assert "missing" in said
    assert f"kept unchanged in\n{kept.path / 'quarantine'}" in said
    assert kept.set_aside() == kept.before
    sentence = damaged.see("outcome.sentence").text()
    damaged.press("outcome.open")
    damaged.see("journal")
    saved = number_of_entries(damaged)
    assert saved > 20
    assert sentence.startswith(f"Saved: {saved} entries")
    opens_with(damaged, WORDS)


def test_that_a_journal_with_nothing_left_is_said_so_and_left(kept, home_of):
    size = kept.file.stat().st_size
    kept.file.write_bytes(kept.file.read_bytes()[:16] + bytes(size - 16))
    before = kept.file.read_bytes()
    person = unlock(home_of())
    person.press("shut.salvage")
    assert "Nothing of this journal can be read" in person.see("shut.said").text()
    assert kept.file.read_bytes() == before


def test_that_saving_can_be_stopped(kept, damaged, monkeypatch):
    going, stopped = threading.Event(), threading.Event()

    def slow(_folder, _passphrase, _code, progress):
        going.set()
        while not progress.cancelled:
            stopped.wait(0.01)
        progress.check()

    monkeypatch.setattr(backups, "salvage", slow)
    damaged.see("shut.salvage").click()
    damaged.wait_for(going.is_set)
    assert "take a while" in damaged.see("wait.hint").text()
    damaged.wait_for(lambda: damaged.find("wait.progress.stop") is not None)
    damaged.press("wait.progress.stop")
    damaged.see("shut")
    assert not damaged.find("shut.said")
    assert kept.file.read_bytes() == kept.before


def test_that_a_mistake_of_ours_while_saving_opens_its_dialog(kept, damaged, monkeypatch):
    def broken(*_args):
        raise ValueError

    monkeypatch.setattr(backups, "salvage", broken)
    damaged.press("shut.salvage")
    damaged.wait_for(lambda: damaged.find("bug") is not None)
    damaged.see("shut")


def test_that_another_folder_can_be_chosen(kept, damaged, tmp_path, monkeypatch):
    monkeypatch.setattr("resilience_desktop.ui.files.ask_for_folder", lambda *_: tmp_path / "new")
    damaged.press("shut.other")
    damaged.see("first_run.passphrase")
    assert kept.file.read_bytes() == kept.before


def test_that_a_journal_without_passphrase_that_is_damaged_needs_none_to_be_saved(places, home_of):
    folder = Folder(places, None)
    folder.spoil()
    person = home_of()
    person.press("shut.salvage")
    person.press("outcome.open")
    assert number_of_entries(person) > 20


def test_that_what_opens_it_is_asked_for_where_it_was_not_typed_yet(kept, home_of):
    before = kept.spoil(0, b"SQLite format 3\0")  # as if it were another program's
    person = home_of()
    person.press("shut.salvage")
    assert person.see("unlock.open").text() == "Save what is left"
    unlock(person, "not this one at all")
    assert "did not open" in person.see("unlock.remark").text()
    unlock_with_code(person, kept.code)
    assert kept.set_aside() == before
    person.press("outcome.open")
    person.press("new_passphrase.not_now")
    assert number_of_entries(person) == 61


def test_that_a_backup_asks_for_what_opens_it_where_nothing_was_typed_yet(kept, home_of):
    kept.file.write_bytes(b"")
    person = home_of()
    choose_backup(person)
    person.press("restore.other_way")
    person.write("restore.passphrase", kept.code[:-1])
    person.press("restore.go")
    assert "seven groups" in person.see("restore.problem").text()
    person.press("restore.other_way")
    person.write("restore.passphrase", WORDS)
    person.press("restore.go")
    assert "1 entry" in person.see("restore.holds").text()
    person.press("restore.go")
    person.press("outcome.open")
    person.see("journal")
    opens_with(person, WORDS)


def test_that_only_the_code_is_asked_for_where_no_key_file_is_left(places, kept, home_of):
    journal = Journal.open(kept.path, WORDS)
    shutil.rmtree(kept.path / "backups")
    (kept.path / "journal.keys").unlink()
    journal.back_up()
    journal.close()
    kept.file.unlink()
    person = home_of()
    choose_backup(person)
    assert "recovery code" in person.see("restore.problem").text()
    assert not person.find("restore.other_way")
    person.write("restore.passphrase", kept.code)
    person.press("restore.go")
    person.press("restore.go")
    person.press("outcome.open")
    person.press("new_passphrase.not_now")
    assert number_of_entries(person) == 61


# The first sixteen bytes


def test_that_a_damaged_start_is_called_a_damaged_journal_and_all_can_be_saved(kept, home_of):
    before = kept.spoil(0, bytes(16))
    person = unlock(home_of())
    assert person.see("shut.title").text() == "The journal is damaged"
    person.press("shut.salvage")
    assert kept.set_aside() == before
    person.press("outcome.open")
    assert number_of_entries(person) == 61
    opens_with(person, WORDS)


def test_that_a_wrong_passphrase_is_not_blamed_on_the_damage_alone(kept, home_of):
    kept.spoil(0, bytes(16))
    person = unlock(home_of(), "not this one at all")
    assert "That passphrase did not open" in person.see("unlock.remark").text()


# A missing journal


def test_that_a_missing_journal_is_not_taken_for_a_first_start(kept, home_of):
    kept.file.unlink()
    person = home_of()
    assert person.see("shut.title").text() == "The journal is not there"
    assert not person.find("shut.salvage")
    choose_backup(person)
    person.write("restore.passphrase", WORDS)
    person.press("restore.go")
    person.press("restore.go")
    assert not person.find("outcome.remarks")
    person.press("outcome.open")
    assert notes(person) == {"Rain"}


# Backups without a journal: a second folder


@pytest.fixture
def stick(kept, tmp_path):
    """A second folder with a backup, and no journal on this computer any more."""
    second = tmp_path / "stick"
    second.mkdir()
    backups.use_second_folder(kept.path, second)
    shutil.rmtree(kept.path)
    return second


@pytest.fixture
def found(stick, home_of):
    """Somebody who looks for the journal in the second folder."""
    person = home_of()
    choose_folder(person, stick)
    person.press("first_run.other")
    return person


def choose_folder(person, folder):
    person.monkeypatch.setattr("resilience_desktop.ui.files.ask_for_folder", lambda *_: folder)


def go_back_to_the_only_one(person):
    person.wait_for(lambda: person.see("backups.list", QListWidget).count() > 0)
    person.press("backups.look")
    person.write("restore.passphrase", WORDS)
    person.press("restore.go")
    person.press("restore.go")
    person.press("outcome.open")
    assert notes(person) == {"Rain"}


def files_in(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*"))


def test_that_backups_in_a_second_folder_are_no_first_start(kept, stick, found):
    before = files_in(stick)
    assert found.see("shut.title").text() == "Here are backups of a journal"
    assert "1 entry, 1 thought record" in found.see("shut.newest").text()
    assert str(kept.path) in found.see("shut.newest").text()
    found.press("shut.backups")
    go_back_to_the_only_one(found)
    assert found.window.folder == kept.path
    assert files_in(stick) == before
    opens_with(found, WORDS)


def test_that_the_journal_can_go_into_a_folder_of_choice(stick, found, tmp_path):
    choose_folder(found, tmp_path / "new")
    found.press("shut.place")
    go_back_to_the_only_one(found)
    found.quit()
    Journal.open(tmp_path / "new", WORDS).close()


def test_that_no_journal_is_made_among_backups_or_over_another(stick, found, tmp_path):
    Journal.create(tmp_path / "other", None)[0].close()
    (inside,) = stick.iterdir()
    for folder in (stick, inside, tmp_path / "other"):
        choose_folder(found, folder)
        found.press("shut.place")
        assert "choose another one" in found.see("shut.said").text()
        assert not found.find("backups")


def test_that_the_folder_in_the_second_folder_is_the_same(stick, home_of):
    person = home_of()
    choose_folder(person, next(stick.iterdir()))
    person.press("first_run.other")
    assert person.see("shut.title").text() == "Here are backups of a journal"


def test_that_a_usual_folder_that_is_taken_is_left_alone(stick, places, home_of):
    Journal.create(places.journal, WORDS)[0].close()
    person = home_of()
    choose_folder(person, stick)
    person.press("unlock.other")
    assert not person.find("shut.backups")
    assert person.see("shut.place").isEnabled()


# A key file that cannot be used


@pytest.mark.parametrize("content", [None, b"{}"])
def test_that_a_backup_lends_its_key_file_to_a_journal_that_is_sound(kept, home_of, content):
    path = kept.path / "journal.keys"
    path.unlink() if content is None else path.write_bytes(content)
    person = home_of()
    assert person.see("unlock.title").text() == "The key file cannot be used"
    newest = backups.overview(kept.path).last_backup
    unlock(person, "not this one at all")
    assert "did not open" in person.see("unlock.remark").text()
    assert day(newest.day) in person.see("unlock.why").text()
    person.see("unlock.passphrase").clear()
    unlock(person)
    assert "just used opens it from now on" in person.see("outcome.sentence").text()
    person.press("outcome.open")
    assert number_of_entries(person) == 61
    opens_with(person, WORDS)


def test_that_a_journal_without_passphrase_opens_with_the_key_file_of_a_backup(places, home_of):
    folder = Folder(places, None)
    (folder.path / "journal.keys").write_bytes(b"{}")
    person = home_of()
    person.see("journal")
    person.quit()
    assert Journal.door(folder.path) is Door.OPEN


def test_that_backups_are_offered_beside_the_code(kept, home_of):
    journal = Journal.open(kept.path, WORDS)
    shutil.rmtree(kept.path / "backups")
    (kept.path / "journal.keys").write_bytes(b"{}")
    journal.back_up()
    journal.close()
    person = home_of()
    assert person.see("unlock.title").text() == "The recovery code is needed"
    choose_backup(person, "unlock.backups")
    assert "recovery code" in person.see("restore.problem").text()


# The keyring of the computer


class Keyring:
    def __init__(self):
        self.kept = {}

    def get_password(self, *names):
        return self.kept.get(names)

    def set_password(self, service, name, password):
        self.kept[service, name] = password

    def delete_password(self, *names):
        del self.kept[names]


@pytest.fixture
def keyring(kept, monkeypatch):
    """The keyring of this computer, which opens the journal."""
    fake = Keyring()
    monkeypatch.setattr(session_keyring, "real_keyring", lambda: fake)
    journal = Journal.open(kept.path, WORDS)
    keys.use_keyring(journal, WORDS)
    journal.close()
    return fake


def test_that_the_keyring_opens_at_the_start_without_a_question(keyring, home_of):
    home_of().see("journal")


def test_that_a_keyring_that_gives_nothing_leads_to_the_passphrase_with_no_fuss(keyring, home_of):
    keyring.kept.clear()
    person = home_of()
    assert person.see("unlock.remark").text() == ""
    unlock(person).see("journal")


def test_that_a_line_says_what_is_waited_for(keyring, home_of, monkeypatch):
    going = threading.Event()
    find = keyring.get_password
    person = home_of()
    person.quit()

    def slow(*names):
        going.wait(20)
        return find(*names)

    monkeypatch.setattr(keyring, "get_password", slow)
    monkeypatch.setattr(type(person), "wait", lambda _self: None)
    person.start()
    monkeypatch.undo()
    person.monkeypatch.setattr(session_keyring, "real_keyring", lambda: keyring)
    assert person.see("wait.title").text() == "Opening ..."
    going.set()
    person.wait()
    person.see("journal")


def test_that_after_a_lock_the_passphrase_is_asked_for(keyring, home_of, monkeypatch):
    person = home_of()
    monkeypatch.setattr(app, "_start_again", lambda _folder: False)
    person.window.lock()
    person.wait()
    unlock(person).see("journal")


def test_that_the_next_process_is_told_that_it_was_locked(tmp_path, monkeypatch):
    started = []

    def start(_program, arguments):
        started.append(arguments)
        return True, 1

    monkeypatch.setattr("PySide6.QtCore.QProcess.startDetached", start)
    assert app._start_again(tmp_path)
    options = cli.parser().parse_args(started[0][2:])
    assert options.locked
    assert "--locked" not in cli.parser().format_help()


@pytest.mark.parametrize("is_locked", [True, False])
def test_that_a_process_after_a_lock_does_not_ask_the_keyring(
    keyring, places, qtbot, monkeypatch, is_locked
):
    seen = []

    def look(parts, start, *, away):
        start()
        qtbot.waitUntil(lambda: not parts.tasks.is_busy, timeout=20_000)
        seen.append(parts.tasks.has_journal)
        parts.window.close()
        parts.tasks.close()
        return 0

    monkeypatch.setattr(app, "_run", look)
    monkeypatch.setattr(SingleInstance, "claim", lambda *_, **__: True)
    options = cli.parser().parse_args(["--locked"] if is_locked else [])
    app._run_journal(places, options)
    assert seen == [not is_locked]
