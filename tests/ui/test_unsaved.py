"""What happens to words on a disk that does not take them, from the first key to the last."""

from __future__ import annotations

import os
import stat
import sys
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget

from resilience_desktop import app
from resilience_desktop.domain.contact import Contact
from resilience_desktop.domain.details import ScaleValue
from resilience_desktop.domain.idle import Clocks
from resilience_desktop.domain.own_scale import OwnScale
from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import CancelledError, NotWrittenError
from resilience_desktop.services import backups
from resilience_desktop.services.drafts import DraftBook
from resilience_desktop.services.journal import Journal
from resilience_desktop.ui import saving
from resilience_desktop.ui.dialogs.contacts import ContactsDialog
from resilience_desktop.ui.settings.backup_source import OpenJournal
from resilience_desktop.ui.settings.given import Given
from resilience_desktop.ui.settings.move_dialog import MoveDialog
from resilience_desktop.ui.widgets import autosave, saved_state

from .samples import entry, fill, record

CTRL = Qt.KeyboardModifier.ControlModifier
PASSPHRASE = "quiet river stone lamp"
WORDS = "Do not lose this"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files cannot be kept from growing")


class Disk:
    """A real limit: no file grows past 4 KB while the disk is full, and the journal is larger."""

    def fill(self):
        import resource

        self._set(resource, 4096)

    def make_room(self):
        import resource

        self._set(resource, resource.RLIM_INFINITY)

    def _set(self, resource, room):
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))


@pytest.fixture
def disk(monkeypatch, qtbot, home_of):
    """A disk that can be filled; what is typed is saved at once, and retried soon.

    There is room again before the window is closed, else that would ask.
    """
    monkeypatch.setattr(autosave, "REST_MS", 1)
    monkeypatch.setattr(autosave, "AGAIN_MS", (50,))
    made = Disk()
    yield made
    made.make_room()
    qtbot.waitUntil(lambda: not any(saver.is_failing for saver in savers()), timeout=20_000)


def savers():
    """Return whatever saves something in any window."""
    tops = QApplication.topLevelWidgets()
    return [saver for top in tops for saver in top.findChildren(saving.Saving)]


@pytest.fixture
def patient(monkeypatch):
    """Nothing is tried again by the clock."""
    monkeypatch.setattr(autosave, "AGAIN_MS", (600_000,))


@pytest.fixture
def announced(monkeypatch):
    """Whatever the state of saving had read out."""
    said = []
    monkeypatch.setattr(saved_state, "announce", lambda _widget, words: said.append(words))
    return said


def said(person, page="journal"):
    return person.see(f"{page}.state").words()


def banner(person, page="journal"):
    return person.find(f"{page}.state.banner")


def fails(person, page="journal"):
    person.wait_for(lambda: said(person, page).startswith("Not saved"))
    person.wait()


def works(person, page="journal"):
    person.wait_for(lambda: said(person, page).startswith("Saved"))
    person.wait()


def lines(person):
    """Return what stands below the reason."""
    return person.see("journal.state.banner.lines").text()


def clipboard():
    return QApplication.clipboard().text()


def unsaved_entry(person, disk, words=WORDS):
    disk.fill()
    person.write("journal.note", words)
    fails(person)


# An entry that is being written


def test_that_words_stay_can_be_taken_elsewhere_and_are_saved_when_there_is_room(
    disk, home, tmp_path
):
    unsaved_entry(home, disk)
    assert said(home) == "Not saved. The disk reported an error, so this could not be saved."
    assert home.see("journal.note").words() == WORDS
    home.press("journal.state.copy")
    assert WORDS in clipboard()
    assert "Copied." in lines(home)
    assert "Saving is tried again by itself" in lines(home)
    elsewhere = home.save_to(tmp_path / "elsewhere.txt")
    home.press("journal.state.elsewhere")
    home.wait_for(elsewhere.exists)
    assert elsewhere.read_text(encoding="utf-8").endswith(f"In your own words\n{WORDS}\n")
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o600
    home.wait_for(lambda: "not encrypted" in lines(home))
    home.write("journal.note", ", nor this")
    disk.make_room()
    works(home)
    assert banner(home) is None
    home.crash()
    home.start()
    assert home.see("journal.note").words() == f"{WORDS}, nor this"


