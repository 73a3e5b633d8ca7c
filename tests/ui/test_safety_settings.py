"""Somebody looks after what opens the journal, and after its backups."""

from __future__ import annotations

import re
import shutil
import sys
from types import ModuleType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services import backups, keys
from resilience_desktop.services.backups import Reason
from resilience_desktop.services.journal import Door, Journal

from .samples import entry, fill

WORDS = "otter kettle maple drift lantern"
OTHER = "harbour violin pebble autumn spoon"


@pytest.fixture
def safety(home):
    """Somebody with an open journal, looking at Settings > Safety."""
    home.window.dialogs.show_settings("safety")
    return home


@pytest.fixture
def locked(places, home_of):
    """The same, with a passphrase."""
    fill(places)
    journal = Journal.open(places.journal)
    keys.set_passphrase(journal, WORDS)
    journal.close()
    person = home_of()
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    person.window.dialogs.show_settings("safety")
    return person


def give(person, **fields):
    for name, words in fields.items():
        person.write(f"passphrase.{name}", words)
    person.press("passphrase.go")


def is_gone(person, name):
    person.wait_for(lambda: person.find(name) is None)
    return True


def door(person):
    return Journal.door(person.places.journal)


def opens_with(person, words):
    person.quit()
    Journal.open(person.places.journal, words).close()


def test_that_a_passphrase_can_be_set_and_its_recovery_sheet_is_shown(safety):
    safety.press("settings.passphrase_set")
    give(safety, new=WORDS, again=WORDS)
    safety.wait_for(lambda: safety.find("recovery_dialog") is not None)
    code = safety.see("recovery_dialog.code").accessibleDescription().replace(", ", "-")
    assert door(safety) is Door.PASSPHRASE
    assert "With your passphrase" in safety.see("settings.door").text()
    opens_with(safety, WORDS)
    Journal.open_with_code(safety.places.journal, code).close()


def test_that_a_new_code_is_announced_before_and_not_closed_by_mistake(safety):
    safety.press("settings.passphrase_set")
    why = [label.text() for label in safety.see("passphrase").findChildren(QLabel)]
    assert any("new recovery code" in words for words in why)
    give(safety, new=WORDS, again=WORDS)
    safety.wait_for(lambda: safety.find("recovery_dialog") is not None)
    safety.key(Qt.Key.Key_Escape)
    assert "tick that it is kept" in safety.see("recovery_dialog.said").text()
    assert safety.read(lambda journal: journal.remembered.sheet_waits())
    safety.tick("recovery_dialog.kept")
    safety.press("recovery_dialog.close")
    assert is_gone(safety, "recovery_dialog")
    assert not safety.read(lambda journal: journal.remembered.sheet_waits())


def test_that_a_new_code_that_is_left_for_later_is_offered_again(safety):
    safety.press("settings.passphrase_set")
    give(safety, new=WORDS, again=WORDS)
    safety.wait_for(lambda: safety.find("recovery_dialog") is not None)
    safety.press("recovery_dialog.later")
    assert is_gone(safety, "recovery_dialog")
    assert safety.read(lambda journal: journal.remembered.sheet_waits())


def test_that_a_backup_of_the_same_key_keeps_the_passphrase_of_now(locked):
    locked.read(lambda journal: journal.back_up())
    locked.read(lambda journal: keys.change_passphrase(journal, WORDS, OTHER))
    listed(locked)
    locked.see("backups.list", QListWidget).setCurrentRow(1)
    locked.press("backups.look")
    assert "the passphrase it has now" in locked.see("restore.opens").text()
    locked.press("restore.go")
    locked.wait_for(lambda: locked.find("settings") is None)
    assert not locked.find("remarks")
    opens_with(locked, OTHER)


def test_that_large_text_leaves_every_field_of_a_new_passphrase_in_sight(locked):
    locked.window.resize(1280, 800)
    locked.parts.look.set_text_size(150)
    locked.wait()
    locked.press("settings.passphrase_change")
    pane = locked.see("passphrase.scroll")
    last = locked.see("passphrase.again")
    assert pane.rect().contains(last.mapTo(pane, last.rect().bottomLeft()))


