"""The commands about backups, as typed."""

import dataclasses
import shutil

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.services.backups import overview
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.storage.migrations import FORMAT
from tests.test_cli import (
    PASSPHRASE,
    Keyboard,
    contents_of,
    fill,
    locked,
    made,
    no_keyboard,
    run,
    secret,
    written,
)

__all__ = ["locked", "made", "no_keyboard", "run", "secret"]  # fixtures

OTHER = "Rotkehlchen im Regen"


@pytest.fixture
def contents(noon):
    entries = (Entry(at=noon, note="first"), Entry(at=noon, note="second"))
    return Contents(entries, (ThoughtRecord(at=noon, situation="Meeting"),))


@pytest.fixture
def filled(made, contents):
    """The commands, with a journal that has a backup and then one entry more."""
    fill(made.folder, contents)
    assert made("backup").code == 0
    fill(made.folder, Contents((dataclasses.replace(contents.entries[0], id="more"),)))
    return made


@pytest.fixture
def hidden(locked, secret, contents):
    """The same behind a passphrase."""
    journal = Journal.open(locked.folder, PASSPHRASE)
    journal.add(contents)
    journal.back_up()
    journal.add(Contents((dataclasses.replace(contents.entries[0], id="more"),)))
    journal.close()
    return locked


def number_of_entries(folder, passphrase=None):
    journal = Journal.open(folder, passphrase)
    found = len(journal.contents().entries)
    journal.close()
    return found


def damage(path, place=6000):
    data = path.read_bytes()
    path.write_bytes(data[:place] + b"\0\0" + data[place + 2 :])


def paths(folder):
    return [backup.path for backup in overview(folder).backups]


# backup


def test_that_a_backup_is_made_and_told(made, contents):
    fill(made.folder, contents)
    answer = made("backup")
    assert answer.code == 0
    (path,) = paths(made.folder)
    assert answer.lines == [f"Backup made: {path}", "2 entries, 1 thought record"]
    assert made("backup").lines[0] == f"Nothing has changed since the newest backup: {path}"


def test_that_making_one_answers_programs_too(made, contents):
    fill(made.folder, contents)
    code, found = made.json("backup")
    assert code == 0
    assert (found["ok"], found["new"], found["remark"]) == (True, True, "")
    assert (found["number"], found["reason"], found["entries"]) == (1, "manual", 2)
    assert found["file"] == str(paths(made.folder)[0])


def test_that_backups_are_listed_newest_first_without_opening_the_journal(filled):
    for _ in range(2):
        journal = Journal.open(filled.folder)
        journal.bin.put("more")
        journal.bin.take_out("more")
        journal.close()
        assert filled("backup").code == 0
    paths(filled.folder)[1].write_bytes(b"damaged")
    (filled.folder / "journal.db").unlink()
    answer = filled("backup", "--list")
    assert answer.code == 0
    assert answer.lines[0].startswith("3  ")
    assert "manual  3 entries, 1 thought record  " in answer.lines[0]
    assert answer.lines[1].endswith("cannot be read")
    code, found = filled.json("backup", "--list")
    assert code == 0
    assert [one["number"] for one in found["backups"]] == [3, 2, 1]
    assert found["backups"][1]["made"] is None


def test_that_an_empty_list_is_said_to_be_empty(made):
    assert made("backup", "--list").lines == ["There is no backup yet."]


def test_that_the_newest_backup_can_be_tried_out(filled):
    answer = filled("backup", "--try")
    assert answer.code == 0
    assert answer.lines[0] == "The newest backup opens, and everything in it can be read."
    assert filled.json("backup", "--try")[1]["number"] == 1
    assert "A backup was last tried out on" in filled("backup", "--list").lines[-1]


def test_that_there_has_to_be_one_to_try(made):
    assert made("backup", "--try").code == 4


def test_that_a_second_folder_gets_every_new_backup(filled, tmp_path):
    stick = tmp_path / "stick"
    answer = filled("backup", "--second-folder", stick)
    assert answer.code == 0
    assert answer.lines == [
        f"New backups also go to {stick}",
        "The second folder for backups is not there now.",
    ]
    assert filled("backup", "--list").lines[-1] == "The second folder is not there now."
    stick.mkdir()
    assert filled.json("backup")[1]["remark"] == ""
    assert len(list(stick.rglob("*.rjb"))) == 1
    assert filled.json("backup", "--list")[1]["second_folder"] == str(stick)
    assert filled("backup", "--list").lines[-1] == f"Second folder: {stick}"
    assert filled("backup", "--no-second-folder").code == 0
    assert filled.json("backup", "--list")[1]["second_folder"] is None


def test_that_a_backup_asks_for_the_passphrase(locked, secret):
    assert locked("backup").code == 3
    assert locked("backup", options=("--passphrase-file", str(secret))).code == 0


# restore


@pytest.mark.parametrize("name", ["1", "000001"])
def test_that_a_journal_goes_back_to_a_backup(filled, name):
    answer = filled("restore", name)
    assert answer.code == 0
    assert answer.lines == [
        "The journal is now what the backup holds.",
        "2 entries, 1 thought record",
        "As it was before, it is backup 2.",
    ]
    assert number_of_entries(filled.folder) == 2
    assert filled("restore", "2").code == 0
    assert number_of_entries(filled.folder) == 3