def test_that_a_file_elsewhere_that_cannot_be_written_is_said_and_nothing_is_lost(
    disk, home, tmp_path
):
    unsaved_entry(home, disk)
    home.save_to(tmp_path / "no such folder" / "x.txt")
    home.press("journal.state.elsewhere")
    home.wait_for(lambda: "the folder is not there any more" in lines(home))
    assert home.see("journal.note").words() == WORDS


def test_that_whoever_names_no_place_for_a_file_finds_everything_as_it_was(disk, home):
    unsaved_entry(home, disk)
    before = lines(home)
    home.save_to(None)
    home.press("journal.state.elsewhere")
    assert lines(home) == before


def test_that_the_suggested_name_of_the_file_says_nothing(disk, home, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "resilience_desktop.ui.files.ask_where_to_save", lambda *given: asked.append(given[2])
    )
    unsaved_entry(home, disk)
    home.press("journal.state.elsewhere")
    (name,) = asked
    assert name.startswith("resilience-20")
    assert name.endswith(".txt")


def test_that_a_failure_is_told_once_and_takes_the_keyboard_from_nobody(disk, home, announced):
    unsaved_entry(home, disk)
    tries = []
    for saver in home.window.findChildren(saving.Saving):
        saver.settled.connect(lambda: tries.append(1))
    home.wait_for(lambda: len(tries) > 3)
    assert len([words for words in announced if words.startswith("Not saved")]) == 1
    assert home.see("journal.note").hasFocus()
    disk.make_room()
    works(home)
    assert home.see("journal.note").hasFocus()
    assert announced[-1].startswith("Saved")


def test_that_another_reason_is_told_again(disk, home, announced, monkeypatch):
    unsaved_entry(home, disk)

    def full(*_):
        raise NotWrittenError("The disk is full, so this could not be saved.")

    with monkeypatch.context() as broken:
        broken.setattr(DraftBook, "keep", full)
        home.wait_for(lambda: "The disk is full" in announced[-1])


def test_that_moving_the_keyboard_tries_at_once(disk, home, patient):
    unsaved_entry(home, disk)
    disk.make_room()
    home.wait()
    assert said(home).startswith("Not saved")
    home.key(Qt.Key.Key_Tab)
    works(home)


def test_that_coming_back_to_the_window_tries_at_once(disk, home, patient, qtbot):
    unsaved_entry(home, disk)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    home.wait_for(other.isActiveWindow)
    fails(home)
    disk.make_room()
    home.window.activateWindow()
    works(home)


def test_that_words_deleted_after_a_failure_leave_nothing_to_save(disk, home):
    unsaved_entry(home, disk, "x")
    home.key(Qt.Key.Key_Backspace)
    disk.make_room()
    home.wait_for(lambda: said(home) == "")
    assert banner(home) is None
    assert home.read(lambda j: j.drafts.all()) == {}


def test_that_a_folder_that_is_gone_is_no_place_to_save_into(disk, home, places):
    home.wait()
    away = places.journal.with_name("moved")
    places.journal.rename(away)
    home.write("journal.note", WORDS)
    fails(home)
    assert "folder is not there any more" in said(home)
    away.rename(places.journal)
    works(home)


def test_that_a_mistake_of_ours_is_told_once_and_the_words_stay(disk, home, monkeypatch):
    told = []
    home.parts.tasks.work_failed.disconnect()
    home.parts.tasks.work_failed.connect(told.append)
    with monkeypatch.context() as broken:
        broken.setattr(DraftBook, "keep", lambda *_: 1 / 0)
        home.write("journal.note", WORDS)
        fails(home)
        home.qtbot.wait(200)
    assert [type(error) for error in told] == [ZeroDivisionError]
    works(home)
    assert home.read(lambda j: j.drafts.get("entry:new")).note == WORDS