def test_that_five_words_can_be_taken(safety):
    safety.press("settings.passphrase_set")
    safety.press("passphrase.suggest")
    words = safety.see("passphrase.new").text()
    assert len(words.split()) == 5
    assert safety.see("passphrase.strength").text() == "Strong"
    give(safety, again=words)
    safety.wait_for(lambda: door(safety) is Door.PASSPHRASE)
    opens_with(safety, words)


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        ("short", "short", "at least 10"),
        (WORDS, OTHER, "not the same"),
        (WORDS, "", "not the same"),
    ],
)
def test_that_a_passphrase_is_not_set_by_mistake(safety, new, again, said):
    safety.press("settings.passphrase_set")
    give(safety, new=new, again=again)
    assert said in safety.see("passphrase.problem").text()
    assert safety.see("passphrase.new").text() == new
    assert door(safety) is Door.OPEN


def test_that_a_passphrase_can_be_changed(locked):
    locked.press("settings.passphrase_change")
    give(locked, old=WORDS, new=OTHER, again=OTHER)
    assert is_gone(locked, "passphrase")
    assert "changed" in locked.see("settings.passphrase_said").text()
    opens_with(locked, OTHER)


def test_that_a_wrong_passphrase_is_said_there_and_everything_typed_stays(locked):
    locked.press("settings.passphrase_change")
    give(locked, old="not this one", new=OTHER, again=OTHER)
    locked.wait_for(lambda: locked.find("passphrase.problem") is not None)
    assert [locked.see(f"passphrase.{field}").text() for field in ("old", "new", "again")] == [
        "not this one",
        OTHER,
        OTHER,
    ]
    assert locked.see("passphrase.old").hasFocus()
    opens_with(locked, WORDS)


def test_that_the_recovery_code_helps_when_the_passphrase_is_forgotten(locked):
    code = "-".join(locked.read(lambda journal: keys.recovery_groups(journal, WORDS)))
    locked.press("settings.passphrase_change")
    locked.press("passphrase.other_way")
    give(locked, old=code.lower(), new=OTHER, again=OTHER)
    assert is_gone(locked, "passphrase")
    opens_with(locked, OTHER)


def test_that_a_missing_key_file_is_made_anew_with_the_code(locked):
    code = "-".join(locked.read(lambda journal: keys.recovery_groups(journal, WORDS)))
    locked.quit()
    (locked.places.journal / "journal.keys").unlink()
    shutil.rmtree(locked.places.journal / "backups")
    locked.start()
    locked.write("unlock.code", code)
    locked.press("unlock.open")
    locked.window.dialogs.show_settings("safety")
    locked.press("settings.passphrase_change")
    give(locked, old=code, new=OTHER, again=OTHER)
    assert is_gone(locked, "passphrase")
    opens_with(locked, OTHER)


def test_that_a_passphrase_can_be_removed(locked):
    locked.press("settings.passphrase_remove")
    give(locked, old=WORDS)
    assert is_gone(locked, "passphrase")
    assert door(locked) is Door.OPEN
    assert locked.find("settings.passphrase_set")
    assert not locked.find("settings.passphrase_remove")


def test_that_nothing_is_removed_without_the_passphrase(locked):
    locked.press("settings.passphrase_remove")
    give(locked)
    assert "empty" in locked.see("passphrase.problem").text()
    locked.press("passphrase.cancel")
    assert door(locked) is Door.PASSPHRASE


def test_that_a_new_key_comes_with_a_new_code(locked):
    before = locked.read(lambda journal: keys.recovery_groups(journal, WORDS))
    locked.press("settings.new_key")
    give(locked, old=WORDS)
    locked.wait_for(lambda: locked.find("recovery_dialog") is not None)
    shown = locked.see("recovery_dialog.code").accessibleDescription()
    after = locked.read(lambda journal: keys.recovery_groups(journal, WORDS))
    assert shown == ", ".join(after) != ", ".join(before)
    opens_with(locked, WORDS)