def test_that_restoring_answers_programs_too(filled):
    code, found = filled.json("restore", "newest")
    assert code == 0
    assert (found["entries"], found["before"], found["set_aside"]) == (2, 2, None)


def test_that_a_backup_can_be_named_by_its_file(filled, tmp_path):
    away = tmp_path / "copy.rjb"
    shutil.copyfile(paths(filled.folder)[-1], away)
    shutil.rmtree(filled.folder)
    answer = filled("restore", away)
    assert answer.code == 0
    assert answer.lines[-1] == "It has no passphrase, as when the backup was made."
    assert number_of_entries(filled.folder) == 2


def test_that_a_folder_of_backups_stands_for_the_newest_in_it(filled, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    assert filled("backup", "--second-folder", str(second)).code == 0
    assert filled("restore", str(second)).code == 0
    assert number_of_entries(filled.folder) == 2


@pytest.mark.parametrize("name", ["99", "nothing.rjb"])
def test_that_a_backup_that_is_not_there_is_not_understood(filled, name):
    before = filled.files()
    answer = filled("restore", name)
    assert answer.code == 5
    assert "no such backup" in answer.err
    assert filled.files() == before


def test_that_there_is_no_newest_of_none(made):
    assert made("restore", "newest").code == 5


def test_that_a_preview_changes_nothing(filled):
    before = filled.files()
    answer = filled("restore", "1", "--preview")
    assert answer.code == 0
    assert answer.lines == [
        "2 entries, 1 thought record",
        "In the bin: 0",
        "From 19 November 2026 to 19 November 2026",
    ]
    assert filled.json("restore", "1", "--preview") == (
        0,
        {
            "ok": True,
            "entries": 2,
            "thought_records": 1,
            "in_bin": 0,
            "first": "2026-11-19",
            "last": "2026-11-19",
        },
    )
    assert filled.files() == before


def test_that_a_preview_of_an_empty_journal_has_no_days(made):
    made("backup")
    assert made.json("restore", "1", "--preview")[1]["first"] is None


def test_that_a_damaged_backup_is_refused(filled):
    damage(paths(filled.folder)[-1])
    assert filled("restore", "1").code == 4
    assert number_of_entries(filled.folder) == 3


def test_that_a_damaged_journal_is_told_to_be_set_aside(filled):
    damage(filled.folder / "journal.db")
    answer = filled("restore", "newest")
    assert answer.code == 0
    assert "could not be opened. It is kept in" in answer.lines[-1]
    assert number_of_entries(filled.folder) == 2


def test_that_an_empty_file_gives_way_to_a_backup(filled):
    (filled.folder / "journal.db").write_bytes(b"")
    assert filled("verify").code == 4
    assert filled("restore", "newest").code == 0
    assert number_of_entries(filled.folder) == 2


def test_that_a_restore_asks_for_the_passphrase(hidden, secret, monkeypatch):
    before = hidden.files()
    for words in (("1",), ("1", "--preview")):
        assert hidden("restore", *words).code == 3
    assert hidden.files() == before
    options = ("--passphrase-file", str(secret))
    assert hidden("restore", "1", options=options).code == 0
    assert number_of_entries(hidden.folder, PASSPHRASE) == 2
    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr("getpass.getpass", lambda _prompt: PASSPHRASE)
    assert hidden("restore", "2").code == 0
    assert number_of_entries(hidden.folder, PASSPHRASE) == 3


def test_that_the_passphrase_of_a_backup_is_asked_for_when_the_journal_has_none(
    hidden, tmp_path, monkeypatch
):
    other = tmp_path / "other"
    Journal.create(other, None)[0].close()
    path = str(paths(hidden.folder)[-1])
    here = ("--journal", str(other))
    assert hidden("restore", path, journal=False, options=here).code == 3
    monkeypatch.setattr("sys.stdin", Keyboard())
    asked = []
    monkeypatch.setattr("getpass.getpass", lambda prompt: asked.append(prompt) or PASSPHRASE)
    assert hidden("restore", path, journal=False, options=here).code == 0
    assert asked == ["Passphrase of the backup: "]
    assert number_of_entries(other, PASSPHRASE) == 2


def test_that_a_wrong_passphrase_is_not_asked_for_again(hidden, tmp_path):
    wrong = written(tmp_path, "wrong.txt", "something else\n")
    assert hidden("restore", "1", options=("--passphrase-file", str(wrong))).code == 3
    assert number_of_entries(hidden.folder, PASSPHRASE) == 3


def test_that_the_recovery_code_opens_a_backup(folder, run, tmp_path, contents):
    journal, groups = Journal.create(folder, PASSPHRASE)
    journal.add(contents)
    journal.back_up()
    journal.close()
    code = written(tmp_path, "code.txt", "-".join(groups))
    path = paths(folder)[0]
    shutil.copyfile(path, tmp_path / "copy.rjb")
    shutil.rmtree(folder)
    answer = run("restore", tmp_path / "copy.rjb", "--code-file", code)
    assert answer.code == 0
    assert Journal.door(folder) is Door.PASSPHRASE
    assert run("restore", tmp_path / "copy.rjb", "--code-file", tmp_path / "none").code == 5


def test_that_a_newer_journal_is_left_alone(filled):
    journal = Journal.open(filled.folder)
    journal.file.execute(f"PRAGMA user_version = {FORMAT + 1}")
    journal.close()
    assert filled("restore", "1").code == 4


# salvage


def test_that_what_can_be_read_is_saved_and_told(filled):
    path = filled.folder / "journal.db"
    damage(path, 3000)
    assert filled("verify").code == 4
    answer = filled("salvage")
    assert answer.code == 0
    assert answer.lines[0] == "Saved: 3 entries, 1 thought record"
    assert answer.lines[4].startswith("The damaged journal is kept in ")
    assert filled("verify").code == 0
    damage(path, 3000)
    code, found = filled.json("salvage")
    assert code == 0
    assert (found["entries"], found["damaged_pages"], found["lost"]) == (3, 1, 0)


def test_that_a_sound_journal_needs_no_saving(filled):
    before = contents_of(filled.folder)
    assert filled("salvage").code == 5
    assert contents_of(filled.folder) == before


def test_that_saving_asks_for_the_passphrase(hidden, secret):
    damage(hidden.folder / "journal.db", 3000)
    assert hidden("salvage").code == 3
    assert hidden("salvage", options=("--passphrase-file", str(secret))).code == 0


# verify --full


def test_that_every_backup_is_checked_too(filled):
    assert filled("backup").code == 0
    answer = filled("verify", "--full")
    assert answer.code == 0
    names = [path.name for path in paths(filled.folder)]
    assert answer.lines[0] == "The journal is sound."
    assert answer.lines[-2:] == [
        f"{name}  sound: it opens, and everything in it can be read" for name in names
    ]
    code, found = filled.json("verify", "--full")
    assert code == 0
    assert [one["finding"] for one in found["backups"]] == ["sound", "sound"]
    assert "backups" not in filled.json("verify")[1]


def test_that_a_damaged_backup_is_named(filled):
    assert filled("backup").code == 0
    path = paths(filled.folder)[1]
    damage(path)
    answer = filled("verify", "--full")
    assert answer.code == 4
    assert f"of 2 backups these are damaged: {path.name}" in answer.err
    assert filled("verify").code == 0


def test_that_a_damaged_copy_in_the_second_folder_is_named(filled, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    assert filled("backup", "--second-folder", str(second)).code == 0
    (copy,) = second.rglob("*.rjb")
    answer = filled("verify", "--full")
    assert answer.lines[-1].startswith(f"{copy.name} in the second folder  sound")
    copy.write_bytes(b"damaged")
    answer = filled("verify", "--full")
    assert answer.code == 4
    assert f"{copy.name} in the second folder" in answer.err


def test_that_a_backup_restored_says_so_when_the_second_folder_is_away(filled, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    assert filled("backup", "--second-folder", str(second)).code == 0
    second.rename(tmp_path / "away")
    answer = filled("restore", "newest")
    assert answer.code == 0
    assert "The second folder for backups is not there now." in answer.lines


def test_that_a_damaged_start_of_the_journal_is_saved_with_its_passphrase(hidden, secret):
    path = hidden.folder / "journal.db"
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    options = ("--passphrase-file", str(secret))
    answer = hidden("verify", options=options)
    assert answer.code == 4
    assert "damaged" in answer.err
    assert hidden("salvage", options=options).code == 0
    assert number_of_entries(hidden.folder, PASSPHRASE) == 3


def test_that_backups_of_an_earlier_key_are_told_apart(hidden, secret, tmp_path, monkeypatch):
    options = ("--passphrase-file", str(secret))
    assert hidden("passphrase", "new-key", options=options).code == 0
    assert "not damaged" not in hidden("verify", "--full", options=options).out
    new = written(tmp_path, "new.txt", OTHER)
    change = ("passphrase", "change", "--new-passphrase-file", new)
    assert hidden(*change, options=options).code == 0
    answer = hidden("verify", "--full", options=("--passphrase-file", str(new)))
    assert answer.code == 0
    assert "not damaged, but it opens with another passphrase" in answer.out


def test_that_a_backup_there_is_no_room_to_open_is_told(filled, monkeypatch):
    def full(*_args):
        raise OSError

    monkeypatch.setattr("resilience_desktop.storage.restoring.take_out", full)
    answer = filled("verify", "--full")
    assert answer.code == 0
    assert "there is no room to open it" in answer.out


# export


def test_that_an_export_says_that_earlier_versions_stay_behind(filled, tmp_path, contents):
    assert "Earlier versions" not in filled("export", "--to", tmp_path / "a.json").out
    journal = Journal.open(filled.folder)
    journal.keep_entry(dataclasses.replace(contents.entries[0], note="changed"))
    journal.close()
    answer = filled("export", "--to", tmp_path / "b.json")
    assert answer.lines[-1] == "Earlier versions are not in it."