def test_that_an_entry_that_could_not_be_kept_is_kept_by_the_second_press(disk, home):
    disk.fill()
    home.write("journal.note", WORDS)
    home.key(Qt.Key.Key_Return, CTRL)
    fails(home)
    assert "press Keep entry once more" in lines(home)
    assert "Saving is tried again by itself" in lines(home)
    disk.make_room()
    works(home)
    assert "press Keep entry again" in home.window.notices.words
    assert home.read(lambda j: j.looking.timeline()).items == ()
    home.key(Qt.Key.Key_Return, CTRL)
    assert [kept.note for kept in home.read(lambda j: j.looking.timeline()).items] == [WORDS]
    assert home.see("journal.note").words() == ""
    assert banner(home) is None


def test_that_the_button_keeps_as_soon_as_there_is_room_again(disk, home, patient):
    unsaved_entry(home, disk)
    disk.make_room()
    home.press("journal.save")
    assert [kept.note for kept in home.read(lambda j: j.looking.timeline()).items] == [WORDS]


def test_that_no_other_entry_takes_the_place_of_words_that_are_not_saved(disk, places, home_of):
    fill(places, entry("Sun"))
    person = home_of()
    unsaved_entry(person, disk)
    person.stand_on("journal.timeline", 0)
    person.key(Qt.Key.Key_Return)
    assert person.see("journal.note").words() == WORDS
    assert "stays open" in lines(person)
    person.key("n", CTRL)
    assert person.see("journal.note").words() == WORDS
    disk.make_room()
    works(person)
    person.stand_on("journal.timeline", 0)
    person.key(Qt.Key.Key_Return)
    person.wait_for(lambda: person.see("journal.note").words() == "Sun")
    assert person.read(lambda j: j.drafts.get("entry:new")).note == WORDS


def test_that_changes_that_could_not_be_thrown_away_stay(disk, places, home_of):
    fill(places, entry("Sun"))
    person = home_of()
    person.stand_on("journal.timeline", 0)
    person.key(Qt.Key.Key_Return)
    person.wait_for(lambda: person.see("journal.note").words() == "Sun")
    person.write("journal.note", "Much ")
    works(person)
    disk.fill()
    person.press("journal.cancel")
    fails(person)
    assert person.see("journal.note").words() == "Much Sun"


def test_that_numbers_on_ones_own_scales_are_copied_too(disk, home):
    pain = OwnScale("Pain")
    home.parts.tasks.write(
        lambda j: j.keep_settings(replace(j.settings(), scales=(pain,))), owner=home.window
    )
    home.wait()
    form = home.window.page("journal").composer.form
    form.show_entry(entry("", scales=(ScaleValue(pain.id, 7),)), None)
    unsaved_entry(home, disk)
    home.press("journal.state.copy")
    assert "Your own scales\nPain: 7" in clipboard()


# Other places where something is written


def test_that_a_record_stays_in_view_until_it_is_saved(disk, places, home_of, tmp_path):
    fill(places, record("They all saw it."))
    person = home_of()
    person.key("t", CTRL)
    disk.fill()
    person.write("thoughts.situation_words", WORDS)
    fails(person, "thoughts")
    person.press("thoughts.back_to_list")
    assert person.see("thoughts.situation_words").words() == WORDS
    person.key("t", CTRL)
    assert person.see("thoughts.situation_words").words() == WORDS
    person.press("thoughts.state.copy")
    assert f"What happened\n{WORDS}" in clipboard()
    elsewhere = person.save_to(tmp_path / "record.txt")
    person.press("thoughts.state.elsewhere")
    person.wait_for(elsewhere.exists)
    assert WORDS in elsewhere.read_text(encoding="utf-8")
    disk.make_room()
    works(person, "thoughts")
    person.press("thoughts.back_to_list")
    assert person.find("thoughts.list")
    assert WORDS in [r.situation for r in person.read(lambda j: j.thought_records())]