def test_that_the_recovery_sheet_asks_for_the_passphrase_and_can_be_saved(locked, tmp_path):
    path = locked.save_to(tmp_path / "sheet.pdf")
    locked.press("settings.recovery_sheet")
    give(locked, old="not this one")
    assert not locked.find("recovery_dialog")
    locked.see("passphrase.old").clear()
    give(locked, old=WORDS)
    locked.wait_for(lambda: locked.find("recovery_dialog") is not None)
    locked.press("recovery_dialog.save")
    locked.wait_for(lambda: "Saved" in locked.see("recovery_dialog.said").text())
    assert path.read_bytes().startswith(b"%PDF")


def test_that_the_sheet_of_an_open_journal_is_shown_at_once(safety):
    safety.press("settings.recovery_sheet")
    groups = safety.read(lambda journal: keys.recovery_groups(journal, None))
    shown = safety.see("recovery_dialog.code").accessibleDescription()
    assert shown == ", ".join(groups)


def notes(person):
    return {entry.note for entry in person.read(lambda journal: journal.contents().entries)}


def listed(person):
    person.press("settings.backups")
    shown = person.see("backups.list", QListWidget)
    person.wait_for(lambda: shown.count() > 0)
    return [shown.item(row).text() for row in range(shown.count())]


@pytest.fixture
def backed_up(places, home_of):
    """Somebody with a backup of one entry, and another entry written since."""
    fill(places, entry("Rain"))
    journal = Journal.open(places.journal)
    journal.back_up()
    journal.keep_entry(entry("Sun"))
    journal.close()
    person = home_of()
    person.window.dialogs.show_settings("safety")
    person.wait()
    return person


def test_that_a_backup_can_be_made_and_is_listed(safety):
    safety.wait_for(lambda: "no backup yet" in safety.see("settings.last_backup").text())
    assert not safety.see("settings.backups").isEnabled()
    safety.press("settings.back_up")
    safety.wait_for(lambda: "Last made" in safety.see("settings.last_backup").text())
    said = safety.see("settings.backup_said").text()
    assert re.fullmatch(r"Backup made at \d\d:\d\d\.", said)
    (line,) = listed(safety)
    assert "made by you" in line
    assert "0 entries, 0 thought records" in line


@pytest.mark.parametrize(
    ("button", "said"), [("settings.check", "checked"), ("settings.back_up", "backup_said")]
)
def test_that_the_keyboard_stays_on_the_button_and_the_answer_is_in_sight(safety, button, said):
    safety.window.resize(900, 600)
    pressed = safety.see(button)
    pressed.setFocus()
    for _ in range(2):  # pressing it again while it works does nothing more
        safety.qtbot.keyClick(pressed, Qt.Key.Key_Space)
        assert pressed.hasFocus()
    safety.wait_for(lambda: safety.find(f"settings.{said}") is not None)
    safety.wait()
    answer = safety.see(f"settings.{said}")
    assert "..." not in answer.text()
    assert pressed.hasFocus()
    assert answer.visibleRegion().boundingRect() == answer.rect()
    assert len(overview(safety).backups) == (button == "settings.back_up")


def test_that_no_second_backup_is_made_of_the_same(safety):
    safety.press("settings.back_up")
    safety.press("settings.back_up")
    assert "Nothing has changed" in safety.see("settings.backup_said").text()
    assert len(listed(safety)) == 1


def test_that_a_backup_that_cannot_be_read_is_listed_but_leads_nowhere(backed_up):
    for path in (backed_up.places.journal / "backups").glob("*.rjb"):
        path.write_bytes(b"x")
    (line,) = listed(backed_up)
    assert "cannot be read" in line
    assert not backed_up.see("backups.look").isEnabled()


def test_that_every_line_of_the_list_is_as_high_as_its_words(backed_up):
    listed(backed_up)
    shown = backed_up.see("backups.list", QListWidget)
    first, words = shown.item(0), "Backup"
    heights = set()
    while len(heights) < 2:  # from one line to two
        words += " w"
        first.setText(words)
        backed_up.wait()
        room = shown.viewport().width() - 2 * 8 - 3 - 2 * 3  # padding, bar, Qt's own
        one_line = shown.fontMetrics().horizontalAdvance(words) <= room
        heights.add(shown.visualItemRect(first).height())
        assert one_line or len(heights) == 2