def test_that_a_record_that_could_not_be_finished_is_finished_by_the_second_press(disk, home):
    home.key("t", CTRL)
    home.write("thoughts.situation_words", WORDS)
    for _ in range(2):
        home.key(Qt.Key.Key_Return, CTRL)
    disk.fill()
    home.press("thoughts.next")
    fails(home, "thoughts")
    below = home.see("thoughts.state.banner.lines").text()
    assert "press Finish once more" in below
    assert "Saving is tried again by itself" in below
    disk.make_room()
    works(home, "thoughts")
    home.press("thoughts.next")
    assert home.find("thoughts.finished")


def test_that_the_banner_of_a_record_stands_with_the_step_where_there_is_little_height(disk, home):
    home.key("t", CTRL)
    disk.fill()
    home.write("thoughts.situation_words", WORDS)
    fails(home, "thoughts")
    inside = home.see("thoughts.situation.scroll").widget()
    assert not inside.isAncestorOf(banner(home, "thoughts"))
    home.window.resize(900, 600)
    home.parts.look.set_text_size(150)
    home.wait_for(lambda: inside.isAncestorOf(banner(home, "thoughts")))
    home.parts.look.set_text_size(100)


def test_that_words_for_a_report_are_not_lost(disk, home):
    home.go("share")
    disk.fill()
    home.write("share.question", WORDS)
    fails(home, "share")
    home.press("share.state.copy")
    assert clipboard().endswith(f"A question for them\n{WORDS}")
    disk.make_room()
    works(home, "share")
    assert home.read(lambda j: j.report_words())["question"] == WORDS


def begin_free_page(person):
    person.window.findChild(QAction, "journal.note.menu.free").trigger()
    person.wait()


@pytest.fixture
def free(disk, home):
    """Somebody whose page of free writing could not be saved."""
    begin_free_page(home)
    disk.fill()
    home.write("writing.free", WORDS)
    fails(home, "writing")
    return home


def test_that_a_free_page_stays_until_it_is_saved(free, disk):
    free.press("writing.back")
    assert free.see("writing.free").words() == WORDS
    assert "stays open" in free.see("writing.state.banner.lines").text()
    free.press("writing.state.copy")
    assert clipboard() == WORDS
    disk.make_room()
    works(free, "writing")
    free.press("writing.back")
    assert not free.find("writing")
    assert free.read(lambda j: j.drafts.get("entry:free")).note == WORDS


def test_that_a_free_page_that_could_not_be_sealed_is_sealed_by_the_second_press(free, disk):
    free.press("writing.seal")
    fails(free, "writing")
    assert "press Close and seal once more" in free.see("writing.state.banner.lines").text()
    assert free.see("writing.free").words() == WORDS
    disk.make_room()
    works(free, "writing")
    assert free.read(lambda j: j.marks.sealed()) == []
    free.press("writing.seal")
    assert not free.find("writing")
    assert [page.note for page in free.read(lambda j: j.marks.sealed())] == [WORDS]


def test_that_something_else_in_front_of_a_free_page_loses_nothing_of_it(free, disk):
    free.window.capture("mood")
    free.wait()
    assert not free.find("writing")
    free.window.close()
    assert free.find("unsaved")
    free.press("unsaved.copy")
    assert clipboard() == WORDS
    free.press("unsaved.stay")
    begin_free_page(free)
    assert free.see("writing.free").words() == WORDS
    assert said(free, "writing").startswith("Not saved")
    disk.make_room()
    works(free, "writing")


def test_that_closing_over_a_free_page_asks(free, disk):
    free.window.close()
    assert free.find("unsaved")
    free.press("unsaved.stay")
    assert free.see("writing.free").words() == WORDS


def test_that_the_whole_screen_says_why_its_note_is_not_saved(disk, home):
    home.press("journal.note.whole")
    unsaved_entry(home, disk)
    page = home.see("writing")
    assert page.isAncestorOf(banner(home))
    home.press("writing.back")
    assert banner(home)
    assert home.see("journal.note").words() == WORDS
    home.press("journal.note.whole")
    disk.make_room()
    works(home)
    home.press("writing.back")
    assert banner(home) is None


@pytest.fixture
def quick(disk, home):
    """Somebody whose words in the quick form could not be saved."""
    home.window.dialogs.show_quick_entry()
    home.wait()
    disk.fill()
    home.qtbot.keyClicks(home.find("quick.line"), WORDS)
    home.wait_for(lambda: home.find("quick.state").words().startswith("Not saved"))
    home.wait()
    return home


def test_that_the_quick_form_stays_open_over_words_that_are_not_saved(quick, disk):
    assert banner(quick, "quick")
    quick.press("quick.close")
    assert quick.find("unsaved")
    quick.press("unsaved.stay")
    assert quick.find("quick.line").text() == WORDS
    quick.press("quick.state.copy")
    assert WORDS in clipboard()
    disk.make_room()
    works(quick, "quick")
    quick.press("quick.close")
    assert not quick.find("quick")
    assert quick.read(lambda j: j.drafts.get("quick")).note == WORDS


def test_that_a_quick_entry_that_could_not_be_kept_is_kept_by_the_second_press(quick, disk):
    quick.press("quick.save")
    fails(quick, "quick")
    assert "press Keep entry once more" in quick.see("quick.state.banner.lines").text()
    disk.make_room()
    works(quick, "quick")
    quick.press("quick.save")
    assert not quick.find("quick")
    assert [kept.note for kept in quick.read(lambda j: j.looking.timeline()).items] == [WORDS]


def test_that_the_quick_form_can_be_left_unsaved_on_purpose(quick):
    quick.key(Qt.Key.Key_Escape)
    quick.press("unsaved.close")
    assert not quick.find("quick")


def line_fails(person, line, disk, words=WORDS):
    person.press(f"today.{line}_begin")
    disk.fill()
    person.qtbot.keyClicks(person.see(f"today.{line}"), words)
    fails(person, f"today.{line}")


def line_works(person, line):
    person.wait_for(lambda: not person.find(f"today.{line}.state"))
    person.wait()


@pytest.mark.parametrize("line", ["goal", "went_well"])
def test_that_a_line_for_the_day_stays_until_it_is_saved(disk, home, line, tmp_path):
    line_fails(home, line, disk)
    assert "The disk reported an error" in said(home, f"today.{line}")
    home.press(f"today.{line}.state.copy")
    assert clipboard().endswith(WORDS)
    elsewhere = home.save_to(tmp_path / "line.txt")
    home.press(f"today.{line}.state.elsewhere")
    home.wait_for(elsewhere.exists)
    home.qtbot.keyClick(home.see(f"today.{line}"), Qt.Key.Key_Return)
    fails(home, f"today.{line}")
    assert "press Enter once more" in home.see(f"today.{line}.state.below").text()
    assert home.see(f"today.{line}").text() == WORDS
    home.window.close()
    assert home.find("unsaved")
    home.press("unsaved.stay")
    disk.make_room()
    line_works(home, line)
    assert home.see(f"today.{line}").text() == WORDS
    home.qtbot.keyClick(home.see(f"today.{line}"), Qt.Key.Key_Return)
    home.wait()
    assert not home.find(f"today.{line}")


@pytest.mark.parametrize("line", ["goal", "went_well"])
def test_that_a_line_that_was_never_saved_can_be_given_up(disk, home, line):
    line_fails(home, line, disk)
    home.qtbot.keyClick(home.see(f"today.{line}"), Qt.Key.Key_Escape)
    home.wait()
    assert not home.find(f"today.{line}")
    assert not home.find(f"today.{line}.state")
    home.window.close()
    assert not home.window.isVisible()


def test_that_an_emptied_small_thing_stays_when_it_cannot_go(disk, home):
    home.press("today.goal_begin")
    home.qtbot.keyClicks(home.see("today.goal"), "Rest")
    home.qtbot.keyClick(home.see("today.goal"), Qt.Key.Key_Return)
    home.wait()
    home.press("today.goal_change")
    disk.fill()
    home.see("today.goal").clear()
    home.qtbot.keyClick(home.see("today.goal"), Qt.Key.Key_Return)
    fails(home, "today.goal")
    disk.make_room()
    line_works(home, "goal")
    assert home.read(lambda j: j.goals.of(j.today())).words == "Rest"