def test_that_a_look_inside_changes_nothing(backed_up):
    listed(backed_up)
    backed_up.press("backups.look")
    assert "1 entry and 0 thought records" in backed_up.see("restore.holds").text()
    assert any(label.text() == "Rain" for label in backed_up.see("restore").findChildren(QLabel))
    backed_up.press("restore.cancel")
    assert notes(backed_up) == {"Rain", "Sun"}


def test_that_somebody_can_go_back_to_a_backup_and_come_back_again(backed_up):
    backed_up.write("journal.note", "half written")
    listed(backed_up)
    backed_up.press("backups.look")
    backed_up.press("restore.go")
    backed_up.wait_for(lambda: backed_up.find("settings") is None)
    assert notes(backed_up) == {"Rain"}
    view = backed_up.see("journal.timeline")
    backed_up.wait_for(lambda: [row.words for row in view.rows.rows() if row.id] != [])
    assert backed_up.see("journal.note").toPlainText() == ""
    backed_up.window.dialogs.show_settings("safety")
    backed_up.wait()
    assert "before going back to a backup" in listed(backed_up)[0]
    backed_up.press("backups.look")
    holds = backed_up.see("restore.holds").text()
    assert "2 entries and 0 thought records, and 1 entry that is not finished" in holds
    assert "now holds 1 entry and 0 thought records." in backed_up.see("restore.now").text()
    shown = [label.text() for label in backed_up.see("restore").findChildren(QLabel)]
    assert "half written" in shown
    assert any(words.endswith(", mood +1") for words in shown)
    backed_up.press("restore.go")
    backed_up.wait_for(lambda: backed_up.find("settings") is None)
    assert notes(backed_up) == {"Rain", "Sun"}
    assert backed_up.see("journal.note").toPlainText() == "half written"