def test_that_a_tick_that_could_not_be_kept_is_shown_as_it_is(disk, home):
    home.press("today.goal_begin")
    home.qtbot.keyClick(home.see("today.goal"), Qt.Key.Key_Return)
    home.wait()
    disk.fill()
    home.tick("today.goal_done")
    home.wait()
    assert "could not be saved" in home.find("problem").text()
    assert not home.see("today.goal_done", QCheckBox).isChecked()
    home.find("problem").close()


def test_that_sentences_of_ones_own_keep_the_settings_open(disk, home):
    home.window.dialogs.show_settings("journal")
    home.wait()
    home.see("settings.prompts.open", QPushButton).click()
    home.see("settings.prompts.list.add", QPushButton).click()
    disk.fill()
    home.qtbot.keyClicks(QApplication.focusWidget(), WORDS)
    fails(home, "settings.prompts")
    home.press("settings.close")
    assert home.find("unsaved")
    home.press("unsaved.stay")
    disk.make_room()
    home.wait_for(lambda: not home.find("settings.prompts.state"))
    home.wait_for(lambda: WORDS in (home.read(lambda j: j.settings()).prompts or ()))
    home.wait()
    home.press("settings.close")
    assert not home.find("settings")


@pytest.fixture
def contacts(disk, home):
    """The dialog of people to call, with a name that could not be saved."""
    dialog = ContactsDialog(home.window.context, home.window)
    dialog.open()
    home.wait()
    disk.fill()
    home.write("contacts.1.name", "Mara")
    home.write("contacts.1.note", "any time")
    fails(home, "contacts")
    yield dialog
    disk.make_room()
    dialog.deleteLater()


def test_that_people_who_are_not_saved_keep_their_dialog_open(contacts, disk, home):
    home.press("contacts.state.copy")
    assert clipboard() == "Mara\nany time"
    home.press("contacts_dialog.close")
    assert home.find("unsaved")
    home.press("unsaved.stay")
    assert contacts.isVisible()
    disk.make_room()
    works(home, "contacts")
    home.press("contacts_dialog.close")
    assert not contacts.isVisible()
    assert home.read(lambda j: j.contacts.all()) == (Contact("Mara", "", "any time"),)


def test_that_people_can_be_left_unsaved_on_purpose(contacts, home):
    home.press("contacts_dialog.close")
    home.press("unsaved.close")
    assert not contacts.isVisible()


def test_that_the_settings_ask_too(disk, home):
    home.window.dialogs.show_settings("help_lines")
    home.wait()
    home.press("contacts.add")
    disk.fill()
    home.write("contacts.1.name", "Mara")
    fails(home, "contacts")
    home.press("settings.close")
    assert home.find("unsaved")
    home.press("unsaved.stay")
    disk.make_room()
    works(home, "contacts")
    home.press("settings.close")
    assert not home.find("settings")


# Closing


def test_that_closing_asks_first_and_the_safe_answer_has_the_keyboard(disk, home):
    unsaved_entry(home, disk)
    home.window.close()
    home.wait()
    question = home.find("unsaved")
    assert question
    assert home.see("unsaved.stay").hasFocus()
    home.window.close()
    assert len([w for w in QApplication.topLevelWidgets() if w.objectName() == "unsaved"]) == 1
    home.key(Qt.Key.Key_Escape)
    assert home.window.isVisible()
    assert home.see("journal.note").words() == WORDS


def test_that_words_typed_just_before_closing_are_asked_about_too(disk, home, monkeypatch):
    disk.fill()
    home.write("journal.note", WORDS)
    home.window.close()
    assert home.find("unsaved")
    home.press("unsaved.stay")


def test_that_everything_unsaved_can_be_taken_along_before_closing(disk, home, tmp_path):
    unsaved_entry(home, disk)
    home.key("t", CTRL)
    home.write("thoughts.situation_words", "And this")
    fails(home, "thoughts")
    home.window.close()
    home.press("unsaved.copy")
    assert WORDS in clipboard()
    assert "And this" in clipboard()
    assert "Paste it somewhere" in home.see("unsaved.said").text()
    elsewhere = home.save_to(tmp_path / "all.txt")
    home.press("unsaved.elsewhere")
    home.wait_for(elsewhere.exists)
    home.wait_for(lambda: "not encrypted" in home.see("unsaved.said").text())
    kept = elsewhere.read_text(encoding="utf-8")
    assert WORDS in kept
    assert "And this" in kept
    home.press("unsaved.close")
    assert not home.window.isVisible()


def test_that_the_question_tells_when_saving_has_worked_meanwhile(disk, home):
    unsaved_entry(home, disk)
    home.window.close()
    disk.make_room()
    home.wait_for(lambda: home.see("unsaved.close", QPushButton).text() == "Close")
    home.press("unsaved.close")
    assert not home.window.isVisible()


def test_that_closing_a_saved_journal_asks_nothing(disk, home):
    home.write("journal.note", WORDS)
    home.window.close()
    assert not home.find("unsaved")
    assert not home.window.isVisible()


def test_that_long_work_is_stopped_for_words_that_wait_behind_it(home):
    progress, stopped = Progress(), []

    def go_on_until_stopped(_journal):
        for _ in progress.each(range(1_000_000)):
            time.sleep(0.01)

    tasks = home.parts.tasks
    tasks.read(
        go_on_until_stopped, pytest.fail, owner=tasks, failed=stopped.append, progress=progress
    )
    home.write("journal.note", WORDS)
    home.window.close()
    assert not home.find("unsaved")
    assert not home.window.isVisible()
    home.wait()
    assert isinstance(stopped[0], CancelledError)


def test_that_nothing_is_asked_when_the_system_ends_the_session(disk, home):
    unsaved_entry(home, disk)
    home.window.end()
    assert not home.find("unsaved")
    assert not home.window.isVisible()
    home.wait()


def test_that_a_window_that_only_hides_asks_nothing_and_goes_on_trying(disk, home):
    unsaved_entry(home, disk)
    home.window.hides_when_closed = True
    home.window.close()
    assert not home.find("unsaved")
    assert home.window.isHidden()
    disk.make_room()
    home.wait_for(lambda: home.read(lambda j: j.drafts.get("entry:new")) is not None)
    home.window.hides_when_closed = False


# The lock


@pytest.fixture
def locked_out(places, home_of, monkeypatch, disk):
    """Somebody whose journal has a passphrase, with words that could not be saved."""
    started = []
    monkeypatch.setattr(app, "_start_again", lambda folder: not started.append(folder))
    Journal.create(places.journal, PASSPHRASE)[0].close()
    person = home_of()
    person.write("unlock.passphrase", PASSPHRASE)
    person.key(Qt.Key.Key_Return)
    person.wait_for(lambda: person.find("journal") is not None)
    person.wait()
    unsaved_entry(person, disk)
    person.started = started
    return person


def test_that_unsaved_words_are_covered_and_not_locked_away(locked_out, disk):
    person = locked_out
    person.shortcut(Qt.Key.Key_L)
    assert person.started == []
    assert "not saved yet" in person.find("cover").accessibleName()
    person.key(Qt.Key.Key_F9)
    assert not person.find("cover")
    assert person.see("journal.note").words() == WORDS
    disk.make_room()
    works(person)
    person.shortcut(Qt.Key.Key_L)
    assert len(person.started) == 1


@pytest.mark.parametrize("where", ["writing", "quick"])
def test_that_what_is_over_the_window_is_covered_and_not_locked_away_either(
    locked_out, disk, where
):
    person = locked_out
    disk.make_room()
    works(person)
    if where == "quick":
        person.window.dialogs.show_quick_entry()
    else:
        begin_free_page(person)
    person.wait()
    disk.fill()
    name = {"quick": "quick.line", "writing": "writing.free"}[where]
    person.find(name).setFocus()
    person.qtbot.keyClicks(person.find(name), WORDS)
    person.key(Qt.Key.Key_L, CTRL)
    assert person.started == []
    assert "not saved yet" in person.find("cover").accessibleName()
    person.key(Qt.Key.Key_F9)
    assert not person.find("cover")
    assert any(WORDS in saver.words() for saver in savers())
    disk.make_room()
    person.wait_for(lambda: not any(saver.is_failing for saver in savers()))
    person.key(Qt.Key.Key_L, CTRL)
    assert len(person.started) == 1