def test_that_what_did_not_work_beside_a_restore_is_said(backed_up, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    backups.use_second_folder(backed_up.places.journal, second)
    second.joinpath(next(second.iterdir())).rename(tmp_path / "copies")
    second.rmdir()
    listed(backed_up)
    backed_up.press("backups.look")
    backed_up.press("restore.go")
    backed_up.wait_for(lambda: backed_up.find("remarks") is not None)
    assert "second folder" in backed_up.see("remarks.words").text()
    backed_up.press("remarks.close")
    assert notes(backed_up) == {"Rain"}


def test_that_a_backup_without_passphrase_says_that_the_journal_has_none_now(places, home_of):
    fill(places, entry("Rain"))
    journal = Journal.open(places.journal)
    keys.set_passphrase(journal, WORDS)  # which is backed up first
    journal.close()
    person = home_of()
    person.write("unlock.passphrase", WORDS)
    person.press("unlock.open")
    person.window.dialogs.show_settings("safety")
    person.wait()
    listed(person)
    person.see("backups.list", QListWidget).setCurrentRow(1)
    person.press("backups.look")
    assert "Afterwards it opens without a passphrase" in person.see("restore.opens").text()
    assert "recovery sheet of that time" in person.see("restore.opens").text()
    person.press("restore.go")
    person.wait_for(lambda: person.find("remarks") is not None)
    assert "without a passphrase" in person.see("remarks.words").text()
    assert door(person) is Door.OPEN


def test_that_a_backup_of_another_key_opens_with_its_recovery_code(places, home_of):
    fill(places, entry("Rain"))
    journal = Journal.open(places.journal)
    old = keys.set_passphrase(journal, WORDS)
    journal.back_up()
    keys.make_new_key(journal, WORDS)
    keys.change_passphrase(journal, WORDS, OTHER)
    journal.close()
    person = home_of()
    person.write("unlock.passphrase", OTHER)
    person.press("unlock.open")
    person.window.dialogs.show_settings("safety")
    person.wait()
    listed(person)
    person.see("backups.list", QListWidget).setCurrentRow(2)
    person.press("backups.look")
    person.press("restore.other_way")
    person.write("restore.passphrase", "-".join(old))
    person.press("restore.go")
    assert "1 entry" in person.see("restore.holds").text()


def test_that_a_backup_of_another_key_asks_for_its_passphrase(places, home_of):
    fill(places, entry("Rain"))
    journal = Journal.open(places.journal)
    keys.set_passphrase(journal, WORDS)
    journal.back_up()
    old = journal.contents().entries
    keys.make_new_key(journal, WORDS)
    keys.change_passphrase(journal, WORDS, OTHER)
    journal.close()
    person = home_of()
    person.write("unlock.passphrase", OTHER)
    person.press("unlock.open")
    person.window.dialogs.show_settings("safety")
    person.wait()
    listed(person)
    person.see("backups.list", QListWidget).setCurrentRow(2)
    person.press("backups.look")
    assert "had when the backup was made" in person.see("restore.holds").text()
    person.write("restore.passphrase", "not this one")
    person.press("restore.go")
    assert person.see("restore.problem").text()
    person.see("restore.passphrase").clear()
    person.write("restore.passphrase", WORDS)
    person.press("restore.go")
    assert "1 entry" in person.see("restore.holds").text()
    assert "opens with the passphrase it had on" in person.see("restore.opens").text()
    person.press("restore.go")
    person.wait_for(lambda: person.find("settings") is None)
    said = person.find("remarks.words").text()
    assert "now opens with the passphrase it had on" in said
    assert "recovery sheet of that time" in said
    person.find("remarks").accept()
    assert notes(person) == {one.note for one in old}


def test_that_backups_can_go_to_a_second_folder_too(safety, tmp_path, monkeypatch):
    second = tmp_path / "stick"
    second.mkdir()
    monkeypatch.setattr("resilience_desktop.ui.files.ask_for_folder", lambda *_: second)
    safety.press("settings.second_folder")
    safety.wait_for(lambda: safety.find("settings.no_second_folder") is not None)
    assert str(second) in safety.see("settings.second_folder_is").text()
    safety.press("settings.back_up")
    assert list(second.rglob("*.rjb"))
    safety.press("settings.no_second_folder")
    safety.wait_for(lambda: safety.find("settings.no_second_folder") is None)
    assert not safety.find("settings.second_folder_is")


def look_after(person):
    """Let the time pass after which nobody seems to write."""
    person.window.upkeep.run()
    person.wait()


def overview(person):
    return backups.overview(person.places.journal)


def test_that_a_backup_is_made_and_tried_out_by_itself(places, home_of):
    fill(places, entry("Rain"))
    person = home_of()
    look_after(person)
    found = overview(person)
    assert [backup.reason for backup in found.backups] == [Reason.DAILY]
    assert found.last_restore_test is not None
    look_after(person)
    assert len(overview(person).backups) == 1
    person.window.dialogs.show_settings("safety")
    person.wait_for(lambda: "Last tried out" in person.see("settings.last_backup").text())
    assert not person.find("settings.backup_said")


def test_that_writing_puts_off_what_the_window_does_by_itself(home):
    waits = home.window.upkeep._quiet
    waits.stop()
    home.parts.tasks.write(lambda journal: journal.keep_entry(entry("Rain")), owner=home.window)
    home.wait()
    assert waits.isActive()


def test_that_a_backup_that_fails_disturbs_nobody_and_is_said_in_the_settings(places, home_of):
    fill(places, entry("Rain"))
    (places.journal / "backups").write_bytes(b"")  # a file where the folder should be
    person = home_of()
    look_after(person)
    assert not person.find("problem")
    assert not person.find("bug")
    person.window.dialogs.show_settings("safety")
    assert "could not be made" in person.see("settings.backup_said").text()


def test_that_a_mistake_of_ours_is_remarked_too(home, monkeypatch, caplog):
    def broken(_journal):
        raise ValueError

    monkeypatch.setattr(backups, "back_up_if_due", broken)
    look_after(home)
    assert [record.message for record in caplog.records] == [
        "Upkeep failed for an unexpected reason."
    ]
    caplog.clear()
    assert not home.find("bug")
    home.window.dialogs.show_settings("safety")
    assert "did not work" in home.see("settings.backup_said").text()


def test_that_a_day_of_use_is_counted_once(home):
    look_after(home)
    look_after(home)
    assert home.read(lambda journal: journal._store.days_of_use.count()) == 1


# The keyring of the computer


class Keyring:
    """A keyring that the system keeps locked."""

    __module__ = "keyring.backends.SecretService"

    def __init__(self):
        self.kept = {}

    def get_password(self, *names):
        return self.kept.get(names)

    def set_password(self, service, name, password):
        self.kept[service, name] = password

    def delete_password(self, *names):
        del self.kept[names]


@pytest.fixture
def keyring(monkeypatch):
    """A computer with a keyring."""
    library, chosen = ModuleType("keyring"), Keyring()
    library.get_keyring = lambda: chosen
    monkeypatch.setitem(sys.modules, "keyring", library)
    return chosen


def turn(person):
    box = person.see("settings.keyring", QCheckBox)
    person.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    person.wait()
    return box


def uses_keyring(person):
    return keys.opens_with_keyring(person.places.journal)


def test_that_the_keyring_opens_the_journal_once_the_passphrase_was_given(keyring, locked):
    box = turn(locked)
    assert "session" in locked.see("settings.keyring_means").text()
    give(locked, old=WORDS)
    assert is_gone(locked, "passphrase")
    assert box.isChecked()
    assert uses_keyring(locked)
    assert "keyring opens" in locked.see("settings.passphrase_said").text()
    locked.quit()
    locked.start()  # and opens it
    assert locked.find("journal.note") is not None
    locked.window.dialogs.show_settings("safety")
    locked.wait_for(lambda: locked.find("settings.keyring") is not None)
    assert not turn(locked).isChecked()
    assert not uses_keyring(locked)
    assert keyring.kept == {}


def test_that_changing_ones_mind_about_the_keyring_leaves_it_off(keyring, locked):
    box = turn(locked)
    locked.press("passphrase.cancel")
    locked.wait_for(lambda: locked.find("passphrase") is None)
    assert not box.isChecked()
    assert not uses_keyring(locked)


def test_that_a_keyring_is_not_offered_where_there_is_none(monkeypatch, locked):
    assert locked.find("settings.keyring") is None


def test_that_a_keyring_is_offered_with_a_passphrase_only(keyring, safety):
    assert safety.find("settings.keyring") is None
    safety.press("settings.passphrase_set")
    give(safety, new=WORDS, again=WORDS)
    safety.wait_for(lambda: safety.find("recovery_dialog") is not None)
    safety.press("recovery_dialog.close")
    safety.wait_for(lambda: safety.find("settings.keyring") is not None)


@pytest.mark.parametrize("ours", [True, False])
def test_that_a_keyring_that_cannot_be_left_stays_on(keyring, locked, monkeypatch, ours):
    turn(locked)
    give(locked, old=WORDS)
    is_gone(locked, "passphrase")
    told = []
    locked.parts.tasks.work_failed.disconnect()
    locked.parts.tasks.work_failed.connect(told.append)

    def refuse(_journal):
        raise ZeroDivisionError if ours else NotWrittenError("The disk is full.")

    monkeypatch.setattr(keys, "stop_using_keyring", refuse)
    box = turn(locked)
    assert box.isChecked()
    assert len(told) == ours
    if not ours:
        assert locked.see("settings.passphrase_said").text() == "The disk is full."


# What happens to the backups while somebody looks


def test_that_a_backup_that_is_made_meanwhile_is_shown(safety):
    assert "no backup yet" in safety.see("settings.last_backup").text()
    safety.window.upkeep.run()
    safety.wait_for(lambda: "Last made" in safety.see("settings.last_backup").text())
    assert safety.see("settings.backups").isEnabled()


def test_that_a_second_folder_that_fails_is_said_until_it_works(safety, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.use_second_folder(safety.places.journal, stick)
    stick.rmdir()
    safety.window.upkeep.run()
    safety.wait_for(lambda: safety.find("settings.backup_said") is not None)
    assert "not there now" in safety.see("settings.backup_said").text()
    assert str(stick) in safety.see("settings.second_folder_is").text()
    stick.mkdir()
    safety.read(lambda journal: journal.keep_entry(entry("more")))
    safety.read(lambda journal: journal.back_up())
    safety.window.upkeep.run()
    safety.wait_for(lambda: safety.find("settings.backup_said") is None)
    assert "New backups also go" in safety.see("settings.second_folder_is").text()