def test_that_the_journal_is_locked_as_soon_as_everything_is_saved(locked_out, disk):
    person = locked_out
    person.shortcut(Qt.Key.Key_L)
    disk.make_room()
    person.parts.lock.look()
    assert len(person.started) == 1


def test_that_a_full_disk_does_not_keep_a_saved_journal_open(locked_out, disk):
    person = locked_out
    disk.make_room()
    works(person)
    disk.fill()
    person.shortcut(Qt.Key.Key_L)
    assert len(person.started) == 1
    assert not person.parts.tasks.has_journal


def test_that_the_idle_lock_covers_and_lets_whoever_comes_back_go_on(locked_out, disk):
    person = locked_out
    later = Clocks(1e9, 1e9)
    person.parts.lock._clocks = lambda: later
    person.parts.lock.look()
    assert person.find("cover")
    assert person.started == []
    person.qtbot.mouseClick(person.find("cover"), Qt.MouseButton.LeftButton)
    person.wait()
    assert not person.find("cover")
    assert person.see("journal.note").words() == WORDS
    disk.make_room()
    works(person)


# What is not typed


def test_that_what_could_not_go_to_the_bin_stays_where_it_is(disk, places, home_of):
    fill(places, entry("Sun"))
    person = home_of()
    view = person.stand_on("journal.timeline", 0)
    disk.fill()
    person.key(Qt.Key.Key_Delete)
    assert "could not be saved" in person.window.notices.words
    assert len(view.rows.rows()) == 1
    disk.make_room()
    person.key(Qt.Key.Key_Delete)
    person.wait_for(lambda: view.rows.rows() == [])
    disk.fill()
    person.key("z", CTRL)
    assert "could not be saved" in person.window.notices.words
    assert view.rows.rows() == []


def test_that_a_setting_that_could_not_be_kept_is_shown_as_it_is(disk, home):
    home.window.dialogs.show_settings("journal")
    home.wait()
    box = home.see("settings.ask_energy", QCheckBox)
    before = box.isChecked()
    disk.fill()
    box.click()
    home.wait()
    assert "could not be saved" in home.find("problem").text()
    assert box.isChecked() == before
    home.find("problem").close()
    home.see("settings").close()


def test_that_a_limit_on_files_is_a_real_one(disk, tmp_path):
    """The control: without the fault everything above would pass for nothing."""
    disk.fill()
    with pytest.raises(OSError, match="large"):
        (tmp_path / "x").write_bytes(os.urandom(8192))
    disk.make_room()
    (tmp_path / "x").write_bytes(os.urandom(8192))


# Another journal in the place of this one


def another_journal_is_wanted(person, tmp_path, how):
    """Return what was said about it, once somebody wants to go back or to move."""
    folder, context = person.window.folder, person.window.context
    if how == "move":
        dialog = MoveDialog(context, folder, person.window)
        dialog._target = tmp_path / "elsewhere"
        dialog.open()
        dialog._move()
        person.wait()
        refused = dialog._problem.text()
        dialog.reject()
        return refused
    refused = []
    source = OpenJournal(context, folder)
    source.restore(
        backups.overview(folder).backups[0],
        Given(),
        lambda: refused.append("restored"),
        lambda error: refused.append(str(error)),
        person.window,
    )
    person.wait()
    return refused[0]


@pytest.mark.parametrize("how", ["restore", "move"])
def test_that_no_other_journal_takes_the_place_of_words_that_are_not_saved(
    disk, home, tmp_path, how
):
    home.parts.tasks.read(lambda journal: journal.back_up(), lambda _: None, owner=home.window)
    home.wait()
    unsaved_entry(home, disk)
    assert "not saved yet, and would be lost" in another_journal_is_wanted(home, tmp_path, how)
    assert home.see("journal.note").words() == WORDS
    assert home.window.folder == home.places.journal
